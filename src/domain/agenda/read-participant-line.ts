import type { DocumentParticipant } from './agenda-document.ts'
import { dropBullet } from './clean-text.ts'
import { organisationWords, personTitles, roleWords } from './danish-people.ts'
import { isPersonName } from './read-person.ts'

/** A person read from a line; `replaces` is whom this substitute (*suppleant*) stands in for. */
export type ReadParticipant = DocumentParticipant & {
  readonly replaces: string | null
  /** Came in the place of the one a list of absentees names. */
  readonly stoodIn?: boolean
}

const absentMark =
  /\b(?:afbud|fraværende|ikke til ?stede|forhindret|meldt fra|ej mødt|deltog ikke|mødte ikke|orlov|syg)\b/iu
const partlyAbsent = /\b(?:under|ved|fra|til|indtil|efter|pkt|punkt|kl)\b[^)]*\d/iu
const substitute =
  /\b(?:[Ss]uppleant|[Ss]tedfortræder|[Ss]ubstitut|[Aa]fløser|[Vv]ikar|i stedet)\s*(?:for)?\s+(?<name>\p{Lu}[\p{L}.\- ]+)/u
const substituteClause =
  /(?:[Ss]uppleant|[Ss]tedfortræder)(?:en)?\s*:?\s+(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,3})(?=\s+(?:deltog|deltager|mødte|var|er)|\s*[).]?$)/u
const party = /^(?:\p{Lu}|\p{Lu}\p{L}{0,3}|Ø|Å|Æ|udenfor|løsgænger)$/u

/**
 * The people a line names (P2): one person with title and organisation, parted by commas, tabs or dashes, or several
 * names in a row. `loose` accepts first names alone, as clubs print them after "Til stede:".
 */
export function readParticipantLine(text: string, loose: boolean): readonly ReadParticipant[] {
  const line = dropBullet(text)
    .replace(/^\d{1,2}[.)]\s+/u, '')
    .replace(/^\t+/u, '')
    .replace(/[\s.;]+$/u, '')
    .trim()
  if (line === '' || /^(?:ingen|intet|alle|-+|ikke oplyst|ingen afbud|se .*)$/iu.test(line)) return []
  const prefix = /^(?<group>[^:,;]{2,60}):\s+(?<people>\p{Lu}.*)$/u.exec(line)?.groups
  if (prefix !== undefined && isGroupName(prefix['group'] ?? ''))
    return readParticipantLine(prefix['people'] ?? '', loose)
  const grouped = prefix === undefined || isPersonName(prefix['group'] ?? '') ? [] : readGrouped(prefix['people'] ?? '')
  if (grouped.length > 0) return grouped
  const initials = loose ? readInitials(line) : []
  if (initials.length > 0) return initials
  const stand = substituteClause.exec(line)
  if (stand !== null && stand.index > 0) {
    // "Bo Fyn - afbud, suppleant Ida Dam deltog": the first is absent, the second present.
    const replaced = readParticipantLine(line.slice(0, stand.index).replace(/[\s,(–-]+$/u, ''), loose)
    const name = stand.groups?.['name'] ?? ''
    return [
      ...replaced.map((person) => ({ ...person, afbud: true })),
      { ...toParticipant(name, [], name), stoodIn: true },
    ]
  }
  return line.split(/\s*;\s*/u).flatMap((part) => readPart(part, loose))
}

// "Viborg Kommune: Anne Holm, Bo Fyn", "Fra regionen: ...", "Ledelsesrepræsentanter: ...".
function isGroupName(text: string): boolean {
  return (
    organisationWords.test(text) ||
    /^(?:fra|for)\s|^\p{L}*(?:repræsentant|direktion|ledelse|personale|forældre|medlem)\p{L}*$/iu.test(text)
  )
}

// "Fysioterapeuterne: Karin Elbæk, Rita Vium": any word before a colon is a group when full names follow.
function readGrouped(people: string): readonly ReadParticipant[] {
  const read = readParticipantLine(people, false)
  return read.length > 0 && read.every(({ name }) => name.includes(' ')) ? read : []
}

