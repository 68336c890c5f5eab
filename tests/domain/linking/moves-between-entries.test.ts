import { expect, test } from 'vitest'
import type { CalendarEvent } from '../../../src/domain/calendar/calendar-event.ts'
import { linkCalendar } from '../../../src/domain/linking/link-calendar.ts'
import type { LinkInput } from '../../../src/domain/linking/link-types.ts'
import type { EventId, ForumId, Instant, LocalDate } from '../../../src/shared/ids.ts'
import { aCalendar, aForum, anAgenda, anInvitation, forumId } from './link-builders.ts'

type Changes = Partial<Omit<CalendarEvent, 'id'>> & { readonly id?: string; readonly made?: number }

/** An invitation called `id`, its date by default; made on 5 January unless `made` says a day of August. */
function entry(on: string, body = '', changes: Changes = {}): CalendarEvent {
  const { id = on.slice(5), made, ...rest } = changes
  const createdAt = made ? { createdAt: `2026-08-${String(made).padStart(2, '0')}T08:00:00Z` as Instant } : {}
  return anInvitation(on, {
    bodyText: body,
    ...createdAt,
    ...rest,
    id: id as EventId,
    iCalUId: rest.iCalUId ?? `uid ${id}`,
  })
}

/** "09-28 -> 10-06!" is certain, "?" suggested. */
function moves(events: readonly CalendarEvent[], changes: Partial<LinkInput> = {}): string[] {
  const { replacements } = linkCalendar(aCalendar(events, changes))
  return replacements.map((r) => `${r.staleEventId} -> ${r.currentEventId}${r.confidence >= 0.9 ? '!' : '?'}`).sort()
}

const old = entry('2026-09-28')
const afternoon = { start: '2026-09-28T11:00:00Z' as Instant, end: '2026-09-28T13:00:00Z' as Instant }
const subject = (text: string) => ({ subject: text, made: 18 })

test('[L6] the old entry itself may say where the meeting went', () => {
  const next = entry('2026-10-06', '', { made: 18 })
  expect(moves([entry('2026-09-28', 'Mødet er flyttet til den 6. oktober.'), next])).toEqual(['09-28 -> 10-06!'])
  expect(moves([entry('2026-09-28', '', { subject: 'FLYTTET TIL 6/10: Sundhedsforum' }), next])).toEqual([
    '09-28 -> 10-06!',
  ])
  expect(moves([entry('2026-09-28', 'Denne indkaldelse udgår, se den nye.'), next])).toEqual(['09-28 -> 10-06?'])
  expect(moves([entry('2026-09-28', '', { subject: 'SLET DENNE - Sundhedsforum' }), next])).toEqual(['09-28 -> 10-06?'])
})

test('[L6] words in the subject of the new one', () => {
  expect(moves([old, entry('2026-10-06', '', subject('Sundhedsforum (flyttet fra 28/9)'))])).toEqual([
    '09-28 -> 10-06!',
  ])
  expect(moves([old, entry('2026-10-06', '', subject('NY DATO: Sundhedsforum'))])).toEqual(['09-28 -> 10-06?'])
})

test('[L6] both entries carry the sentence that names both dates', () => {
  const body = 'Mødet er flyttet fra 28/9 til 6/10.'
  expect(moves([entry('2026-09-28', body), entry('2026-10-06', body, { made: 18 })])).toEqual(['09-28 -> 10-06!'])
})

test.each([
  ['Mødet rykkes fra uge 40 til uge 41.', '2026-09-28', '2026-10-06', '!'],
  ['Mødet ligger i uge 41 i stedet for uge 40.', '2026-09-28', '2026-10-06', '!'],
  ['Mødet er rykket fra mandag til tirsdag.', '2026-10-05', '2026-10-06', '!'],
  ['Mødet er flyttet en uge.', '2026-09-29', '2026-10-06', '?'],
  ['Mødet er udskudt 8 dage.', '2026-09-28', '2026-10-06', '?'],
  ['Mødet holdes dagen efter i stedet.', '2026-10-05', '2026-10-06', '?'],
])('[L6] "%s" leads from %s to %s%s', (body, from, to, mark) => {
  const found = moves([entry(from), entry(to, body, { made: 18 }), entry('2026-11-17')])
  expect(found).toEqual([`${from.slice(5)} -> ${to.slice(5)}${mark}`])
})

