import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linkCalendar } from '../../../src/domain/linking/link-calendar.ts'
import { isInputFault, readLinkInput } from '../../../src/entry/read-link-input.ts'

const folder = new URL('../../../../shared/corpus/calendars/', import.meta.url)

type Expected = {
  readonly forums: readonly string[]
  readonly calendars: Record<string, { readonly owner: { readonly address: string }; readonly graph: string }>
  readonly events: readonly {
    readonly iCalUId: string
    readonly forum: string | null
    readonly meeting: string | null
    readonly calendars: readonly string[]
  }[]
}

test.for(['attendee', 'secretariat'])(
  'the corpus calendar of the %s comes out as expected, with nothing else linked',
  (name, { skip }) => {
    if (!existsSync(folder)) return skip('the corpus is not beside the project: shared/corpus/calendars')
    const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    const expected = read('expected.json') as Expected
    const events = read(`${name}.graph.json`) as { id: string; iCalUId: string }[]
    const forums = expected.forums.map((forum) => ({
      id: forum,
      name: forum,
      aliases: [],
      members: [],
      secretariat: [],
    }))
    const nextMeeting = { date: '2021-10-06', start: '09:00', end: '11:00', replacesDate: '2021-09-28', reason: null }
    const agendas = [
      { id: 'minutes', forumId: 'Chefforum', title: 'Referat', date: '2021-06-18', nextMeeting, meetingPlan: [] },
    ]
    const input = readLinkInput({
      now: '2021-09-24T05:30:00Z',
      me: expected.calendars[name]?.owner.address,
      forums,
      events,
      agendas,
    })
    if (isInputFault(input)) throw new Error(input.fault)
    const result = linkCalendar(input)
    const uid = new Map(events.map((event) => [event.id, event.iCalUId]))
    const said = result.meetings.flatMap((meeting) => meeting.eventIds.map((id) => `${uid.get(id)} ${meeting.forumId}`))
    const wanted = expected.events
      .filter((event) => event.meeting && event.calendars.includes(name))
      .map((event) => `${event.iCalUId} ${event.forum}`)
    expect(said.sort()).toEqual(wanted.sort())
    expect(result.replacements.map(({ confidence }) => confidence >= 0.9)).toEqual(name === 'attendee' ? [true] : [])
  },
)
