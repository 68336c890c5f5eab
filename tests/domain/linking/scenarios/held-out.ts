import { addDays, type Scenario, Stage } from './scenario.ts'

// Written after the engine, with words and names that were not looked at while it was made. Scored as it stands.

const forums = [
  'Socialdirektørkredsen',
  'Regionalt Beredskabsforum',
  'Styregruppen for Velfærdsteknologi',
  'Genoptræningsnetværket',
  'HR-chefgruppen',
  'Nordfynsk Sundhedspanel',
] as const

/** D1 is the date left, D2 the date gone to. */
const saidOnNew = [
  'Som aftalt flyttes mødet den D1 til D2.',
  'Hej alle. D1 dur ikke alligevel, så mødet bliver D2 i stedet for den D1.',
  'Hermed indkaldelse til erstatningsmøde for mødet den D1.',
  'Mødet den D1 er annulleret grundet manglende tilslutning, ny mødedato er D2.',
  'Den tidligere indkaldelse til den D1 kan ses bort fra.',
  'OBS: Invitationen til den D1 er ikke længere gældende.',
  'Mødet den D1 bliver rykket til D2, så alle kan være med.',
  'Vi må desværre udsætte mødet den D1. Vi ses D2.',
  'Mødet er omlagt fra den D1 til den D2.',
  'Bemærk venligst, at dette møde erstatter det ordinære møde den D1.',
] as const

const saidWithoutDate = [
  'Ny mødedato, se bort fra den gamle kalenderaftale.',
  'Denne invitation erstatter den gamle.',
  'Mødet har fået ny dato.',
  'Den forrige indkaldelse bedes slettet.',
] as const

const saidOfOthers = [
  'Høringsmaterialet fra den D1 er erstattet af en ny udgave.',
  'Næste møde i bestyrelsen er flyttet fra den D1 til den D2.',
  'Vi samler op på drøftelsen fra mødet den D1.',
  'Kaffemaskinen er flyttet siden mødet den D1.',
  'Mødet den D1 ændrer sig ikke.',
  'Tidsplanen for projektet er rykket fra den D1 til den D2.',
  'Lene er stedfortræder for Bo på mødet den D1.',
  'Vi bytter om på punkterne fra den D1 og den D2.',
  'Svarfristen den D1 udskydes til den D2.',
  'Mødet den D1 holdes fortsat, dette er et ekstra tilbud om en teknisk gennemgang.',
] as const

const notMeetings = [
  'FORUM - kørsel fra rådhuset',
  'Forbesigtigelse FORUM',
  'Læsedag FORUM',
  'Hotel ifm. FORUM',
  'FORUM, frist for indstillinger',
  'Sparring med Ib inden FORUM',
  'Tale til FORUM',
  'Undergruppe FORUM økonomi',
  'Indkøb til FORUM',
  'Kalenderplanlægning FORUM',
] as const

const meetings = [
  'FORUM',
  'FORUM-møde',
  'Møde: FORUM',
  'FORUM nr. 3',
  'FORUM d. D1',
  '4. møde i FORUM',
  'Virtuelt møde i FORUM',
  'FORUM, Rådhuset',
  'Re: FORUM',
  '[EKSTERN] FORUM',
  'forum',
  'FORUM | Teams',
] as const

function say(date: string): string {
  const names = [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ]
  return `${Number(date.slice(8))}. ${names[Number(date.slice(5, 7)) - 1]}`
}

function pair(kind: string, at: number, words: string, truth: 'replaced' | 'live'): Scenario {
  const stage = new Stage(`held-out ${kind}: ${words}`, 7000 + at * 31)
  const forum = stage.addForum(forums[at % forums.length] ?? forums[0])
  const old = ['2025-03-31', '2024-10-29', '2026-02-26', '2027-05-12'][at % 4] ?? '2025-03-31'
  const now = addDays(old, at % 3 === 0 ? -7 : 8)
  stage.link(forum, stage.addEvent(forum, { subject: forum.name, date: addDays(old, -91) }))
  stage.link(forum, stage.addEvent(forum, { subject: forum.name, date: addDays(old, 98) }))
  const a = stage.addEvent(forum, { subject: forum.name, date: old, zone: 'UTC' })
  const body = words.replaceAll('D1', say(old)).replaceAll('D2', say(now))
  const b = stage.addEvent(forum, { subject: forum.name, date: now, createdAt: addDays(old, -40), body, zone: 'UTC' })
  stage.link(forum, a, b)
  if (truth === 'replaced') stage.replace(a, b)
  return stage.done(addDays(old, -38))
}

function single(kind: string, at: number, subject: string, isMeeting: boolean): Scenario {
  const stage = new Stage(`held-out ${kind}: ${subject}`, 9000 + at * 17)
  const forum = stage.addForum(forums[at % forums.length] ?? forums[0])
  const date = '2025-09-16'
  const name =
    subject === 'forum' ? forum.name.toLowerCase() : subject.replace('FORUM', forum.name).replace('D1', '16/9')
  const others = isMeeting
    ? {}
    : { organizer: at % 2 ? stage.me : (forum.members[3] ?? ''), attendees: at % 2 ? [] : [stage.me] }
  const id = stage.addEvent(forum, { subject: name, date, location: 'Rådhuset', ...others })
  if (isMeeting) stage.link(forum, id)
  return stage.done('2025-09-01')
}

/** The part that was held back. */
export function heldOutScenarios(): readonly Scenario[] {
  return [
    ...saidOnNew.map((words, at) => pair('moved', at, words, 'replaced')),
    ...saidWithoutDate.map((words, at) => pair('moved without date', at, words, 'replaced')),
    ...saidOfOthers.map((words, at) => pair('not moved', at, words, 'live')),
    ...meetings.map((subject, at) => single('meeting', at, subject, true)),
    ...notMeetings.map((subject, at) => single('not a meeting', at, subject, false)),
  ]
}
