import { expect, test } from 'vitest'
import { hashLinkValue, linkValuesOf } from '../../../src/domain/linking/link-values.ts'
import type { LocalDate } from '../../../src/shared/ids.ts'
import { anInvitation } from './link-builders.ts'

const key = '0a1b2c3d-1111-4222-8333-444455556666'

test('[L1] a value is hashed the same whatever its case', async () => {
  const a = await hashLinkValue('ical', 'abc', null)
  expect(a).toEqual(await hashLinkValue('ical', ' ABC', null))
  expect(a.valueHash).toMatch(/^[0-9a-f]{64}$/)
  const b = await hashLinkValue('ical', 'abc', '2026-10-06' as LocalDate)
  expect([b.valueHash === a.valueHash, b.linkKey === a.linkKey]).toEqual([true, false])
})

test('[L2, L3, L4] an event is known by its UID, series, token and thread', () => {
  const iCalUId = '040000008200E00074C5B7101A82E00807E50A0500E0F11E156CD701000000000000000010000000584E7404'
  const event = anInvitation('2021-10-04', {
    iCalUId,
    type: 'exception',
    bodyText: `https://x.example/tab.html?m=${key}`,
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%253ameeting_AbC%2540thread.v2/0',
  })
  expect(linkValuesOf(event)).toEqual([
    { kind: 'ical', value: iCalUId, occurrenceDate: null },
    { kind: 'series', value: iCalUId.replace('07E50A05', '00000000'), occurrenceDate: '2021-10-05' },
    { kind: 'token', value: key, occurrenceDate: null },
    { kind: 'thread', value: '19:meeting_abc@thread.v2', occurrenceDate: '2021-10-05' },
  ])
})
