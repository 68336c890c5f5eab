import type { ItemSection, SectionLine } from './split-sections.ts'

const asks = '(?:indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales|indstilling)'
const introduces = new RegExp(`\\b${asks}\\b[^.]*?(?:,|:|\\bat|,\\s*at:?)?$`, 'iu')
const asksOutside = /^(?:det indstilles|[\p{Lu}][\p{L},/ -]{1,90}? (?:indstiller|indstilles))\b/u
const officesRecommend =
  /^(?:administrationen|forvaltningen|direktionen|formandskabet|sekretariatet|forretningsudvalget|bestyrelsen|formanden|koncernledelsen|[\p{L} -]+forvaltningen)\s+(?:anbefaler|foreslår)\b.{0,60}\bat\b/iu
const typedNumber = /^(?:\d{1,2}|[a-z])\s?[.)]\s+/iu

/**
 * What the meeting is asked to do (*indstilling*): each bullet, number or "at ..." of the Indstilling section (R1); one
 * paragraph alone is one recommendation (R2); without the label, a list led in by "... indstiller, at" (R3).
 */
export function readRecommendations(sections: readonly ItemSection[]): readonly string[] {
  const labelled = sections.filter((section) => section.role === 'recommendation')
  const read = labelled.flatMap((section) => readBlock(section.lines))
  if (read.length > 0) return read
  return sections
    .filter((section) => section.role === null || section.role === 'case' || section.role === 'soft')
    .flatMap((section) => readRunningText(section.lines))
}

function readBlock(lines: readonly SectionLine[]): readonly string[] {
  const first = lines.findIndex(isEntry)
  if (first < 0) return readParagraphs(lines)
  const entries: string[] = []
  const lead = lines[first - 1]
  if (lead !== undefined && /^at\s/iu.test(lines[first]?.text ?? '') && lines[first]?.line.listLabel == null) {
    entries.push(...firstClause(lead.text))
  }
  const level = lines[first]?.line.listLevel ?? 0
  for (const line of lines.slice(first)) {
    const deeper = line.line.listLevel !== null && line.line.listLevel > level
    if (isEntry(line) && !deeper) entries.push(dropNumber(line.text))
    else if (continuesEntry(line, entries.at(-1)) || deeper) entries.push(`${entries.pop() ?? ''} ${line.text}`.trim())
  }
  return entries.flatMap(splitEntry)
}

// A PDF may run "at A, og" and "at B" together.
function splitEntry(text: string): readonly string[] {
  return /^at\s/iu.test(text) ? splitClauses(text) : [text]
}

function isEntry(line: SectionLine): boolean {
  if (introduces.test(line.text) && !/^at\s/iu.test(line.text) && !line.bullet) return false
  return line.bullet || line.line.listLabel !== null || typedNumber.test(line.text) || /^at\s+\S/iu.test(line.text)
}

function continuesEntry(line: SectionLine, before: string | undefined): boolean {
  return before !== undefined && /^\p{Ll}/u.test(line.text) && !/[.!?]$/u.test(before)
}

function dropNumber(text: string): string {
  return text.replace(typedNumber, '').trim()
}

// "Direktionen indstiller, at udvalget godkender planen," is itself the first clause when "at ..." follows below.
function firstClause(text: string): readonly string[] {
  const clause =
    /\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales)\b[^.]*?,?\s(at\s+\S+(?:\s+\S+){2,})[,;]?(?:\s+og)?$/iu.exec(
      text,
    )?.[1]
  return clause !== undefined && /(?:,|;|\bog)$/u.test(text) ? [clause.replace(/[,;]?(?:\s+og)?$/u, '')] : []
}

function readParagraphs(lines: readonly SectionLine[]): readonly string[] {
  const entries: string[] = []
  const bare = readBareList(lines)
  if (bare.length > 0) return bare
  for (const { text, subHeading } of lines) {
    if (subHeading || text === '' || isNothing(text)) continue
    if (entries.length > 0 && /^\p{Ll}/u.test(text)) entries.push(`${entries.pop() ?? ''} ${text}`)
    else if (entries.length === 0 || introduces.test(text) || asksOutside.test(text)) entries.push(text)
  }
  return entries.flatMap(splitClauses)
}

