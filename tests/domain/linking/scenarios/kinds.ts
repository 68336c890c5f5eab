import { addDays, type ForumSketch, globalId, type Scenario, Stage } from './scenario.ts'
import { forumNames, namesNoDate, namesOldDate, plainBodies, sayDate, sayMeeting } from './wordings.ts'

type Kind = (stage: Stage) => Scenario

/** A weekday date in a year of its own for each draw. */
function someDate(stage: Stage): string {
  const date = `${stage.draw.int(2022, 2027)}-${String(stage.draw.int(2, 11)).padStart(2, '0')}-${String(stage.draw.int(1, 28)).padStart(2, '0')}`
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 ? addDays(date, 1) : weekday === 6 ? addDays(date, 2) : date
}

function weekdayNear(date: string, days: number): string {
  const moved = addDays(date, days)
  const weekday = new Date(`${moved}T00:00:00Z`).getUTCDay()
  return weekday === 0 ? addDays(moved, 1) : weekday === 6 ? addDays(moved, -1) : moved
}

function open(stage: Stage): { forum: ForumSketch; similar: string; old: string; now: string; told: string } {
  const [name, aliases, similar] = stage.draw.pick(forumNames)
  const old = someDate(stage)
  return {
    forum: stage.addForum(name, aliases),
    similar,
    old,
    now: weekdayNear(old, stage.draw.pick([-9, -6, 5, 8, 9, 13])),
    told: addDays(old, -30),
  }
}

/** Ordinary meetings before and after, which stay as they are, and the noise of any calendar. */
function surround(stage: Stage, forum: ForumSketch, date: string): void {
  for (const days of stage.draw.some([-160, -84, 91, 170], 2)) {
    const other = weekdayNear(date, days)
    stage.link(
      forum,
      stage.addEvent(forum, {
        subject: sayMeeting(stage.draw, forum.name, other),
        date: other,
        body: stage.draw.pick(plainBodies),
      }),
    )
  }
  for (const subject of stage.draw.some(
    ['1:1 med Karen', 'Budgetopfølgning', 'Tandlæge', 'Personalemøde', 'Ferie', 'Byråd', 'MUS', 'Webinar om IT'],
    3,
  )) {
    stage.addEvent(forum, { subject, date: addDays(date, stage.draw.int(-20, 20)), organizer: stage.me, attendees: [] })
  }
}

const ordinary: Kind = (stage) => {
  const { forum, old } = open(stage)
  surround(stage, forum, old)
  const id = stage.addEvent(forum, {
    subject: sayMeeting(stage.draw, stage.draw.pick([forum.name, ...forum.aliases]), old),
    date: old,
  })
  stage.link(forum, id)
  stage.agendaOf(id, stage.addAgenda(forum, { date: old, start: '09:00', end: '11:30' }))
  return stage.done(addDays(old, -10))
}

const movedByMinutes: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const held = stage.addEvent(forum, { subject: forum.name, date: told })
  const a = stage.addEvent(forum, { subject: forum.name, date: old, organizer: forum.members[2] ?? '' })
  const b = stage.addEvent(forum, { subject: forum.name, date: now, createdAt: addDays(told, 4) })
  stage.addAgenda(forum, {
    title: `Referat ${forum.name}`,
    date: told,
    nextMeeting: { date: now, start: '09:00', end: '11:30', replacesDate: old, reason: 'kollision' },
  })
  stage.link(forum, held, a, b)
  stage.replace(a, b)
  return stage.done(addDays(told, 6))
}

const movedByWords: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const a = stage.addEvent(forum, {
    subject: sayMeeting(stage.draw, forum.name, old),
    date: old,
    organizer: stage.draw.pick([forum.members[3] ?? '', forum.secretariat[0] ?? '']),
  })
  const words = stage.draw.pick(namesOldDate)(sayDate(stage.draw, old), sayDate(stage.draw, now))
  const b = stage.addEvent(forum, {
    subject: `${forum.name}${stage.draw.pick(['', ' - ny dato', ' (flyttet)'])}`,
    date: now,
    createdAt: told,
    body: `Kære alle\n${words}\nVenlig hilsen\nSekretariatet`,
  })
  stage.link(forum, a, b)
  stage.replace(a, b)
  return stage.done(addDays(told, 2))
}

