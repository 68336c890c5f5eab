import fc from 'fast-check'
import { generateNKeysBetween } from 'fractional-indexing'
import { expect, test } from 'vitest'
import { FORUM_LISTS } from '../../../src/graph/forum-schema.ts'
import { danishDate, shiftDate, utcAt } from '../../../src/local-tenant/seeds/danish-clock.ts'
import { layDates } from '../../../src/local-tenant/seeds/demo-dates.ts'
import { forumLists } from '../../../src/local-tenant/seeds/forum-lists.ts'
import { linkKey, valueHash } from '../../../src/local-tenant/seeds/identifiers.ts'
import { buildWorld, worldNames } from '../../../src/local-tenant/seeds/index.ts'
import type { World } from '../../../src/local-tenant/world.ts'
import { findWorldFaults } from './find-world-faults.ts'

const now = new Date('2026-11-24T12:00:00Z')
const anyNow = fc.date({ min: new Date('2022-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

function rowsOf(world: World, site: string, list: string) {
  const found = world.sites.find((candidate) => candidate.name === site)?.lists.find((entry) => entry.name === list)
  return found?.rows.map((row) => row.fields) ?? []
}

test.each(worldNames)('[seed] "%s" says nothing that does not resolve, and the same at every run', (name) => {
  const world = buildWorld(name, now)
  expect(findWorldFaults(world)).toEqual([])
  expect(buildWorld(name, now)).toEqual(world)
})

test('[seed] any now gives a valid world, with the dead date ahead of now and eight days before the live one', () => {
  fc.assert(
    fc.property(anyNow, (moment) => {
      const world = buildWorld('chefforum', moment)
      const dates = layDates(moment)
      expect(findWorldFaults(world)).toEqual([])
      expect(dates.today).toBe(danishDate(moment))
      expect(dates.stale > dates.today).toBe(true)
      expect(shiftDate(dates.stale, 8)).toBe(dates.coming)
      expect(dates.proposalDeadline > dates.today).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('[seed] an unknown seed is refused with the names there are', () => {
  expect(() => buildWorld('nej', now)).toThrow('chefforum, tom, uden-lister')
})

test('[seed] the schema written here is the one the app provisions', () => {
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name)
  const sorted = (lists: readonly { readonly name: string; readonly columns: readonly unknown[] }[]) =>
    [...lists].sort(byName).map((list) => ({
      name: list.name,
      columns: [...(list.columns as { readonly name: string }[])].sort(byName),
    }))
  expect(sorted(forumLists)).toEqual(sorted(FORUM_LISTS))
})

test('[seed] the case: two invitations, two organisers, two UIDs, one meeting with a dead date', () => {
  const world = buildWorld('chefforum', now)
  const dates = layDates(now)
  const invitations = world.events.filter((event) => event.subject.startsWith('Chefforum') && !event.isCancelled)
  const stale = invitations.find((event) => event.startUtc === utcAt(dates.stale, '09:00'))
  const live = invitations.find((event) => event.startUtc === utcAt(dates.coming, '09:00'))
  expect([stale?.organizer, live?.organizer]).toEqual(['mads', 'lone'])
  expect(stale?.iCalUId).toMatch(/^040000008200E00074C5B7101A82E00800000000[0-9A-F]{16}0{16}10000000[0-9A-F]{32}$/)
  expect(stale?.iCalUId).not.toBe(live?.iCalUId)
  expect(stale?.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/meet\/\d+\?p=\w+$/)
  expect(live?.joinUrl).toContain('/l/meetup-join/19%3Ameeting_')
  expect(live?.bodyHtml).toContain('erstatter mødet den 1. december')

  const meetings = rowsOf(world, 'Chefforum', 'Meetings')
  const coming = meetings.find((meeting) => meeting['Status'] === 'planned' && meeting['SupersedesKey'])
  const dead = meetings.find((meeting) => meeting['MeetingKey'] === coming?.['SupersedesKey'])
  expect(dead).toMatchObject({ Status: 'moved', Start: stale?.startUtc })
  expect(live?.bodyHtml).toContain(`/tab.html?m=${String(coming?.['MeetingKey'])}&amp;f=`)

  const links = rowsOf(world, 'Chefforum', 'MeetingLinks')
  const stateOf = (iCalUId: string | undefined) =>
    links.find((link) => link['ValueHash'] === valueHash('ical', iCalUId ?? ''))?.['State']
  expect([stateOf(stale?.iCalUId), stateOf(live?.iCalUId)]).toEqual(['superseded', 'current'])
})

test('[seed] the coming agenda: 15 items within two hours, two gensidig, 15 bilag, one promised, links and files', () => {
  const world = buildWorld('chefforum', now)
  const coming = rowsOf(world, 'Chefforum', 'Meetings').find((meeting) => meeting['AgendaState'] === 'published')
  const ofComing = (row: Record<string, unknown>) => row['MeetingKey'] === coming?.['MeetingKey']
  const items = rowsOf(world, 'Chefforum', 'AgendaItems').filter(ofComing)
  expect(items).toHaveLength(15)
  expect(items.filter((item) => item['Kind'] === 'mutual-briefing')).toHaveLength(2)
  const minutes = items.reduce((sum, item) => sum + Number(item['DurationMinutes'] ?? 0), 0)
  expect(minutes).toBeLessThanOrEqual(120)
  const ranks = items.map((item) => String(item['SortRank']))
  expect(ranks).toEqual(generateNKeysBetween(null, null, 15))

  const enclosures = rowsOf(world, 'Chefforum', 'Enclosures').filter((row) => ofComing(row) && row['Number'])
  expect(enclosures.map((row) => row['Number'])).toEqual(enclosures.map((_, index) => index + 1))
  const count = (kind: string) => enclosures.filter((row) => row['Kind'] === kind).length
  expect([count('file'), count('url'), count('pending')]).toEqual([11, 3, 1])
})

test('[seed] keys of ties follow the rule that all sides share', () => {
  // Fixed values, computed apart from the code: echo -n "thread:19:meeting_x@thread.v2" | sha256sum
  expect(valueHash('thread', '19:meeting_x@thread.v2')).toBe(
    '1e772c9b25c4b04fe81b89fbc1f20fa2ad3a81c270bdb8451c522bdcefdece75',
  )
  expect(linkKey('series', 'ABC', '2026-10-06')).toBe(
    'fe53df0e6046ee3eed5458fadec59181f79dcf5eaed87bcc1f9a697f5ac9c92b',
  )
})

test.each([
  ['2026-03-29', '09:00', '2026-03-29T07:00:00Z'],
  ['2026-03-28', '09:00', '2026-03-28T08:00:00Z'],
  ['2026-10-25', '09:00', '2026-10-25T08:00:00Z'],
  ['2026-10-24', '00:00', '2026-10-23T22:00:00Z'],
])('[seed] %s at %s in Denmark is %s', (date, time, utc) => {
  expect(utcAt(date, time)).toBe(utc)
})
