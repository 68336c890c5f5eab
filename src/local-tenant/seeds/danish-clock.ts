const zone = 'Europe/Copenhagen'

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

const weekdayName = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', weekday: 'long' })
const dayAndMonth = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', day: 'numeric', month: 'long' })

function readWallClock(moment: number): string {
  const parts: Record<string, string> = {}
  for (const { type, value } of wallClock.formatToParts(new Date(moment))) parts[type] = value
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
}

/** The calendar date in Denmark at that moment, "2026-10-06". */
export function danishDate(moment: Date): string {
  return readWallClock(moment.getTime()).slice(0, 10)
}

/** The ISO date that many days later; negative goes back. */
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

// Day of the week of an ISO date: 1 is Monday, 7 is Sunday.
function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7) + 1
}

/** The first such weekday (1 is Monday) on or after a date. */
export function weekdayFrom(date: string, weekday: number): string {
  return shiftDate(date, (weekday - weekdayOf(date) + 7) % 7)
}

/** What the clock says in Denmark, as an instant: `utcAt('2026-10-06', '09:00')` is "2026-10-06T07:00:00Z". */
export function utcAt(date: string, time: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const offset = Date.parse(`${readWallClock(wanted - 3_600_000)}Z`) - (wanted - 3_600_000)
  return new Date(wanted - offset).toISOString().replace('.000Z', 'Z')
}

/** "onsdag den 6. oktober", as a Danish secretary writes it. */
export function sayDate(date: string): string {
  return `${weekdayName.format(new Date(`${date}T00:00Z`))} den ${sayDay(date)}`
}

/** "6. oktober". */
export function sayDay(date: string): string {
  return dayAndMonth.format(new Date(`${date}T00:00Z`))
}