const movedWithoutDate: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: stage.draw.pick(namesNoDate),
  })
  stage.link(forum, a, b)
  stage.replace(a, b)
  return stage.done(addDays(told, 2))
}

const saidOnTheOld: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const day = sayDate(stage.draw, now)
  const words = stage.draw.pick([
    `Mødet er flyttet til ${day}. Se ny indkaldelse.`,
    `OBS! Mødet er rykket til ${day}, ny indkaldelse er sendt.`,
    `Se bort fra denne indkaldelse, mødet holdes ${day}.`,
  ])
  const a = stage.addEvent(forum, {
    subject: `${forum.name}${stage.draw.pick(['', ' - FLYTTET'])}`,
    date: old,
    body: words,
    modifiedAt: told,
  })
  const b = stage.addEvent(forum, { subject: forum.name, date: now, createdAt: told })
  stage.link(forum, a, b)
  stage.replace(a, b)
  return stage.done(addDays(told, 2))
}

const saidInSubject: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const [, month = '', day = ''] = old.split('-')
  const short = `${Number(day)}/${Number(month)}`
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: stage.draw.pick([
      `${forum.name} (flyttet fra ${short})`,
      `Ny dato: ${forum.name} (erstatter mødet ${short})`,
      `${forum.name} - erstatter mødet den ${short}`,
    ]),
    date: now,
    createdAt: told,
  })
  stage.link(forum, a, b)
  stage.replace(a, b)
  return stage.done(addDays(told, 2))
}

const movedInPlace: Kind = (stage) => {
  const { forum, old, now } = open(stage)
  surround(stage, forum, old)
  const words = stage.draw.pick([
    'Mødet er flyttet.',
    `Mødet er flyttet fra ${sayDate(stage.draw, old)}.`,
    'Bemærk nyt tidspunkt.',
  ])
  stage.link(
    forum,
    stage.addEvent(forum, {
      subject: forum.name,
      date: now,
      body: words,
      createdAt: addDays(old, -200),
      modifiedAt: addDays(old, -20),
    }),
  )
  return stage.done(addDays(old, -18))
}

const chain: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const third = weekdayNear(now, 17)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: namesOldDate[0]?.(sayDate(stage.draw, old), '') ?? '',
  })
  const c = stage.addEvent(forum, {
    subject: forum.name,
    date: third,
    createdAt: addDays(told, 6),
    body: stage.draw.pick(namesOldDate)(sayDate(stage.draw, now), sayDate(stage.draw, third)),
  })
  stage.link(forum, a, b, c)
  stage.replace(a, b, c)
  stage.replace(b, c)
  return stage.done(addDays(told, 8))
}

const split: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  const second = weekdayNear(now, 7)
  const words = `Mødet ${sayDate(stage.draw, old)} deles i to og erstattes af to kortere møder.`
  const a = stage.addEvent(forum, { subject: forum.name, date: old, from: '09:00', to: '15:00' })
  const b = stage.addEvent(forum, { subject: `${forum.name} del 1`, date: now, createdAt: told, body: words })
  const c = stage.addEvent(forum, { subject: `${forum.name} del 2`, date: second, createdAt: told, body: words })
  stage.link(forum, a, b, c)
  stage.replace(a, b, c)
  stage.mayReplace(a, b, c)
  return stage.done(addDays(told, 3))
}

const joinedDates: Kind = (stage) => {
  const { forum, old, told } = open(stage)
  const second = weekdayNear(old, 21)
  const now = weekdayNear(old, 10)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, { subject: forum.name, date: second })
  const c = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: `Dette møde erstatter mødet ${sayDate(stage.draw, old)} og mødet ${sayDate(stage.draw, second)}.`,
  })
  stage.link(forum, a, b, c)
  stage.replace(a, c)
  stage.replace(b, c)
  return stage.done(addDays(told, 3))
}

const jointForums: Kind = (stage) => {
  const { forum, old } = open(stage)
  const others = forumNames.filter(([name]) => name !== forum.name)
  const [name, aliases] = stage.draw.pick(others)
  const other = stage.addForum(name, aliases)
  const subject = stage.draw.pick([
    `Fællesmøde ${forum.name} og ${name}`,
    `${forum.name} / ${name} - fælles møde`,
    `Fælles møde mellem ${forum.name} og ${name}`,
  ])
  const id = stage.addEvent(forum, { subject, date: old, attendees: [...forum.members, ...other.members] })
  stage.link(forum, id)
  stage.link(other, id)
  return stage.done(addDays(old, -10))
}

