import { findDanishDates } from '../time/read-danish-date.ts'
import { findDanishTimes } from '../time/read-danish-time.ts'
import type { AgendaLine } from './agenda-line.ts'
import type { HeaderSource } from './header-source.ts'
import { readGroupLabel } from './read-participants.ts'

const documentWords =
  /(?<!\p{L})(?:referat|beslutningsreferat|beslutningsprotokol|mødereferat|dagsorden|dagsordner|protokol|mødeindkaldelse|indkaldelse|udkast|åben|lukket|offentlig|tillægsdagsorden)(?!\p{L})/iu
const kindAlone =
  /^(?:(?:udkast til\s+|åben\s+|lukket\s+|endelig\s+|godkendt\s+|foreløbig\s+)?(?:beslutnings|møde)?(?:referat|dagsorden|beslutningsprotokol|protokol|indkaldelse|mødeindkaldelse)(?:\s*\(.*\))?|indholdsfortegnelse|side \d.*|punkter|dagsordenspunkter)[.:]?$/iu
const forumLabel =
  /^(?:forum|udvalg|mødeforum|for møde i|møde(?:t)? i|møde|gremium|råd|bestyrelse|gruppe|mødenavn|mødegruppe)\s*[:\t]\s*(?<forum>.{2,90})$/iu
const meetingOf =
  /\b(?:møde(?:t)?|bestyrelsesmøde|udvalgsmøde|ordinært møde|ekstraordinært møde|dialogmøde|styregruppemøde|generalforsamling)\s+(?:nr\.?\s*\d+\s+)?(?:i|med|for|af)\s+(?<forum>(?:den\s+)?[\p{L}][^,:|]{1,90})/iu
const bodyWords =
  /(?:udvalg(?:et)?|råd(?:et)?|bestyrelse(?:n)?|forum(?:met)?|gruppe(?:n)?|nævn(?:et)?|byråd(?:et)?|kommunalbestyrelse(?:n)?|direktion(?:en)?|kommission(?:en)?|forening(?:en)?|MED|fællesudvalg|repræsentantskab(?:et)?|klynge|kreds(?:en)?|samråd(?:et)?|styregruppe(?:n)?|netværk(?:et)?|skolebestyrelse(?:n)?|menighedsråd(?:et)?|ældreråd(?:et)?|handicapråd(?:et)?|forretningsudvalg(?:et)?|økonomiudvalg(?:et)?|regionsråd(?:et)?|KOSU|ledelse(?:n)?|team|generalforsamling)\b/iu

const meetingOfBody =
  /(?<![\p{L}])(?<body>[\p{L}-]*(?:bestyrelse|udvalg|råd|forum|nævn|direktion|styregruppe|repræsentantskab|samråd|ledelse))s?møde(?:t)?(?!\p{L})/iu

// "Skolebestyrelsesmøde" is a meeting of skolebestyrelsen; in capitals the word is left as it is.
function definite(body: string): string {
  const ending =
    body === body.toUpperCase()
      ? ''
      : /(?:bestyrelse|direktion|styregruppe|ledelse)$/iu.test(body)
        ? /e$/u.test(body)
          ? 'n'
          : 'en'
        : ''
  return `${body}${ending}`
}

/** The title of the document as printed (H6): the line of the head that names the meeting. */
export function readTitle({ lines, front }: HeaderSource): {
  readonly title: string | null
  readonly line: number | null
} {
  let best: { readonly at: number; readonly weight: number } | null = null
  for (const [order, at] of front.entries()) {
    const line = lines[at]
    if (line === undefined || line.text.length > 200 || kindAlone.test(line.text) || readGroupLabel(line) !== null)
      continue
    const weight = titleWeight(line) - 0.05 * order
    if (weight >= 2 && (best === null || weight > best.weight)) best = { at, weight }
  }
  const fallback =
    front.find((at) => kindAlone.test(lines[at]?.text ?? '') && (lines[at]?.text.length ?? 0) > 6) ?? null
  const at = best?.at ?? fallback
  return { title: at === null ? null : (lines[at]?.text.replace(/\t+/gu, ' ') ?? null), line: at }
}

function titleWeight(line: AgendaLine): number {
  let weight = 0
  if (line.style !== null && /title|titel|subtitle|undertitel/iu.test(line.style)) weight += 2
  if (line.headingLevel !== null) weight += 1.5
  if (line.look.bold) weight += 0.5
  if (documentWords.test(line.text)) weight += 2
  if (/møde/iu.test(line.text)) weight += 1.5
  if (bodyWords.test(line.text)) weight += 1.5
  if (findDanishDates(line.text).length > 0) weight += 1
  if (line.role !== 'body') weight -= 0.5
  if (/^[^:]{2,30}:/u.test(line.text)) weight -= 2
  if (/[.!?]$/u.test(line.text) || /^(?:kære|se |der |hermed)/iu.test(line.text)) weight -= 3
  return weight
}

