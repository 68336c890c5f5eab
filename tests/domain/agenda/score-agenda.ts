import type { AgendaDocument } from '../../../src/domain/agenda/agenda-document.ts'
import type { ExpectedAgenda, ExpectedItem } from '../../fixtures/agendas/read-fixture.ts'

type Count = { hits: number; missing: number; surplus: number }
export type Score = Map<string, Count>

const scoredFields = [
  'items',
  'numbers',
  'sections',
  'recommendations',
  'decisions',
  'bilag',
  'urls',
  'pending',
  'people',
  'date',
  'times',
  'location',
  'next',
  'proposals',
] as const

function toKey(text: unknown): string {
  return String(text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad|(?<=\p{L})-\s*(?=\p{L})/gu, '')
    .replace(/^at\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function isNear(a: unknown, b: unknown): boolean {
  const [x, y] = [toKey(a), toKey(b)]
  if (x === y) return true
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
  const [p, q] = [pairs(x), pairs(y)]
  const shared = [...p].filter((pair) => q.has(pair)).length
  return p.size + q.size > 0 && (2 * shared) / (p.size + q.size) >= 0.9
}

function add(score: Score, field: string, hits: number, missing: number, surplus: number): void {
  const count = score.get(field) ?? { hits: 0, missing: 0, surplus: 0 }
  score.set(field, { hits: count.hits + hits, missing: count.missing + missing, surplus: count.surplus + surplus })
}

function compareLists<A, B>(
  score: Score,
  field: string,
  wanted: readonly A[],
  got: readonly B[],
  same: (a: A, b: B) => boolean,
): void {
  const left = [...got]
  let hits = 0
  for (const value of wanted) {
    const at = left.findIndex((other) => same(value, other))
    if (at < 0) continue
    left.splice(at, 1)
    hits++
  }
  add(score, field, hits, wanted.length - hits, left.length)
}

function compareValue(score: Score, field: string, wanted: unknown, got: unknown): void {
  const has = (value: unknown) => value !== null && value !== undefined && value !== false && value !== ''
  if (!has(wanted) && !has(got)) return
  const hit = has(wanted) && has(got) && isNear(wanted, got)
  add(score, field, hit ? 1 : 0, hit || !has(wanted) ? 0 : 1, hit || !has(got) ? 0 : 1)
}

/** Scores what was read against what a person read: hits, misses and surplus for each field. */
export function scoreAgenda(expected: ExpectedAgenda, read: AgendaDocument): Score {
  const score: Score = new Map()
  const got = [...read.items]
  for (const item of expected.items) {
    const at = got.findIndex((other) => isNear(item.title, other.title))
    const found = at < 0 ? undefined : got.splice(at, 1)[0]
    add(score, 'items', found ? 1 : 0, found ? 0 : 1, 0)
    scoreItem(score, item, found)
  }
  add(score, 'items', 0, 0, got.length)
  for (const item of got) scoreItem(score, undefined, item)
  scoreHead(score, expected, read)
  return score
}

type ReadItem = AgendaDocument['items'][number]

function scoreItem(score: Score, wanted: ExpectedItem | undefined, got: ReadItem | undefined): void {
  compareValue(score, 'numbers', wanted?.number ?? null, got?.number ?? null)
  const labels = (list: readonly string[] | undefined) => [...new Set(list ?? [])].filter((label) => label !== 'bilag')
  compareLists(score, 'sections', labels(wanted?.sections), labels(got?.sections), (a, b) => a === b)
  compareLists(score, 'recommendations', wanted?.recommendations ?? [], got?.recommendations ?? [], isNear)
  compareValue(score, 'decisions', wanted?.decision, got?.decision)
  compareLists(
    score,
    'bilag',
    wanted?.bilag ?? [],
    got?.bilag ?? [],
    (a, b) => isNear(a.title, b.title) && (a.number === null || a.number === b.number),
  )
  const urls = (item: ExpectedItem | ReadItem | undefined) =>
    (item?.bilag ?? []).flatMap(({ url }) => (url === null ? [] : [url]))
  compareLists(score, 'urls', urls(wanted), urls(got), (a, b) => a === b)
  const pending = (item: ExpectedItem | ReadItem | undefined) => (item?.bilag ?? []).filter((bilag) => bilag.pending)
  compareLists(score, 'pending', pending(wanted), pending(got), (a, b) => isNear(a.title, b.title))
}

function scoreHead(score: Score, expected: ExpectedAgenda, read: AgendaDocument): void {
  const people = (expected['participants'] ?? []) as { name: string; afbud: boolean }[]
  compareLists(score, 'people', people, read.participants, (a, b) => isNear(a.name, b.name) && a.afbud === b.afbud)
  compareValue(score, 'date', expected['date'], read.date)
  compareValue(score, 'times', expected['start'], read.start)
  compareValue(score, 'times', expected['end'], read.end)
  compareValue(score, 'location', expected['location'], read.location)
  compareValue(score, 'location', expected['online'], read.online)
  const next = (expected['nextMeeting'] ?? {}) as Record<string, unknown>
  const gotNext = (read.nextMeeting ?? {}) as Record<string, unknown>
  for (const field of ['date', 'start', 'end', 'online', 'replacesDate', 'reason', 'invitationSent']) {
    compareValue(score, 'next', next[field], gotNext[field])
  }
  const proposals = (expected['proposalsForNextMeeting'] ?? []) as { title: string }[]
  compareLists(score, 'proposals', proposals, read.proposalsForNextMeeting, (a, b) => isNear(a.title, b.title))
}

/** F1 of a field; null when the documents have nothing of it. */
function fieldF1(count: Count | undefined): number | null {
  if (count === undefined || count.hits + count.missing + count.surplus === 0) return null
  return (2 * count.hits) / (2 * count.hits + count.missing + count.surplus)
}

/** Macro F1: mean over documents for each field, then over fields; with a table to print. */
export function summarise(scores: readonly { readonly name: string; readonly score: Score }[]): {
  readonly overall: number
  readonly fields: Readonly<Record<string, number>>
  readonly table: string
} {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const fields: Record<string, number> = {}
  for (const field of scoredFields) {
    const values = scores.map(({ score }) => fieldF1(score.get(field))).filter((value) => value !== null)
    if (values.length > 0) fields[field] = mean(values)
  }
  const rows = scores.map(({ name, score }) => {
    const cells = scoredFields.map((field) => fieldF1(score.get(field))?.toFixed(2) ?? '  · ')
    return `${name.padEnd(52)} ${cells.map((cell) => cell.padStart(6)).join('')}`
  })
  const head = `${''.padEnd(52)} ${scoredFields.map((field) => field.slice(0, 5).padStart(6)).join('')}`
  const overall = mean(Object.values(fields))
  return { overall, fields, table: [head, ...rows, `overall F1 ${overall.toFixed(3)}`].join('\n') }
}
