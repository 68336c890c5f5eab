import { writeFileSync } from 'node:fs'

// An invented calendar in the form of the link command's input: 20 forums, 200 agendas, and events of which one in
// five is a meeting of a forum, some of them moved by a new invitation. No chance: the place in the row decides.

const dayMs = 86_400_000
const firstDay = Date.UTC(2024, 0, 8)
const noise = ['Ugemøde', 'Budgetopfølgning', 'Medarbejdersamtale', 'Frokost', 'Kørsel', 'Forberedelse', 'Tandlæge']
const forums = Array.from({ length: 20 }, (_, place) => ({
  id: `forum-${place}`,
  name: `Prøveforum ${String.fromCharCode(65 + place)}`,
  aliases: [`PF ${String.fromCharCode(65 + place)}`],
  members: Array.from({ length: 25 }, (_, member) => `medlem${member}@kommune${place}.example`),
  secretariat: [`sekretariat@forum${place}.example`],
}))

/** Writes an input of so many events to a file. */
export function writeCalendar(path: string, eventCount: number): void {
  const events = Array.from({ length: eventCount }, (_, place) => toEvent(place, eventCount))
  const agendas = Array.from({ length: 200 }, (_, place) => toAgenda(place))
  writeFileSync(
    path,
    JSON.stringify({ now: '2024-06-03T08:00:00Z', me: 'medlem1@kommune0.example', forums, events, agendas }),
  )
}

function toAgenda(place: number) {
  const forum = forums[place % forums.length]
  return {
    id: `agenda-${place}`,
    forumId: forum?.id,
    title: `Dagsorden ${forum?.name}`,
    date: dayOf(meetingDay(place)),
    start: '09:00',
    end: '11:00',
    nextMeeting: null,
    meetingPlan: [],
  }
}

/** Every fifth event is a meeting on the day of an agenda; every fiftieth of those says it takes another's place. */
function toEvent(place: number, eventCount: number) {
  const isMeeting = place % 5 === 0
  const agenda = (place / 5) % 200
  const forum = forums[agenda % forums.length]
  const day = isMeeting ? meetingDay(agenda) : Math.floor((place / eventCount) * 500)
  const replaces = isMeeting && place % 250 === 0
  const start = `${dayOf(day + (replaces ? 8 : 0))}T09:00:00.0000000`
  const subject = isMeeting
    ? `${forum?.name}${replaces ? ' - ny dato' : ''}`
    : `${noise[place % noise.length]} ${place}`
  const body = replaces
    ? `Mødet den ${dayOf(day)} er flyttet. Denne indkaldelse erstatter den tidligere.`
    : `Hermed indkaldelse. Se dagsordenen, som udsendes en uge før. Nummer ${place}.`
  return {
    id: `AAMk-event-${place}`,
    iCalUId: `040000008200E00074C5B7101A82E008${place.toString(16).padStart(16, '0')}`,
    subject,
    bodyPreview: body,
    body: { contentType: 'html', content: `<html><body><p>${body}</p></body></html>` },
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: start.replace('T09', 'T11'), timeZone: 'UTC' },
    isAllDay: false,
    isCancelled: false,
    isOrganizer: false,
    type: 'singleInstance',
    sensitivity: 'normal',
    location: { displayName: 'Mødelokale 2' },
    organizer: { emailAddress: { name: 'Sekretariatet', address: forum?.secretariat[0] } },
    attendees: (forum?.members ?? []).slice(0, 10).map((address) => ({
      type: 'required',
      status: { response: 'none' },
      emailAddress: { name: address, address },
    })),
    createdDateTime: '2024-01-02T08:00:00Z',
    lastModifiedDateTime: '2024-01-02T08:00:00Z',
  }
}

/** Days from the first day: the forums meet in turn, ten times each, in 200 different places of the row. */
function meetingDay(agenda: number): number {
  return (agenda % forums.length) * 2 + Math.floor(agenda / forums.length) * 42
}

function dayOf(days: number): string {
  return new Date(firstDay + days * dayMs).toISOString().slice(0, 10)
}
