import type { AgendaLine } from './agenda-line.ts'
import { findExtraLabels } from './find-extra-labels.ts'
import type { LineFacts } from './item-candidate.ts'
import type { ItemStart } from './item-start.ts'
import type { SectionLabel } from './read-label.ts'
import { readMarkText } from './read-number-mark.ts'

/** What the whole document says about which lines are section labels, sub-headings or captions between items. */
export type SectionPolicy = {
  readonly isSection: (at: number, label: SectionLabel) => boolean
  readonly isSubHeading: (at: number) => boolean
  /** The label of a line, known from the tables or learnt from the document. */
  readonly labelAt: (at: number) => SectionLabel | null
  /** Lines between items that belong to none: captions of groups, breaks. */
  readonly captions: ReadonlySet<number>
}

const coreRoles: ReadonlySet<string> = new Set(['recommendation', 'case', 'decision', 'minutes', 'enclosures'])
/** Soft labels that more often head a passage than a section; alone in plain text they need company (S3). */
const oftenPassages: ReadonlySet<string> = new Set(
  'baggrund|sagens baggrund|proces|videre proces|den videre proces|det videre forløb|videre forløb|status|formål|næste skridt|tidsplan|opfølgning|opsamling|bemærkninger|orientering|oplæg|aftaler|handling|mål|historik|indledning|anledning'.split(
    '|',
  ),
)

/** Learns from all items of the document how its labels look (S3) and which lines are captions (I8). */
export function learnSectionPolicy(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: readonly ItemStart[],
  overview: readonly ItemStart[],
): SectionPolicy {
  const ranges = starts.map((start, i) => ({
    from: start.bodyFrom,
    to: Math.min(lines.length, starts[i + 1]?.at ?? lines.length),
  }))
  const heads = new Set(starts.map((start) => start.at))
  const coreLooks = countCoreLooks(facts, ranges)
  const spread = countSoftSpread(facts, ranges)
  const hasRecommendations = facts.labels.some((label) => label?.key === 'indstilling')
  const withCore = Math.max(1, ranges.filter((range) => hasCore(facts, range)).length)
  const isSection = (at: number, label: SectionLabel): boolean => {
    if (label.firm === true) return true
    if (label.key === 'forslag') return !hasRecommendations && !endsInList(lines, at)
    if (label.role !== 'soft') return true
    // "Formål: ..." in the run of the text is a label where most items have it, or where bold or a cell parts it.
    if (label.rest !== '')
      return (
        isParted(lines[at]) ||
        isTabbedLike(lines, facts, ranges, at) ||
        (spread.get(label.key) ?? 0) >= Math.max(2, 0.5 * withCore)
      )
    const look = facts.signatures[at] ?? 'plain'
    const sameLook = coreLooks.has(look)
    if (look !== 'plain' || (coreLooks.size > 0 && !coreLooks.has('plain'))) return sameLook || coreLooks.size === 0
    if (isEmptySection(lines, facts, heads, at)) return true
    const count = spread.get(label.key) ?? 0
    const range = ranges.find(({ from, to }) => at >= from && at < to)
    if (range !== undefined && hasRequest(facts, range) && !hasCase(facts, { from: range.from, to: at })) return true
    if (oftenPassages.has(label.key)) return count >= 2 && count / withCore >= 0.5
    return true
  }
  const extra = findExtraLabels(lines, facts, ranges, coreLooks)
  return {
    isSection,
    isSubHeading: (at) => isSubHeading(lines, facts, at),
    labelAt: (at) => facts.labels[at] ?? extra.get(at) ?? null,
    captions: new Set([...findCaptions(lines, facts, starts), ...overview.map((start) => start.at)]),
  }
}

// Inside a list "Forslag:" leads in a sub-list.
function endsInList(lines: readonly AgendaLine[], at: number): boolean {
  const before = lines[at - 1]
  return before !== undefined && before.listLabel !== null && (lines[at + 1]?.listLabel ?? null) !== null
}

function isParted(line: AgendaLine | undefined): boolean {
  return line !== undefined && (line.look.boldLead !== '' || (line.cell !== null && line.text.includes('\t')))
}

// "Økonomi:<tab>..." beside "Indstilling:<tab>..." of the same item: one hand sets all its labels so.
function isTabbedLike(lines: readonly AgendaLine[], facts: LineFacts, ranges: readonly Range[], at: number): boolean {
  const tabbed = (index: number) => /^[^:\t]{2,40}:\t/u.test(lines[index]?.text ?? '')
  const range = ranges.find(({ from, to }) => at >= from && at < to)
  if (range === undefined || !tabbed(at)) return false
  for (let other = range.from; other < range.to; other++)
    if (coreRoles.has(facts.labels[other]?.role ?? '') && tabbed(other)) return true
  return false
}

type Range = { readonly from: number; readonly to: number }

function countCoreLooks(facts: LineFacts, ranges: readonly Range[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let all = 0
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at++) {
      const label = facts.labels[at]
      if (!label || !coreRoles.has(label.role) || label.rest !== '') continue
      const look = facts.signatures[at] ?? 'plain'
      counts.set(look, (counts.get(look) ?? 0) + 1)
      all++
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 0.15 * all).map(([look]) => look))
}

function countSoftSpread(facts: LineFacts, ranges: readonly Range[]): ReadonlyMap<string, number> {
  const spread = new Map<string, number>()
  for (const { from, to } of ranges) {
    const seen = new Set<string>()
    for (let at = from; at < to; at++) {
      const label = facts.labels[at]
      if (label?.role === 'soft') seen.add(label.key)
    }
    for (const key of seen) spread.set(key, (spread.get(key) ?? 0) + 1)
  }
  return spread
}

