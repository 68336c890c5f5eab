import { findDanishDates } from '../time/read-danish-date.ts'
import { findDanishTimes } from '../time/read-danish-time.ts'
import type { AgendaLine } from './agenda-line.ts'
import type { HeaderSource } from './header-source.ts'
import { readGroupLabel } from './read-participants.ts'

const placeLabels =
  /^(?:mødested|sted|sted\s?\/\s?(?:place|venue)|where|lokale|mødelokale|adresse|hvor|lokation|location|lokalitet|mødets afholdelse|mødeafholdelse|afholdes)\s*(?:[:\t]|$)\s*/iu
const bareLabel = /^(?:mødested|mødelokale)\s+(?=\p{Lu})/u
const timeAndPlace = /^(?:tid|dato)\s*(?:og|&|\/|,)\s*(?:mødested|sted)\s*[:\t]?\s*/iu
const online =
  /\b(?:teams|zoom|skype|online|onlinemøde|virtuelt|virtuel|videomøde|videokonference|video|webex|google meet|telefonmøde|fjernmøde|skærm)\b/iu
const roomWords =
  /(?:lokale|mødesal|\bsal\b|rådhus|regionshus|\bhuset\b|vej\b|vej \d|gade\b|allé|plads|skole|kantine|kontor|bibliotek|aula|konference\s?\d|byrådssal|salen|klubhus|fælleshus|torv|hotel|bygning|etage|stue|center|kirke|gård|hos\s+\p{Lu}|rum(?:met)?\b|stue(?:n)?\b)/iu
const notPlaces =
  /^(?:kl\.?\b|deltagere|afbud|dagsorden|referat|opkaldsnummer|link\b|der serveres|bemærk|kære|mødet|til\b|fra\b|cc\b|evt)/iu

/**
 * Where the meeting is (H4): the text after a label of place, the lines of "Tid og sted" that are neither date nor time, or
 * the place named in the sentence with the date. `online` is true when Teams, a video meeting or the like is the place (H5).
 */
export function readLocation(source: HeaderSource): {
  readonly location: string | null
  readonly online: boolean
  readonly lines: readonly number[]
} {
  const labelled =
    labelledPlace(source) ??
    timeAndPlaceBlock(source) ??
    placeInSentence(source) ??
    placeByDate(source) ??
    toldPlace(source)
  const text = labelled?.text ?? null
  const isOnline = text !== null ? online.test(text) : headSaysOnline(source)
  return { location: text, online: isOnline || headSaysOnline(source), lines: labelled?.lines ?? [] }
}

type Place = { readonly text: string; readonly lines: readonly number[] }

function labelledPlace({ lines, front }: HeaderSource): Place | null {
  for (const at of front) {
    const line = lines[at]
    if (line === undefined) continue
    const match =
      placeLabels.exec(line.text) ??
      bareLabel.exec(line.text.replace(/^M/u, 'm')) ??
      /\t(?:mødested|sted|lokale)\s*[:\t]\s*/iu.exec(line.text)
    if (match === null) continue
    const rest = line.text
      .slice(match.index + match[0].length)
      .replace(/\t.*$/u, (tail) => (/:/u.test(tail) ? '' : ` ${tail.trim()}`))
    const next = lines[at + 1]
    if (rest !== '') return tidy(rest, [at])
    if (next !== undefined && next.role === 'body' && isPlaceLine(next)) return tidy(next.text, [at, at + 1])
  }
  return null
}

function tidy(text: string, lines: readonly number[]): Place | null {
  const place = withoutDateAndTime(text)
  return place === '' || /^(?:følger|oplyses|-|meddeles).{0,12}$/iu.test(place) ? null : { text: place, lines }
}

/** The text without its dates and times, and without the punctuation that held them. */
function withoutDateAndTime(text: string): string {
  const cuts = [...findDanishDates(text), ...findDanishTimes(text)].sort((a, b) => b.from - a.from)
  let rest = text.replace(/\|/gu, '/')
  for (const cut of cuts) rest = `${rest.slice(0, cut.from)}|${rest.slice(cut.to)}`
  return rest
    .split('|')
    .map((part) => part.replace(/^[\s,.;:–-]+(?:kl\.?|i|på)?\s*|[\s,.;:–-]+(?:den|d\.|kl\.?)?$/giu, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part) && !/^(?:den|kl|d|fra|til|og)$/iu.test(part))
    .join(', ')
    .replace(/\s{2,}/gu, ' ')
}

function timeAndPlaceBlock({ lines, front }: HeaderSource): Place | null {
  const at = front.find((index) => timeAndPlace.test(lines[index]?.text ?? ''))
  if (at === undefined) return null
  const parts: string[] = []
  const used = [at]
  const first = withoutDateAndTime((lines[at]?.text ?? '').replace(timeAndPlace, ''))
  if (first !== '') parts.push(first)
  for (let next = at + 1; next < Math.min(lines.length, at + 6); next++) {
    const line = lines[next]
    if (line === undefined || line.role !== 'body') continue
    if (!isPlaceLine(line) && withoutDateAndTime(line.text) !== '') break
    const part = withoutDateAndTime(line.text)
    if (part !== '') {
      parts.push(part)
      used.push(next)
    }
  }
  return parts.length === 0 ? null : { text: parts.join(', '), lines: used }
}