test('[L6] another hour of the same day: certain with both hours, asked without, nothing without words', () => {
  const later = (body: string) => entry('2026-09-28', body, { id: 'later', made: 18, ...afternoon })
  expect(moves([old, later('Mødet er flyttet fra kl. 9 til kl. 13.')])).toEqual(['09-28 -> later!'])
  expect(moves([old, later('Ny tid: kl. 13-15.')])).toEqual(['09-28 -> later?'])
  expect(moves([old, later('')])).toEqual([])
})

test('[L5] minutes may move the hour only', () => {
  const nextMeeting = { date: '2026-09-28' as LocalDate, start: '13:00' as never, end: null, reason: null }
  const minutes = anAgenda('2026-06-18', { nextMeeting: { ...nextMeeting, replacesDate: nextMeeting.date } })
  const later = entry('2026-09-28', '', { id: 'later', made: 18, ...afternoon })
  expect(moves([old, later], { agendas: [minutes] })).toEqual(['09-28 -> later!'])
})

test('[L5] a new plan that leaves a date out and has one beside it that was called later suggests', () => {
  const meetingPlan = ['2026-10-06', '2026-11-17'].map((date) => ({ forum: 'Sundhedsforum', date: date as LocalDate }))
  const minutes = anAgenda('2026-06-18', { meetingPlan })
  expect(moves([old, entry('2026-10-06', '', { made: 18 }), entry('2026-11-17')], { agendas: [minutes] })).toEqual([
    '09-28 -> 10-06?',
  ])
})

test('[L6] several dates in one sentence are moved in turn', () => {
  for (const body of [
    'Mødet 28/9 flyttes til 6/10, og mødet 3/11 flyttes til 10/11.',
    'Følgende møder er flyttet:\n- 28. september til 6. oktober\n- 3. november til 10. november',
  ]) {
    const events = [
      old,
      entry('2026-11-03'),
      entry('2026-10-06', body, { made: 18 }),
      entry('2026-11-10', body, { made: 18 }),
    ]
    expect(moves(events).map((move) => move.slice(0, -1))).toEqual(['09-28 -> 10-06', '11-03 -> 11-10'])
  }
})

test('[L6] two dates joined in one, and one split in two', () => {
  const one = 'Vi slår møderne den 28. september og 14. oktober sammen til ét møde den 6. oktober.'
  expect(moves([old, entry('2026-10-14'), entry('2026-10-06', one, { made: 18 })])).toEqual([
    '09-28 -> 10-06!',
    '10-14 -> 10-06!',
  ])
  const two = 'Mødet den 28. september deles i to: 28. september og 6. oktober.'
  const part = (on: string, number: number) =>
    entry(on, two, { id: `part ${number}`, ...subject(`Sundhedsforum - del ${number}`) })
  const long = entry('2026-09-28', '', { end: '2026-09-28T13:00:00Z' as Instant })
  expect(moves([long, part('2026-09-28', 1), part('2026-10-06', 2)])).toEqual(['09-28 -> part 1!', '09-28 -> part 2!'])
})

test('[L6] a new series takes the place of the old one, week for week', () => {
  const body = 'Vi flytter møderne fra mandag til tirsdag. Den gamle serie slettes fra den 5. oktober.'
  const of = (series: string, on: string, text = '') =>
    entry(on, text, { seriesMasterId: series, type: 'occurrence', ...(text ? { made: 18 } : {}) })
  const events = [of('a', '2026-09-28'), of('a', '2026-10-05'), of('a', '2026-10-12'), of('b', '2026-10-06', body)]
  expect(moves([...events, of('b', '2026-10-13', body)])).toEqual(['10-05 -> 10-06!', '10-12 -> 10-13?'])
})

test('[L6] a reservation lapses when the invitation says so', () => {
  const held = { subject: 'Reservation: Sundhedsforum' }
  const body = 'Reservationerne den 28. september og 1. oktober bortfalder.'
  const events = [entry('2026-09-28', '', held), entry('2026-10-01', '', held), entry('2026-10-06', body, { made: 18 })]
  expect(moves(events)).toEqual(['09-28 -> 10-06!', '10-01 -> 10-06!'])
})

test('[L6] a month names the meeting that moved', () => {
  const body = 'Dette møde erstatter augustmødet.'
  expect(moves([entry('2026-08-31'), old, entry('2026-09-14', body, { made: 18 })])).toEqual(['08-31 -> 09-14?'])
})

