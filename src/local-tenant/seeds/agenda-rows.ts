import type { WorldFile, WorldRow } from '../world.ts'
import type { EnclosureSketch, ItemSketch } from './agenda-sketch.ts'
import { shiftDate } from './danish-clock.ts'
import { dayValue, makeRow } from './forum-rows.ts'
import { driveItemIdOf, guidOf } from './identifiers.ts'
import type { PersonName } from './people.ts'
import { type DemoDocument, writePdf } from './write-pdf.ts'
import { writeWord } from './write-word.ts'

/** Where an agenda is stored, and by whom. */
export type AgendaPlace = {
  readonly meetingKey: string
  readonly driveId: string
  readonly createdBy: PersonName
  readonly createdAt: string
  readonly today: string
}

/** The rows and files one agenda makes. */
export type AgendaRows = {
  readonly items: readonly WorldRow[]
  readonly enclosures: readonly WorldRow[]
  readonly files: readonly WorldFile[]
}

const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** The ItemKey of a named item: the same in every run. */
export function itemKeyOf(meetingKey: string, item: string): string {
  return guidOf(`item:${meetingKey}:${item}`)
}

/** The ProposalKey of a named proposal: the same in every run. */
export function proposalKeyOf(proposal: string): string {
  return guidOf(`proposal:${proposal}`)
}

/** Turns an agenda into rows of AgendaItems and Enclosures and the files they point at; enclosures count through. */
export function layAgenda(sketches: readonly ItemSketch[], place: AgendaPlace): AgendaRows {
  const items = sketches.map((sketch, index) => itemRow(sketch, String(index + 1), rankOf(index), place))
  const numbered = sketches
    .flatMap((sketch) => (sketch.enclosures ?? []).map((enclosure) => ({ item: sketch.name, enclosure })))
    .map((entry, index) => ({ ...entry, number: index + 1 }))
  const stored = numbered.map(({ item, enclosure, number }) =>
    storeEnclosure(enclosure, number, itemKeyOf(place.meetingKey, item), place),
  )
  return {
    items,
    enclosures: stored.map((entry) => entry.row),
    files: stored.flatMap((entry) => (entry.file ? [entry.file] : [])),
  }
}

// The first ranks of fractional-indexing: "a0", "a1" ... "a9", "aA" ... in code unit order, enough for 62 items.
const rankDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function rankOf(index: number): string {
  const digit = rankDigits[index]
  if (digit === undefined) throw new Error(`An agenda of the demo has at most ${rankDigits.length} items`)
  return `a${digit}`
}

function itemRow(sketch: ItemSketch, number: string, rank: string, place: AgendaPlace): WorldRow {
  return makeRow(place.createdBy, place.createdAt, {
    Title: sketch.title,
    ItemKey: itemKeyOf(place.meetingKey, sketch.name),
    MeetingKey: place.meetingKey,
    SortRank: rank,
    Number: number,
    Purpose: sketch.purpose,
    Kind: sketch.kind ?? 'item',
    Recommendation: sketch.recommendation,
    CasePresentation: sketch.casePresentation,
    Decision: sketch.decision,
    Minutes: sketch.minutes,
    Presenters: sketch.presenters?.join('\n'),
    DurationMinutes: sketch.durationMinutes,
    Openness: 'open',
    FromProposalKey: sketch.fromProposal === undefined ? undefined : proposalKeyOf(sketch.fromProposal),
  })
}

/** One enclosure as a row, with its file when it has one. `number` is null while it waits with a proposal. */
export function storeEnclosure(
  enclosure: EnclosureSketch,
  number: number | null,
  ownerKey: string,
  place: AgendaPlace,
): { readonly row: WorldRow; readonly file: WorldFile | null } {
  const common = {
    Title: enclosure.title,
    EnclosureKey: guidOf(`enclosure:${ownerKey}:${enclosure.title}`),
    MeetingKey: place.meetingKey,
    ItemKey: ownerKey,
    Number: number,
    Openness: 'open',
  }
  if (enclosure.kind === 'url') {
    return {
      row: makeRow(place.createdBy, place.createdAt, { ...common, Kind: 'url', LinkUrl: enclosure.url }),
      file: null,
    }
  }
  if (enclosure.kind === 'pending') {
    const promised = dayValue(shiftDate(place.today, enclosure.daysAhead))
    const fields = { ...common, Kind: 'pending', PromisedDate: promised, Owner: enclosure.owner }
    return { row: makeRow(place.createdBy, place.createdAt, fields), file: null }
  }
  const file = makeFile(enclosure.kind, { title: enclosure.title, ...enclosure.document }, number, place)
  const fileName = file.path.split('/').at(-1) ?? file.path
  const fields = { ...common, Kind: 'file', DriveId: place.driveId, DriveItemId: file.id, FileName: fileName }
  return { row: makeRow(place.createdBy, place.createdAt, fields), file }
}

function makeFile(kind: 'pdf' | 'docx', document: DemoDocument, number: number | null, place: AgendaPlace): WorldFile {
  const name = number === null ? `${document.title}.${kind}` : `Bilag ${number} - ${document.title}.${kind}`
  const path = `${place.meetingKey}/${name}`
  return {
    id: driveItemIdOf(`${place.driveId}:${path}`),
    path,
    content: kind === 'pdf' ? writePdf(document) : writeWord(document),
    contentType: contentTypes[kind],
    createdBy: place.createdBy,
    createdAt: place.createdAt,
    fields: { MeetingKey: place.meetingKey },
  }
}
