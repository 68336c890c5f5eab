import type { ForumId } from '../../shared/ids.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import type { ForumIndex } from './forum-index.ts'
import type { LinkForum } from './link-types.ts'
import type { Weighed } from './weight.ts'

/** L8: who calls and who is invited, against the forum's members and secretariat. */
export function weighPeople(entry: CalendarEntry, forum: LinkForum, index: ForumIndex, me: string): readonly Weighed[] {
  if (forum.members.length + forum.secretariat.length === 0) {
    return entry.isOwn && entry.event.attendees.length < 4
      ? []
      : [{ rule: 'L8', code: 'people-unknown', text: 'Forummets medlemmer er ikke oplyst', weight: 0.6 }]
  }
  return [...weighOrganizer(entry, forum, index), ...weighInvited(entry, forum, me, index)]
}

function weighOrganizer(entry: CalendarEntry, forum: LinkForum, index: ForumIndex): readonly Weighed[] {
  const mail = entry.event.organizer?.mail
  if (!mail) return []
  if (forum.secretariat.includes(mail)) {
    return [{ rule: 'L8', code: 'organizer-is-secretariat', text: `${mail} er forummets sekretariat`, weight: 1.3 }]
  }
  if (isOtherSecretariat(mail, entry, index, forum.id)) return []
  if (forum.members.includes(mail)) {
    const weight = entry.event.attendees.length > 0 ? 0.9 : 0
    return [{ rule: 'L8', code: 'organizer-is-member', text: `${mail} er medlem af forummet`, weight }]
  }
  if (isColleague(mail, forum.secretariat)) {
    return [{ rule: 'L8', code: 'organizer-near-secretariat', text: `${mail} er fra sekretariatets hus`, weight: 0.4 }]
  }
  return entry.isOwn || isCalledByPartner(entry, index)
    ? []
    : [{ rule: 'L8', code: 'organizer-unknown', text: `${mail} hører ikke til forummet`, weight: -0.6 }]
}

/** At a joint meeting one forum's secretariat calls for all, and each forum passes it on to its own. */
function isCalledByPartner(entry: CalendarEntry, index: ForumIndex): boolean {
  // Two forums of one name are not met together: only several names, or the word, make it joint.
  if (!entry.subject.isJoint && entry.subject.hits.length < 2) return false
  const named = new Set(entry.subject.hits.flatMap((hit) => hit.forumIds))
  return [...(index.bySecretary.get(entry.event.organizer?.mail ?? '') ?? [])].some((id) => named.has(id))
}

function weighInvited(entry: CalendarEntry, forum: LinkForum, me: string, index: ForumIndex): readonly Weighed[] {
  const others = entry.event.attendees.filter(({ mail }) => mail !== me && mail !== entry.event.organizer?.mail)
  if (others.length < 2) return []
  const known = others.filter(({ mail }) => forum.members.includes(mail)).length
  const share = known / others.length
  const text = `${known} af ${others.length} indbudte er medlemmer af forummet`
  if (known === 0 && isCalledByPartner(entry, index) && !forum.secretariat.includes(entry.event.organizer?.mail ?? ''))
    return []
  if (known === 0) return [{ rule: 'L8', code: 'no-members-invited', text, weight: -1.2 }]
  // Three colleagues who happen to be members are a talk, not the forum.
  const isFew =
    others.length < 4 && forum.members.length >= 8 && !forum.secretariat.includes(entry.event.organizer?.mail ?? '')
  if (isFew) return [{ rule: 'L8', code: 'few-members-invited', text, weight: -0.8 }]
  return share >= 0.5 ? [{ rule: 'L8', code: 'members-invited', text, weight: 1 }] : []
}

/** L13: the organiser is the secretariat of another forum and not of this one; at a joint meeting that proves nothing. */
export function weighOtherSecretariat(entry: CalendarEntry, forum: LinkForum, index: ForumIndex): readonly Weighed[] {
  const mail = entry.event.organizer?.mail
  if (!mail || forum.secretariat.includes(mail) || !isOtherSecretariat(mail, entry, index, forum.id)) return []
  return [{ rule: 'L13', code: 'other-secretariat', text: `${mail} er et andet forums sekretariat`, weight: -1.8 }]
}

function isOtherSecretariat(mail: string, entry: CalendarEntry, index: ForumIndex, forumId: ForumId): boolean {
  const theirs = [...(index.bySecretary.get(mail) ?? [])]
  const named = new Set(entry.subject.hits.flatMap((hit) => hit.forumIds))
  return theirs.length > 0 && !theirs.includes(forumId) && !theirs.some((id) => named.has(id))
}

function isColleague(mail: string, secretariat: readonly string[]): boolean {
  const domain = mail.slice(mail.indexOf('@'))
  return domain.length > 1 && secretariat.some((other) => other.endsWith(domain))
}

/**
 * Whose word on the forum's dates counts (L6): its secretariat's and its members', that of the forum it meets with, and of
 * whoever can call the forum together: a new secretary is in nobody's list yet.
 */
export function isTrusted(entry: CalendarEntry, forum: LinkForum, index: ForumIndex): boolean {
  if (forum.members.length + forum.secretariat.length === 0) return true
  const mail = entry.event.organizer?.mail
  if (mail === undefined) return false
  if (forum.secretariat.includes(mail) || forum.members.includes(mail) || isColleague(mail, forum.secretariat))
    return true
  if (isCalledByPartner(entry, index)) return true
  const invited = entry.event.attendees.filter((attendee) => forum.members.includes(attendee.mail)).length
  return invited >= 3 && invited >= forum.members.length / 2
}
