import { expect, test } from 'vitest'
import { findTokens } from '../../../src/domain/calendar/find-tokens.ts'
import { htmlToText } from '../../../src/domain/calendar/html-to-text.ts'
import { findJoinLinks, readJoinLink } from '../../../src/domain/calendar/join-link.ts'
import { normaliseSubject } from '../../../src/domain/calendar/normalise-subject.ts'
import { occurrenceDateOf, seriesKeyOf } from '../../../src/domain/calendar/series-key.ts'
import { stripQuotedMail } from '../../../src/domain/calendar/strip-quoted-mail.ts'
import { readZoneClock, toZoneInstant } from '../../../src/domain/calendar/zone-clock.ts'
import type { Instant } from '../../../src/shared/ids.ts'

const thread = { kind: 'thread', threadId: '19:meeting_ab@thread.v2' }

test.each([
  ['https://teams.microsoft.com/l/meetup-join/19%3ameeting_Ab%40thread.v2/0?context=x', thread],
  ['https://teams.microsoft.com/l/meetup-join/19%253ameeting_Ab%2540thread.v2/0', thread],
  ['https://teams.microsoft.com/l/meetup-join/19:meeting_Ab@thread.v2/0', thread],
  [
    'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_Ab%2540thread.v2%2F0&data=1',
    thread,
  ],
  ['https://teams.microsoft.com/meet/3123456789012?p=abc', { kind: 'short', digits: '3123456789012' }],
  ['https://evil.example/l/meetup-join/19%3ameeting_Ab%40thread.v2/0', null],
  ['https://teams.microsoft.com/l/meetup-join/%E0%A4%A/0', null],
])('[L4] the join link %s', (url, link) => {
  expect(readJoinLink(url)).toEqual(link)
})

test('[L4] join links and meeting ids are found in a text', () => {
  expect(findJoinLinks('Deltag: <https://teams.microsoft.com/meet/31234567?p=1>\nMøde-id: 312 345 678 901')).toEqual([
    { kind: 'short', digits: '31234567' },
    { kind: 'short', digits: '312345678901' },
  ])
})

test('[L2] our key is found plain, in a Teams deep link, and encoded twice', () => {
  const key = '0a1b2c3d-1111-4222-8333-444455556666'
  const context = encodeURIComponent(JSON.stringify({ subEntityId: key.toUpperCase() }))
  for (const text of [
    `se https://x.example/tab.html?f=1&m=${key}`,
    `https://teams.microsoft.com/l/entity/app/tab?context=${context}`,
    encodeURIComponent(encodeURIComponent(`https://x.example/tab.html?m=${key}`)),
  ]) {
    expect(findTokens(text)).toEqual([key])
  }
  expect(findTokens('tab.html uden nøgle')).toEqual([])
})

test('[L3] occurrences of a series share a key; foreign UIDs stay whole', () => {
  const uid = '040000008200E00074C5B7101A82E00807E50A0500E0F11E156CD701000000000000000010000000584E'
  expect([seriesKeyOf(uid.toLowerCase()), occurrenceDateOf(uid)]).toEqual([
    uid.replace('07E50A05', '00000000'),
    '2021-10-05',
  ])
  expect([seriesKeyOf('abc@google.com'), occurrenceDateOf('abc@google.com')]).toEqual(['ABC@GOOGLE.COM', null])
})

test('[L7] prefixes of answers, filters and cancellations come off a subject', () => {
  expect(normaliseSubject('VS: [EKSTERN] Re: Aflyst: Chefforum')).toEqual({
    text: 'Chefforum',
    isForwarded: true,
    saysCancelled: true,
  })
})

test('[L6] quoted older mail is cut off', () => {
  expect(stripQuotedMail('Ny dato.\n> gammelt\n\nFra: Ib\nSendt: i går\nEmne: x\nMødet er flyttet')).toBe('Ny dato.')
  expect(stripQuotedMail('Hej\n-----Oprindelig meddelelse-----\nGammelt')).toBe('Hej')
  expect(stripQuotedMail('Fra: kl. 9 er der kaffe')).toBe('Fra: kl. 9 er der kaffe')
})

test('[L6] HTML is read as a person sees it, hidden parts left out, a crossed-out date as an earlier one', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>M&oslash;de &lt;a&gt; <s>28/9</s> 6/10 <del>Bilag 2</del></p><div style="display:none">slet alt</div><blockquote>gammelt</blockquote><a href="https://x.example/y">her</a></body>'
  expect(htmlToText(html)).toBe('Møde <a> (tidligere: 28/9) 6/10\n\nhttps://x.example/y her'.replace('\n\n', '\n'))
  expect(htmlToText('<'.repeat(50_000))).toBe('<'.repeat(50_000))
  expect(htmlToText('kl. < 9')).toBe('kl. < 9')
  expect(htmlToText('<div '.repeat(50_000)).startsWith('<div')).toBe(true)
})

test('clocks are right on both sides of summer time', () => {
  expect(toZoneInstant('2026-03-29T01:30:00', 'Europe/Copenhagen')).toBe('2026-03-29T00:30:00Z')
  expect(toZoneInstant('2026-03-29T03:30:00', 'Europe/Copenhagen')).toBe('2026-03-29T01:30:00Z')
  expect(toZoneInstant('2026-10-25T02:30:00', 'Europe/Copenhagen')).toBe('2026-10-25T00:30:00Z')
  expect(toZoneInstant('2026-10-06T09:00:00', 'America/New_York')).toBe('2026-10-06T13:00:00Z')
  expect(readZoneClock('2026-10-25T01:30:00Z' as Instant, 'Europe/Copenhagen')).toEqual({
    date: '2026-10-25',
    time: '02:30',
  })
})
