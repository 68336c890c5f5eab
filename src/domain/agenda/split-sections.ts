import type { AgendaLine } from './agenda-line.ts'
import { dropBullet, startsWithBullet } from './clean-text.ts'
import type { LabelRole } from './danish-headings.ts'
import { readLabelText, type SectionLabel } from './read-label.ts'
import type { SectionPolicy } from './section-policy.ts'

/** A line inside a section, without the label it may have started with. */
export type SectionLine = {
  readonly at: number
  readonly line: AgendaLine
  /** Text without bullet and without label. */
  readonly text: string
  readonly bullet: boolean
  readonly subHeading: boolean
}

/** Part of an item under one label; `label` is null for text before the first label or after a divider. */
export type ItemSection = {
  readonly key: string | null
  readonly role: LabelRole | null
  readonly label: SectionLabel | null
  readonly at: number
  readonly lines: readonly SectionLine[]
}

// The date of the next meeting is told below the last decision and is no part of it.
const nextMeeting = /^næste (?:ordinære )?\p{L}*møde\b(?!.*\b(?:drøft|behandl)).*\d/iu

type OpenSection = {
  key: string | null
  role: LabelRole | null
  label: SectionLabel | null
  at: number
  lines: SectionLine[]
}

/** Parts the lines of an item into sections by its labels (S1-S3). */
export function splitSections(
  lines: readonly AgendaLine[],
  policy: SectionPolicy,
  from: number,
  to: number,
  firstText: string | null,
): readonly ItemSection[] {
  const sections: OpenSection[] = [{ key: null, role: null, label: null, at: from, lines: [] }]
  for (let at = from; at < to; at++) {
    const line = lines[at]
    if (line === undefined || line.role !== 'body' || policy.captions.has(at)) continue
    const label = at === from && firstText !== null ? readLabelText(firstText) : policy.labelAt(at)
    const text = at === from && firstText !== null ? firstText : line.text
    if (label && policy.isSection(at, label)) {
      sections.push({ key: label.key, role: label.role, label, at, lines: [] })
      if (label.rest !== '') sections.at(-1)?.lines.push(toSectionLine(at, line, label.rest, false))
      continue
    }
    const open = sections.at(-1)
    const heads = policy.isSubHeading(at)
    // "Beslutning: ..." in the run of the text ends where the next passage gets a heading (D3).
    const endsDecision = (heads && open?.label?.rest !== '') || nextMeeting.test(text) || losesLook(open, line, lines)
    if (open?.role === 'decision' && endsDecision) {
      sections.push({ key: null, role: null, label: null, at, lines: [] })
    }
    sections.at(-1)?.lines.push(toSectionLine(at, line, text, heads))
  }
  return sections.filter((section) => section.key !== null || section.lines.length > 0)
}

// Where "Beslutning: Godkendt." is all in italics, the decision ends with them (D3).
function losesLook(open: OpenSection | undefined, line: AgendaLine, lines: readonly AgendaLine[]): boolean {
  const head = open === undefined ? undefined : lines[open.at]
  return open?.label?.rest !== '' && head?.look.italic === true && !line.look.italic
}

function toSectionLine(at: number, line: AgendaLine, text: string, subHeading: boolean): SectionLine {
  const bullet = (line.listLabel !== null && startsWithBullet(line.listLabel)) || startsWithBullet(text)
  return { at, line, text: dropBullet(text), bullet, subHeading }
}

/** Text of section lines in the plain form the product shows: "- " bullets, "## " sub-headings, paragraphs apart. */
export function toPlainText(lines: readonly SectionLine[]): string {
  let text = ''
  let wasList = false
  for (const { line, text: printed, bullet, subHeading } of lines) {
    const numbered = line.listLabel !== null && !startsWithBullet(line.listLabel)
    const indent = '  '.repeat(Math.min(4, line.listLevel ?? 0))
    const part = subHeading
      ? `## ${printed}`
      : bullet
        ? `${indent}- ${printed}`
        : numbered
          ? `${line.listLabel} ${printed}`
          : printed
    const isList = bullet || numbered
    text += text === '' ? part : `${wasList && isList ? '\n' : '\n\n'}${part}`
    wasList = isList
  }
  return text
}