test('[L6] whoever can call the forum together is heard, a stranger is only asked about', () => {
  const organizer = { name: 'Ny sekretær', mail: 'ny@et-andet-hus.example' }
  const body = 'Erstatter mødet den 28. september.'
  expect(moves([old, entry('2026-10-06', body, { made: 18, organizer })])).toEqual(['09-28 -> 10-06!'])
  const alone = [{ name: '', mail: 'anna@a.example', response: 'none' as const }]
  const asked = moves([old, entry('2026-10-06', body, { made: 18, organizer, attendees: alone })])
  expect(asked.filter((move) => move.endsWith('!'))).toEqual([])
})

test('[L6] the wrong weekday beside the right date is a slip, unless the weekday fits another meeting', () => {
  const next = entry('2026-10-06', 'Erstatter mødet onsdag den 28. september.', { made: 18 })
  expect(moves([old, next])).toEqual(['09-28 -> 10-06!'])
  expect(moves([old, entry('2026-09-30'), next])).toEqual(['09-28 -> 10-06?'])
})

test('[L15] an agenda drafted for the old date does not hold against plain words, minutes do', () => {
  const next = entry('2026-10-06', 'Erstatter mødet den 28. september.', { made: 18 })
  expect(moves([old, next], { agendas: [anAgenda('2026-09-28')] })).toEqual(['09-28 -> 10-06!'])
  expect(moves([old, next], { agendas: [anAgenda('2026-09-28', { title: 'Referat' })] })).toEqual([])
})

test('[L16] a chain goes on from a cancelled date', () => {
  const second = entry('2026-10-06', 'Erstatter mødet 28/9.', { made: 18, isCancelled: true })
  const third = entry('2026-10-20', 'Erstatter mødet 6/10.', { made: 25 })
  expect(moves([old, second, third])).toEqual(['09-28 -> 10-20!', '10-06 -> 10-20!'])
})

test('[L17] the entry that should be the new one is older than the one it should replace: only a question', () => {
  const found = moves([entry('2026-09-28', 'Mødet er flyttet til den 6. oktober.', { made: 18 }), entry('2026-10-06')])
  expect(found.filter((move) => move.endsWith('!'))).toEqual([])
})

test('[L18] there and back: the later word holds', () => {
  const there = entry('2026-10-06', 'Erstatter mødet 28/9.', { made: 18 })
  const back = 'Vi går alligevel tilbage til 28. september. Mødet 6. oktober udgår.'
  expect(moves([there, entry('2026-09-28', back, { id: 'again', made: 25 })])).toEqual(['10-06 -> again!'])
  const inPlace = 'Mødet er flyttet tilbage til 28. september, da 6. oktober ikke kunne lade sig gøre.'
  expect(moves([entry('2026-09-28', inPlace), there])).toEqual(['10-06 -> 09-28!'])
})

test('[L18] moved once more from the first date: the second is left too', () => {
  const second = entry('2026-10-06', 'Erstatter mødet 28/9.', { made: 18 })
  const third = entry('2026-10-20', 'Mødet, der oprindeligt lå 28/9, er nu rykket igen til 20/10.', { made: 25 })
  expect(moves([old, second, third])).toContain('10-06 -> 10-20?')
})

test('[L19] two invitations with one meeting number suggest; a series with one subject does not', () => {
  const numbered = (on: string, changes: Changes = {}) =>
    entry(on, '', { subject: 'Sundhedsforum, møde nr. 4/2026', ...changes })
  expect(moves([numbered('2026-09-28'), numbered('2026-10-06', { made: 18 })])).toEqual(['09-28 -> 10-06?'])
  const occurrence = { seriesMasterId: 'a', type: 'occurrence' } as const
  expect(moves([numbered('2026-09-28', occurrence), numbered('2026-10-06', { ...occurrence, made: 18 })])).toEqual([])
})

test('[L3] copies of an entry that moved are all left', () => {
  const copy = entry('2026-09-28', '', { id: 'copy', iCalUId: 'uid 09-28' })
  expect(moves([old, copy, entry('2026-10-06', 'Erstatter mødet 28/9.', { made: 18 })])).toEqual([
    '09-28 -> 10-06!',
    'copy -> 10-06!',
  ])
})

const names = (events: readonly CalendarEvent[]) =>
  linkCalendar(aCalendar(events)).meetings.map(
    (meeting) => `${meeting.forumId} ${meeting.confidence >= 0.9 ? '!' : '?'}`,
  )

