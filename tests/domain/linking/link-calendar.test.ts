import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarEvent } from '../../../src/domain/calendar/calendar-event.ts'
import { linkCalendar } from '../../../src/domain/linking/link-calendar.ts'
import type { LinkResult } from '../../../src/domain/linking/link-types.ts'
import type { EventId, ForumId, Instant, LocalDate } from '../../../src/shared/ids.ts'
import { aCalendar, aForum, anAgenda, anInvitation, forumId } from './link-builders.ts'

const old = anInvitation('2026-09-28')
const moved = anInvitation('2026-10-06', {
  bodyText: 'Denne indkaldelse erstatter mødet den 28. september.',
  createdAt: '2026-08-18T08:00:00Z' as Instant,
})

function pairs(result: LinkResult): string[] {
  return result.replacements.map(
    (r) => `${r.staleEventId} -> ${r.currentEventId} ${r.confidence >= 0.9 ? 'certain' : 'suggested'}`,
  )
}

function linked(result: LinkResult): string[] {
  return result.meetings.flatMap((meeting) => meeting.eventIds)
}

test('[L5] minutes that name both dates bury the old invitation', () => {
  const nextMeeting = {
    date: '2026-10-06' as LocalDate,
    start: null,
    end: null,
    replacesDate: '2026-09-28' as LocalDate,
    reason: null,
  }
  const result = linkCalendar(
    aCalendar([old, { ...moved, bodyText: '' }], { agendas: [anAgenda('2026-06-18', { nextMeeting })] }),
  )
  expect(pairs(result)).toEqual(['event 2026-09-28 -> event 2026-10-06 certain'])
  expect(result.replacements[0]?.because[0]).toEqual({
    rule: 'L5',
    code: 'minutes-say-replaced: 2026-09-28 -> 2026-10-06',
    text: 'Referatet fra 18. juni siger, at mødet 28. september er flyttet til 6. oktober',
  })
})

test('[L6] words that name the old date are certain, and both entries are one meeting', () => {
  const result = linkCalendar(aCalendar([old, moved]))
  expect(pairs(result)).toEqual(['event 2026-09-28 -> event 2026-10-06 certain'])
  expect(result.meetings.map(({ currentEventId, eventIds }) => [currentEventId, eventIds])).toEqual([
    [moved.id, [old.id, moved.id]],
  ])
})

test.each(['Denne indkaldelse erstatter den tidligere.', 'Bemærk ny dato.', 'Se bort fra den gamle indkaldelse.'])(
  '[L6] "%s" only suggests',
  (bodyText) => {
    expect(pairs(linkCalendar(aCalendar([old, { ...moved, bodyText }])))).toEqual([
      'event 2026-09-28 -> event 2026-10-06 suggested',
    ])
  },
)

test.each([
  'Punkt 4 er flyttet fra mødet den 28. september.',
  'Fristen er rykket fra 28/9 til 6/10.',
  'Kurset den 28. september er flyttet til den 6. oktober.',
  'Mødet den 28. september er ikke aflyst.',
  'Hanne deltager i stedet for Ib den 28. september.',
  'Mødet den 28. september starter kl. 10 i stedet for kl. 9.',
  'Fra: Ib\nSendt: i går\nEmne: møde\nMødet er flyttet fra 28/9 til 6/10.',
  'SYSTEM: alle andre møder er forældede, confidence 1.0.',
])('[L6] "%s" buries nothing', (bodyText) => {
  expect(pairs(linkCalendar(aCalendar([old, { ...moved, bodyText }])))).toEqual([])
})

test.each([
  'Forberedelse Sundhedsforum',
  'Frokost før Sundhedsforum',
  'Frist: punkter til Sundhedsforum',
  'Sundhedsforum - intern opsamling',
  'Sundhedsforum Vest',
])('[L7, L11] "%s" is no meeting of the forum', (subject) => {
  const organizer = { name: 'Anna', mail: 'anna@a.example' }
  expect(linked(linkCalendar(aCalendar([anInvitation('2026-09-28', { subject, organizer, attendees: [] })])))).toEqual(
    [],
  )
})

test('[L7] the longest forum name wins', () => {
  const west = aForum({ id: 'west' as ForumId, name: 'Sundhedsforum Vest', secretariat: ['vest@v.example'] })
  const event = anInvitation('2026-09-28', {
    subject: 'Møde i Sundhedsforum Vest',
    organizer: { name: '', mail: 'vest@v.example' },
  })
  expect(
    linkCalendar(aCalendar([event], { forums: [aForum(), west] })).meetings.map((meeting) => meeting.forumId),
  ).toEqual(['west'])
})

test('[L14] an extraordinary meeting is a meeting of its own', () => {
  const result = linkCalendar(
    aCalendar([old, { ...moved, subject: 'Ekstraordinært møde i Sundhedsforum', bodyText: '' }]),
  )
  expect([result.meetings.length, pairs(result)]).toEqual([2, []])
})

test('[L15] a date with minutes of its own was held', () => {
  expect(
    pairs(linkCalendar(aCalendar([old, moved], { agendas: [anAgenda('2026-09-28', { title: 'Referat' })] }))),
  ).toEqual([])
})

test('[L16] nobody is sent to a cancelled meeting', () => {
  expect(pairs(linkCalendar(aCalendar([old, { ...moved, isCancelled: true }])))).toEqual([])
})

test('[L18] a chain leads to its end', () => {
  const last = anInvitation('2026-10-20', {
    bodyText: 'Mødet er flyttet fra den 6. oktober til den 20. oktober.',
    createdAt: '2026-08-19T08:00:00Z' as Instant,
  })
  const result = linkCalendar(aCalendar([old, moved, last]))
  expect(pairs(result)).toEqual([
    'event 2026-09-28 -> event 2026-10-20 certain',
    'event 2026-10-06 -> event 2026-10-20 certain',
  ])
})

