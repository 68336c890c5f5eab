import type { Scenario } from './scenario.ts'

export type Answer = {
  readonly meetings: readonly {
    readonly forumId: string
    readonly eventIds: readonly string[]
    readonly currentEventId: string
    readonly agendaId: string | null
    readonly confidence: number
  }[]
  readonly replacements: readonly {
    readonly staleEventId: string
    readonly currentEventId: string
    readonly confidence: number
  }[]
}

export type Tally = { right: number; extra: number; missing: number }
export type Score = {
  readonly links: Tally
  readonly replaced: Tally
  readonly agendas: Tally
  wrongStale: number
  readonly misses: string[]
}

export function emptyScore(): Score {
  const tally = () => ({ right: 0, extra: 0, missing: 0 })
  return { links: tally(), replaced: tally(), agendas: tally(), wrongStale: 0, misses: [] }
}

/** F1 of right, extra and missing answers; 1 when there was nothing to find and nothing was said. */
export function f1({ right, extra, missing }: Tally): number {
  return right + extra + missing === 0 ? 1 : (2 * right) / (2 * right + extra + missing)
}

/** Compares an answer with what is true; only what is said at 0.6 and above counts. */
export function addScore(score: Score, { name, truth }: Scenario, answer: Answer): void {
  const miss = (text: string) => score.misses.push(`${name}: ${text}`)
  const said = new Set(
    answer.meetings.filter((m) => m.confidence >= 0.6).flatMap((m) => m.eventIds.map((id) => `${id} ${m.forumId}`)),
  )
  compare(
    score.links,
    said,
    truth.links.map((pair) => pair.join(' ')),
    truth.mayLinks.map((pair) => pair.join(' ')),
    (text) => miss(`link ${text}`),
  )
  const pairs = answer.replacements.filter((r) => r.confidence >= 0.6)
  for (const want of truth.replaced) {
    if (pairs.some((r) => r.staleEventId === want.stale && want.current.includes(r.currentEventId)))
      score.replaced.right += 1
    else {
      score.replaced.missing += 1
      miss(`replacement missing ${want.stale}`)
    }
  }
  const allowed = [...truth.replaced, ...truth.mayReplaced]
  for (const r of pairs) {
    if (allowed.some((want) => want.stale === r.staleEventId && want.current.includes(r.currentEventId))) continue
    score.replaced.extra += 1
    miss(`replacement extra ${r.staleEventId} -> ${r.currentEventId} ${r.confidence}`)
    if (r.confidence >= 0.9 && !allowed.some((want) => want.stale === r.staleEventId)) {
      score.wrongStale += 1
      miss(`WRONG STALE ${r.staleEventId}`)
    }
  }
  for (const [event, agenda] of truth.agendas) {
    const found = answer.meetings.find((m) => m.eventIds.includes(event))
    if (found?.agendaId === agenda) score.agendas.right += 1
    else {
      score.agendas.missing += 1
      miss(`agenda of ${event} is ${found?.agendaId}`)
    }
  }
}

function compare(
  tally: Tally,
  said: ReadonlySet<string>,
  wanted: readonly string[],
  allowed: readonly string[],
  miss: (text: string) => void,
): void {
  for (const want of wanted) {
    if (said.has(want)) tally.right += 1
    else {
      tally.missing += 1
      miss(`missing ${want}`)
    }
  }
  for (const one of said) {
    if (wanted.includes(one) || allowed.includes(one)) continue
    tally.extra += 1
    miss(`extra ${one}`)
  }
}