test.each([
  'Sundhedforum',
  'Sundhedsforum - efterårsmøde',
  'Sundhedsforum: husk tilmelding til frokosten',
  'Sundhedsforum - ekstra bilag vedhæftet',
  'Sundhedsforum, autumn meeting',
])('[L7] "%s" from the secretariat is the forum', (text) => {
  expect(names([entry('2026-09-28', '', { subject: text })])).toEqual([`${forumId} !`])
})

test('[L14] an extra paper makes no extraordinary meeting', () => {
  const copy = entry('2026-09-28', '', { id: 'copy', subject: 'Sundhedsforum - ekstra bilag vedhæftet' })
  expect(names([old, copy])).toHaveLength(1)
})

test('[L6] a meeting of the month before is told by its month, and only that one', () => {
  const body = 'Septembermødet rykkes til 6. oktober. Oktobermødet 27. oktober er uændret.'
  expect(moves([old, entry('2026-10-27'), entry('2026-10-06', body, { made: 18 })])).toEqual(['09-28 -> 10-06!'])
})

test('[L6] the hour moved on a day that is named', () => {
  const body = 'Mødet mandag den 28. september flyttes fra formiddag til eftermiddag.'
  expect(moves([old, entry('2026-09-28', body, { id: 'later', made: 18, ...afternoon })])).toEqual(['09-28 -> later!'])
})

test('[L6] a move that is taken back leaves the date it went to', () => {
  const there = entry('2026-10-06', 'Mødet 28/9 flyttes til 6/10.', { made: 18 })
  const back = entry('2026-09-28', 'Flytningen til 6/10 er annulleret. Slet aftalen 6/10.')
  const found = moves([back, there])
  expect(found).toContain('10-06 -> 09-28!')
  expect(found).not.toContain('09-28 -> 10-06!')
})

test('[L6] sent by mistake: the date that was never meant is left', () => {
  const meant = entry('2026-09-28', 'I har ved en fejl fået en indkaldelse til 6. oktober. Den skal I se bort fra.')
  expect(moves([meant, entry('2026-10-06', '', { made: 18 })])).toEqual(['10-06 -> 09-28!'])
})

test('[L6] both dates a month off suggest, when nothing lies on them as they are printed', () => {
  const next = entry('2026-10-06', 'Mødet den 28. oktober er flyttet til den 6. november.', { made: 18 })
  expect(moves([old, next])).toEqual(['09-28 -> 10-06?'])
})

test('[L6] another series at the same hours takes over from its first date', () => {
  const body = 'Jeg overtager møderækken. Slet venligst Evas serie fra 28. september, denne serie erstatter den.'
  const of = (series: string, on: string, text = '') =>
    entry(on, text, {
      id: `${series} ${on.slice(5)}`,
      seriesMasterId: series,
      type: 'occurrence',
      ...(text ? { made: 18 } : {}),
    })
  const events = [
    of('a', '2026-09-28'),
    of('a', '2026-10-05'),
    of('b', '2026-09-28', body),
    of('b', '2026-10-05', body),
  ]
  expect(moves(events)).toEqual(['a 09-28 -> b 09-28!', 'a 10-05 -> b 10-05?'])
})

test('[L17] another kind of meeting laid later on the vacated date is not what was left', () => {
  const extra = entry('2026-09-28', '', { subject: 'Ekstraordinært Sundhedsforum', made: 25 })
  expect(moves([extra, entry('2026-10-06', 'Mødet er flyttet hertil fra 28. september.', { made: 18 })])).toEqual([])
})

test('[L18] a chain goes on where its middle entry is gone', () => {
  const first = entry('2026-09-28', 'Mødet er flyttet til 6/10, ny indkaldelse er sendt.')
  expect(moves([first, entry('2026-10-20', 'Mødet 6/10 er flyttet igen, nu til 20/10.', { made: 25 })])).toEqual([
    '09-28 -> 10-20?',
  ])
})

test('[L7] a joint meeting belongs to the forum that only its text names, and speaks for both', () => {
  const members = ['bo@b.example', 'carl@c.example']
  const partner = aForum({ id: 'partner' as ForumId, name: 'Ældreforum', members, secretariat: ['ae@f.example'] })
  const forums = [aForum(), partner]
  const body =
    'Fællesmøde mellem Sundhedsforum og Ældreforum. Det ordinære møde i Ældreforum 28/9 erstattes af fællesmødet.'
  const theirs = entry('2026-09-28', '', { subject: 'Ældreforum', organizer: { name: '', mail: 'ae@f.example' } })
  const joint = entry('2026-10-06', body, { subject: 'Fællesmøde med Sundhedsforum', made: 18 })
  const { meetings } = linkCalendar(aCalendar([theirs, joint], { forums }))
  expect(meetings.map((meeting) => `${meeting.forumId} ${meeting.currentEventId}`)).toEqual([
    `${forumId} 10-06`,
    'partner 10-06',
  ])
})