const lookalikes: Kind = (stage) => {
  const { forum, similar, old } = open(stage)
  surround(stage, forum, old)
  stage.link(forum, stage.addEvent(forum, { subject: forum.name, date: old }))
  stage.addEvent(forum, {
    subject: similar,
    date: addDays(old, -1),
    organizer: 'andet.sekretariat@region.example',
    attendees: [stage.me, 'x@region.example', 'y@region.example'],
  })
  const own = stage.draw.some(
    [
      `Forberedelse ${forum.name}`,
      `Formøde ${forum.name}`,
      `Frist: punkter til ${forum.name}`,
      `Transport til ${forum.name}`,
      `Frokost før ${forum.name}`,
      `Ring til Ib vedr. ${forum.name}`,
      `${forum.name} - intern opsamling`,
      `Arbejdsgruppe under ${forum.name}`,
      `Evaluering af ${forum.name}`,
      `Læse bilag til ${forum.name}`,
      `Skriv referat fra ${forum.name}`,
      `Dagsordensmøde ${forum.name}`,
      `Planlægning af ${forum.name}`,
    ],
    6,
  )
  for (const subject of own)
    stage.addEvent(forum, {
      subject,
      date: addDays(old, stage.draw.int(-8, 8)),
      organizer: stage.draw.pick([stage.me, forum.secretariat[0] ?? '']),
      attendees: stage.draw.pick([[], [stage.me], forum.members.slice(0, 3)]),
    })
  return stage.done(addDays(old, -10))
}

const closeMeetings: Kind = (stage) => {
  const { forum, old } = open(stage)
  const dates = [old, weekdayNear(old, 14), weekdayNear(old, 28)]
  dates.forEach((date, at) => {
    stage.link(
      forum,
      stage.addEvent(forum, {
        subject: forum.name,
        date,
        body: stage.draw.pick(plainBodies),
        createdAt: addDays(old, -100 + at * 5),
      }),
    )
  })
  return stage.done(addDays(old, -10))
}

const extraordinary: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: stage.draw.pick([
      `Ekstraordinært møde i ${forum.name}`,
      `${forum.name} - ekstraordinært`,
      `Ekstramøde ${forum.name}`,
    ]),
    date: now,
    createdAt: told,
    body: stage.draw.pick(plainBodies),
  })
  stage.link(forum, a, b)
  return stage.done(addDays(told, 4))
}

const cancelledAlone: Kind = (stage) => {
  const { forum, old } = open(stage)
  surround(stage, forum, old)
  stage.mayLink(forum, stage.addEvent(forum, { subject: `Aflyst: ${forum.name}`, date: old, cancelled: true }))
  return stage.done(addDays(old, -10))
}

const cancelledAndNew: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  surround(stage, forum, old)
  const a = stage.addEvent(forum, { subject: `Aflyst: ${forum.name}`, date: old, cancelled: true })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: stage.draw.pick(namesOldDate)(sayDate(stage.draw, old), sayDate(stage.draw, now)),
  })
  stage.mayLink(forum, a)
  stage.link(forum, b)
  stage.mayReplace(a, b)
  return stage.done(addDays(told, 2))
}

const copies: Kind = (stage) => {
  const { forum, old } = open(stage)
  surround(stage, forum, old)
  const iCalUId = globalId(stage.draw)
  const a = stage.addEvent(forum, { subject: forum.name, date: old, iCalUId })
  const b = stage.addEvent(forum, {
    subject: `VS: ${forum.name}`,
    date: old,
    iCalUId: iCalUId.toLowerCase(),
    zone: 'Romance Standard Time',
  })
  stage.link(forum, a, b)
  return stage.done(addDays(old, -10))
}

const forwarded: Kind = (stage) => {
  const { forum, old } = open(stage)
  surround(stage, forum, old)
  const thread = `19:meeting_${stage.draw.hex(30)}@thread.v2`
  const a = stage.addEvent(forum, { subject: forum.name, date: old, thread })
  const b = stage.addEvent(forum, {
    subject: `VS: ${forum.name}`,
    date: old,
    thread,
    organizer: forum.members[4] ?? '',
    attendees: [stage.me],
    createdAt: addDays(old, -20),
    body: `Til din orientering\n\nFra: ${forum.secretariat[0]}\nSendt: 3. maj 2021 10:12\nTil: alle\nEmne: ${forum.name}\n\nDenne indkaldelse erstatter mødet den 3. maj.`,
  })
  stage.link(forum, a, b)
  stage.mayReplace(a, b)
  stage.mayReplace(b, a)
  return stage.done(addDays(old, -10))
}

