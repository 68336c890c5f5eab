import { toWindowsZone } from '../domain/calendar/windows-zones.ts'
import { toLocal } from '../domain/time/zoned-time.ts'
import type { Instant } from '../shared/ids.ts'
import type { InvitationTime } from '../workflows/ports.ts'

/** Start, end and place of an invitation as Graph's event has them, on the meeting's own clock where Exchange knows its zone. */
export function toTimeFields({ end, location, start, timeZone }: InvitationTime): Readonly<Record<string, unknown>> {
  return {
    start: toWireMoment(start, timeZone),
    end: toWireMoment(end, timeZone),
    location: { displayName: location ?? '' },
  }
}

function toWireMoment(instant: Instant, timeZone: string): Readonly<Record<string, string>> {
  const windowsZone = toWindowsZone(timeZone)
  if (windowsZone === null) return { dateTime: instant.slice(0, 19), timeZone: 'UTC' }
  const { date, time } = toLocal(instant, timeZone)
  return { dateTime: `${date}T${time}:00`, timeZone: windowsZone }
}
