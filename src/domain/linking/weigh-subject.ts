import type { CalendarEntry } from './calendar-entry.ts'
import { type ForumHit, stemsOf } from './forum-index.ts'
import type { LinkForum } from './link-types.ts'
import type { SubjectReading } from './read-subject.ts'
import type { Weighed } from './weight.ts'

/** L7: the forum's name in the subject, and what else stands there. */
export function weighSubject(entry: CalendarEntry, forum: LinkForum): readonly Weighed[] {
  const { subject } = entry
  const hit = subject.hits.find((one) => one.forumIds.includes(forum.id))
  if (!hit) return []
  const weights: Weighed[] = [
    {
      rule: 'L7',
      code: `subject-names-forum: ${forum.name}`,
      text: `Emnet "${subject.text}" nævner ${forum.name}`,
      weight: hit.isGuess ? 0.3 : 1.8,
    },
  ]
  // Its own secretariat makes slips in the name; with others it may be another name.
  const isCalledByForum = forum.secretariat.includes(entry.event.organizer?.mail ?? '')
  if (hit.isMisspelt)
    weights.push(against('L7', 'name-misspelt', 'Navnet er stavet forkert', isCalledByForum ? -0.2 : -1.4))
  if (isWholeName(entry.subject, hit, forum)) {
    weights.push({ rule: 'L7', code: 'whole-name', text: 'Emnet er forummets fulde navn og intet andet', weight: 0.5 })
  }
  if (hit.forumIds.length > 1) weights.push(against('L7', 'name-is-shared', 'Flere fora kaldes det samme', -1.2))
  if (subject.unknownAttached.length > 0) {
    const words = subject.unknownAttached.join(' ')
    weights.push(against('L7', `longer-name: ${words}`, `Emnet siger mere end forummets navn: "${words}"`, -4.6))
  }
  if (subject.unknownBefore.length > 0) {
    const words = subject.unknownBefore.join(' ')
    weights.push(
      against(
        'L7',
        `words-before-name: ${words}`,
        `Foran forummets navn står "${words}"`,
        subject.isBeforeApart ? -1 : -2.4,
      ),
    )
  }
  if (subject.unknownTheme.length > 0) {
    const words = subject.unknownTheme.join(' ')
    weights.push(against('L7', `theme: ${words}`, `Efter forummets navn står "${words}"`, -0.9))
  }
  return weights
}

const stemCounts = new WeakMap<LinkForum, number>()

/** How many words a forum's name has, counted once for all events. */
function countStems(forum: LinkForum): number {
  const count = stemCounts.get(forum) ?? stemsOf(forum.name).length
  stemCounts.set(forum, count)
  return count
}

/** The subject is the forum's own name of several words: nobody else's meeting is called so by chance. */
function isWholeName(subject: SubjectReading, hit: ForumHit, forum: LinkForum): boolean {
  const isAlone = [subject.unknownBefore, subject.unknownAttached, subject.unknownTheme].every(
    (words) => words.length === 0,
  )
  return isAlone && !hit.isGuess && !hit.isMisspelt && hit.to - hit.from > 1 && countStems(forum) === hit.to - hit.from
}

function against(rule: string, code: string, text: string, weight: number): Weighed {
  return { rule, code, text, weight }
}
