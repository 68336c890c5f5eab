import type { ForumId } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { foldText, wordsOf } from '../calendar/fold-text.ts'
import { stemWord } from '../calendar/stem-word.ts'
import { type CalendarEntry, readEntry } from './calendar-entry.ts'
import type { ForumIndex } from './forum-index.ts'
import type { LinkForum } from './link-types.ts'
import type { PlanIndex } from './plan-index.ts'
import { findForumMentions, splitSentences } from './read-sentences.ts'
import { weighOtherSecretariat, weighPeople } from './weigh-people.ts'
import { startsLikeAgenda, weighPlan } from './weigh-plan.ts'
import { weighPrivacy, weighPurpose } from './weigh-purpose.ts'
import { weighSubject } from './weigh-subject.ts'
import { confidenceOf, type Weighed } from './weight.ts'

/** An entry that is, or may be, a meeting of that forum, and all that speaks for and against. */
export type ForumTie = {
  readonly entry: CalendarEntry
  readonly forumId: ForumId
  readonly weights: readonly Weighed[]
  readonly confidence: number
}

/** Quick no for the many events of a calendar that can concern no forum: neither a name in the subject nor its secretariat. */
export function mayConcernForum(event: CalendarEvent, index: ForumIndex): boolean {
  const organizer = event.organizer?.mail
  if (organizer !== undefined && index.bySecretary.has(organizer)) return true
  const subject = event.subject
  if (subject === '') return false
  return mayNameForum(subject, index)
}

/** A stem begins as its word does, so a word that begins as no name does needs no stemming. */
function mayNameForum(subject: string, index: ForumIndex): boolean {
  let last = ''
  for (const word of wordsOf(foldText(subject.length > 300 ? subject.slice(0, 300) : subject))) {
    if (index.firstLetters.has(word.slice(0, 2)) && index.byFirstStem.has(stemWord(word))) return true
    const joined = last + word
    if (last !== '' && index.firstLetters.has(joined.slice(0, 2)) && index.byFirstStem.has(stemWord(joined)))
      return true
    last = word
  }
  return false
}

/** Weighs an event against each forum it may belong to (L7 to L13). */
export function findForumTies(
  event: CalendarEvent,
  index: ForumIndex,
  plans: PlanIndex,
  me: string,
): readonly ForumTie[] {
  const entry = readEntry(event, index, me)
  const named = [...new Set(entry.subject.hits.flatMap((hit) => hit.forumIds))]
  if (named.length > 0) {
    const partners = findPartners(entry, index).filter((id) => !named.includes(id))
    return [
      ...named.flatMap((id) => tieTo(entry, id, index, plans, me, [])),
      ...partners.flatMap((id) => tieTo(entry, id, index, plans, me, [weighPartner(id, index)])),
    ]
  }
  const secretary = index.bySecretary.get(event.organizer?.mail ?? '') ?? new Set<ForumId>()
  if (entry.subject.otherPurpose) return []
  return [...secretary].flatMap((id) => {
    const forum = index.forums.get(id)
    return forum && entry.subject.unknownBefore.length === 0
      ? tieTo(entry, id, index, plans, me, weighNameless(entry, forum, index, secretary.size))
      : []
  })
}

/** The forums a joint meeting is held with, as its text names them: "Fællesmøde mellem HMU og Direktionens dialogforum". */
function findPartners(entry: CalendarEntry, index: ForumIndex): readonly ForumId[] {
  if (!entry.subject.isJoint) return []
  const sentences = splitSentences(entry.text.slice(0, 2000)).filter((sentence) =>
    /fælles|joint|sammen med/iu.test(sentence),
  )
  return [
    ...new Set(sentences.flatMap((sentence) => findForumMentions(sentence, index)).flatMap(({ forumIds }) => forumIds)),
  ]
}

function weighPartner(id: ForumId, index: ForumIndex): Weighed {
  const name = index.forums.get(id)?.name ?? ''
  return { rule: 'L7', code: `body-names-forum: ${name}`, text: `Teksten nævner fællesmødet med ${name}`, weight: 1.6 }
}

function tieTo(
  entry: CalendarEntry,
  forumId: ForumId,
  index: ForumIndex,
  plans: PlanIndex,
  me: string,
  first: readonly Weighed[],
): readonly ForumTie[] {
  const forum = index.forums.get(forumId)
  if (!forum) return []
  const weights = [
    ...first,
    ...weighSubject(entry, forum),
    ...weighPeople(entry, forum, index, me),
    ...weighOtherSecretariat(entry, forum, index),
    ...weighPlan(entry, forum, plans),
    ...weighPurpose(entry, forum, startsLikeAgenda(entry, forum, plans)),
    ...weighPrivacy(entry, forum),
  ]
  return [{ entry, forumId, weights, confidence: confidenceOf(weights) }]
}

/** A subject that says nothing ("Møde", "Ny dato") from the secretariat: the body and the people must tell. */
function weighNameless(
  entry: CalendarEntry,
  forum: LinkForum,
  index: ForumIndex,
  forumsOfSecretariat: number,
): readonly Weighed[] {
  const weights: Weighed[] = [
    {
      rule: 'L7',
      code: 'subject-names-no-forum',
      text: `Emnet "${entry.subject.text}" nævner intet forum`,
      weight: forumsOfSecretariat > 1 ? -1.8 : -1.1,
    },
  ]
  const mentions = findForumMentions(entry.text.slice(0, 2000), index)
  const first = mentions[0]
  if (first?.forumIds.includes(forum.id)) {
    weights.push({
      rule: 'L7',
      code: `body-names-forum: ${forum.name}`,
      text: `Teksten nævner ${forum.name}`,
      weight: 1.6,
    })
  } else if (first) {
    weights.push({ rule: 'L7', code: 'body-names-other-forum', text: 'Teksten nævner et andet forum', weight: -2 })
  }
  return weights
}