const quoted: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  const words = namesOldDate[1]?.(sayDate(stage.draw, old), sayDate(stage.draw, now)) ?? ''
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: `Dagsorden følger.\n\n-----Oprindelig meddelelse-----\nFra: Ib\nSendt: 1. april\nTil: alle\nEmne: Andet\n\n${words}`,
  })
  stage.link(forum, a, b)
  return stage.done(addDays(told, 2))
}

const otherThingMoved: Kind = (stage) => {
  const { forum, old, now } = open(stage)
  const [from, to] = [sayDate(stage.draw, old), sayDate(stage.draw, now)]
  const words = stage.draw.pick([
    `Punkt 4 er flyttet fra mødet ${from} til mødet ${to}.`,
    `Fristen for punkter er rykket fra ${from} til ${to}.`,
    `Drøftelsen af budgettet udsættes fra ${from} til dette møde.`,
    `Bente deltager i stedet for Henning ${from}.`,
    `Arbejdsgruppens møde ${from} er flyttet til ${to}.`,
    `Mødet flyttes ikke; vi ses både ${from} og ${to}.`,
    `Mødet ${from} afholdes som planlagt.`,
  ])
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, { subject: forum.name, date: now, createdAt: addDays(old, -60), body: words })
  stage.link(forum, a, b)
  return stage.done(addDays(old, -30))
}

const otherForumMoved: Kind = (stage) => {
  const { forum, old, now } = open(stage)
  const [name, aliases] = stage.draw.pick(forumNames.filter(([other]) => other !== forum.name))
  stage.addForum(name, aliases)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: addDays(old, -60),
    body: `Bemærk at mødet i ${name} ${sayDate(stage.draw, old)} er flyttet til ${sayDate(stage.draw, now)}.`,
  })
  stage.link(forum, a, b)
  return stage.done(addDays(old, -30))
}

const heldAnyway: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  const words = stage.draw.pick(namesOldDate)(sayDate(stage.draw, old), sayDate(stage.draw, now))
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const later = now > old ? now : weekdayNear(old, 9)
  const b = stage.addEvent(forum, { subject: forum.name, date: later, createdAt: told, body: words })
  stage.addAgenda(forum, {
    title: `Referat af møde i ${forum.name}`,
    date: old,
    nextMeeting: { date: later, start: null, end: null, replacesDate: null, reason: null },
  })
  stage.link(forum, a, b)
  stage.mayReplace(a, b)
  return stage.done(addDays(later, 2))
}

const restarted: Kind = (stage) => {
  const { forum, old } = open(stage)
  const [one, two] = [stage.draw.hex(16), stage.draw.hex(16)]
  const series = (key: string, date: string) =>
    `040000008200E00074C5B7101A82E008${Number(date.slice(0, 4)).toString(16).padStart(4, '0')}${Number(date.slice(5, 7)).toString(16).padStart(2, '0')}${Number(date.slice(8)).toString(16).padStart(2, '0')}${key}000000000000000010000000${key}${key}`.toUpperCase()
  for (const weeks of [0, 4, 8]) {
    const date = addDays(old, weeks * 7)
    const a = stage.addEvent(forum, {
      subject: forum.name,
      date,
      iCalUId: series(one, date),
      type: 'occurrence',
      seriesMasterId: 'm1',
      organizer: forum.members[2] ?? '',
      createdAt: addDays(old, -300),
    })
    const b = stage.addEvent(forum, {
      subject: forum.name,
      date: addDays(date, 2),
      iCalUId: series(two, date),
      type: 'occurrence',
      seriesMasterId: 'm2',
      createdAt: addDays(old, -20),
      body: 'Ny mødeserie, som erstatter den tidligere mødeserie.',
    })
    stage.link(forum, a, b)
    stage.replace(a, b)
  }
  return stage.done(addDays(old, -10))
}

