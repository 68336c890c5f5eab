import type { DocumentItem, DocumentSection } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import type { LineFacts } from './item-candidate.ts'
import { readDecisionType, readItemKind } from './item-kind.ts'
import { itemRanges } from './item-ranges.ts'
import type { ItemStart } from './item-start.ts'
import { placeLooseLinks } from './place-loose-links.ts'
import { type MeetingIdentity, readDecision } from './read-decision.ts'
import { readEnclosures } from './read-enclosures.ts'
import { readItemTitle } from './read-item-title.ts'
import { readPresenters } from './read-presenters.ts'
import { readRecommendations } from './read-recommendations.ts'
import type { SectionPolicy } from './section-policy.ts'
import { type ItemSection, splitSections, toPlainText } from './split-sections.ts'

/** Reads every item: title, sections and what stands in them. `sections` is parallel to `items`. */
export function readItems(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  policy: SectionPolicy,
  starts: readonly ItemStart[],
  meeting: MeetingIdentity,
): { readonly items: readonly DocumentItem[]; readonly sections: readonly (readonly ItemSection[])[] } {
  const ranges = itemRanges(starts, lines.length)
  const sections = starts.map((start, i) => {
    const range = ranges[i] ?? { from: 0, to: 0 }
    // "Ad 3: Referatet blev godkendt." - the heading is text, and its number no part of it.
    const firstText =
      start.bodyFrom === start.at && range.to > range.from ? (start.runIn ?? facts.marks[start.at]?.rest ?? null) : null
    return splitSections(lines, policy, range.from, range.to, firstText)
  })
  const items = starts.map((start, i) => readItem(lines, start, i + 1, sections[i] ?? [], meeting))
  return { items: placeLooseLinks(items, lines), sections }
}

function readItem(
  lines: readonly AgendaLine[],
  start: ItemStart,
  position: number,
  sections: readonly ItemSection[],
  meeting: MeetingIdentity,
): DocumentItem {
  const heading = readItemTitle(start.printed)
  const recommendations = readRecommendations(sections)
  const kind = readItemKind(heading.title, recommendations, sections)
  const line = lines[start.at]
  return {
    position,
    number: start.number,
    title: heading.title,
    sections: sections.flatMap((section) => (section.key !== null && isPrintedSection(section) ? [section.key] : [])),
    recommendations,
    decision: readDecision(sections, meeting),
    decisionType: readDecisionType(kind, heading.title, recommendations, null),
    presenters: readPresenters(heading.presenters, sections),
    bilag: readEnclosures(sections),
    kind,
    openness: heading.closed || start.closed ? 'closed' : 'open',
    durationMinutes: heading.durationMinutes,
    body: sections.flatMap(toBodySection),
    place: { page: line?.page ?? null, paragraph: line?.paragraph ?? 0 },
  }
}

const unprinted: ReadonlySet<string> = new Set(['meta', 'presenters', 'attendance', 'divider'])

function isPrintedSection(section: ItemSection): boolean {
  return section.role === null || !unprinted.has(section.role)
}

function toBodySection(section: ItemSection): readonly DocumentSection[] {
  const text = toPlainText(section.lines)
  if (text === '' && section.key === null) return []
  const line = section.lines[0]?.line
  return [
    { label: section.key, text, place: line === undefined ? null : { page: line.page, paragraph: line.paragraph } },
  ]
}
