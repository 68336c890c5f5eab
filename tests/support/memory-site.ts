import type { AgendaItem } from '../../src/domain/agenda/agenda.ts'
import type { Enclosure } from '../../src/domain/enclosure/enclosure.ts'
import type { Meeting } from '../../src/domain/meeting/meeting.ts'
import type { AgendaProposal } from '../../src/domain/proposal/agenda-proposal.ts'
import type { ForumId, Instant, MeetingKey } from '../../src/shared/ids.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { ForumPort, MeetingRecord } from '../../src/workflows/ports.ts'
import { aMeeting } from './builders.ts'

/** The rows of one forum in memory, with the promises of ForumPort: a key is added once, changes name what they saw. */
export type MemorySite = {
  readonly meetings: Map<string, Meeting>
  readonly items: Map<string, AgendaItem>
  readonly enclosures: Map<string, Enclosure>
  readonly proposals: Map<string, AgendaProposal>
  /** Path of each stored file to its size. */
  readonly files: Map<string, number>
  /** Every write, by method name. */
  readonly writes: string[]
  /** Writes still let through before the connection breaks; null: all. */
  writesLeft: number | null
  readonly port: Pick<
    ForumPort,
    | 'readMeeting'
    | 'readPlans'
    | 'addMeeting'
    | 'changeMeeting'
    | 'addAgendaItem'
    | 'changeAgendaItem'
    | 'addEnclosure'
    | 'changeEnclosure'
    | 'addProposal'
    | 'changeAgendaState'
    | 'storeFile'
  >
  record(meetingKey: string): MeetingRecord
}

const siteForumId = 'forum' as ForumId

export function memorySite(meetings: readonly Meeting[] = [aMeeting()], items: readonly AgendaItem[] = []): MemorySite {
  const site = {
    meetings: new Map(meetings.map((meeting) => [meeting.key as string, meeting])),
    items: new Map(items.map((item) => [item.key as string, item])),
    enclosures: new Map<string, Enclosure>(),
    proposals: new Map<string, AgendaProposal>(),
    files: new Map<string, number>(),
    writes: [] as string[],
    writesLeft: null as number | null,
  }
  const record = (meetingKey: string): MeetingRecord => ({
    forum: { id: siteForumId, name: 'Chefforum', aliases: [], timeZone: 'Europe/Copenhagen', members: [] },
    meetings: [...site.meetings.values()].sort((a, b) => a.start.localeCompare(b.start)),
    meetingKey: meetingKey as MeetingKey,
    links: [],
    items: [...site.items.values()]
      .filter((item) => item.meetingKey === meetingKey)
      .sort((a, b) => (a.rank < b.rank ? -1 : 1)),
    proposals: [...site.proposals.values()].filter((one) => one.meetingKey === null || one.meetingKey === meetingKey),
    notes: [],
    enclosures: [...site.enclosures.values()].filter((one) => one.meetingKey === meetingKey),
    readAt: '2026-09-08T08:00:00Z' as Instant,
  })
  const whole: MemorySite = Object.assign(site, { record, port: undefined as unknown as MemorySite['port'] })
  return Object.assign(whole, { port: portOf(whole) })
}

function portOf(site: MemorySite): MemorySite['port'] {
  const write = async <T>(name: string, work: () => T): Promise<T> => {
    if (site.writesLeft === 0) throw new ServiceError({ kind: 'offline' })
    if (site.writesLeft !== null) site.writesLeft -= 1
    site.writes.push(name)
    return work()
  }
  return {
    readMeeting: async (_, key) => {
      if (!site.meetings.has(key)) throw new ServiceError({ kind: 'notFound' })
      return site.record(key)
    },
    readPlans: async (from) => {
      const { forum, meetings } = site.record('')
      return [{ forum, meetings: meetings.filter(({ start }) => start >= from), links: [] }]
    },
    addMeeting: (meeting) => write('addMeeting', () => addOnce(site.meetings, meeting)),
    changeMeeting: (before, after) => write('changeMeeting', () => replace(site.meetings, before, after)),
    addAgendaItem: (_, item) => write('addAgendaItem', () => addOnce(site.items, { ...item, eTag: null })),
    changeAgendaItem: (_, before, after) => write('changeAgendaItem', () => replace(site.items, before, after)),
    addEnclosure: (_, added) => write('addEnclosure', () => addOnce(site.enclosures, { ...added, eTag: null })),
    changeEnclosure: (_, before, after) => write('changeEnclosure', () => replace(site.enclosures, before, after)),
    addProposal: (_, added) =>
      write('addProposal', () =>
        addOnce(site.proposals, { ...added, author: 'Lone', createdAt: '2026-09-08T08:00:00Z' as Instant, eTag: null }),
      ),
    changeAgendaState: (_, key, agendaState) =>
      write('changeAgendaState', () => {
        const meeting = site.meetings.get(key)
        if (meeting) site.meetings.set(key, { ...meeting, agendaState })
      }),
    storeFile: (_, folder, ownerKey, file) =>
      write('storeFile', () => {
        site.files.set(`${folder}/${ownerKey}/${file.name}`, file.size)
        return { driveId: 'drive', driveItemId: ownerKey, fileName: file.name, sizeBytes: file.size }
      }),
  }
}

function addOnce<Row extends { readonly key: string }>(rows: Map<string, Row>, row: Row): Row {
  const stored = rows.get(row.key) ?? row
  rows.set(row.key, stored)
  return stored
}

function replace<Row extends { readonly key: string }>(rows: Map<string, Row>, before: Row, after: Row): Row {
  if (!rows.has(before.key)) throw new ServiceError({ kind: 'notFound' })
  rows.set(before.key, after)
  return after
}
