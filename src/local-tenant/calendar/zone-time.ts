import { badRequest, GraphError } from '../http/graph-error.ts'
import { ianaZone } from './windows-zones.ts'

/** A wall clock time without zone, "2026-10-06T09:00:00". */
export type WallTime = string

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
const rememberedOffsets = 20_000

/** The IANA zone of a Windows or IANA name; null when neither. */
export function resolveZone(name: string): string | null {
  const fromWindows = ianaZone(name.trim())
  if (fromWindows !== null) return fromWindows
  if (/^tzone:\/\/microsoft\/utc$/i.test(name)) return 'Etc/UTC'
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$/.test(name)) return null
  return formatOf(name) === null ? null : name
}

/** The zone of a name, or 400 as Exchange says it. */
export function requireZone(name: string): string {
  const zone = resolveZone(name)
  if (zone !== null) return zone
  throw new GraphError(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name.slice(0, 100)}'.`,
  )
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, made)
    return made
  } catch {
    return null
  }
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  // Clocks change on quarters of an hour at most, so one answer serves the whole quarter.
  const quarter = Math.floor(instant / 900_000)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone)?.formatToParts(quarter * 900_000) ?? []) parts[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter * 900_000
  if (offsets.size >= rememberedOffsets) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** The wall clock in a zone at an instant given as "2026-10-06T07:00:00Z". */
export function toWall(utc: string, zone: string): WallTime {
  const instant = Date.parse(utc)
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 19)
}

/**
 * The instant of a wall clock time, as "2026-10-06T07:00:00Z". An hour that is skipped in spring counts as the one
 * after, an hour that comes twice in autumn as the first (daylight saving) one.
 */
export function toUtc(wall: WallTime, zone: string): string {
  const naive = Date.parse(`${wall.slice(0, 19)}Z`)
  if (Number.isNaN(naive)) throw badRequest(`'${wall.slice(0, 40)}' is not a time.`)
  const before = offsetAt(zone, naive - 24 * 3_600_000)
  const after = offsetAt(zone, naive + 24 * 3_600_000)
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(zone, naive - offset) === offset) return isoSeconds(naive - offset)
  }
  return isoSeconds(naive - before)
}

/** "2026-10-06T07:00:00Z". */
export function isoSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}
