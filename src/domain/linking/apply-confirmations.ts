import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { readEntry } from './calendar-entry.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ReplacedPair } from './find-replacements.ts'
import type { ForumEntries } from './forum-entries.ts'
import type { ForumIndex } from './forum-index.ts'
import type { Confirmation, Evidence } from './link-types.ts'

/** L1: a person's word. */
function saidByPerson(code: string, text: string): Evidence {
  return { rule: 'L1', code, text }
}

/** True when the confirmation means this event: by its id, or by the iCalUId all copies share. */
export function isMeant(reference: string, event: CalendarEvent): boolean {
  return (
    reference === event.id || (event.iCalUId !== null && reference.toUpperCase() === event.iCalUId.trim().toUpperCase())
  )
}

/** L1: ties a person has made or undone outrank all that was weighed. */
export function confirmTies(
  ties: readonly ForumTie[],
  events: readonly CalendarEvent[],
  confirmations: readonly Confirmation[],
  index: ForumIndex,
  me: string,
): readonly ForumTie[] {
  let confirmed = [...ties]
  for (const said of confirmations) {
    if (said.kind === 'separate') {
      confirmed = confirmed.filter((tie) => tie.forumId !== said.forumId || !isMeant(said.event, tie.entry.event))
    }
    if (said.kind !== 'belongs' || !index.forums.has(said.forumId)) continue
    for (const event of events.filter((candidate) => isMeant(said.event, candidate))) {
      const known = confirmed.find((tie) => tie.entry.event.id === event.id && tie.forumId === said.forumId)
      const entry = known?.entry ?? readEntry(event, index, me)
      const weight = {
        ...saidByPerson('confirmed-by-person', 'En person har bekræftet, at det er forummets møde'),
        weight: 99,
      }
      confirmed = confirmed.filter((tie) => tie !== known)
      confirmed.push({ entry, forumId: said.forumId, weights: [weight], confidence: 1 })
    }
  }
  return confirmed
}

/** L1: replacements a person has confirmed, and those he has said no to. */
export function confirmReplacements(
  pairs: readonly ReplacedPair[],
  entries: ForumEntries,
  confirmations: readonly Confirmation[],
): readonly ReplacedPair[] {
  let confirmed = [...pairs]
  for (const said of confirmations) {
    if (said.kind === 'keeps') confirmed = confirmed.filter((pair) => !isMeant(said.event, pair.old.entry.event))
    if (said.kind !== 'replaces') continue
    const olds = entries.ties.filter((tie) => isMeant(said.stale, tie.entry.event))
    const current = entries.ties.find((tie) => isMeant(said.current, tie.entry.event))
    if (olds.length === 0 || !current) continue
    // What was confirmed as stale leads where the person said; and what he said is live is not stale because of the other.
    confirmed = confirmed.filter(
      (pair) =>
        !isMeant(said.stale, pair.old.entry.event) &&
        !(isMeant(said.current, pair.old.entry.event) && isMeant(said.stale, pair.current.entry.event)),
    )
    const because = [saidByPerson('replaced-says-person', 'En person har bekræftet, at indkaldelsen er erstattet')]
    for (const old of olds) confirmed.push({ old, current, confidence: 1, isAmbiguous: false, because })
  }
  return confirmed
}
