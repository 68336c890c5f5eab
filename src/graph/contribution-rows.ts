import { purposes } from '../domain/agenda/agenda.ts'
import type { AgendaProposal, ProposalState } from '../domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import type { ItemKey, MeetingKey, NoteKey, ProposalKey } from '../shared/ids.ts'
import type { NewProposal, NewStatusNote } from '../workflows/ports.ts'
import { readChoice, readNumber, readText, readTextOrNull } from './read-wire.ts'
import { type RowCodec, writeLine, writeText } from './row-codec.ts'

const STATES: readonly ProposalState[] = [
  'received',
  'question',
  'on-agenda',
  'later-meeting',
  'other-forum',
  'declined',
]

/** List Proposals. Author and time are the server's. */
export const proposalRows: RowCodec<NewProposal, AgendaProposal> = {
  list: 'Proposals',
  keyColumn: 'ProposalKey',
  columns: [
    'ProposalKey',
    'MeetingKey',
    'Title',
    'Recommendation',
    'Rationale',
    'Purpose',
    'DurationMinutes',
    'Organisation',
    'State',
    'Condition',
    'Answer',
    'SourceMessage',
  ],
  lineColumns: { Recommendation: 'lines', Rationale: 'lines' },
  keyOf: (proposal) => proposal.key,
  toFields: (proposal) => ({
    ProposalKey: proposal.key,
    MeetingKey: proposal.meetingKey,
    Title: writeLine(proposal.title),
    Recommendation: writeText(proposal.recommendation),
    Rationale: writeText(proposal.rationale),
    Purpose: proposal.purpose,
    DurationMinutes: proposal.durationMinutes,
    Organisation: writeLine(proposal.organisation),
    State: proposal.state,
    Condition: writeText(proposal.condition),
    Answer: writeText(proposal.answer),
    SourceMessage: writeLine(proposal.sourceMessage),
  }),
  toRow: ({ fields, author, createdAt, eTag }) => {
    const key = readText(fields['ProposalKey']) as ProposalKey
    if (key === '') return null
    return {
      key,
      meetingKey: readTextOrNull(fields['MeetingKey']) as MeetingKey | null,
      title: readText(fields['Title']),
      recommendation: readText(fields['Recommendation']),
      rationale: readText(fields['Rationale']),
      purpose: readChoice(fields['Purpose'], purposes, null),
      durationMinutes: readNumber(fields['DurationMinutes']),
      organisation: readText(fields['Organisation']),
      state: readChoice(fields['State'], STATES, 'received'),
      condition: readText(fields['Condition']),
      answer: readText(fields['Answer']),
      sourceMessage: readText(fields['SourceMessage']),
      author,
      createdAt,
      eTag,
    }
  },
}

/** List StatusNotes. */
export const statusNoteRows: RowCodec<NewStatusNote, StatusNote> = {
  list: 'StatusNotes',
  keyColumn: 'NoteKey',
  columns: ['NoteKey', 'MeetingKey', 'ItemKey', 'Organisation', 'Text', 'State'],
  lineColumns: { Text: 'lines' },
  keyOf: (note) => note.key,
  toFields: (note) => ({
    NoteKey: note.key,
    MeetingKey: note.meetingKey,
    ItemKey: note.itemKey,
    Organisation: writeLine(note.organisation),
    Text: writeText(note.text),
    State: note.state,
  }),
  toRow: ({ fields, author, modifiedAt, eTag }) => {
    const key = readText(fields['NoteKey']) as NoteKey
    const itemKey = readText(fields['ItemKey']) as ItemKey
    if (key === '' || itemKey === '') return null
    return {
      key,
      meetingKey: readText(fields['MeetingKey']) as MeetingKey,
      itemKey,
      organisation: readText(fields['Organisation']),
      text: readText(fields['Text']),
      // What is not known to be sent is its writer's alone.
      state: readChoice(fields['State'], ['draft', 'sent'], 'draft'),
      author,
      modifiedAt,
      eTag,
    }
  },
}
