import type { CalendarEntry } from './calendar-entry.ts'
import type { LinkForum } from './link-types.ts'
import type { Weighed } from './weight.ts'

/** Evidence so strong that nothing but a person's word or our own token outweighs it. */
const ruledOut = -99

/**
 * L11: words of a pre-meeting, a task, a lunch, a journey. Behind a colon they may be the theme of a real meeting, but only
 * of one that starts when the agenda says and is called by the secretariat.
 */
export function weighPurpose(entry: CalendarEntry, forum: LinkForum, startsLikeAgenda: boolean): readonly Weighed[] {
  const { otherPurpose, purposeIsNote, purposeIsTheme } = entry.subject
  if (!otherPurpose) return []
  const isCalledByForum = forum.secretariat.includes(entry.event.organizer?.mail ?? '')
  // "- husk tilmelding til frokost" tells those who come something.
  if (purposeIsNote && isCalledByForum && entry.event.attendees.length > 1) return []
  const weight = purposeIsTheme && startsLikeAgenda && isCalledByForum ? -1.2 : ruledOut
  return [
    {
      rule: 'L11',
      code: `other-purpose: ${otherPurpose}`,
      text: `"${otherPurpose}" tyder på noget andet end mødet selv`,
      weight,
    },
  ]
}

/** L12: private entries, and notes in one's own calendar to which nobody is invited. */
export function weighPrivacy(entry: CalendarEntry, forum: LinkForum): readonly Weighed[] {
  const weights: Weighed[] = []
  const { attendees, organizer, sensitivity } = entry.event
  if (entry.isOwn && attendees.length === 0) {
    const weight = forum.secretariat.includes(organizer?.mail ?? '') ? -1.6 : -2.2
    weights.push({ rule: 'L12', code: 'own-note', text: 'Ingen er indbudt: en post i egen kalender', weight })
  }
  if (sensitivity === 'private' || sensitivity === 'personal') {
    const weight = entry.isOwn ? -2 : -0.9
    weights.push({ rule: 'L12', code: 'private', text: 'Posten er markeret som privat', weight })
  }
  return weights
}
