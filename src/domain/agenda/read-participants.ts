import type { DocumentParticipant } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import {
  type AttendanceColumns,
  isMemberHeader,
  isTickedAbsent,
  readAttendanceHeader,
  withoutTicks,
} from './attendance-table.ts'
import { letterKey, startsWithBullet } from './clean-text.ts'
import { type AttendanceGroup, attendanceLabels } from './danish-people.ts'
import { readSpokenAttendance } from './read-attendance-sentence.ts'
import { type ReadParticipant, readParticipantLine } from './read-participant-line.ts'
import { splitSentences } from './split-sentences.ts'

/** The people of a document and the lines that named them. */
export type ParticipantReading = {
  readonly participants: readonly DocumentParticipant[]
  readonly lines: ReadonlySet<number>
}

type GroupLabel = { readonly group: AttendanceGroup; readonly rest: string; readonly partly: boolean }

/**
 * Reads who was there and who was not (P1-P5) from the head of the document and from an item about participants: lists,
 * tables and prose after labels such as "Deltagere", "Til stede", "Afbud". A person named twice is one entry.
 */
export function readParticipants(
  lines: readonly AgendaLine[],
  ranges: readonly { readonly from: number; readonly to: number }[],
): ParticipantReading {
  const found: ReadParticipant[] = []
  const used = new Set<number>()
  for (const { from, to } of ranges) readRange(lines, from, to, found, used)
  return { participants: settleSubstitutes(mergePeople(found)), lines: used }
}

/** What the lines so far have said: which list is open, how it is laid out, how many lines in a row named nobody. */
type OpenList = { group: AttendanceGroup; inline: boolean; columns: AttendanceColumns | null; misses: number }

function readRange(
  lines: readonly AgendaLine[],
  from: number,
  to: number,
  found: ReadParticipant[],
  used: Set<number>,
): void {
  const list: OpenList = { group: 'none', inline: false, columns: null, misses: 0 }
  for (let at = from; at < to; at++) {
    const line = lines[at]
    if (line === undefined || line.role !== 'body') continue
    const isRead =
      readTicks(line, list, found) ||
      readLabelled(line, list, found) ||
      readSpoken(line, list, found) ||
      readListed(line, list, found)
    if (isRead) used.add(at)
  }
}

function readTicks(line: AgendaLine, list: OpenList, found: ReadParticipant[]): boolean {
  const header = readAttendanceHeader(line.text)
  if (header !== null) {
    list.columns = header
    list.group = 'present'
    return true
  }
  if (list.columns !== null && addTickedRow(line, list.columns, found)) return true
  list.columns = null
  if (!isMemberHeader(line.text)) return false
  list.group = 'present'
  list.inline = false
  list.misses = 0
  return true
}

function readLabelled(line: AgendaLine, list: OpenList, found: ReadParticipant[]): boolean {
  const label = readGroupLabel(line)
  if (label === null) return false
  list.group = label.partly ? 'present' : label.group
  list.misses = 0
  list.inline = label.rest !== ''
  if (list.inline && list.group !== 'none') {
    const [first = '', ...more] = splitSentences(label.rest)
    addPeople(first.replace(/,\s+(?:der|som|fordi|da|på grund af|pga\.?)\s.*$/u, ''), list.group, line, found)
    for (const { group, people } of readSpokenAttendance(more.join(' '))) addPeople(people, group, line, found)
  }
  return list.group !== 'none'
}

function readSpoken(line: AgendaLine, list: OpenList, found: ReadParticipant[]): boolean {
  const told = line.headingLevel === null ? readSpokenAttendance(line.text) : []
  for (const { group, people } of told) addPeople(people, group, line, found)
  if (told.length > 0) list.group = 'none'
  return told.length > 0
}

function readListed(line: AgendaLine, list: OpenList, found: ReadParticipant[]): boolean {
  if (list.group === 'none' || readGroupLabel(line) !== null) return false
  if (line.headingLevel !== null && line.headingLevel <= 2) list.group = 'none'
  // After "Afbud: Bo Fyn" a single word on the next line is a heading, not a first name.
  else if (!(list.inline && !line.text.includes(' ')) && addPeople(line.text, groupOfLine(line, list), line, found)) {
    list.misses = 0
    return true
  } else if (++list.misses >= 2 || line.text.length > 120) list.group = 'none'
  return false
}

// Under Afbud, "Bo Fyn deltog til og med punkt 3" tells of one who came.
function groupOfLine(line: AgendaLine, list: OpenList): AttendanceGroup {
  return list.group === 'absent' && /\b(?:deltog|ankom|mødte)\b/u.test(line.text) ? 'present' : list.group
}

function addTickedRow(line: AgendaLine, columns: AttendanceColumns, found: ReadParticipant[]): boolean {
  const people = readParticipantLine(withoutTicks(line.text, columns), false)
  const person = people[0]
  if (person === undefined || !line.text.includes('\t')) return false
  found.push({ ...person, afbud: person.afbud || isTickedAbsent(line.text, columns) })
  return true
}