const placeholder: Kind = (stage) => {
  const { forum, old } = open(stage)
  surround(stage, forum, old)
  const a = stage.addEvent(forum, {
    subject: stage.draw.pick([
      `Reserveret: ${forum.name}`,
      `${forum.name} (reservation)`,
      `Save the date: ${forum.name}`,
    ]),
    date: old,
    allDay: true,
  })
  const b = stage.addEvent(forum, { subject: forum.name, date: old, createdAt: addDays(old, -40) })
  stage.link(forum, a, b)
  stage.mayReplace(a, b)
  return stage.done(addDays(old, -10))
}

const sameTimeNewSender: Kind = (stage) => {
  const { forum, old, told } = open(stage)
  surround(stage, forum, old)
  const a = stage.addEvent(forum, { subject: forum.name, date: old, organizer: forum.members[2] ?? '' })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: old,
    createdAt: told,
    body: stage.draw.pick([
      'Ny indkaldelse fra sekretariatet, erstatter den tidligere. Slet den gamle.',
      'Denne indkaldelse erstatter den tidligere udsendte indkaldelse.',
    ]),
  })
  stage.link(forum, a, b)
  stage.replace(a, b)
  return stage.done(addDays(told, 2))
}

const hedged: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: `Vi overvejer at flytte mødet fra ${sayDate(stage.draw, old)} til ${sayDate(stage.draw, now)}. I hører nærmere.`,
  })
  stage.link(forum, a, b)
  stage.mayReplace(a, b)
  return stage.done(addDays(told, 2))
}

const stranger: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    organizer: 'salg@firma.example',
    attendees: [stage.me],
    body: `Denne indkaldelse erstatter mødet ${sayDate(stage.draw, old)}. Slet alle andre møder.`,
  })
  stage.link(forum, a)
  stage.mayLink(forum, b)
  stage.mayReplace(a, b)
  return stage.done(addDays(told, 2))
}

const nameless: Kind = (stage) => {
  const { forum, old } = open(stage)
  surround(stage, forum, old)
  const id = stage.addEvent(forum, {
    subject: stage.draw.pick(['Møde', 'Mødeindkaldelse', 'Ny dato', 'Indkaldelse til møde']),
    date: old,
    body: `Hermed indkaldelse til møde i ${forum.name}. Dagsorden følger.`,
  })
  stage.link(forum, id)
  return stage.done(addDays(old, -10))
}

const token: Kind = (stage) => {
  const { forum, old } = open(stage)
  const key = 'aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb'
  stage.addAgenda(forum, { id: key, date: old, start: '09:00' })
  const id = stage.addEvent(forum, {
    subject: 'Orientering fra sekretariatet',
    date: old,
    body: `Dagsorden: https://app.example/tab.html?m=${key}`,
  })
  stage.link(forum, id)
  stage.agendaOf(id, key)
  return stage.done(addDays(old, -10))
}

const misdated: Kind = (stage) => {
  const { forum, old, now, told } = open(stage)
  const wrong = addDays(old, stage.draw.pick([-1, 1]))
  const a = stage.addEvent(forum, { subject: forum.name, date: old })
  const b = stage.addEvent(forum, {
    subject: forum.name,
    date: now,
    createdAt: told,
    body: `Denne indkaldelse erstatter mødet ${sayDate(stage.draw, wrong)}.`,
  })
  stage.link(forum, a, b)
  if (wrong === now) stage.mayReplace(a, b)
  else stage.replace(a, b)
  return stage.done(addDays(told, 2))
}

/** Every kind of scenario by name; the truth of each is known because it was made so. */
const kinds: Readonly<Record<string, Kind>> = {
  ordinary,
  movedByMinutes,
  movedByWords,
  movedWithoutDate,
  saidOnTheOld,
  saidInSubject,
  movedInPlace,
  chain,
  split,
  joinedDates,
  jointForums,
  lookalikes,
  closeMeetings,
  extraordinary,
  cancelledAlone,
  cancelledAndNew,
  copies,
  forwarded,
  quoted,
  otherThingMoved,
  otherForumMoved,
  heldAnyway,
  restarted,
  placeholder,
  sameTimeNewSender,
  hedged,
  stranger,
  nameless,
  token,
  misdated,
}

/** Draws scenarios of every kind. */
export function drawScenarios(perKind: number, seed: number): readonly Scenario[] {
  return Object.entries(kinds).flatMap(([name, kind], place) =>
    Array.from({ length: perKind }, (_, at) => kind(new Stage(`${name}-${at}`, seed + place * 1000 + at))),
  )
}
