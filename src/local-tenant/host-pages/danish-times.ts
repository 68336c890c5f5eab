const zone = 'Europe/Copenhagen'
const day = new Intl.DateTimeFormat('da-DK', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' })
const time = new Intl.DateTimeFormat('da-DK', { timeZone: zone, hour: 'numeric', minute: '2-digit' })
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone })

/** "ons 9. dec. kl. 9.00-11.00", by the clock in Denmark; empty for no time. */
export function saySpan(startIso: string, endIso: string): string {
  if (startIso === '' || endIso === '') return ''
  return `${sayDay(startIso)} kl. ${sayTime(startIso)}-${sayTime(endIso)}`
}

/** "ons 9. dec." */
export function sayDay(iso: string): string {
  return day.format(new Date(iso)).replace('.', '')
}

function sayTime(iso: string): string {
  return time.format(new Date(iso)).replace(/^0(?=\d)/, '')
}

/** "ons 9. dec." for a whole day; times otherwise. All-day entries have their dates in UTC. */
export function sayEntry(event: {
  readonly startUtc: string
  readonly endUtc: string
  readonly isAllDay: boolean
}): string {
  if (!event.isAllDay) return saySpan(event.startUtc, event.endUtc)
  return `${sayDay(event.startUtc)} hele dagen`
}

/** The date in Denmark as an input of type datetime-local wants it, "2026-12-09T09:00". */
export function toLocalInput(iso: string): string {
  const clock = sayTime(iso).replace('.', ':').padStart(5, '0')
  return `${isoDay.format(new Date(iso))}T${clock}`
}