function hasCore(facts: LineFacts, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (coreRoles.has(facts.labels[at]?.role ?? '')) return true
  return false
}

// A passage stands inside a Sagsfremstilling; where the item has none, the label is on the level of Indstilling.
function hasCase(facts: LineFacts, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (facts.labels[at]?.key === 'sagsfremstilling') return true
  return false
}

function hasRequest(facts: LineFacts, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (facts.labels[at]?.role === 'recommendation') return true
  return false
}

// A sub-heading heads something; a label with nothing under it can only be a section left empty.
function isEmptySection(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  heads: ReadonlySet<number>,
  at: number,
): boolean {
  for (let next = at + 1; next < lines.length; next++) {
    if (heads.has(next)) return true
    if (lines[next]?.role !== 'body') continue
    return coreRoles.has(facts.labels[next]?.role ?? '')
  }
  return true
}

function isSubHeading(lines: readonly AgendaLine[], facts: LineFacts, at: number): boolean {
  const line = lines[at]
  if (line === undefined || line.listLabel !== null || line.cell !== null || line.text.length > 120) return false
  const look = facts.signatures[at] ?? 'plain'
  const stands =
    look.startsWith('heading') || look.startsWith('bold') || line.look.italic || facts.marks[at]?.kind === 'ad'
  return stands && !/[.,;]$/u.test(line.text)
}

/** Whether a line announces a pause and nothing else. */
export function isBreak(text: string): boolean {
  return breakLine.test(text.trim())
}

const breakLine =
  /^(?:(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?\s*:?\s*)?(?:pause|frokost|kaffepause|kaffe|middag|ophold)(?:\s.{0,40})?$/iu

const groupCaption =
  /^(?:(?:(?:sager|punkter|emner)(?:,? der| til| med)|til)\s(?!alle|stede).{3,50}|(?:åben|åbne|lukket|lukkede|offentlig|fortrolig)(?:e)?\s+(?:dagsorden|punkter|sager|del|møde)|(?:beslutnings|drøftelses|orienterings|godkendelses|meddelelses)(?:punkter|sager)|formalia|orienteringer)$/iu
const closingLine =
  /^(?:mødet (?:sluttede|hævet|hævedes|blev hævet|slut|afsluttedes|afsluttet|sluttet).{0,40}|(?:elektronisk )?underskrift(?:er|sside|sark|sblad)?|underskrives? .{0,40}|referent:.{0,60}|således passeret.{0,40}|formand|dirigent|med venlig hilsen)[.:]?$/iu

const minutesBy = /^(?:[Ff]or )?[Rr]eferat(?:et)?:? (?:ved |v\/ ?)?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){1,3}$/u
/** What a web page or a mail prints below its text: where it begins, the agenda has ended. */
const pageFurniture =
  /^(?:(?:fandt|finder) du .{0,60}\?|sidst (?:opdateret|ændret|redigeret)\b.{0,60}|siden? er (?:sidst )?opdateret.{0,40}|del (?:denne )?(?:side|på)\b.{0,40}|til toppen|tilbage til (?:toppen|oversigten|listen)|cookie(?:s|politik).{0,40}|tilgængelighedserklæring|privatlivspolitik|udskriv(?: side)?|print(?: side)?|læs (?:op|højt)|følg os.{0,40}|kontakt (?:os|kommunen)|(?:med )?(?:venlig|mange|de bedste|bedste|kærlig|varme)e? hilsne?r?(?:en)?,?.{0,40}|mvh\.?,?.{0,40}|vh\.?,?.{0,30})$/iu

function findCaptions(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: readonly ItemStart[],
): ReadonlySet<number> {
  const captions = new Set<number>()
  const heads = new Set(starts.map((start) => start.at))
  for (const start of starts) {
    for (let at = start.at - 1; at >= 0 && at >= start.at - 2; at--) {
      if (heads.has(at) || !isCaption(lines, facts, at)) break
      captions.add(at)
    }
  }
  const lastStart = starts.at(-1)?.at ?? 0
  let furnitureFrom = lines.length
  for (const [at, line] of lines.entries()) {
    const isGroup = groupCaption.test(line.text) && !heads.has(at) && heads.has(nextBody(lines, at))
    if (at > lastStart && pageFurniture.test(line.text)) furnitureFrom = Math.min(furnitureFrom, at)
    const closes = at > lastStart && (closingLine.test(line.text) || minutesBy.test(line.text))
    if (isBreak(line.text) || isGroup || closes || at >= furnitureFrom) captions.add(at)
  }
  return captions
}

function nextBody(lines: readonly AgendaLine[], at: number): number {
  for (let next = at + 1; next < Math.min(lines.length, at + 4); next++) {
    if (lines[next]?.role === 'body' && !groupCaption.test(lines[next]?.text ?? '')) return next
  }
  return -1
}

function isCaption(lines: readonly AgendaLine[], facts: LineFacts, at: number): boolean {
  const line = lines[at]
  if (line === undefined || line.role !== 'body' || line.text.length > 90 || facts.labels[at]) return false
  const kind = readMarkText(line.text)?.kind
  if (kind === 'roman' || (kind === 'letter' && /^\p{Lu}/u.test(line.text))) return !isListed(lines, facts, at)
  const look = facts.signatures[at] ?? 'plain'
  return (look.startsWith('heading') || look.startsWith('bold') || line.look.capitals) && !/[.;,]$/u.test(line.text)
}

// "Bilag:", "A: Notat", "B: Kort": lettered lines right under a label are its list.
function isListed(lines: readonly AgendaLine[], facts: LineFacts, at: number): boolean {
  let above = at - 1
  while (above >= 0 && readMarkText(lines[above]?.text ?? '')?.kind === 'letter') above--
  return facts.labels[above]?.rest === ''
}