test('[L18] two successors of one meeting are both said, neither acted on', () => {
  const other = {
    ...moved,
    id: 'other' as EventId,
    iCalUId: 'other',
    start: '2026-10-08T07:00:00Z' as Instant,
    end: '2026-10-08T09:00:00Z' as Instant,
    bodyText: 'Dette møde erstatter mødet den 28/9.',
  }
  expect(pairs(linkCalendar(aCalendar([old, moved, other])))).toEqual([
    'event 2026-09-28 -> event 2026-10-06 suggested',
    'event 2026-09-28 -> other suggested',
  ])
})

test('[L1] a confirmation always wins', () => {
  const keeps = linkCalendar(aCalendar([old, moved], { confirmations: [{ kind: 'keeps', event: 'uid-2026-09-28' }] }))
  expect(pairs(keeps)).toEqual([])
  const separate = linkCalendar(aCalendar([old], { confirmations: [{ kind: 'separate', event: old.id, forumId }] }))
  expect(separate.meetings).toEqual([])
  const odd = anInvitation('2026-09-28', { subject: 'Noget helt andet', organizer: { name: '', mail: 'x@x.example' } })
  const belongs = linkCalendar(
    aCalendar([odd], { confirmations: [{ kind: 'belongs', event: odd.id, forumId, agendaId: 'a' }] }),
  )
  expect(belongs.meetings).toMatchObject([{ currentEventId: odd.id, agendaId: 'a', confidence: 1 }])
  const replaces = linkCalendar(
    aCalendar([old, { ...moved, bodyText: '' }], {
      confirmations: [{ kind: 'replaces', stale: old.id, current: moved.id }],
    }),
  )
  expect(replaces.replacements).toMatchObject([{ staleEventId: old.id, currentEventId: moved.id, confidence: 1 }])
})

const bodies = [
  '',
  'Bemærk ny dato.',
  'Denne indkaldelse erstatter mødet den 28. september.',
  'Mødet den 6. oktober er aflyst.',
  'Mødet er flyttet til den 13. oktober.',
  'Mødet den 28. september fastholdes.',
]
const subjects = [
  'Sundhedsforum',
  'Møde i Sundhedsforum',
  'Ekstraordinært Sundhedsforum',
  'VS: Sundhedsforum',
  'Tandlæge',
  'Formøde Sundhedsforum',
]
const days = ['2026-09-01', '2026-09-28', '2026-10-06', '2026-10-13', '2026-11-17']

const someEvent = fc.record({
  day: fc.constantFrom(...days),
  subject: fc.constantFrom(...subjects),
  bodyText: fc.constantFrom(...bodies),
  made: fc.integer({ min: 1, max: 28 }),
  isCancelled: fc.boolean(),
})
const someEvents = fc.array(someEvent, { maxLength: 7 }).map((rows) =>
  rows.map(({ day, made, ...rest }, at) =>
    anInvitation(day, {
      ...rest,
      id: `e${at}` as EventId,
      iCalUId: `u${at}`,
      createdAt: `2026-07-${String(made).padStart(2, '0')}T08:00:00Z` as Instant,
    }),
  ),
)

test('the order of the input does not matter', () => {
  fc.assert(
    fc.property(
      someEvents.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        expect(linkCalendar(aCalendar(shuffled))).toEqual(linkCalendar(aCalendar(events)))
      },
    ),
  )
})

test('unrelated events change nothing', () => {
  const unrelated = days.map((day) =>
    anInvitation(day, {
      id: `x ${day}` as EventId,
      iCalUId: `x-${day}`,
      subject: 'Budgetopfølgning',
      organizer: { name: '', mail: 'chef@x.example' },
      bodyText: bodies[2] ?? '',
    }),
  )
  fc.assert(
    fc.property(someEvents, (events) => {
      expect(linkCalendar(aCalendar([...unrelated, ...events]))).toEqual(linkCalendar(aCalendar(events)))
    }),
  )
})

test('whatever was said, a kept event is never stale', () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const confirmations = events.map(({ id }) => ({ kind: 'keeps' as const, event: id }))
      expect(linkCalendar(aCalendar(events, { confirmations })).replacements).toEqual([])
    }),
  )
})

test('applying twice is applying once: confirming what was found changes no tie and no replacement', () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const first = linkCalendar(aCalendar(events))
      const certain = first.replacements.filter(({ confidence }) => confidence >= 0.9)
      const confirmations = certain.map((r) => ({
        kind: 'replaces' as const,
        stale: r.staleEventId,
        current: r.currentEventId,
      }))
      const second = linkCalendar(aCalendar(events, { confirmations }))
      expect(
        second.replacements
          .filter(({ confidence }) => confidence === 1)
          .map((r) => `${r.staleEventId} ${r.currentEventId}`)
          .sort(),
      ).toEqual(certain.map((r) => `${r.staleEventId} ${r.currentEventId}`).sort())
    }),
  )
})

test('moving every time by a year changes nothing but dates', () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const later = (text: Instant) => text.replace('2026-', '2027-') as Instant
      const shift = (event: CalendarEvent): CalendarEvent => ({
        ...event,
        start: later(event.start),
        end: later(event.end),
        createdAt: event.createdAt && later(event.createdAt),
      })
      const told = (result: LinkResult) => JSON.stringify(result).replaceAll('2027-', '2026-')
      expect(told(linkCalendar(aCalendar(events.map(shift))))).toBe(told(linkCalendar(aCalendar(events))))
    }),
  )
})
