import type { WorldJson } from '../support/product.ts'

/** A window of a person's calendar that holds at least so many entries, and the subjects of the first ones. */
export type FilledCalendar = { readonly from: string; readonly to: string; readonly subjects: readonly string[] }

/** Adds invented entries to a person's calendar until a year of it holds `count`, through Graph like anybody else. */
export async function fillCalendar(origin: string, person: string, count: number): Promise<FilledCalendar> {
  const authorization = `Bearer ${await takeToken(origin, person)}`
  const { now } = (await (await fetch(`${origin}/local/world.json`)).json()) as WorldJson
  const from = new Date(Date.parse(now)).toISOString()
  const to = new Date(Date.parse(now) + 365 * 86_400_000).toISOString()
  const view = new URLSearchParams({
    startDateTime: from,
    endDateTime: to,
    $top: String(count),
    $select: 'id,subject,start',
  })
  const read = async () => {
    const answer = await fetch(`${origin}/graph/v1.0/me/calendarView?${view}`, { headers: { authorization } })
    return (await readAnswer<{ value: readonly { subject: string }[] }>(answer)).value
  }
  for (let place = (await read()).length; place < count; place += 1) {
    const start = new Date(Date.parse(from) + (place + 1) * 6 * 3_600_000).toISOString().slice(0, 19)
    const body = {
      subject: `Møde nummer ${place + 1} i rækken`,
      start: { dateTime: start, timeZone: 'UTC' },
      end: { dateTime: start, timeZone: 'UTC' },
    }
    const headers = { authorization, 'content-type': 'application/json' }
    await readAnswer(
      await fetch(`${origin}/graph/v1.0/me/events`, { method: 'POST', headers, body: JSON.stringify(body) }),
    )
  }
  const subjects = (await read()).map(({ subject }) => subject)
  if (subjects.length < count) throw new Error(`The calendar shows ${subjects.length} entries instead of ${count}`)
  return { from, to, subjects }
}

async function takeToken(origin: string, person: string): Promise<string> {
  const answer = await fetch(`${origin}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, registration: 'my-calendar', scopes: ['Calendars.ReadWrite'] }),
  })
  return (await readAnswer<{ accessToken: string }>(answer)).accessToken
}

async function readAnswer<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}
