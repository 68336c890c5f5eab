import type { WorldChat, WorldEvent } from '../world.ts'
import { sayDay, utcAt } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { chefforum, type ForumSketch, meetingKeyOf, personsWithRole } from './forums.ts'
import { globalObjectId, longJoinLink, shortJoinLink, threadId } from './identifiers.ts'
import { type PersonName, personNamed } from './people.ts'

/** An invitation to a meeting of a forum; the Teams link, if any, is long (names the thread) or short (does not). */
export type InvitationSketch = {
  readonly name: string
  readonly subject: string
  readonly organizer: PersonName
  readonly date: string
  readonly from: string
  readonly to: string
  readonly createdAt: string
  readonly link: 'long' | 'short' | 'none'
  readonly location?: string
  readonly paragraphs: readonly string[]
  readonly responses: Partial<Record<PersonName, 'accepted' | 'tentativelyAccepted' | 'declined'>>
  readonly invited: readonly PersonName[]
  readonly isCancelled?: boolean
}

/** The Graph name of Denmark's time zone in Outlook. */
export const outlookZone = 'Romance Standard Time'

/** The iCalUId of an invitation; the same wherever a copy lies. */
export function iCalUIdOf(sketch: InvitationSketch): string {
  return globalObjectId(sketch.name, sketch.createdAt)
}

/** The invitation's Teams link, undefined when it has none. */
export function joinUrlOf(sketch: InvitationSketch): string | undefined {
  if (sketch.link === 'none') return undefined
  if (sketch.link === 'short') return shortJoinLink(sketch.name)
  const organizer = personNamed(sketch.organizer)
  return longJoinLink(threadId(sketch.name), organizer.homeTenantId, organizer.oid)
}

/** Our own link into the product, which an invitation's body carries as a token (PLATFORM 10.1, S1). */
export function deepLink(forum: ForumSketch, meetingKey: string): string {
  return `https://moedetraad.example/tab.html?m=${meetingKey}&f=${forum.siteId}`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

// A paragraph may end in an address of its own line, which becomes a link as Outlook makes one.
function paragraphHtml(text: string): string {
  const linked = escapeHtml(text).replace(/https:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`)
  return `<p class="MsoNormal">${linked}</p>`
}

/** The body as Outlook sends it: what was written, then the join block of Teams. */
export function bodyHtmlOf(sketch: InvitationSketch): string {
  const joinUrl = joinUrlOf(sketch)
  const join =
    joinUrl === undefined
      ? ''
      : `<div>________________________________________________________________________________</div><div><h2>Microsoft Teams-møde</h2><p><a href="${escapeHtml(joinUrl)}">Deltag i mødet nu</a></p></div>`
  const written = sketch.paragraphs.map(paragraphHtml).join('\r\n')
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${written}${join}</body></html>`
}

/** The event that lies in the organiser's and everybody's calendar. */
export function eventOf(sketch: InvitationSketch): WorldEvent {
  const joinUrl = joinUrlOf(sketch)
  return {
    iCalUId: iCalUIdOf(sketch),
    organizer: sketch.organizer,
    subject: sketch.subject,
    startUtc: utcAt(sketch.date, sketch.from),
    endUtc: utcAt(sketch.date, sketch.to),
    timeZone: outlookZone,
    bodyHtml: bodyHtmlOf(sketch),
    createdAt: sketch.createdAt,
    attendees: sketch.invited
      .filter((person) => person !== sketch.organizer)
      .map((person) => ({ person, response: sketch.responses[person] ?? 'none' })),
    ...(sketch.location === undefined ? {} : { location: sketch.location }),
    ...(joinUrl === undefined ? {} : { joinUrl }),
    ...(sketch.isCancelled === undefined ? {} : { isCancelled: sketch.isCancelled }),
  }
}

/** The Teams chat of an invitation with a long link. */
export function chatOf(sketch: InvitationSketch): WorldChat {
  return {
    threadId: threadId(sketch.name),
    topic: sketch.subject,
    joinUrl: joinUrlOf(sketch) ?? '',
    organizer: sketch.organizer,
    members: [...new Set([sketch.organizer, ...sketch.invited])],
  }
}

const everyone = personsWithRole(chefforum, 'chair', 'viceChair', 'secretary', 'member')

/** The invitation to the dead date: by Mads, whose calendar is locked, so that nobody else can move it. */
export function staleInvitation(dates: DemoDates): InvitationSketch {
  return {
    name: 'chefforum:old',
    subject: 'Chefforum',
    organizer: 'mads',
    date: dates.stale,
    from: '09:00',
    to: '11:30',
    createdAt: utcAt(dates.oldInvitationSent, '12:31'),
    link: 'short',
    location: 'Mødesal 2, Rådhuspladsen 1, Strandvang',
    paragraphs: [
      'Hermed indkaldelse til møde i Chefforum for sundheds- og ældrechefer.',
      'Dagsorden og bilag kommer cirka en uge før mødet.',
      'Venlig hilsen Mads Thorkrarup, Strandvang Kommune',
    ],
    invited: everyone,
    responses: { hanne: 'accepted', birgit: 'accepted', peter: 'accepted', tove: 'accepted', lone: 'accepted' },
  }
}

/** The new invitation, with another organiser, another UID, a Teams link, and the words and token of the move. */
export function newInvitation(dates: DemoDates): InvitationSketch {
  return {
    name: 'chefforum:new',
    subject: 'Chefforum - ny dato',
    organizer: 'lone',
    date: dates.coming,
    from: '09:00',
    to: '11:00',
    createdAt: utcAt(dates.announced, '09:42'),
    link: 'long',
    location: 'Microsoft Teams-møde',
    paragraphs: [
      'Kære alle',
      `Denne indkaldelse erstatter mødet den ${sayDay(dates.stale)}, som falder sammen med Sundhedsdagene i Nordenå.`,
      'Mads kan ikke flytte den gamle indkaldelse, så slet den selv i jeres kalender.',
      'Dagsorden, bilag og forslag til punkter i Mødetråd:',
      deepLink(chefforum, meetingKeyOf(chefforum, 'coming')),
      'Venlig hilsen Lone Ravnkilde, Sundhedssekretariatet Nordenå',
    ],
    invited: everyone,
    responses: {
      hanne: 'accepted',
      birgit: 'accepted',
      mads: 'accepted',
      inge: 'accepted',
      vibe: 'accepted',
      jonas: 'accepted',
      anja: 'tentativelyAccepted',
      ole: 'accepted',
      rikke: 'declined',
    },
  }
}

/** The invitation to the past meeting, whose minutes are approved. */
export function pastInvitation(dates: DemoDates): InvitationSketch {
  return {
    name: 'chefforum:past',
    subject: 'Chefforum',
    organizer: 'lone',
    date: dates.past,
    from: '09:00',
    to: '12:00',
    createdAt: utcAt(dates.oldInvitationSent, '10:05'),
    link: 'long',
    location: 'Sundhedssekretariatet, lokale 3',
    paragraphs: ['Hermed indkaldelse til Chefforum.', deepLink(chefforum, meetingKeyOf(chefforum, 'past'))],
    invited: everyone,
    responses: Object.fromEntries(everyone.map((person) => [person, 'accepted'])),
  }
}
