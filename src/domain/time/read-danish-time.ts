import type { LocalTime } from '../../shared/ids.ts'

/** A clock time or a span of time as a text mentions it; `end` is null where only a start stands. */
export type TimeMention = {
  readonly start: LocalTime
  readonly end: LocalTime | null
  readonly from: number
  readonly to: number
}

const clock = (name: string): string => `(?<${name}>\\d{1,2})(?:\\s?[.:]\\s?(?<${name}Minutes>[0-5]\\d))?`
const dash = '\\s*(?:[-–—]|til)\\s*(?:(?:ca\\.?\\s*)?(?:kl\\.?|klokken)\\s*)?'
const said = '(?:kl\\.?|klokken)\\s*(?:ca\\.?\\s*)?'

// "kl. 9-11" needs the word; without it the minutes must be printed, or "3-4" would be a time.
const forms: readonly RegExp[] = [
  new RegExp(`${said}${clock('start')}(?:${dash}${clock('end')})?(?![\\d/])`, 'giu'),
  new RegExp(
    `(?<![\\d.,:/-])(?<start>\\d{1,2})[.:](?<startMinutes>[0-5]\\d)(?:${dash}|\\s/\\s)(?<end>\\d{1,2})[.:](?<endMinutes>[0-5]\\d)(?![\\d.,/-]\\d|\\d)`,
    'giu',
  ),
  /(?<![\d.,:/-])(?<start>\d{1,2}):(?<startMinutes>[0-5]\d)(?![\d:])/giu,
]

/**
 * All times a Danish text mentions, in its order: "kl. 9.00-11.00", "kl. 9-11", "12.30 – 14.00", "fra kl. 9 til kl. 11",
 * "14:00". Wall clock, no zone.
 */
export function findDanishTimes(text: string): readonly TimeMention[] {
  const found: TimeMention[] = []
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const mention = toMention(match)
      if (mention !== null && !found.some((other) => mention.from < other.to && other.from < mention.to)) {
        found.push(mention)
      }
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function toMention(match: RegExpMatchArray): TimeMention | null {
  const parts = match.groups ?? {}
  const start = toLocalTime(parts['start'], parts['startMinutes'])
  if (start === null) return null
  const from = match.index ?? 0
  return { start, end: toLocalTime(parts['end'], parts['endMinutes']), from, to: from + match[0].length }
}

function toLocalTime(hours: string | undefined, minutes: string | undefined): LocalTime | null {
  if (hours === undefined || Number(hours) > 24) return null
  return `${hours.padStart(2, '0')}:${minutes ?? '00'}` as LocalTime
}