// "Forvaltningen indstiller, at udvalget" and what it does below, a line each: a list whose bullets were drawn, not written.
const openLead = new RegExp(`\\b${asks}\\b.*\\bat(?:\\s+[\\p{L}-]+){0,3}[:,]?$`, 'iu')

function readBareList(lines: readonly SectionLine[]): readonly string[] {
  const [lead, ...rest] = lines.filter(({ text, subHeading }) => text !== '' && !subHeading)
  if (lead === undefined || rest.length === 0 || !openLead.test(lead.text)) return []
  const end = rest.findIndex(({ text }) => !/^\p{Ll}/u.test(text))
  const list = end < 0 ? rest : rest.slice(0, end)
  return list.map(({ text }) => tidy(text))
}

function isNothing(text: string): boolean {
  return /^(?:ingen(?: indstilling)?|[-–—.]+)\.?$/iu.test(text)
}

/** "..., at A, at B og at C" is three where semicolons, numbers or the repeated first word say so; else one sentence. */
function splitClauses(text: string): readonly string[] {
  const lead =
    new RegExp(`^.*?\\b${asks}\\b[^.;]*?[,:]?\\s(?=(?:\\d\\)|[a-z]\\)|\\d\\.)?\\s*at\\s)`, 'iu').exec(text)?.[0] ?? ''
  const clauses = text.slice(lead.length)
  const numbered = clauses
    .split(/[,;.]?\s*(?:\bog\s+)?(?=(?:\d|[a-e])[).]\s+(?:at\s)?\p{L})/u)
    .filter((part) => part.trim() !== '')
  if (numbered.length > 1 && numbered.every((part) => typedNumber.test(part.trim())))
    return numbered.map((part) => tidy(dropNumber(part.trim())))
  const counted = /^(?<lead>.*?)\s(?=1\)\s)(?<list>.+)$/u
    .exec(text)
    ?.groups?.['list']?.split(/,?\s+(?:og\s+|samt\s+)?(?=\d\)\s)/u)
  if (counted !== undefined && counted.length > 1) return counted.map((part) => tidy(dropNumber(part)))
  const bySemicolon = clauses.split(/;\s*(?:og\s+|samt\s+)?(?=at\s)/iu)
  if (bySemicolon.length > 1) return bySemicolon.map(tidy)
  const byComma = joinSubordinate(clauses.split(/,?\s+(?:og\s+|samt\s+)?(?=at\s)/iu))
  return byComma.length > 1 ? byComma.map(tidy) : [text]
}

/** Clauses that start with the same word stand side by side; another "at" belongs to the clause before it. */
function joinSubordinate(parts: readonly string[]): readonly string[] {
  const wordOf = (part: string): string | undefined => /^at\s+(\S+)/iu.exec(part)?.[1]?.toLowerCase()
  const first = wordOf(parts[0] ?? '')
  const joined: string[] = []
  for (const part of parts) {
    if (joined.length === 0 || wordOf(part) === first) joined.push(part)
    else joined.push(`${joined.pop() ?? ''}, ${part}`)
  }
  return first === undefined ? [] : joined
}

function tidy(text: string): string {
  return text.replace(/[,;]?\s*(?:\bog|\bsamt)?\s*[,;]?$/u, '').trim()
}

function readRunningText(lines: readonly SectionLine[]): readonly string[] {
  const entries: string[] = []
  for (const [i, line] of lines.entries()) {
    if (line.bullet || line.line.listLabel !== null) continue
    const next = lines[i + 1]
    const leads = asksOutside.test(line.text) && (introduces.test(line.text) || /[:,]$/u.test(line.text))
    if (leads && next !== undefined && isEntry(next)) entries.push(...readBlock(listFrom(lines, i)))
    else if (asksOutside.test(line.text) || officesRecommend.test(line.text)) {
      if (/\bat\s+\S+\s+\S+/u.test(line.text)) entries.push(...splitClauses(line.text))
    }
  }
  return entries
}

function listFrom(lines: readonly SectionLine[], lead: number): readonly SectionLine[] {
  const end = lines.findIndex((line, i) => i > lead && !isEntry(line) && !/^\p{Ll}/u.test(line.text))
  return lines.slice(lead, end < 0 ? lines.length : end)
}
