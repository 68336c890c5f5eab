import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaItemRows, enclosureRows } from '../../src/graph/agenda-rows.ts'
import { proposalRows, statusNoteRows } from '../../src/graph/contribution-rows.ts'
import { logRows } from '../../src/graph/log-rows.ts'
import { linkRows, meetingRows } from '../../src/graph/meeting-rows.ts'
import { type RowCodec, readDay, readWireRow } from '../../src/graph/row-codec.ts'
import { toFileName } from '../../src/graph/to-file-name.ts'
import { toForum } from '../../src/graph/to-forum.ts'
import type { ForumId } from '../../src/shared/ids.ts'

const forumId = 'host,a,b' as ForumId
const server = { author: 'Lone', createdAt: '2026-09-01T08:00:00Z', modifiedAt: '2026-09-02T08:00:00Z', eTag: '"g,1"' }
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((raw) => raw.replaceAll('\r', '').trim())
const line = text.map((raw) => raw.replace(/\s+/g, ' ').trim())
const lineOrNull = line.map((raw) => raw || null)
const key = fc.uuid()
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = day.map((date) => `${date}T09:30:00Z`)
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const purpose = orNull(fc.constantFrom('information', 'discussion', 'decision', 'approval', 'designation'))
const minutes = orNull(fc.nat(480))

/** What SharePoint gives back for what was written: empty columns left out, line ends as Windows has them. */
function throughTheList<New, Row extends New>(codec: RowCodec<New, Row>, row: New): Row | null {
  const kept = Object.entries(codec.toFields(row)).filter(([, value]) => value !== null)
  const fields = Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\n', '\r\n') : value]),
  )
  const wire = readWireRow({
    id: '7',
    eTag: server.eTag,
    createdDateTime: server.createdAt,
    lastModifiedDateTime: server.modifiedAt,
    createdBy: { user: { displayName: server.author } },
    fields,
  })
  return wire && codec.toRow(wire, forumId)
}

const proposal = fc.record({
  key,
  meetingKey: orNull(key),
  title: line,
  recommendation: text,
  rationale: text,
  purpose,
  durationMinutes: minutes,
  organisation: line,
  state: fc.constantFrom('received', 'question', 'on-agenda', 'later-meeting', 'other-forum', 'declined'),
  condition: text,
  answer: text,
  sourceMessage: line,
  author: fc.constant(server.author),
  createdAt: fc.constant(server.createdAt),
  eTag: fc.constant(server.eTag),
})
const note = fc.record({
  key,
  meetingKey: key,
  itemKey: key,
  organisation: line,
  text,
  state: fc.constantFrom('draft', 'sent'),
  author: fc.constant(server.author),
  modifiedAt: fc.constant(server.modifiedAt),
  eTag: fc.constant(server.eTag),
})
const item = fc.record({
  key,
  meetingKey: key,
  rank: fc.constantFrom('a0', 'a0V', 'Zz'),
  number: lineOrNull,
  title: line,
  purpose,
  kind: fc.constantFrom('item', 'mutual-briefing', 'any-other-business', 'written-briefing', 'participants'),
  recommendation: text,
  casePresentation: text,
  decision: text,
  minutes: text,
  presenters: fc.array(line.filter(Boolean), { maxLength: 3 }),
  durationMinutes: minutes,
  openness: fc.constantFrom('open', 'closed'),
  fromProposalKey: orNull(key),
  eTag: fc.constant(server.eTag),
})
const content = fc.oneof(
  fc.record({ kind: fc.constant('file'), driveId: key, driveItemId: key, fileName: line }),
  fc.record({ kind: fc.constant('url'), url: fc.webUrl() }),
  fc.record({ kind: fc.constant('pending'), promisedDate: orNull(day), owner: lineOrNull }),
)
const enclosure = fc.record({
  key,
  meetingKey: key,
  itemKey: key,
  number: orNull(fc.nat(99)),
  title: line,
  content,
  openness: fc.constantFrom('open', 'closed'),
  eTag: fc.constant(server.eTag),
})
const meeting = fc.record({
  key,
  forumId: fc.constant(forumId),
  title: line,
  start: instant,
  end: instant,
  timeZone: fc.constant('Europe/Copenhagen'),
  status: fc.constantFrom('planned', 'moved', 'cancelled', 'held'),
  supersedesKey: orNull(key),
  moveReason: text.map((raw) => raw || null),
  announcedOn: orNull(day),
  agendaState: fc.constantFrom('none', 'draft', 'published', 'minutes', 'approved'),
  location: lineOrNull,
  joinUrl: orNull(fc.webUrl()),
  proposalDeadline: orNull(day),
  statusNoteDeadline: orNull(day),
})
const link = fc.record({
  key,
  valueHash: key,
  meetingKey: key,
  kind: fc.constantFrom('ical', 'series', 'thread', 'short', 'token', 'manual'),
  state: fc.constantFrom('current', 'superseded', 'cancelled', 'rejected'),
  occurrenceDate: orNull(day),
  evidence: text,
})

