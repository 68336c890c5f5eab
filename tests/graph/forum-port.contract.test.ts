// What every method of ForumPort promises, tried against a whole Microsoft 365: the local tenant, or a real one
// (live.ts; how is told in src/local-tenant/SUPPORT.md, "Asking a real tenant").
// Each run makes a meeting of its own with a new key and leaves it, marked "Kontraktprøve", with status 'cancelled'.
import { beforeAll, expect, test } from 'vitest'
import type { Meeting, MeetingLink } from '../../src/domain/meeting/meeting.ts'
import type { NewLogEntry } from '../../src/domain/meeting/meeting-log.ts'
import { provisionForum } from '../../src/graph/operations/provision-forum.ts'
import type {
  EnclosureKey,
  Instant,
  ItemKey,
  LinkKey,
  LocalDate,
  LogKey,
  MeetingKey,
  NoteKey,
  ProposalKey,
} from '../../src/shared/ids.ts'
import type { NewAgendaItem, NewEnclosure, NewProposal, NewStatusNote } from '../../src/workflows/ports.ts'
import { chefforumId, openPlace, type Ports } from './contract-place.ts'
import { live, livePorts } from './live.ts'

const forumId = live.site ?? chefforumId
// Two clients of one person, so that one can change what the other has seen.
let mine: Ports
let theirs: Ports

beforeAll(async () => {
  const { forumToken, provisionToken, site } = live
  const place = forumToken === null || site === null ? openPlace() : null
  mine = place?.portsOf('lone') ?? livePorts(forumToken ?? '')
  theirs = place?.portsOf('vibe') ?? livePorts(forumToken ?? '')
  if (place === null && provisionToken !== null) {
    const forum = { id: forumId, name: 'Kontraktprøve', aliases: [], timeZone: 'Europe/Copenhagen', members: [] }
    await provisionForum(livePorts(provisionToken).graph, forum)
  }
  await mine.forum.addMeeting(meeting)
})

const key = <K extends string>() => crypto.randomUUID() as K
const meeting: Meeting = {
  key: key<MeetingKey>(),
  forumId,
  title: 'Kontraktprøve',
  start: '2027-03-28T00:30:00Z' as Instant,
  end: '2027-03-28T02:30:00Z' as Instant,
  timeZone: 'Europe/Copenhagen',
  status: 'planned',
  supersedesKey: null,
  moveReason: null,
  announcedOn: null,
  agendaState: 'none',
  location: 'Rådhuset, "lokale 3" & 4',
  joinUrl: `https://teams.microsoft.com/l/meetup-join/${'x'.repeat(400)}`,
  proposalDeadline: '2027-03-01' as LocalDate,
  statusNoteDeadline: null,
}

function aProposal(changes: Partial<NewProposal> = {}): NewProposal {
  return {
    key: key<ProposalKey>(),
    meetingKey: meeting.key,
    title: "Høreområdet: d'Hondt & 'citater'",
    recommendation: 'At Chefforum drøfter.\n\n- punkt æøå\n- punkt 2',
    rationale: 'x'.repeat(3000),
    purpose: 'discussion',
    durationMinutes: 20,
    organisation: 'Lyngvig Kommune',
    state: 'received',
    condition: '',
    answer: '',
    sourceMessage: 'SV: Høreområdet',
    ...changes,
  }
}

function anItem(changes: Partial<NewAgendaItem> = {}): NewAgendaItem {
  return {
    key: key<ItemKey>(),
    meetingKey: meeting.key,
    rank: 'a0',
    number: '7a',
    title: 'Fælles retningslinje',
    purpose: null,
    kind: 'mutual-briefing',
    recommendation: '',
    casePresentation: '## Baggrund\n\nTekst',
    decision: '',
    minutes: '',
    presenters: ['Vibe Damsholt', 'Anja Rosenkær'],
    durationMinutes: null,
    openness: 'closed',
    fromProposalKey: null,
    ...changes,
  }
}

function aNote(changes: Partial<NewStatusNote> = {}): NewStatusNote {
  const itemKey = key<ItemKey>()
  return {
    key: `${itemKey}:åkærdal kommune` as NoteKey,
    meetingKey: meeting.key,
    itemKey,
    organisation: 'Åkærdal Kommune',
    text: 'Tre linjer.\nTo.\nTre.',
    state: 'sent',
    ...changes,
  }
}

function anEnclosure(content: NewEnclosure['content']): NewEnclosure {
  return {
    key: key<EnclosureKey>(),
    meetingKey: meeting.key,
    itemKey: key<ItemKey>(),
    number: 4,
    title: 'Høringssvar',
    content,
    openness: 'open',
  }
}

const readBack = () => mine.forum.readMeeting(forumId, meeting.key)