test.each(['S.F.N. - efterårsmøde', 'SFN 2/2026', 'Sundhedsforum Nord @ tir. 6. oktober'])(
  '[L7] "%s" is Sundhedsforum Nord',
  (text) => {
    const forums = [aForum({ name: 'Sundhedsforum Nord', aliases: ['SFN'] })]
    expect(linkCalendar(aCalendar([entry('2026-10-06', '', { subject: text })], { forums })).meetings).toHaveLength(1)
  },
)

test.each(['Bilagsfrist Sundhedsforum', 'Underudvalg for data, Sundhedsforum', 'Studietur med Sundhedsforum'])(
  '[L11] "%s" is no meeting of the forum',
  (text) => {
    expect(names([entry('2026-09-28', '', { subject: text })])).toEqual([])
  },
)

test('[L6] tables of dates have no verbs: the heading, or the labels, say what was left', () => {
  const next = (body: string) => entry('2026-10-06', body, { made: 18 })
  expect(moves([old, next('Gammel dato Ny dato\n\n28. september 6. oktober')])).toEqual(['09-28 -> 10-06!'])
  expect(moves([old, next('Før 28.09.2026 kl. 9.00\nNu 06.10.2026 kl. 9.00')])).toEqual(['09-28 -> 10-06!'])
})

test('[L6] the place may tell of the move', () => {
  expect(moves([old, entry('2026-10-06', '', { made: 18, location: 'Teams (flyttet fra 28/9)' })])).toEqual([
    '09-28 -> 10-06!',
  ])
})

test('[L6] last year is old news', () => {
  const body = 'I 2025 blev mødet den 28. september flyttet til den 6. oktober; i år holder vi begge.'
  expect(moves([old, entry('2026-10-06', body, { made: 18 })])).toEqual([])
})

test('[L6, L10] all dates pushed on: who comes to a date is not who left it', () => {
  const first = entry('2026-09-28', '', { id: 'first' })
  const second = entry('2026-10-05', '', { id: 'second' })
  const firstNew = entry('2026-10-05', 'Mødet den 28. september flyttes en uge til den 5. oktober.', {
    id: 'first new',
    made: 18,
  })
  const secondNew = entry('2026-10-12', 'Mødet den 5. oktober flyttes en uge til den 12. oktober.', {
    id: 'second new',
    made: 19,
  })
  const events = [first, second, firstNew, secondNew]
  expect(moves(events)).toEqual(['first -> first new!', 'second -> second new!'])
  const { meetings } = linkCalendar(aCalendar(events))
  expect(meetings.map(({ eventIds }) => [...eventIds].sort())).toEqual([
    ['first', 'first new'],
    ['second', 'second new'],
  ])
})

test('[L7] the small words of a long name may be left out', () => {
  const forums = [aForum({ name: 'Styregruppen for Kronikere' })]
  const events = [entry('2026-10-06', '', { subject: 'Styregruppe Kronikere' })]
  expect(linkCalendar(aCalendar(events, { forums })).meetings).toHaveLength(1)
})

test('[L11] what a meeting is about is no other purpose, a poll for a date is', () => {
  expect(names([entry('2026-09-28', '', { subject: 'Sundhedsforum: møde om kørsel' })])).toHaveLength(1)
  expect(names([entry('2026-09-28', '', { subject: 'Doodle: ny dato for Sundhedsforum' })])).toEqual([])
})

test.each([
  ['Mødet i morgen er rykket til på torsdag.', '!'],
  ['Vi må flytte mødet i overmorgen til torsdag.', '?'],
])('[L6] "%s", counted from the day it was written', (words, sure) => {
  const spoken = entry('2026-08-20', words, { made: 18 })
  expect(moves([entry('2026-08-19'), spoken])).toEqual([`08-19 -> 08-20${sure}`])
})