/** "BT, LKN, MS (kl. 10-11)": people who know each other by initials; at least two, or one alone on its line. */
function readInitials(line: string): readonly ReadParticipant[] {
  const pieces = splitOutsideBrackets(line)
  const areInitials = pieces.every((piece) => /^\p{Lu}{2,4}$/u.test(withoutBrackets(piece)))
  if (!areInitials || pieces.some((piece) => organisationWords.test(withoutBrackets(piece)))) return []
  return pieces.map((piece) => toParticipant(withoutBrackets(piece), [], piece))
}

function readPart(part: string, loose: boolean): readonly ReadParticipant[] {
  const pieces = splitOutsideBrackets(part)
  const single = readOne(pieces, part)
  const named = pieces.filter((piece) => nameOf(piece, loose) !== null)
  // "Rasmus Ilsø, Vejhuset": a full name and one word is a person and a place.
  const isPersonAndPlace =
    pieces.length === 2 && single !== null && !(pieces[1] ?? '').includes(' ') && !/\s(?:og|samt|&)\s/u.test(part)
  if (isPersonAndPlace && single.name.includes(' ')) return [single]
  if (single !== null && isNamePostPlace(pieces)) return [single]
  if (pieces.length >= 2 && named.length >= 2 && (named.length >= 0.6 * pieces.length || !part.includes('\t')))
    return readSeveral(pieces, loose)
  if (single !== null) return [single]
  const only = loose && pieces.length === 1 ? nameOf(pieces[0] ?? '', loose) : null
  return only === null ? (named.length > 0 ? readSeveral(pieces, loose) : []) : [toParticipant(only, [], part)]
}

// "Ib Ko, afdelingschef, Kattegat Sygehus": what follows a post is where it is held.
function isNamePostPlace(pieces: readonly string[]): boolean {
  const [name = '', post = ''] = pieces
  const isPost =
    /^[^\p{Lu}]+$/u.test(post) && !isRoleOnly(post) && post.split(/\s+/u).some((word) => personTitles.test(word))
  return pieces.length === 3 && isPost && nameOf(name, false) !== null
}

function splitOutsideBrackets(text: string): readonly string[] {
  const pieces: string[] = ['']
  let depth = 0
  for (const token of text.split(/(\s+(?:og|samt|&)\s+(?=\p{Lu}|\p{Ll}+\s\p{Lu})|\s[-–—|]\s|[,\t()[\]])/u)) {
    if (token === '(' || token === '[') depth++
    if (token === ')' || token === ']') depth = Math.max(0, depth - 1)
    const parts =
      depth === 0 && (/^[,\t]$/u.test(token) || /^\s+(?:og|samt|&)\s+$/u.test(token) || /^\s[-–—|]\s$/u.test(token))
    if (parts) pieces.push('')
    else pieces[pieces.length - 1] += token
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function withoutBrackets(text: string): string {
  return text.replace(/\s*[([][^)\]]*[)\]]/gu, '').trim()
}

/** The name in a piece, its title words before it and notes after it cut off; null when it holds none. */
function nameOf(piece: string, loose: boolean): string | null {
  const bare = withoutBrackets(piece)
    .replace(/\s+(?:afbud|fraværende|deltog|deltager|ankom|gik|forlod).*$/iu, '')
    .replace(/[.:]$/u, '')
  const words = bare.split(/\s+/u)
  // "Ledende overlæge Jesper Hoff": up to the last word that says what somebody is.
  const lastTitle = words.slice(0, -2).findLastIndex((word) => personTitles.test(word))
  words.splice(0, lastTitle + 1)
  if (words.length === 2 && personTitles.test(words[0] ?? '') && loose) words.shift()
  const name = words.join(' ')
  // "Sygehusdirektør Bo Fyn" is a person; "Fyns Sygehus" is none.
  if (organisationWords.test(name) || personTitles.test(name) || absentMark.test(name)) return null
  if (/^\p{Lu}{2,5}$/u.test(name)) return null
  return isPersonName(name, loose ? 1 : 2) ? name : null
}

function readOne(pieces: readonly string[], whole: string): ReadParticipant | null {
  const at = pieces.findIndex((piece) => nameOf(piece, false) !== null)
  if (at < 0 || at > 1) return leadingName(pieces, whole)
  const name = nameOf(pieces[at] ?? '', false)
  if (name === null) return null
  const before = withoutBrackets(pieces[at] ?? '')
    .slice(0, withoutBrackets(pieces[at] ?? '').indexOf(name))
    .trim()
  return toParticipant(name, [...(before === '' ? [] : [before]), ...pieces.filter((_, i) => i !== at)], whole)
}