test('a meeting is read back as it was made, and so is what was added to it', async () => {
  expect((await readBack()).meetings).toContainEqual(meeting)
})

test('opening a meeting costs one round trip', async () => {
  const before = mine.requests.length
  await readBack()
  expect(mine.requests.slice(before)).toEqual(['POST /v1.0/$batch'])
})

test('a proposal is stored whole, its author and time are the server’s', async () => {
  const proposal = aProposal()
  const stored = await mine.forum.addProposal(forumId, proposal)
  expect(stored).toMatchObject(proposal)
  expect(stored.author).not.toBe('')
  expect(stored.eTag).toMatch(/^"[0-9a-f-]{36},\d+"$/)
  expect((await readBack()).proposals).toContainEqual(stored)
})

test('a create sent twice makes one row and answers with the first', async () => {
  const proposal = aProposal()
  const first = await mine.forum.addProposal(forumId, proposal)
  const second = await theirs.forum.addProposal(forumId, { ...proposal, title: 'En anden titel' })
  expect(second).toEqual(first)
  expect((await readBack()).proposals.filter((row) => row.key === proposal.key)).toEqual([first])
})

test('a proposal for the next meeting, whichever, is read with every meeting', async () => {
  const stored = await mine.forum.addProposal(forumId, aProposal({ meetingKey: null }))
  expect((await readBack()).proposals).toContainEqual(stored)
  const settled = await mine.forum.changeProposal(forumId, stored, { ...stored, state: 'declined' })
  expect(settled.meetingKey).toBeNull()
})

test('a change gives the new row and a new ETag; emptied fields are empty', async () => {
  const before = await mine.forum.addProposal(forumId, aProposal())
  const after = await mine.forum.changeProposal(forumId, before, { ...before, purpose: null, durationMinutes: null })
  expect(after).toEqual({ ...before, purpose: null, durationMinutes: null, eTag: after.eTag })
  expect(after.eTag).not.toBe(before.eTag)
  expect((await readBack()).proposals).toContainEqual(after)
})

test('changes to different fields of one row are merged, whoever comes last', async () => {
  const before = await mine.forum.addAgendaItem(forumId, anItem())
  await theirs.forum.changeAgendaItem(forumId, before, { ...before, decision: 'Taget til efterretning' })
  const merged = await mine.forum.changeAgendaItem(forumId, before, { ...before, minutes: 'Drøftet.' })
  expect(merged).toMatchObject({ decision: 'Taget til efterretning', minutes: 'Drøftet.' })
})

test('a field changed on both sides throws changedMeanwhile and writes nothing', async () => {
  const before = await mine.forum.addAgendaItem(forumId, anItem())
  const first = await theirs.forum.changeAgendaItem(forumId, before, { ...before, decision: 'A' })
  const second = mine.forum.changeAgendaItem(forumId, before, { ...before, decision: 'B', minutes: 'C' })
  await expect(second).rejects.toMatchObject({ failure: { kind: 'changedMeanwhile' } })
  expect((await readBack()).items).toContainEqual(first)
})

test('both sides changing a field to the same is no conflict', async () => {
  const before = await mine.forum.addAgendaItem(forumId, anItem())
  const first = await theirs.forum.changeAgendaItem(forumId, before, { ...before, decision: 'A' })
  expect(await mine.forum.changeAgendaItem(forumId, before, { ...before, decision: 'A' })).toEqual(first)
})

test('a status note is stored and rewritten', async () => {
  const stored = await mine.forum.addStatusNote(forumId, aNote())
  const changed = await mine.forum.changeStatusNote(forumId, stored, { ...stored, text: 'Ny' })
  expect((await readBack()).notes.find((row) => row.key === stored.key)).toEqual(changed)
})

test('a client that never saw the row can change it too', async () => {
  const stored = await mine.forum.addStatusNote(forumId, aNote())
  const changed = await theirs.forum.changeStatusNote(forumId, stored, { ...stored, text: 'Fra en anden side' })
  expect(changed.text).toBe('Fra en anden side')
})

test('items come by rank, with presenters and emptiness as they were', async () => {
  const second = await mine.forum.addAgendaItem(forumId, anItem({ rank: 'b1' }))
  const first = await mine.forum.addAgendaItem(forumId, anItem({ rank: 'b0', presenters: [], number: null }))
  const items = (await readBack()).items.filter((item) => item.rank.startsWith('b'))
  expect(items).toEqual([first, second])
})

test('an item is removed once; removing it again is no error', async () => {
  const item = await mine.forum.addAgendaItem(forumId, anItem())
  await mine.forum.removeAgendaItem(forumId, item)
  await mine.forum.removeAgendaItem(forumId, item)
  await theirs.forum.removeAgendaItem(forumId, item)
  expect((await readBack()).items.map((row) => row.key)).not.toContain(item.key)
})