test('[L6] a weekday of a week is a day; a weekday of another week is not', () => {
  const words = 'Mødet er lagt om fra mandag i uge 40 til tirsdag i uge 41.'
  const spoken = entry('2026-10-06', words, { made: 18 })
  expect(moves([old, entry('2026-09-30'), spoken])).toEqual(['09-28 -> 10-06!'])
})

test('[L6] another place at the same hour: the earlier invitation to that day lapses', () => {
  const words = 'Den første invitation til den 6. oktober er annulleret, da vi ses hos regionen.'
  expect(moves([entry('2026-10-06', '', { id: 'before' }), entry('2026-10-06', words, { made: 18 })])).toEqual([
    'before -> 10-06!',
  ])
})

test('[L6, L18] parts of one day that tell of its splitting are not what was left', () => {
  const words = 'Heldagsmødet 28. september erstattes af to kortere møder.'
  const part = (id: string, name: string, body: string, hours: object) =>
    entry('2026-09-28', body, { id, made: 18, subject: `Sundhedsforum - ${name}`, ...hours })
  const parts = [part('first', 'formiddag', words, {}), part('second', 'eftermiddag', `Hej. ${words}`, afternoon)]
  expect(moves([old, ...parts])).toEqual(['09-28 -> first!', '09-28 -> second!'])
})

test('[L6] all earlier invitations to a meeting named by its month, one after the other', () => {
  const first = entry('2026-03-03')
  const second = entry('2026-03-10', 'Flyttet fra 3. marts.', { made: 1 })
  const third = entry('2026-03-19', 'Træder i stedet for alle tidligere invitationer til martsmødet.', { made: 2 })
  const inFebruary = (event: CalendarEvent, day: number) => ({
    ...event,
    createdAt: `2026-02-0${day}T08:00:00Z` as Instant,
  })
  expect(moves([first, inFebruary(second, 1), inFebruary(third, 2)]).filter((one) => one.includes('> 03-19'))).toEqual([
    '03-03 -> 03-19?',
    '03-10 -> 03-19?',
  ])
})

test('[L6] a move that does not come after all leaves the date it was to go to', () => {
  const stays = entry('2026-09-28', 'Mødet rykkes alligevel ikke til 6/10.', {
    modifiedAt: '2026-08-20T08:00:00Z' as Instant,
  })
  expect(moves([stays, entry('2026-10-06', 'Rykket fra 28/9.', { made: 18 })])).toEqual(['10-06 -> 09-28!'])
})

test("[L6] the month of the new date is a slip when its day is the speaker's own: only a question", () => {
  expect(moves([old, entry('2026-10-06', 'Rykket fra 28/9 til 6/11.', { made: 18 })])).toEqual(['09-28 -> 10-06?'])
})

test('[L19] a number behind a hash is the number of the meeting', () => {
  const numbered = (on: string, made?: number) =>
    entry(on, '', { subject: 'Sundhedsforum #7', ...(made ? { made } : {}) })
  expect(moves([numbered('2026-09-28'), numbered('2026-10-06', 18)])).toEqual(['09-28 -> 10-06?'])
})

test.each(['Sundhedsforum IV', 'Sundhedsforum - formiddag', 'Mødesal 2, kl. 9'])(
  '[L7] "%s" is a meeting of the forum',
  (name) => {
    const forums = [aForum(), aForum({ id: 'other' as ForumId, name: 'Psykiatriforum', secretariat: [] })]
    const events = [entry('2026-10-06', 'Hermed indkaldes til møde i Sundhedsforum.', { subject: name })]
    expect(linkCalendar(aCalendar(events, { forums })).meetings.map((one) => one.forumId)).toEqual([forumId])
  },
)

test('[L7] a forum that only tells when the other meets has no meeting then', () => {
  const forums = [aForum(), aForum({ id: 'other' as ForumId, name: 'Psykiatriforum' })]
  const events = [entry('2026-10-06', '', { subject: 'Sundhedsforum (straks efter Psykiatriforum)' })]
  expect(linkCalendar(aCalendar(events, { forums })).meetings.map((one) => one.forumId)).toEqual([forumId])
})

test('[L7] in English the meeting is named by what the forum is: board, council', () => {
  const forums = [aForum({ name: 'Western Rail Council', aliases: ['WRC'] })]
  const events = ['WRC council meeting', 'WRC staff meeting'].map((name, at) =>
    entry(`2026-10-0${at + 6}`, '', { subject: name }),
  )
  expect(linkCalendar(aCalendar(events, { forums })).meetings.map((one) => one.eventIds)).toEqual([['10-06']])
})
