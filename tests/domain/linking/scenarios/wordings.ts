import type { Draw } from './draw.ts'

const months = [
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
const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']

/** Ways to write a date in Danish, by a table of its own. */
export function sayDate(draw: Draw, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const d = Number(day)
  const m = Number(month)
  const name = months[m - 1] ?? ''
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  return draw.pick([
    `den ${d}. ${name}`,
    `d. ${d}. ${name}`,
    `${weekday} den ${d}. ${name}`,
    `${weekday} d. ${d}/${m}`,
    `den ${d}/${m}`,
    `d. ${d}. ${name} ${year}`,
    `${d}. ${name.slice(0, 3)}.`,
    `den ${d}/${m}-${year.slice(2)}`,
    `den ${day}-${month}-${year}`,
    `${weekday} ${d}. ${name}`,
  ])
}

/** Words on a new invitation that name the date it left. */
export const namesOldDate: readonly ((old: string, now: string) => string)[] = [
  (old) => `Denne indkaldelse erstatter mødet ${old}.`,
  (old, now) => `Mødet er flyttet fra ${old} til ${now}.`,
  (old) => `Se venligst bort fra indkaldelsen til mødet ${old}.`,
  (old, now) => `Mødet ${old} er desværre blevet flyttet til ${now}.`,
  (old, now) => `Vi er nødt til at udskyde mødet ${old}. Ny dato: ${now}.`,
  (old) => `Erstatter tidligere udsendte indkaldelse til mødet ${old}, som I bedes slette i jeres kalender.`,
  (old, now) => `Mødet ${old} må desværre aflyses på grund af sygdom. I stedet mødes vi ${now}.`,
  (old) => `Hermed ny indkaldelse. I bedes slette den gamle indkaldelse ${old}.`,
  (old) => `Mødet var oprindeligt planlagt til ${old}, men er rykket.`,
  (old) => `Dette møde træder i stedet for mødet ${old}.`,
  (old, now) => `Da flere er forhindret, rykkes mødet fra ${old} til ${now}. Dagsorden følger.`,
  (old, now) => `Bemærk ny dato! Mødet ${old} kan ikke gennemføres og afholdes i stedet ${now}.`,
]

/** Words on a new invitation that tell of a move without the old date. */
export const namesNoDate: readonly string[] = [
  'Denne indkaldelse erstatter den tidligere udsendte indkaldelse.',
  'Bemærk: ny dato.',
  'Se bort fra den tidligere indkaldelse.',
  'Mødet er flyttet til en ny dato. Slet venligst den gamle indkaldelse.',
  'Erstatter tidligere invitation.',
]

/** Bodies of invitations that tell of no move. */
export const plainBodies: readonly string[] = [
  '',
  'Dagsorden og bilag udsendes en uge før mødet.',
  'Hermed indkaldelse til ordinært møde.\nVenlig hilsen\nSekretariatet',
  'Kære alle\nDagsorden følger. Meld venligst afbud til sekretariatet.',
  'Mødet holdes på rådhuset. Der er kaffe fra kl. 8.30.',
]

/** Names of forums, and of forums that sound like them. */
export const forumNames: readonly (readonly [name: string, aliases: readonly string[], similar: string])[] = [
  ['Chefforum', [], 'Chefforum Børn og Unge'],
  ['Direktørforum', ['DF'], 'Direktørforum Syd'],
  ['Praksisplanudvalget', ['PPU'], 'Praksisplanudvalget for fysioterapi'],
  ['Klyngestyregruppen', [], 'Klyngestyregruppen Vest'],
  ['Driftsforum', ['Driftsforum for genoptræning'], 'Driftsforum Akut'],
  ['Samordningsudvalget', ['SOU'], 'Samordningsudvalget for psykiatri'],
  ['Kommunalt Sundhedsråd', ['KSR'], 'Kommunalt Sundhedsråd Nord'],
  ['Det Koordinerende Udvalg', ['DKU'], 'Det Koordinerende Udvalg for IT'],
  ['Ældrechefkredsen', [], 'Ældrechefkredsen Øst'],
  ['Forum for Digital Sundhed', ['FDS'], 'Forum for Digital Uddannelse'],
]

/** Ways a subject names the meeting of a forum. */
export function sayMeeting(draw: Draw, name: string, date: string): string {
  const [, month = '', day = ''] = date.split('-')
  return draw.pick([
    name,
    `Møde i ${name}`,
    `${name} - møde`,
    `Ordinært møde i ${name}`,
    `${name} (Teams)`,
    `Indkaldelse til møde i ${name}`,
    `${name} ${Number(day)}. ${months[Number(month) - 1]}`,
    name.toUpperCase(),
    `${name}, ordinært møde`,
    `Mødeindkaldelse: ${name}`,
  ])
}
