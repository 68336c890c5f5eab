import { makeParagraph, plainRun } from '../../src/documents/make-paragraph.ts'
import type { AgendaDraft, DraftItem, DraftPart, DraftRole } from '../../src/domain/agenda/agenda-draft.ts'
import type { Outline } from '../../src/domain/agenda/outline.ts'
import { readAgenda } from '../../src/domain/agenda/read-agenda.ts'
import { toAgendaDraft } from '../../src/domain/agenda/to-agenda-items.ts'
import type { EnclosureKey, ItemKey, LocalDate } from '../../src/shared/ids.ts'
import type { Finding } from '../../src/shared/reading.ts'

/** Keys "k1", "k2" ... in the order they are asked for. */
export function countedKeys(prefix = 'k'): () => string {
  let count = 0
  return () => `${prefix}${++count}`
}

/** A document of plain lines with what the reader finds in it. */
export function readLines(lines: readonly string[]): {
  readonly draft: AgendaDraft
  readonly findings: readonly Finding[]
  readonly outline: Outline
} {
  const blocks = lines.map((text) => makeParagraph({ runs: [plainRun(text)] }))
  const outline: Outline = { source: 'docx', fileName: 'a.docx', blocks, pageCount: null }
  const { findings, value } = readAgenda(outline)
  return { draft: toAgendaDraft(value, countedKeys()), findings, outline }
}

/** The draft of a document of plain lines. */
export function draftOf(lines: readonly string[]): AgendaDraft {
  return readLines(lines).draft
}

/** A draft item; `texts` gives one part for each named text. */
export function aDraftItem(
  part: Partial<Omit<DraftItem, 'key' | 'parts' | 'sameAs'>> & {
    key?: string
    sameAs?: string
    texts?: Partial<Record<DraftRole, string>>
  } = {},
): DraftItem {
  const { key = 'draft', sameAs, texts = {}, ...rest } = part
  const parts = Object.entries(texts).map(
    ([role, text]): DraftPart => ({ key: `${key}-${role}`, role: role as DraftRole, label: null, text, place: null }),
  )
  return {
    number: '1',
    title: 'Status på samarbejdsaftalen',
    purpose: null,
    kind: 'item',
    presenters: [],
    durationMinutes: null,
    openness: 'open',
    enclosures: [],
    place: null,
    taken: true,
    choices: {},
    ...rest,
    key: key as ItemKey,
    parts,
    sameAs: (sameAs ?? null) as ItemKey | 'new' | null,
  }
}

/** An enclosure as a document announces it. */
export function anAnnounced(number: number | null, title: string, url: string | null = null) {
  return { key: `announced-${number}-${title}` as EnclosureKey, number, title, url, pending: url === null }
}

/** Minutes of 6 October 2026 with these items. */
export function aDraft(items: readonly DraftItem[], part: Partial<AgendaDraft> = {}): AgendaDraft {
  return {
    kind: 'referat',
    date: '2026-10-06' as LocalDate,
    start: null,
    end: null,
    location: null,
    participants: [],
    attendanceKey: 'attendance' as ItemKey,
    items,
    nextMeeting: null,
    proposals: [],
    settled: [],
    ...part,
  }
}