const logEntry = fc.record({
  key,
  meetingKey: key,
  kind: fc.constantFrom('found', 'found-stale', 'confirmed', 'rejected', 'disputed', 'removed', 'moved', 'undone'),
  valueHash: orNull(key),
  linkKey: orNull(key),
  subject: line,
  start: orNull(instant),
  because: text,
  organisation: line,
  refersTo: orNull(key),
  before: orNull(
    fc.oneof(
      fc.record({ kind: fc.constant('tie'), link: orNull(link) }),
      fc.record({
        kind: fc.constant('move'),
        way: fc.constantFrom('sameInvitation', 'newInvitation', 'onlyHere'),
        meeting,
        links: fc.array(link, { maxLength: 3 }),
      }),
    ),
  ),
  author: fc.constant(server.author),
  createdAt: fc.constant(server.createdAt),
})

function comesBack<New, Row extends New>(codec: RowCodec<New, Row>, rows: fc.Arbitrary<unknown>): void {
  fc.assert(
    fc.property(rows, (row) => {
      expect(throughTheList(codec, row as New)).toEqual(row)
    }),
  )
}

test('a proposal comes back from its list as it went in', () => comesBack(proposalRows, proposal))
test('a status note comes back from its list as it went in', () => comesBack(statusNoteRows, note))
test('an agenda item comes back from its list as it went in', () => comesBack(agendaItemRows, item))
test('an enclosure comes back from its list as it went in', () => comesBack(enclosureRows, enclosure))
test('a meeting comes back from its list as it went in', () => comesBack(meetingRows, meeting))
test('a tie comes back from its list as it went in', () => comesBack(linkRows, link))

test('a line of the log comes back from its list as it went in', () => comesBack(logRows, logEntry))

test('nothing a server may answer makes a reader throw', () => {
  const codecs = [proposalRows, statusNoteRows, agendaItemRows, enclosureRows, meetingRows, linkRows, logRows] as const
  const columns = [...new Set(codecs.flatMap((codec) => codec.columns))]
  const fields = fc.dictionary(fc.constantFrom(...columns), fc.anything(), { maxKeys: 12 })
  fc.assert(
    fc.property(fc.anything(), fields, (anything, someFields) => {
      for (const wire of [readWireRow(anything), readWireRow({ id: '1', fields: someFields })]) {
        for (const codec of codecs) if (wire) codec.toRow(wire, forumId)
      }
      toForum([anything, { id: '1', fields: someFields }], forumId, 'Chefforum')
    }),
  )
})

test.each([
  ['midnight in Denmark in summer, as UTC', '2026-10-05T22:00:00Z'],
  ['midnight in Denmark in winter, as UTC', '2026-10-05T23:00:00Z'],
  ['midnight UTC', '2026-10-06T00:00:00Z'],
  ['noon UTC, as we write it', '2026-10-06T12:00:00Z'],
  ['midnight in Seattle, as UTC', '2026-10-06T07:00:00Z'],
  ['the day alone', '2026-10-06'],
])('a date-only column given as %s is that day', (_, value) => {
  expect(readDay(value)).toBe('2026-10-06')
})

test('what is not known to be open, sent or a web link is not shown as such', () => {
  const row = (fields: object) => ({ id: '1', eTag: null, author: '', createdAt: '', modifiedAt: '', fields }) as never
  const closed = agendaItemRows.toRow(row({ ItemKey: 'k', MeetingKey: 'm', Openness: 'public' }), forumId)
  expect(closed?.openness).toBe('closed')
  const draft = statusNoteRows.toRow(row({ NoteKey: 'k', ItemKey: 'i', State: 'other' }), forumId)
  expect(draft?.state).toBe('draft')
  const script = { EnclosureKey: 'k', Kind: 'url', LinkUrl: 'javascript:alert(1)' }
  expect(enclosureRows.toRow(row(script), forumId)).toBeNull()
})

test('a Config cell that is no JSON leaves the forum readable', () => {
  const row = { id: '1', fields: { ForumName: 'KOSU', Members: '[{"name":', Aliases: '{"a":1}' } }
  expect(toForum([row], forumId, 'x')).toEqual({
    id: forumId,
    name: 'KOSU',
    aliases: [],
    timeZone: 'Europe/Copenhagen',
    members: [],
  })
})

test.each([
  ['Bilag 1: "udkast" <2>.pdf', 'Bilag 1- -udkast- -2-.pdf'],
  ['../../hemmeligt.docx', '..-..-hemmeligt.docx'],
  ['  ~$låst.docx. ', '$låst.docx'],
  ['con', 'fil-con'],
  ['', 'fil-'],
  [`${'å'.repeat(300)}.pdf`, `${'å'.repeat(116)}.pdf`],
])('the file name %j is stored as %j', (given, stored) => {
  expect(toFileName(given)).toBe(stored)
})
