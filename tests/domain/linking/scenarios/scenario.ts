import { Draw } from './draw.ts'

/** What a scenario says of an event; everything else is laid out as Outlook would. Times are Danish wall clock. */
export type EventSketch = {
  readonly subject: string
  readonly date: string
  readonly from?: string
  readonly to?: string
  readonly body?: string
  readonly html?: string
  readonly organizer?: string
  readonly attendees?: readonly string[]
  readonly createdAt?: string
  readonly modifiedAt?: string
  readonly allDay?: boolean
  readonly cancelled?: boolean
  readonly sensitivity?: string
  readonly location?: string
  readonly thread?: string
  readonly iCalUId?: string
  readonly type?: string
  readonly seriesMasterId?: string
  readonly zone?: string
}

export type ForumSketch = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly members: readonly string[]
  readonly secretariat: readonly string[]
}

export type AgendaSketch = {
  readonly id: string
  readonly forumId: string
  readonly title: string
  readonly date: string
  readonly start: string | null
  readonly end: string | null
  readonly nextMeeting: Record<string, string | null> | null
  readonly meetingPlan: readonly { readonly forum: string; readonly date: string }[]
}

/** What is true of a scenario, said by the one who made it. `may` pairs are neither asked for nor held against anybody. */
type Truth = {
  readonly links: readonly (readonly [eventId: string, forumId: string])[]
  readonly mayLinks: readonly (readonly [eventId: string, forumId: string])[]
  /** `current` lists all answers that are as true. */
  readonly replaced: readonly { readonly stale: string; readonly current: readonly string[] }[]
  readonly mayReplaced: readonly { readonly stale: string; readonly current: readonly string[] }[]
  readonly agendas: readonly (readonly [eventId: string, agendaId: string])[]
}

export type Scenario = { readonly name: string; readonly input: Record<string, unknown>; readonly truth: Truth }

/** Puts a scenario together: a forum with people, events, agendas, and what is true of them. */
export class Stage {
  readonly draw: Draw
  readonly name: string
  readonly forums: ForumSketch[] = []
  readonly events: Record<string, unknown>[] = []
  readonly agendas: AgendaSketch[] = []
  readonly me: string
  readonly #truth = {
    links: [] as [string, string][],
    mayLinks: [] as [string, string][],
    replaced: [] as { stale: string; current: string[] }[],
    mayReplaced: [] as { stale: string; current: string[] }[],
    agendas: [] as [string, string][],
  }

  constructor(name: string, seed: number) {
    this.name = name
    this.draw = new Draw(seed)
    this.me = `${this.draw.pick(['anna', 'bent', 'carla', 'dorte'])}.me@${this.draw.pick(['birkeby', 'engdal', 'fjordvig'])}.example`
  }

  addForum(name: string, aliases: readonly string[] = [], members = 9): ForumSketch {
    const id = `forum-${this.forums.length + 1}`
    const people = this.draw
      .some(memberNames, members)
      .map((person, at) => `${person}@${towns[at % towns.length]}.example`)
    const forum = {
      id,
      name,
      aliases,
      members: [this.me, ...people],
      secretariat: [`sekretariat${this.forums.length + 1}@faelles.example`],
    }
    this.forums.push(forum)
    return forum
  }

  /** Adds an event and gives its id. Unless said otherwise the secretariat calls and all members are invited. */
  addEvent(forum: ForumSketch, sketch: EventSketch): string {
    const id = `event-${this.events.length + 1}`
    this.events.push(layOut(id, forum, sketch, this))
    return id
  }

  addAgenda(forum: ForumSketch, agenda: Partial<AgendaSketch> & { date: string }): string {
    const id = agenda.id ?? `agenda-${this.agendas.length + 1}`
    const plain = {
      forumId: forum.id,
      title: `Dagsorden ${forum.name}`,
      start: null,
      end: null,
      nextMeeting: null,
      meetingPlan: [],
    }
    this.agendas.push({ ...plain, ...agenda, id })
    return id
  }

  link(forum: ForumSketch, ...events: readonly string[]): void {
    for (const event of events) this.#truth.links.push([event, forum.id])
  }

  mayLink(forum: ForumSketch, ...events: readonly string[]): void {
    for (const event of events) this.#truth.mayLinks.push([event, forum.id])
  }

  replace(stale: string, ...current: readonly string[]): void {
    this.#truth.replaced.push({ stale, current: [...current] })
  }

  mayReplace(stale: string, ...current: readonly string[]): void {
    this.#truth.mayReplaced.push({ stale, current: [...current] })
  }

  agendaOf(event: string, agenda: string): void {
    this.#truth.agendas.push([event, agenda])
  }

  done(now: string): Scenario {
    const input = {
      now: `${now}T06:00:00Z`,
      me: this.me,
      forums: this.forums,
      events: this.events,
      agendas: this.agendas,
    }
    return { name: this.name, input, truth: this.#truth }
  }
}

