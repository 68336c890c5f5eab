import type { AgendaItem } from '../../src/domain/agenda/agenda.ts'
import { sendBatch } from '../../src/graph/batch.ts'
import { createForumPort } from '../../src/graph/forum-port.ts'
import { sitePathTo } from '../../src/graph/site.ts'
import { createGraph } from '../../src/graph/transport.ts'
import { chefforumId, demoMeeting, openPlace, type Place, worldNow } from '../graph/contract-place.ts'
import { judge } from './statistics.ts'

/** What went over the wire: requests with their address and body, answers with their body. */
type Cost = { readonly requests: number; readonly bytes: number }

/** What an open meeting costs beside an archive of so many items. */
type Costs = { readonly [occasion in Occasion]: Cost }

const occasions = ['opening a configured tab', 'first look for news', 'no news', 'one change'] as const
type Occasion = (typeof occasions)[number]

const archiveSizes = [100, 10_000] as const
/** Most of an archive is agenda items; beyond 5,000 rows of one list SharePoint refuses what is not indexed. */
const archiveLists = ['AgendaItems', 'AgendaItems', 'AgendaItems', 'Enclosures', 'StatusNotes'] as const
const keyColumns = { AgendaItems: 'ItemKey', Enclosures: 'EnclosureKey', StatusNotes: 'NoteKey' } as const
const itemsOfOneMeeting = 20

/** Bytes and requests of opening and polling a meeting beside a small archive and a hundred times larger one. */
export async function runBench(): Promise<boolean> {
  const [small, large] = [await costsBeside(archiveSizes[0]), await costsBeside(archiveSizes[1])]
  const promises = occasions.map((occasion) => {
    const [a, b] = [small[occasion], large[occasion]]
    const growth = Math.max(Math.abs(b.bytes / a.bytes - 1), Math.abs(b.requests / a.requests - 1)) * 100
    console.log(`${occasion.padEnd(26)} ${archiveSizes[0]} items: ${tell(a)}   ${archiveSizes[1]} items: ${tell(b)}`)
    return { what: `${occasion}, difference`, value: growth, atMost: 10, unit: '%' }
  })
  console.log('')
  return judge([
    ...promises,
    {
      what: 'opening a configured tab',
      value: large['opening a configured tab'].requests,
      atMost: 1,
      unit: 'requests',
    },
    { what: 'one look for news', value: large['no news'].requests, atMost: 1, unit: 'requests' },
  ])
}

function tell({ bytes, requests }: Cost): string {
  return `${String(requests).padStart(2)} requests ${String(bytes).padStart(7)} bytes`
}

async function costsBeside(archiveSize: number): Promise<Costs> {
  const place = openPlace()
  try {
    await fillArchive(place, archiveSize)
    return await measure(place)
  } finally {
    place.tenant.close()
  }
}

async function measure(place: Place): Promise<Costs> {
  const meter = openMeter(place)
  const meetingKey = demoMeeting('coming')
  const poll = () => meter.port.pollMeeting(chefforumId, meetingKey)
  const opening = await meter.costOf(() => meter.port.readMeeting(chefforumId, meetingKey))
  const first = await meter.costOf(poll)
  const silent = await meter.costOf(poll)
  const { items } = await poll()
  await changeOne(place, items)
  const change = await meter.costOf(poll)
  return { 'opening a configured tab': opening, 'first look for news': first, 'no news': silent, 'one change': change }
}

async function changeOne(place: Place, items: readonly AgendaItem[]): Promise<void> {
  const [item] = items
  if (item === undefined) throw new Error('The demo meeting has no agenda')
  await place.portsOf('lone').forum.changeAgendaItem(chefforumId, item, { ...item, decision: 'Godkendt.' })
}

/** A person's forum whose every byte on the wire is counted. */
function openMeter(place: Place) {
  let requests = 0
  let bytes = 0
  const answer = place.tenant.issueToken({ personId: 'birgit', registration: 'forum-data' })
  const token = answer.kind === 'token' ? answer.accessToken : ''
  const graph = createGraph({
    send: async (request) => {
      const headers = new Headers(request.headers)
      headers.set('Authorization', `Bearer ${token}`)
      bytes += request.url.length + (await request.clone().arrayBuffer()).byteLength
      const response = await place.tenant.handle(new Request(request, { headers }))
      bytes += (await response.clone().arrayBuffer()).byteLength
      requests += 1
      return response
    },
    sleep: async () => undefined,
    random: () => 0,
  })
  const forums = [{ id: chefforumId, name: 'Chefforum' }]
  return {
    port: createForumPort(graph, { forums, clock: { now: () => worldNow } }),
    costOf: async (work: () => Promise<unknown>): Promise<Cost> => {
      requests = 0
      bytes = 0
      await work()
      return { requests, bytes }
    },
  }
}

async function fillArchive(place: Place, size: number): Promise<void> {
  const { graph } = place.portsOf('lone')
  for (let start = 0; start < size; start += itemsOfOneMeeting) {
    const count = Math.min(itemsOfOneMeeting, size - start)
    const answers = await sendBatch(
      graph,
      Array.from({ length: count }, (_, index) => archiveRow(start + index)),
    )
    const failed = answers.find((one) => one.kind === 'failed')
    if (failed?.kind === 'failed') throw failed.error
  }
}

function archiveRow(place: number) {
  const list = archiveLists[place % archiveLists.length] ?? 'AgendaItems'
  const meeting = `old-meeting-${Math.floor(place / itemsOfOneMeeting)}`
  const fields = {
    [keyColumns[list]]: `old-${place}`,
    MeetingKey: meeting,
    Title: 'Et punkt fra et møde for længe siden',
    ...(list === 'AgendaItems' ? { CasePresentation: 'Sagsfremstilling. '.repeat(40) } : {}),
  }
  return { method: 'POST' as const, path: sitePathTo(chefforumId, 'lists', list, 'items'), body: { fields } }
}