/** The forum whose meeting it is: after a label, in "møde i ...", else the title without its date and kind words (H6). */
export function readForum(
  source: HeaderSource,
  title: string | null,
): { readonly forum: string | null; readonly line: number | null } {
  const { lines, front } = source
  for (const at of front) {
    const labelled = forumLabel.exec(lines[at]?.text ?? '')?.groups?.['forum']
    if (labelled !== undefined && bodyWords.test(labelled)) return { forum: trimForum(labelled), line: at }
  }
  const ranked = [title, ...front.map((at) => lines[at]?.text ?? null)].filter(
    (text) => text !== null && text.length <= 200,
  )
  for (const text of ranked) {
    const named = meetingOf.exec(text ?? '')?.groups?.['forum']
    const forum = named === undefined ? '' : trimForum(named)
    if (forum !== '') return { forum, line: null }
  }
  for (const text of ranked) {
    const body = meetingOfBody.exec(text ?? '')?.groups?.['body']
    if (body !== undefined && !/^(?:bestyrelse|udvalg|råd|gruppe|team)$/iu.test(body))
      return { forum: definite(body), line: null }
  }
  const withBody = ranked.find(
    (text) => bodyWords.test(text ?? '') && !/^[^:]{2,30}:/u.test(text ?? '') && (text ?? '').length < 120,
  )
  const stripped = trimForum(withBody ?? title ?? '')
  // "Bestyrelsesmøde nr. 47" is any board's: whose it is stands above it.
  if (stripped === '' || anyMeeting.test(stripped)) {
    const forum = organisationAbove(source) ?? stripped
    return { forum: forum === '' ? null : forum, line: null }
  }
  return { forum: stripped, line: null }
}

const anyMeeting =
  /^(?:(?:ordinært |ekstraordinært )?(?:bestyrelses|rådsmøde|udvalgs|repræsentantskabs)?møde(?:t)?)(?:\s+nr\.?.*)?$/iu

/** The name alone on one of the first lines, before anything is said of the meeting. */
function organisationAbove({ lines, front }: HeaderSource): string | null {
  for (const at of front.slice(0, 3)) {
    const line = lines[at]
    const text = line?.text ?? ''
    const isName =
      text.length <= 70 &&
      /\p{L}{3}/u.test(text) &&
      !/[:.!?]$|:\s|\t|møde/iu.test(text.replace(/a\.?m\.?b\.?a\.?$/iu, ''))
    if (line?.role === 'body' && isName && !documentWords.test(text) && findDanishDates(text).length === 0) return text
  }
  return null
}

function trimForum(text: string): string {
  let forum = text.replace(/\t+/gu, ' ')
  for (const mention of [...findDanishDates(forum), ...findDanishTimes(forum)].sort((a, b) => b.from - a.from)) {
    forum = forum.slice(0, mention.from).trim() === '' ? forum.slice(mention.to) : forum.slice(0, mention.from)
  }
  return forum
    .trim()
    .replace(
      new RegExp(
        `^(?:${documentWords.source}|\\s|[-–—:,.]|(?:fra|til|for|af|over|ordinært|ekstraordinært)(?!\\p{L}))+`,
        'iu',
      ),
      '',
    )
    .replace(/^(?:møde(?:t)?(?: i| med| for)?|bestyrelsesmøde i|den)\s+/iu, '')
    .replace(/(?<=\p{L})s\s+(?:\d+\.\s+)?møde(?:t)?(?: nr\.? ?\d+)?$/iu, '')
    .replace(/\s+møde(?:t)?(?: nr\.? ?\d+)?$/iu, '')
    .replace(
      /[\s,.:;–—(-]+(?:den|d\.?|kl\.?|onsdag|mandag|tirsdag|torsdag|fredag|referat|dagsorden)?[\s,.:;–—(-]*$/iu,
      '',
    )
    .replace(/\s*[-–—:]\s*(?:referat|dagsorden|beslutningsprotokol|protokol)\b.*$/iu, '')
    .trim()
}

/**
 * The body that is asked most often: "At Chefforum drøfter ..." (H7). For documents whose head names none; null unless it is
 * asked at least three times and in half of the requests.
 */
export function forumOfRequests(lines: readonly AgendaLine[]): string | null {
  const counts = new Map<string, number>()
  let all = 0
  for (const line of lines) {
    const asked = /^at\s+(?<body>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*)\s+\p{Ll}+(?:er|es)(?!\p{L})/u.exec(
      line.text.replace(/^A/u, 'a'),
    )?.groups?.['body']
    if (asked === undefined) continue
    all++
    counts.set(asked, (counts.get(asked) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]
  return best !== undefined && best[1] >= 3 && best[1] >= all / 2 ? best[0] : null
}