// "Ulrik Holm direktør Favrskov Kommune": the comma was forgotten; the name is the capitalised words at the start.
function leadingName(pieces: readonly string[], whole: string): ReadParticipant | null {
  const words = withoutBrackets(pieces[0] ?? '').split(/\s+/u)
  for (let count = Math.min(4, words.length - 1); count >= 2; count--) {
    const name = words.slice(0, count).join(' ')
    if (/^\p{Lu}/u.test(words[count] ?? '') && count > 2) continue
    if (isPersonName(name) && /^\p{Ll}/u.test(words[count] ?? '')) {
      return toParticipant(name, [words.slice(count).join(' '), ...pieces.slice(1)], whole)
    }
  }
  return null
}

function readSeveral(pieces: readonly string[], loose: boolean): readonly ReadParticipant[] {
  const people: ReadParticipant[] = []
  for (const piece of pieces) {
    const name = nameOf(piece, loose)
    if (name !== null) people.push(toParticipant(name, [], piece))
    else {
      const last = people.at(-1)
      if (last !== undefined) people[people.length - 1] = addDetail(last, piece)
    }
  }
  return people
}

function addDetail(person: ReadParticipant, piece: string): ReadParticipant {
  const more = toParticipant(person.name, [piece], piece)
  return {
    ...person,
    title: person.title ?? more.title,
    organisation: person.organisation ?? more.organisation,
    role: person.role ?? more.role,
    afbud: person.afbud || more.afbud,
  }
}

function toParticipant(name: string, details: readonly string[], whole: string): ReadParticipant {
  const brackets = [...whole.matchAll(/[([]([^)\]]*)[)\]]/gu)].map((match) => match[1]?.trim() ?? '')
  const notes = [...details.map(withoutBrackets), ...brackets]
    .flatMap(splitTitleFromOrganisation)
    .filter((note) => note !== '')
  const organisation = notes.find((note) => organisationWords.test(note) && !isRoleOnly(note))
  const title = notes.find(
    (note) =>
      note !== organisation &&
      !isRoleOnly(note) &&
      !party.test(note) &&
      !absentMark.test(note) &&
      !substitute.test(note) &&
      personTitles.test(note.split(/\s+/u)[0] ?? ''),
  )
  const substituted = substitute.exec(whole)?.groups?.['name']?.trim() ?? null
  return {
    name,
    title: title ?? null,
    organisation:
      organisation ??
      details
        .map(withoutBrackets)
        .find((note) => /^\p{Lu}/u.test(note) && !personTitles.test(note) && !isRoleOnly(note)) ??
      bracketPlace(brackets),
    role: readRole(notes, whole.replace(name, '')),
    afbud: absentMark.test(whole) && !partlyAbsent.test(whole) && !substitute.test(whole),
    replaces: substituted === null ? null : substituted.replace(/\s+(?:der|som|,).*$/u, ''),
  }
}

function bracketPlace(brackets: readonly string[]): string | null {
  return (
    brackets.find(
      (note) => /^\p{Lu}\p{L}+/u.test(note) && !isRoleOnly(note) && !absentMark.test(note) && !/\d/u.test(note),
    ) ?? null
  )
}

function isRoleOnly(note: string): boolean {
  return /^(?:næst|med|del)?(?:formand|forperson)$|^(?:referent|sekretær|afbud|fraværende)$/iu.test(note)
}

function splitTitleFromOrganisation(note: string): readonly string[] {
  const at = note.search(/\s\p{Lu}[\p{L}-]*\s+(?:Kommune|Region|Hospital)\b|\s(?:Region|KKR|KL)\s\p{Lu}/u)
  const title =
    at > 0
      ? note
          .slice(0, at)
          .replace(/\s(?:i|fra|ved)$/u, '')
          .trim()
      : ''
  return at > 0 && personTitles.test(title) ? [title, note.slice(at).trim()] : [note]
}

function readRole(notes: readonly string[], rest: string): DocumentParticipant['role'] {
  for (const { role, pattern } of roleWords) {
    if (notes.some((note) => pattern.test(note)) || pattern.test(rest)) return role
  }
  return null
}
