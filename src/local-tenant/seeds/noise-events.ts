import type { WorldEvent } from '../world.ts'
import { shiftDate, utcAt, weekdayFrom } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { globalObjectId } from './identifiers.ts'
import { outlookZone } from './invitations.ts'
import type { PersonName } from './people.ts'

type Noise = Pick<WorldEvent, 'subject' | 'organizer'> & {
  readonly name: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly with?: readonly PersonName[]
  readonly more?: Partial<WorldEvent>
}

function noise(dates: DemoDates, event: Noise): WorldEvent {
  const createdAt = utcAt(shiftDate(dates.today, -40), '07:50')
  return {
    iCalUId: globalObjectId(event.name, createdAt),
    organizer: event.organizer,
    subject: event.subject,
    startUtc: utcAt(event.date, event.from),
    endUtc: utcAt(event.date, event.to),
    timeZone: outlookZone,
    createdAt,
    attendees: (event.with ?? []).map((person) => ({ person, response: 'accepted' as const })),
    ...event.more,
  }
}

function weeklySeries(dates: DemoDates): WorldEvent {
  const first = weekdayFrom(shiftDate(dates.today, -28), 1)
  const nth = (week: number) => shiftDate(first, week * 7)
  return noise(dates, {
    name: 'ugemoede',
    subject: 'Ugemøde i Sundhed og Ældre',
    organizer: 'hanne',
    with: ['lars', 'gorm'],
    date: first,
    from: '08:30',
    to: '09:15',
    more: {
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
        range: { type: 'endDate', startDate: first, endDate: nth(13), recurrenceTimeZone: outlookZone },
      },
      exceptions: [
        {
          originalStartUtc: utcAt(nth(5), '08:30'),
          startUtc: utcAt(shiftDate(nth(5), 1), '10:00'),
          endUtc: utcAt(shiftDate(nth(5), 1), '10:45'),
          subject: 'Ugemøde i Sundhed og Ældre (flyttet)',
        },
        { originalStartUtc: utcAt(nth(6), '08:30'), deleted: true },
      ],
    },
  })
}

function preMeetings(dates: DemoDates): readonly WorldEvent[] {
  return [
    noise(dates, {
      name: 'forberedelse',
      subject: 'Forberedelse Chefforum',
      organizer: 'lone',
      with: ['vibe', 'jonas', 'hanne', 'inge'],
      date: shiftDate(dates.coming, -1),
      from: '14:00',
      to: '15:00',
    }),
    noise(dates, {
      name: 'formoede',
      subject: 'Formøde: Lyngvig og Hedelund før Chefforum',
      organizer: 'hanne',
      with: ['birgit'],
      date: dates.coming,
      from: '08:15',
      to: '08:45',
    }),
    noise(dates, {
      name: 'ekstra-chefforum',
      subject: 'Chefforum - ekstraordinært',
      organizer: 'lone',
      with: ['hanne', 'birgit', 'peter', 'vibe'],
      date: shiftDate(dates.today, 1),
      from: '15:30',
      to: '16:00',
      more: { isCancelled: true, bodyHtml: '<p>Mødet er aflyst. Spørgsmålet er afklaret på mail.</p>' },
    }),
  ]
}

function allDayEvents(dates: DemoDates): readonly WorldEvent[] {
  const wholeDays = (date: string, days: number) => ({
    isAllDay: true,
    startUtc: `${date}T00:00:00Z`,
    endUtc: `${shiftDate(date, days)}T00:00:00Z`,
  })
  return [
    noise(dates, {
      name: 'sundhedsdage',
      subject: 'Sundhedsdagene i Nordenå',
      organizer: { name: 'Sundhedsdagene', mail: 'tilmelding@sundhedsdagene.example' },
      with: ['hanne', 'mads', 'birgit', 'erik'],
      date: dates.stale,
      from: '00:00',
      to: '00:00',
      more: {
        ...wholeDays(dates.stale, 2),
        iCalUId: 'b7l2q9c4v1f0t6p8r3sundhedsdage@google.com',
        location: 'Nordenå Kongrescenter',
      },
    }),
    noise(dates, {
      name: 'ferie',
      subject: 'Ferie',
      organizer: 'tove',
      date: dates.following,
      from: '00:00',
      to: '00:00',
      more: wholeDays(shiftDate(dates.following, 5), 5),
    }),
  ]
}

function everydayEvents(dates: DemoDates): readonly WorldEvent[] {
  const soon = weekdayFrom(shiftDate(dates.today, 1), 4)
  return [
    noise(dates, {
      name: 'tandlaege',
      subject: 'Tandlæge',
      organizer: 'peter',
      date: soon,
      from: '07:30',
      to: '08:15',
      more: { sensitivity: 'private' },
    }),
    noise(dates, {
      name: 'budget',
      subject: 'Budgetopfølgning',
      organizer: 'gorm',
      with: ['hanne', 'lars'],
      date: soon,
      from: '13:00',
      to: '14:00',
      more: { location: 'Rådhuset, lokale 214' },
    }),
    noise(dates, {
      name: 'medarbejdersamtale',
      subject: 'Medarbejdersamtale',
      organizer: 'lone',
      with: ['karen'],
      date: soon,
      from: '10:00',
      to: '11:00',
    }),
    foreignInvitation(dates, shiftDate(soon, 5)),
  ]
}

function foreignInvitation(dates: DemoDates, date: string): WorldEvent {
  return noise(dates, {
    name: 'leverandoer',
    subject: 'Demo: låse til hjemmeplejen',
    organizer: { name: 'Nøgleværket', mail: 'salg@noeglevaerket.example' },
    with: ['rikke', 'kaj'],
    date,
    from: '12:00',
    to: '13:00',
    more: { iCalUId: '20261005T100000Z-4711@noeglevaerket.example' },
  })
}

/**
 * A reservation by somebody of the secretariat's house who is in no forum: on the day of the next meeting, at another hour.
 * It may be the meeting, or something around it; a person must say.
 */
function reservation(dates: DemoDates): WorldEvent {
  return noise(dates, {
    name: 'reservation',
    subject: 'Chefforum',
    organizer: 'karen',
    with: ['lone', 'vibe', 'jonas', 'birgit'],
    date: dates.following,
    from: '12:30',
    to: '14:30',
    more: { bodyHtml: '<p>Hermed reserveres tiden. Sted følger.</p>', location: 'Rådhuset, Lyngvig' },
  })
}

/** What else stands in the calendars: a series with a moved and a deleted occurrence, private, all-day, cancelled. */
export function noiseEvents(dates: DemoDates): readonly WorldEvent[] {
  return [
    weeklySeries(dates),
    ...preMeetings(dates),
    ...allDayEvents(dates),
    ...everydayEvents(dates),
    reservation(dates),
  ]
}