test('an item changed meanwhile is not removed unseen', async () => {
  const item = await mine.forum.addAgendaItem(forumId, anItem())
  await theirs.forum.changeAgendaItem(forumId, item, { ...item, minutes: 'Vigtigt' })
  const removal = mine.forum.removeAgendaItem(forumId, item)
  await expect(removal).rejects.toMatchObject({ failure: { kind: 'changedMeanwhile' } })
})

test.each<[string, NewEnclosure['content']]>([
  ['a file', { kind: 'file', driveId: 'b!d', driveItemId: '01ITEM', fileName: 'Bilag 4.pdf' }],
  ['a link', { kind: 'url', url: `https://www.retsinformation.example/eli?q=${'å'.repeat(300)}` }],
  ['one to come', { kind: 'pending', promisedDate: '2027-03-27' as LocalDate, owner: 'Vibe Damsholt' }],
  ['one nobody promised', { kind: 'pending', promisedDate: null, owner: null }],
])('an enclosure that is %s is stored, changed and removed', async (_, content) => {
  const stored = await mine.forum.addEnclosure(forumId, anEnclosure(content))
  expect(stored.content).toEqual(content)
  const pending = { kind: 'pending', promisedDate: null, owner: 'Lone' } as const
  const changed = await mine.forum.changeEnclosure(forumId, stored, { ...stored, number: null, content: pending })
  expect((await readBack()).enclosures).toContainEqual(changed)
  expect(changed).toMatchObject({ number: null, content: pending })
  await mine.forum.removeEnclosure(forumId, changed)
  expect((await readBack()).enclosures.map((row) => row.key)).not.toContain(stored.key)
})

test('a tie is made once, found by its hash, changed and told with its forum', async () => {
  const hash = crypto.randomUUID().replaceAll('-', '').repeat(2)
  const link: MeetingLink = {
    key: `${hash}-key` as LinkKey,
    valueHash: hash,
    meetingKey: meeting.key,
    kind: 'ical',
    state: 'current',
    occurrenceDate: '2027-03-28' as LocalDate,
    evidence: 'Prøve',
  }
  expect(await mine.forum.tie(forumId, link)).toEqual(link)
  expect(await theirs.forum.tie(forumId, { ...link, evidence: 'igen' })).toEqual(link)
  const superseded = await mine.forum.changeLink(forumId, link, { ...link, state: 'superseded' })
  const before = mine.requests.length
  expect(await mine.forum.findLinks(['0'.repeat(64), hash])).toEqual([{ forumId, link: superseded }])
  expect(mine.requests.slice(before)).toEqual(['POST /v1.0/$batch'])
  expect((await readBack()).links).toContainEqual(superseded)
})

test('a tie can be taken away, and taking it away twice is no error', async () => {
  const hash = crypto.randomUUID().replaceAll('-', '').repeat(2)
  const link: MeetingLink = {
    key: `${hash}-key` as LinkKey,
    valueHash: hash,
    meetingKey: meeting.key,
    kind: 'ical',
    state: 'rejected',
    occurrenceDate: null,
    evidence: '',
  }
  await mine.forum.tie(forumId, link)
  await theirs.forum.untie(forumId, link)
  await mine.forum.untie(forumId, link)
  expect(await mine.forum.findLinks([hash])).toEqual([])
})

test('a line of the log is written once, with the author and time of the server', async () => {
  const entry: NewLogEntry = {
    key: key<LogKey>(),
    meetingKey: meeting.key,
    kind: 'confirmed-stale',
    valueHash: '0'.repeat(64),
    linkKey: '1'.repeat(64) as LinkKey,
    subject: 'Chefforum "ny dato" æøå',
    start: meeting.start,
    because: 'Første linje\nAnden linje',
    organisation: 'Åkærdal Kommune',
    refersTo: null,
    before: { kind: 'move', way: 'newInvitation', meeting, links: [] },
  }
  const stored = await mine.forum.addLogEntry(forumId, entry)
  expect(await theirs.forum.addLogEntry(forumId, { ...entry, because: 'igen' })).toEqual(stored)
  expect(stored).toMatchObject(entry)
  expect(stored.author).not.toBe('')
  expect(await theirs.forum.readLog(forumId, meeting.key)).toEqual([stored])
})

test('looking for no tie asks nobody', async () => {
  const before = mine.requests.length
  expect(await mine.forum.findLinks([])).toEqual([])
  expect(mine.requests).toHaveLength(before)
})

