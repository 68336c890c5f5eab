import { type AgendaItem, type AgendaItemKind, purposes } from '../domain/agenda/agenda.ts'
import type { Enclosure, EnclosureContent } from '../domain/enclosure/enclosure.ts'
import type { EnclosureKey, ItemKey, MeetingKey, ProposalKey } from '../shared/ids.ts'
import type { NewAgendaItem, NewEnclosure } from '../workflows/ports.ts'
import { readChoice, readNumber, readText, readTextOrNull } from './read-wire.ts'
import { type Fields, type RowCodec, readDay, writeDay, writeLine, writeText } from './row-codec.ts'

const KINDS: readonly AgendaItemKind[] = [
  'item',
  'mutual-briefing',
  'any-other-business',
  'written-briefing',
  'participants',
  'agenda-approval',
]
const OPENNESS = ['open', 'closed'] as const

/** List AgendaItems. */
export const agendaItemRows: RowCodec<NewAgendaItem, AgendaItem> = {
  list: 'AgendaItems',
  keyColumn: 'ItemKey',
  columns: [
    'ItemKey',
    'MeetingKey',
    'SortRank',
    'Number',
    'Title',
    'Purpose',
    'Kind',
    'Recommendation',
    'CasePresentation',
    'Decision',
    'Minutes',
    'Presenters',
    'DurationMinutes',
    'Openness',
    'FromProposalKey',
  ],
  lineColumns: { Recommendation: 'lines', CasePresentation: 'lines', Decision: 'lines', Minutes: 'both' },
  keyOf: (item) => item.key,
  toFields: (item) => ({
    ItemKey: item.key,
    MeetingKey: item.meetingKey,
    SortRank: writeText(item.rank),
    Number: writeLine(item.number),
    Title: writeLine(item.title),
    Purpose: item.purpose,
    Kind: item.kind,
    Recommendation: writeText(item.recommendation),
    CasePresentation: writeText(item.casePresentation),
    Decision: writeText(item.decision),
    Minutes: writeText(item.minutes),
    Presenters: writeText(item.presenters.join('\n')),
    DurationMinutes: item.durationMinutes,
    Openness: item.openness,
    FromProposalKey: item.fromProposalKey,
  }),
  toRow: ({ fields, eTag }) => {
    const key = readText(fields['ItemKey']) as ItemKey
    const meetingKey = readText(fields['MeetingKey']) as MeetingKey
    if (key === '' || meetingKey === '') return null
    return {
      key,
      meetingKey,
      rank: readText(fields['SortRank']),
      number: readTextOrNull(fields['Number']),
      title: readText(fields['Title']),
      purpose: readChoice(fields['Purpose'], purposes, null),
      kind: readChoice(fields['Kind'], KINDS, 'item'),
      recommendation: readText(fields['Recommendation']),
      casePresentation: readText(fields['CasePresentation']),
      decision: readText(fields['Decision']),
      minutes: readText(fields['Minutes']),
      presenters: readText(fields['Presenters']).split('\n').filter(Boolean),
      durationMinutes: readNumber(fields['DurationMinutes']),
      // What is not known to be open is not shown as open.
      openness: readChoice(fields['Openness'], OPENNESS, 'closed'),
      fromProposalKey: readTextOrNull(fields['FromProposalKey']) as ProposalKey | null,
      eTag,
    }
  },
}

/** List Enclosures. */
export const enclosureRows: RowCodec<NewEnclosure, Enclosure> = {
  list: 'Enclosures',
  keyColumn: 'EnclosureKey',
  columns: [
    'EnclosureKey',
    'MeetingKey',
    'ItemKey',
    'Number',
    'Title',
    'Kind',
    'DriveId',
    'DriveItemId',
    'FileName',
    'LinkUrl',
    'PromisedDate',
    'Owner',
    'Openness',
  ],
  keyOf: (enclosure) => enclosure.key,
  toFields: (enclosure) => ({
    EnclosureKey: enclosure.key,
    MeetingKey: enclosure.meetingKey,
    ItemKey: enclosure.itemKey,
    Number: enclosure.number,
    Title: writeLine(enclosure.title),
    Openness: enclosure.openness,
    ...fromContent(enclosure.content),
  }),
  toRow: ({ fields, eTag }) => {
    const key = readText(fields['EnclosureKey']) as EnclosureKey
    const content = toContent(fields)
    if (key === '' || content === null) return null
    return {
      key,
      meetingKey: readText(fields['MeetingKey']) as MeetingKey,
      itemKey: readText(fields['ItemKey']) as ItemKey,
      number: readNumber(fields['Number']),
      title: readText(fields['Title']),
      content,
      openness: readChoice(fields['Openness'], OPENNESS, 'closed'),
      eTag,
    }
  },
}

function fromContent(content: EnclosureContent): Fields {
  const isFile = content.kind === 'file'
  const isPending = content.kind === 'pending'
  return {
    Kind: content.kind,
    DriveId: isFile ? content.driveId : null,
    DriveItemId: isFile ? content.driveItemId : null,
    FileName: isFile ? writeLine(content.fileName) : null,
    LinkUrl: content.kind === 'url' ? content.url : null,
    PromisedDate: isPending ? writeDay(content.promisedDate) : null,
    Owner: isPending ? writeLine(content.owner) : null,
  }
}

function toContent(fields: Readonly<Record<string, unknown>>): EnclosureContent | null {
  switch (readChoice(fields['Kind'], ['file', 'url', 'pending'], null)) {
    case 'file': {
      const driveId = readText(fields['DriveId'])
      const driveItemId = readText(fields['DriveItemId'])
      const isWhole = driveId !== '' && driveItemId !== ''
      return isWhole ? { kind: 'file', driveId, driveItemId, fileName: readText(fields['FileName']) } : null
    }
    case 'url': {
      // Rows can be written by anybody who may edit the site: a link is shown only when it is a web address.
      const url = readText(fields['LinkUrl'])
      return /^https?:\/\//i.test(url) ? { kind: 'url', url } : null
    }
    case 'pending':
      return { kind: 'pending', promisedDate: readDay(fields['PromisedDate']), owner: readTextOrNull(fields['Owner']) }
    case null:
      return null
  }
}