const towns = [
  'birkeby',
  'engdal',
  'fjordvig',
  'havnstrup',
  'kirkelund',
  'lyngby-vest',
  'mosedal',
  'nordhede',
  'overgaard',
  'plantby',
]
const memberNames = [
  'ib.holt',
  'karen.lund',
  'lars.bo',
  'mette.krog',
  'niels.friis',
  'ole.vang',
  'pia.skov',
  'rikke.toft',
  'soren.dahl',
  'tina.hald',
  'ulla.bech',
  'vagn.riis',
  'yrsa.juhl',
  'aage.brandt',
  'bodil.lind',
]

function layOut(id: string, forum: ForumSketch, sketch: EventSketch, stage: Stage): Record<string, unknown> {
  const { draw } = stage
  const zone = sketch.zone ?? 'Romance Standard Time'
  const organizer = sketch.organizer ?? forum.secretariat[0] ?? stage.me
  const attendees = sketch.attendees ?? forum.members
  const times = sketch.allDay
    ? { start: `${sketch.date}T00:00:00.0000000`, end: `${nextDay(sketch.date)}T00:00:00.0000000` }
    : {
        start: `${sketch.date}T${sketch.from ?? '09:00'}:00.0000000`,
        end: `${sketch.date}T${sketch.to ?? '11:30'}:00.0000000`,
      }
  const join = sketch.thread
    ? {
        joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(sketch.thread)}/0?context=%7b%22Tid%22%3a%221%22%7d`,
      }
    : null
  return {
    id,
    iCalUId: sketch.iCalUId ?? globalId(draw),
    subject: sketch.subject,
    type: sketch.type ?? 'singleInstance',
    seriesMasterId: sketch.seriesMasterId ?? null,
    start: { dateTime: times.start, timeZone: zone },
    end: { dateTime: times.end, timeZone: zone },
    isAllDay: sketch.allDay === true,
    isCancelled: sketch.cancelled === true,
    isOrganizer: organizer === stage.me,
    organizer: { emailAddress: { name: organizer, address: organizer } },
    attendees: attendees.map((address) => ({
      type: 'required',
      status: { response: 'none' },
      emailAddress: { name: address, address },
    })),
    sensitivity: sketch.sensitivity ?? 'normal',
    showAs: 'busy',
    location: { displayName: sketch.location ?? '' },
    onlineMeeting: join,
    body: sketch.html
      ? { contentType: 'html', content: sketch.html }
      : { contentType: 'html', content: toHtml(sketch.body ?? '') },
    createdDateTime: `${sketch.createdAt ?? addDays(sketch.date, -150)}T08:00:00.0000000Z`,
    lastModifiedDateTime: `${sketch.modifiedAt ?? sketch.createdAt ?? addDays(sketch.date, -150)}T08:05:00.0000000Z`,
  }
}

function toHtml(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => `<p class="MsoNormal">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return `<html><head><style>p{margin:0}</style></head><body>${lines.join('\r\n')}</body></html>`
}

export function globalId(draw: Draw, datePart = '00000000'): string {
  return `040000008200E00074C5B7101A82E008${datePart}${draw.hex(16)}000000000000000010000000${draw.hex(32)}`
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function nextDay(date: string): string {
  return addDays(date, 1)
}