const longestLabel = 120

/** The label of a list of people a line starts with, or null (P1). */
export function readGroupLabel(line: AgendaLine): GroupLabel | null {
  if (line.listLabel !== null && startsWithBullet(line.listLabel)) return null
  const parted = /^([^:\t]{2,60}?)\s*(?::|\t)\s*(.*)$/u.exec(line.text.replace(/^\t+/u, ''))
  const candidates: readonly (readonly [string, string])[] = [
    [line.text, ''],
    ...(parted === null ? [] : [[parted[1] ?? '', (parted[2] ?? '').replace(/^\t+/u, '')] as const]),
    ...(line.look.boldLead === ''
      ? []
      : [[line.look.boldLead, line.text.slice(line.look.boldLead.length).replace(/^[\s:]+/u, '')] as const]),
  ]
  for (const [printed, rest] of candidates) {
    if (printed.length > longestLabel) continue
    const partly = /\b(?:under|ved)\s+(?:punkt|pkt)/iu.test(printed)
    const key = printed
      .toLowerCase()
      .replace(/\s*\([^)]*\)/gu, '')
      .replace(/\s+(?:under|ved)\s+(?:punkt|pkt).*$/u, '')
      .replace(/[\s:.\t]+$/u, '')
    const group = groupOf(key) ?? groupOf(/^([^/:\t]+?)\s*\/[^:\t]+$/u.exec(key)?.[1] ?? '')
    if (group !== undefined) return { group, rest, partly }
  }
  return null
}

// In two languages, "Medlemmer / Members", the first is looked at.
function groupOf(key: string): AttendanceGroup | undefined {
  return attendanceLabels.find(({ pattern }) => pattern.test(key))?.group
}

function addPeople(text: string, group: AttendanceGroup, line: AgendaLine, found: ReadParticipant[]): boolean {
  const people = readParticipantLine(text, true).filter((person) => isPlausible(person, text, line))
  // Absent from one item only is present (P3).
  const partly = /(?:under|ved)\s+(?:punkt|pkt|sag)/iu.test(text)
  // A guest of one item is none of the meeting's people.
  if (partly && group === 'guests') return people.length > 0
  for (const person of people) found.push(inGroup(person, partly && group === 'absent' ? 'present' : group))
  return people.length > 0
}

// A sentence may hold a name; a list line is mostly names, titles and places.
function isPlausible(person: ReadParticipant, text: string, line: AgendaLine): boolean {
  const words = text.split(/\s+/u)
  const small = words.filter((word) => /^\p{Ll}{2,}/u.test(word)).length
  if (person.name.includes(' ') || line.listLabel !== null || line.cell !== null)
    return small <= 0.7 * words.length || words.length <= 6
  return small <= 0.3 * words.length
}

function inGroup(person: ReadParticipant, group: AttendanceGroup): ReadParticipant {
  const role = person.role ?? roleOf(group)
  return { ...person, role, afbud: person.afbud || (group === 'absent' && person.stoodIn !== true) }
}

function roleOf(group: AttendanceGroup): DocumentParticipant['role'] {
  if (group === 'secretariat') return 'sekretariat'
  if (group === 'chair') return 'formand'
  if (group === 'vice-chair') return 'næstformand'
  return group === 'co-chair' ? 'medformand' : null
}

/** One entry a person: what a later mention adds is added, absence anywhere is absence (P3). */
function mergePeople(found: readonly ReadParticipant[]): readonly ReadParticipant[] {
  const byName = new Map<string, ReadParticipant>()
  for (const person of found) {
    const key = letterKey(person.name)
    const known = byName.get(key)
    byName.set(
      key,
      known === undefined
        ? person
        : {
            ...known,
            title: known.title ?? person.title,
            organisation: known.organisation ?? person.organisation,
            role: known.role ?? person.role,
            afbud: known.afbud || person.afbud,
            replaces: known.replaces ?? person.replaces,
          },
    )
  }
  return [...byName.values()]
}

/** Whoever is replaced by a substitute is absent, the substitute present (P4). */
function settleSubstitutes(people: readonly ReadParticipant[]): readonly DocumentParticipant[] {
  const replaced = new Map(
    people.flatMap((person) =>
      person.replaces === null ? [] : [[letterKey(person.replaces), person.replaces] as const],
    ),
  )
  const settled = people.map(({ replaces, ...person }) => {
    const isReplaced = replaced.delete(letterKey(person.name))
    return { ...person, afbud: isReplaced || (person.afbud && replaces === null) }
  })
  const unnamed = [...replaced.values()].filter((name) => name.includes(' '))
  return [...settled, ...unnamed.map((name) => ({ name, title: null, organisation: null, role: null, afbud: true }))]
}
