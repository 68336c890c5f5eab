/** Words that stand inside a name between its capitalised parts. */
const particles = 'á|í|úr|af|von|van|de|del|der|den|la|el|al|bin|ten|zu|d'
const part = `(?:(?:el-|al-|ben-|bin-|d’|d')?\\p{Lu}[\\p{L}’'´]*(?:-\\p{Lu}?[\\p{L}’'´]+)*\\.?)`
const nickname = `["“”„»«]${part}["“”»«]`
const namePattern = new RegExp(`${part}(?:\\s+(?:(?:${particles}|${nickname})\\s+)?${part}){1,4}`, 'gu')
const wholeName = new RegExp(`^${part}(?:\\s+(?:(?:${particles}|${nickname})\\s+)?${part}){0,5}$`, 'u')

/**
 * Endings of words that make a phrase an institution, a post or a subject, never a person: whole words, or joined to one. Two
 * letters before them are the rest of a name ("Kaplan"), but for the shortest Danish words.
 */
const notPersonEndings =
  /(?:^|[^\p{L}]|\p{L}{3}|^(?:by|sø|ø|å))(?:kommune|kommuner|forvaltning|udvalg|styrelse|ministeri(?:et|um)|direktorat|råd|forening|sekretariat|center|centre|hospital|sygehus|klinik|skole|universitet|afdeling|direktion|forum|fora|gruppe|gruppen|klynge|bestyrelse|bilag|dagsorden|referat|møde|mødet|lokale|lokalet|huset|gade|plads|konsulent|direktør|chef|leder|formand|borgmester|politik|projekt|strategi|aftale|status|orientering|psykiatri|vagten|praksis|region|regionen|plan|planen|ydelse|service|loven|budget|regnskab|rapport|analyse|system|team|kreds|klyngen|kommunal|kommunale|midler|indsats|område|året|fondene?|data|konference|nævn|nævnet|organisation|læge|lærer|pædagog)(?:en|et|er|erne|ne|s|ens|ets)?$/iu
/** Whole words of the same sort. */
const notPersonWords: ReadonlySet<string> = new Set(
  'danmark danske dansk fælles fælleskommunal fælleskommunalt midt midtjylland nord nordjylland syd syddanmark sjælland hovedstaden øst vest national nationale januar februar marts april juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag teams zoom skype covid punkt punktet sag sagen social sociale sundhed sundheds børn unge ældre teknik miljø kultur fritid økonomi eventuelt velkomst godkendelse valg almen byråd byrådet kommunalbestyrelsen regionsrådet drøftelse beslutning indstilling sagsfremstilling tid sted formål bemærk sal nr pkt emne titel sager punkter dagsordenspunkter indhold forside menu deltog deltager fremmødt mødt side'.split(
    ' ',
  ),
)

function isNoPersonWord(word: string): boolean {
  return notPersonEndings.test(word) || notPersonWords.has(word.toLowerCase())
}

/** Whether a text is a person's name and nothing else: one to six capitalised words, no word of an institution. */
export function isPersonName(text: string, leastWords = 2): boolean {
  const words = text.split(/\s+/u)
  return words.length >= leastWords && wholeName.test(text) && !words.some(isNoPersonWord)
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
    if (isNoPersonWord(word) || /^\p{Lu}{3,}$/u.test(word) || sentenceStarts.has(word.toLowerCase())) runs.push([])
    else runs.at(-1)?.push(word)
  }
  return runs.filter((run) => run.length >= 2).map((run) => run.join(' '))
}

const sentenceStarts: ReadonlySet<string> = new Set(
  'at da de den der det dette efter en endelig et for forud fra fsva herefter hertil hvis i jf jævnfør kl kommunal kommunale med når og om på regional regionale som til under vedr ved ift på oplæg indlæg medlemmerne medlemmer punktet afbud deltagere nyt valg rapport spørgsmål forslag'.split(
    ' ',
  ),
)
