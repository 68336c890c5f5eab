/** Words that stand inside a name between its capitalised parts. */
const particles = 'af|von|van|de|del|der|den|la|el|al|bin|ten|zu|d'
const part = `(?:\\p{Lu}[\\p{L}’'´]*(?:-\\p{Lu}?[\\p{L}’'´]+)*\\.?)`
const namePattern = new RegExp(`${part}(?:\\s+(?:(?:${particles})\\s+)?${part}){1,4}`, 'gu')
const wholeName = new RegExp(`^${part}(?:\\s+(?:(?:${particles})\\s+)?${part}){0,5}$`, 'u')

/** Words with a capital that make a phrase an organisation, a place or a subject, never a person. */
const notPersons =
  /(?:kommune|region(?!al)|forvaltning|udvalg|styrelse|ministeri|råd(?:et)?$|forening|sekretariat|center|centre|hospital|klinik|skole|universitet|afdeling|direktion|forum|gruppe|klynge|danmark|danske|dansk|fælles|bestyrelse|bilag|dagsorden|referat|punkt|mødet|møde$|lokale|sal\b|hus(?:et)?$|vej$|gade$|plads$|januar|februar|marts|april|juni|juli|august|september|oktober|november|december|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|kl$|service|teknik|kultur|sundhed|social|børn|unge|ældre|økonomi|konsulent|direktør|chef|leder|formand|borgmester|næstformand|politik|plan(?:en)?$|projekt|strategi|aftale|status|orientering|teams|zoom|skype|covid|psykiatri|tandlæge|praksis|almen|national|midt|nord|syd|øst|vest|byråd|jyll|sjælland|hovedstad|kreds)/iu

/** Whether a text is a person's name and nothing else: one to six capitalised words, no word of an institution. */
export function isPersonName(text: string, leastWords = 2): boolean {
  const words = text.split(/\s+/u)
  return words.length >= leastWords && wholeName.test(text) && !words.some((word) => notPersons.test(word))
}

/** Names of at least two parts in running text, in its order, each once. */
export function findPersonNames(text: string): readonly string[] {
  const names: string[] = []
  for (const match of text.matchAll(namePattern)) {
    for (const name of trimName(match[0])) if (!names.includes(name)) names.push(name)
  }
  return names
}

// A sentence starts with a capital too: leading words that are no name are cut off.
function trimName(found: string): readonly string[] {
  const words = found.split(/\s+/u).map((word) => word.replace(/(?<=\p{L}{3,})\.$/u, ''))
  const runs: string[][] = [[]]
  for (const word of words) {
    if (notPersons.test(word) || sentenceStarts.has(word.toLowerCase())) runs.push([])
    else runs.at(-1)?.push(word)
  }
  return runs.filter((run) => run.length >= 2).map((run) => run.join(' '))
}

const sentenceStarts: ReadonlySet<string> = new Set(
  'at da de den der det dette efter en endelig et for forud fra fsva herefter hertil hvis i jf jævnfør kl kommunal kommunale med når og om på regional regionale som til under vedr ved ift på oplæg indlæg punktet afbud deltagere nyt valg rapport spørgsmål forslag'.split(
    ' ',
  ),
)
