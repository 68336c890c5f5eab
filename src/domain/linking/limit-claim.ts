import type { Evidence } from './link-types.ts'
import type { ClaimedPair, KeepClaim, MoveClaim } from './move-claim.ts'
import { compare, type PlanIndex } from './plan-index.ts'
import { certain, confidenceOf } from './weight.ts'

/** Evidence against a move: it may be at most this sure. */
export type Limit = { readonly limit: number; readonly evidence: Evidence }

/** Everything that speaks against a claimed pair (L14 to L17, and the ties of both entries). */
export function limitClaim(
  claim: MoveClaim,
  pair: ClaimedPair,
  keeps: readonly KeepClaim[],
  plans: PlanIndex,
): readonly Limit[] {
  return [
    ...limitByTies(claim, pair),
    ...limitByExtraordinary(pair),
    ...limitByKeeps(claim, pair, keeps),
    ...limitByAgenda(claim, pair, plans),
    ...limitByLaterWords(claim, pair, plans),
    ...limitByAge(claim, pair),
  ]
}

function say(limit: number, rule: string, code: string, text: string): Limit {
  return { limit, evidence: { rule, code, text } }
}

/** What a trusted word about a meeting on that date adds to an entry that lies there. */
const namedDate = { rule: 'L6', code: 'date-is-named', text: 'Flytningen nævner datoen', weight: 0.9 } as const

function limitByTies(claim: MoveClaim, { old, current }: ClaimedPair): readonly Limit[] {
  const isNamed = claim.confidence >= certain && claim.old === old.entry.date && claim.speaker !== old
  const weakest = Math.min(isNamed ? confidenceOf([...old.weights, namedDate]) : old.confidence, current.confidence)
  return weakest >= certain
    ? []
    : [say(weakest, 'L8', 'uncertain-forum', 'Det er ikke sikkert, at begge er forummets møder')]
}

/** L14: an extraordinary meeting is a meeting of its own; only plain words make it the new date of an ordinary one. */
function limitByExtraordinary({ old, current }: ClaimedPair): readonly Limit[] {
  const differs = old.entry.subject.isExtraordinary !== current.entry.subject.isExtraordinary
  return differs ? [say(0.75, 'L14', 'extraordinary', 'Det ene møde er ekstraordinært')] : []
}

function limitByKeeps(claim: MoveClaim, { old, current }: ClaimedPair, keeps: readonly KeepClaim[]): readonly Limit[] {
  return keeps.flatMap((keep) => {
    const isAboutOld =
      keep.date !== null ? keep.date === old.entry.date : keep.speaker === current && claim.speaker === current
    if (!isAboutOld || (keep.against.length > 0 && !keep.against.includes(current.entry.date))) return []
    const isLater = keep.speaker === claim.speaker || compare(keep.saidAt ?? '9', claim.saidAt ?? '') >= 0
    return [{ limit: isLater ? 0.5 : 0.65, evidence: { ...keep.evidence, rule: 'L6' } }]
  })
}

/** L15: minutes of the old date prove it was held; an agenda for it is a doubt, a greater one when the new date has its own. */
function limitByAgenda(claim: MoveClaim, { old, current }: ClaimedPair, plans: PlanIndex): readonly Limit[] {
  if (old.entry.date === current.entry.date) return []
  const agendas = plans.agendasOn(claim.forumId, old.entry.date)
  if (agendas.length === 0) return []
  const isHeld = agendas.some((agenda) => agenda.nextMeeting !== null || /referat|minutes/i.test(agenda.title))
  if (isHeld) return [say(0.5, 'L15', `held: ${old.entry.date}`, 'Der er referat af mødet på den gamle dato')]
  // An agenda is drafted weeks before; whoever names the date and moves it knows of the draft.
  const isNamed = claim.speaker !== null && claim.confidence >= certain
  const bothHave = plans.agendasOn(claim.forumId, current.entry.date).length > 0
  return [
    say(
      bothHave ? 0.62 : isNamed ? 0.93 : 0.85,
      'L15',
      `agenda-of-its-own: ${old.entry.date}`,
      'Der er en dagsorden for den gamle dato',
    ),
  ]
}

/** L9: a later document still counts on the old date. */
function limitByLaterWords(claim: MoveClaim, { old }: ClaimedPair, plans: PlanIndex): readonly Limit[] {
  const saidOn = (claim.saidAt ?? '').slice(0, 10)
  if (saidOn === '') return []
  const date = old.entry.date
  const announced = plans.agendas.some(
    (agenda) => agenda.forumId === claim.forumId && agenda.date > saidOn && agenda.nextMeeting?.date === date,
  )
  const newest = plans.newestPlan(claim.forumId)
  const planned = newest !== null && newest.toldOn > saidOn && newest.dates.includes(date)
  return announced || planned
    ? [say(0.65, 'L9', `later-plan: ${date}`, 'Et senere dokument regner stadig med den gamle dato')]
    : []
}

/** L17: an invitation made after the words can hardly be the one they bury. */
function limitByAge(claim: MoveClaim, { old, current }: ClaimedPair): readonly Limit[] {
  const made = old.entry.event.createdAt
  const madeNew = current.entry.event.createdAt
  if (claim.speaker === old && made !== null && madeNew !== null && compare(madeNew, made) < 0) {
    return [say(0.65, 'L17', 'older-than-what-left', 'Indkaldelsen, der skulle være den nye, er den ældste')]
  }
  if (made === null || claim.saidAt === null || claim.speaker === old) return []
  // Words of moving that nobody understood whole bury only what was there when they were written.
  if (claim.isHint && compare(made, claim.saidAt) > 0)
    return [say(0.5, 'L17', 'made-after-the-words', 'Indkaldelsen er lavet senere')]
  const isYounger = claim.speaker === null ? made.slice(0, 10) > claim.saidAt : compare(made, claim.saidAt) > 0
  // Of another kind and made later: it is another meeting on the vacated date.
  const isOther = old.entry.subject.isExtraordinary !== current.entry.subject.isExtraordinary
  if (isYounger && isOther)
    return [say(0.5, 'L17', 'another-meeting-there', 'På datoen er der siden lagt et andet møde')]
  return isYounger
    ? [say(0.78, 'L17', 'made-after-the-words', 'Indkaldelsen er lavet efter, at flytningen blev meldt ud')]
    : []
}