test('the agenda state is set whatever it was, and the meeting can be moved', async () => {
  await mine.forum.changeAgendaState(forumId, meeting.key, 'published')
  await mine.forum.changeAgendaState(forumId, meeting.key, 'published')
  const moved = { ...meeting, start: '2027-10-31T00:30:00Z' as Instant, end: '2027-10-31T02:30:00Z' as Instant }
  const stored = await mine.forum.changeMeeting(meeting, moved)
  expect(stored).toEqual({ ...moved, agendaState: 'published' })
})

test('a small file is stored under its owner, read back, replaced by a second try, and has an address', async () => {
  const owner = key<ProposalKey>()
  const file = new File(['første'], 'Bilag: 1/2 "æøå" #.txt', { type: 'text/plain' })
  const stored = await mine.forum.storeFile(forumId, meeting.key, owner, file)
  expect(stored).toMatchObject({ fileName: 'Bilag- 1-2 -æøå- -.txt', sizeBytes: 7 })
  const again = await mine.forum.storeFile(forumId, meeting.key, owner, file)
  expect(again).toEqual(stored)
  const other = await mine.forum.storeFile(forumId, meeting.key, key<ProposalKey>(), file)
  expect(other.driveItemId).not.toBe(stored.driveItemId)
  expect(await (await mine.forum.readFile(stored.driveId, stored.driveItemId)).text()).toBe('første')
  expect(await mine.forum.fileAddress(stored.driveId, stored.driveItemId)).toMatch(/^https:\/\//)
})

test('a file over 4 MB goes in pieces and comes back whole', async () => {
  const bytes = new Uint8Array(11 * 1024 * 1024 + 7).map((_, index) => index % 251)
  const stored = await mine.forum.storeFile(forumId, meeting.key, key<ItemKey>(), new File([bytes], 'Stort bilag.pdf'))
  expect(stored.sizeBytes).toBe(bytes.length)
  const blob = await mine.forum.readFile(stored.driveId, stored.driveItemId)
  expect(Buffer.compare(Buffer.from(await blob.arrayBuffer()), Buffer.from(bytes))).toBe(0)
})

test('a file over the limit is refused before anything is sent', async () => {
  const before = mine.requests.length
  const huge = new File([new Uint8Array(31 * 1024 * 1024)], 'a.pdf')
  const storing = mine.forum.storeFile(forumId, meeting.key, key<ItemKey>(), huge)
  await expect(storing).rejects.toMatchObject({ failure: { kind: 'tooLarge', limitBytes: 30 * 1024 * 1024 } })
  expect(mine.requests).toHaveLength(before)
})

test('a title longer than SharePoint takes is refused with its reason', async () => {
  const adding = mine.forum.addProposal(forumId, aProposal({ title: 'x'.repeat(256) }))
  await expect(adding).rejects.toMatchObject({ failure: { kind: 'rejected' } })
})

test('a meeting nobody has is not found', async () => {
  const reading = mine.forum.readMeeting(forumId, key<MeetingKey>())
  await expect(reading).rejects.toMatchObject({ failure: { kind: 'notFound' } })
})

test('polling sees what others add, change and remove, in one round trip', async () => {
  await mine.forum.pollMeeting(forumId, meeting.key)
  const removed = await theirs.forum.addAgendaItem(forumId, anItem())
  await mine.forum.pollMeeting(forumId, meeting.key)
  const note = await theirs.forum.addStatusNote(forumId, aNote())
  const changed = await theirs.forum.changeStatusNote(forumId, note, { ...note, text: 'Rettet' })
  await theirs.forum.removeAgendaItem(forumId, removed)
  const before = mine.requests.length
  const polled = await mine.forum.pollMeeting(forumId, meeting.key)
  expect(mine.requests.slice(before)).toEqual(['POST /v1.0/$batch'])
  expect(polled.notes).toContainEqual(changed)
  expect(polled.items.map((item) => item.key)).not.toContain(removed.key)
  const { readAt: _polledAt, ...whatIsPolled } = polled
  const { readAt: _readAt, ...whatIsRead } = await readBack()
  expect(sorted(whatIsPolled)).toEqual(sorted(whatIsRead))
})

test('the plans hold the meeting, in one round trip', async () => {
  await mine.forum.changeMeeting(meeting, { ...meeting, status: 'cancelled' })
  const before = mine.requests.length
  const plans = await mine.forum.readPlans('2027-01-01T00:00:00Z' as Instant)
  expect(mine.requests.slice(before)).toEqual(['POST /v1.0/$batch'])
  const plan = plans.find(({ forum }) => forum.id === forumId)
  expect(plan?.meetings.find((row) => row.key === meeting.key)?.status).toBe('cancelled')
})

// The order of rows that have none of their own may differ between a list and its delta.
function sorted(record: object): object {
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.toSorted(byKey) : value,
  ])
  return Object.fromEntries(entries)
}