function isPlaceLine(line: AgendaLine): boolean {
  const text = line.text.replace(/^\t+/u, '')
  return (
    text.length <= 120 &&
    !notPlaces.test(text) &&
    !/^[^:]{2,40}:/u.test(text) &&
    readGroupLabel(line) === null &&
    !/\.$/u.test(text) &&
    line.headingLevel === null
  )
}

function placeInSentence({ lines, front }: HeaderSource): Place | null {
  for (const at of front) {
    const line = lines[at]
    if (
      line === undefined ||
      line.text.length > 200 ||
      findDanishDates(line.text).length + findDanishTimes(line.text).length === 0
    )
      continue
    const tail = withoutAsides(lastTail(line.text))
    const match = /^[\s,.–-]*(?:(?:i|på|hos|ved)\s+)?(?<place>.{3,90})$/iu.exec(tail)?.groups?.['place']
    if (
      match !== undefined &&
      (roomWords.test(match) ||
        online.test(match) ||
        /^[\s,.–-]*hos\s+\p{Lu}/u.test(tail) ||
        room.test(tail) ||
        place.test(tail)) &&
      !/:$/u.test(match)
    ) {
      const place = match.replace(/[\s.,;]+$/u, '')
      return { text: /^[\s,.–-]*hos\s/iu.test(tail) ? `hos ${place}` : place, lines: [at] }
    }
  }
  return null
}

// "kl. 9 i B2.14", "kl. 16 på 3. sal": after date and time, "i" and a name with a number leads to a room.
const room = /^[\s,.–-]*(?:i|på)\s+\p{Lu}{1,3}\s?\d[\w.-]{0,8}$/u
// "kl. 17 i Orangeriet", "kl. 19 på vandværket": two words at most, or "kl. 19, Kulturværftet" with a capital.
const place =
  /^[\s,.–-]*(?:i|på)\s+(?!uge\b|dag\b|morgen\b|aften\b|baggrund\b|grund\b|forbindelse\b)\p{L}{4,}(?:\s\p{L}+)?$|^,\s(?!Dagsorden|Referat|Mødet)\p{Lu}\p{Ll}{3,}(?:\s\p{L}+){0,2}$/u

/** "Mødet blev holdt i byrådssalen, Tinghuset, og begyndte kl. 18", "Vi mødes i cafeteriet som sædvanlig." */
const told =
  /(?:\b[Mm]ødet (?:blev |bliver )?(?:holdt|holdes|afholdt|afholdes|fandt sted|finder sted)|\b[Aa]fholdtes|\b[Vv]i (?:mødes|ses|holder til)|\b[Aa]fholdt (?:\p{L}+ )?)(?:[^.]{0,80})\s(?:i|på|hos)\s+(?<place>\p{L}[^.;:]{2,60}?)(?=,?\s+(?:og|som|hvor|fra|kl\.?|med|den)\s|[.;]|$)/u

function toldPlace({ lines, front }: HeaderSource): Place | null {
  for (const at of front) {
    const text = lines[at]?.text ?? ''
    const found = text.length > 400 ? undefined : told.exec(text)?.groups?.['place']
    if (found !== undefined && !/^(?:dag|går|uge|forbindelse|henhold)\b/u.test(found)) return tidy(found, [at])
  }
  return null
}

/** "(vi begynder med en sandwich)" and a sentence after the place tell nothing of where. */
function withoutAsides(tail: string): string {
  return tail
    .replace(/\s*\((?:vi|der|med|husk|bemærk|obs|mød|medbring|efterfulgt|inkl)\b[^)]*\)/giu, '')
    .replace(/(?<=\p{L}{4}|\d)\.\s+(?:\p{Lu}\p{Ll}+\s|\d+\s\p{Ll}).*$/u, '')
}

// A line of its own right under the date: "Lokale 4, Rådhuset".
function placeByDate({ lines, front }: HeaderSource): Place | null {
  for (const at of front) {
    const line = lines[at]
    if (line === undefined || findDanishDates(line.text).length === 0) continue
    for (const next of [at + 1, at + 2]) {
      const below = lines[next]
      if (below === undefined || !front.includes(next) || !isPlaceLine(below)) continue
      const text = withoutDateAndTime(below.text.replace(/^(?:i|på)\s+(?=\p{Lu})/u, ''))
      if (
        (roomWords.test(text) || online.test(text) || address.test(text)) &&
        below.text.replace(/[\s.,;]+$/u, '').endsWith(text)
      )
        return { text, lines: [next] }
    }
  }
  return null
}

// "Hospice Solbakken, Skovbrynet 5": a name, a street and its number.
const address = /^\p{Lu}[^:\d]{3,60},\s\p{Lu}\p{L}+(?:\s\p{L}+)?\s\d{1,3}\b/u

function lastTail(text: string): string {
  const ends = [...findDanishDates(text), ...findDanishTimes(text)].map((mention) => mention.to)
  return text.slice(Math.max(0, ...ends)).replace(/^\s*\)/u, '')
}

function headSaysOnline({ lines, front }: HeaderSource): boolean {
  return front.some((at) => {
    const line = lines[at]
    if (line === undefined || line.text.length > 120 || readGroupLabel(line) !== null) return false
    return (
      online.test(line.text) &&
      // One who took part on a screen does not move the meeting there.
      !/\b(?:deltog|deltager)\b/iu.test(line.text) &&
      /\b(?:møde|mødet|afholdes|afholdt|via|på|sted|virtuelt|videomøde|online)/iu.test(line.text)
    )
  })
}
