import type { LocalDate } from '../../shared/ids.ts'
import { type DateMention, findDanishDates, resolveDate } from '../time/read-danish-date.ts'
import { findDanishTimes } from '../time/read-danish-time.ts'
import type { DocumentNextMeeting } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import { letterKey } from './clean-text.ts'
import type { LineFacts } from './item-candidate.ts'
import { splitSentences } from './split-sentences.ts'

const announces = /\b(?:næste|kommende|nyt) (?:\p{L}+ )?(?:\p{L}*møde|mødedato|mødegang|gang)\b/iu
const announcesAlone =
  /^(?:\d{1,2}[.)]\s*)?(?:(?:dato|tid|tidspunkt) for )?(?:næste|kommende) (?:\p{L}+ )?(?:\p{L}*møde|mødedato)(?: (?:er|afholdes|bliver|holdes|finder sted|i|den|d\.|på|for|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?!\p{L})| \d|\s*[:.–-]|$)/iu
const notThis =
  /\b(?:punkter|emner|forslag|dagsorden|opfølgning|drøftes|fremlægges|behandles|tages op|dagsordenssættes|vender tilbage|orienteres|genoptages|samles op|referat)\b.{0,60}\bnæste\b|\bnæste\b.{0,20}\bmøde\b.{0,30}\b(?:drøftes|fremlægges|behandles)/iu
const oldDate =
  /(?<!\p{L})(?:nuværende|tidligere|oprindelig\p{L}*|flyttet fra|flyttes fra|rykkes fra|rykket fra|i stedet for|erstatter|aflyst|aflyses|udgår|udsat fra|ikke som planlagt|planlagte|ændret fra|ændres fra)\b/iu
const sent =
  /\b(?:invitation|indkaldelse|kalenderinvitation|mødeindkaldelse|kalenderindkaldelse|outlook)\p{L}*.{0,60}?\b(?:er|blev|er blevet)\b.{0,20}\b(?:sendt|udsendt)\b|\b(?:invitation|indkaldelse|kalenderinvitation)\b.{0,40}\bsendt ud\b/iu
const online = /\b(?:teams|zoom|virtuel\p{L}*|online|videomøde|skype)\b/iu
const reasonWord =
  /(?:^|\s)(?:da|fordi|idet|på grund af|pga\.?|grundet|eftersom|som følge af(?: at)?)\s+(?<reason>.+?)\.?$/iu
// "Emner til næste møde, som er den 3. juni": of what is spoken of in passing, the day is told.
const inPassing =
  /\b(?:næste|kommende) (?:\p{L}+ )?\p{L}*møde,? (?:som|der|hvilket) (?:er|bliver|holdes|afholdes|finder sted|ligger)\b.*/iu
const longestBlock = 8

/**
 * The next meeting, only where it is announced as such (X1): a heading or label "Næste møde" with the lines under it, or a
 * sentence that says when it is. The date told as old is what it replaces (X2). Another forum's meeting is none.
 */
export function readNextMeeting(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: ReadonlySet<number>,
  meeting: { readonly date: LocalDate | null; readonly forum: string | null },
): { readonly next: DocumentNextMeeting | null; readonly line: number | null } {
  let said: { readonly next: DocumentNextMeeting; readonly line: number } | null = null
  for (const [at, line] of lines.entries()) {
    if (line.role === 'contents' || !announces.test(line.text)) continue
    const text = announcementText(lines, facts, starts, at)
    if (text === null || isOtherForum(line.text, meeting.forum)) continue
    const next = readAnnouncement(text, meeting.date)
    if (next === null) continue
    // A heading or label outranks a sentence in passing, wherever it stands.
    if (announcesAlone.test((facts.marks[at]?.rest ?? line.text).replace(/\t/gu, ' '))) return { next, line: at }
    said ??= { next, line: at }
  }
  return said ?? { next: null, line: null }
}

function announcementText(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: ReadonlySet<number>,
  at: number,
): string | null {
  const line = lines[at]
  if (line === undefined) return null
  const text = (facts.marks[at]?.rest ?? line.text).replace(/\t/gu, ' ')
  const heads = text.length <= 80 && announcesAlone.test(text) && findDanishDates(text).length === 0
  if (heads) return [text, ...blockBelow(lines, facts, starts, at)].join(' ')
  const passing = inPassing.exec(text)?.[0]
  if (passing !== undefined && findDanishDates(passing).length > 0)
    return /\bkl\.?$/u.test(passing) ? `${passing} ${lines[at + 1]?.text ?? ''}` : passing
  if (!announcesAlone.test(text) && line.text.length > 0) {
    const sentence = text
      .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
      .find((part) => announces.test(part) && findDanishDates(part).length > 0)
    const states =
      sentence !== undefined &&
      /\b(?:er|bliver|afholdes|holdes|finder sted|aftalt|fastsat|fastlagt|berammet|ligger|:)\b|:/u.test(sentence)
    return states && sentence !== undefined && !notThis.test(sentence) ? text.slice(text.indexOf(sentence)) : null
  }
  return text
}

function blockBelow(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: ReadonlySet<number>,
  at: number,
): readonly string[] {
  const block: string[] = []
  for (let next = at + 1; next < lines.length && block.length < longestBlock; next++) {
    const line = lines[next]
    if (line === undefined || starts.has(next) || line.headingLevel !== null) break
    if (line.role !== 'body') continue
    const label = facts.labels[next]
    if (
      label &&
      label.role !== 'minutes' &&
      label.role !== 'decision' &&
      label.role !== 'meta' &&
      label.role !== 'case'
    )
      break
    if (/^(?:forslag|punkter|emner)\b.*:$/iu.test(line.text)) break
    block.push(line.text.replace(/\t/gu, ' '))
  }
  return block
}

// "Næste møde i Direktørforum" is not ours; "næste møde i Chefforum" is, in Chefforum's minutes.
function isOtherForum(text: string, forum: string | null): boolean {
  const owner = /(?<owner>\p{Lu}[\p{L}-]*?)(?:s|['’´]|s['’´])\s+(?:næste|kommende)\s/u.exec(text)?.groups?.['owner']
  if (owner !== undefined && !letterKey(forum ?? '').includes(letterKey(owner))) return true
  const named = /\bmøde\s+i\s+(?<named>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*)/u.exec(text)?.groups?.['named']
  if (
    named === undefined ||
    forum === null ||
    /^(?:lokale|mødelokale|klubhuset|teams|\p{L}+(?:sal|huset|lokalet|skolen))$/iu.test(named)
  )
    return false
  const own = letterKey(forum)
  const other = letterKey(named)
  if (!/(?:forum|udvalg|råd|gruppe|bestyrelse|nævn|net$)/iu.test(named) && !/\p{Lu}{3}/u.test(named)) return false
  return !own.includes(other) && !other.includes(own)
}

function readAnnouncement(text: string, meetingDate: LocalDate | null): DocumentNextMeeting | null {
  const dates = findDanishDates(text)
    .map((mention) => ({ mention, date: resolveDate(mention, meetingDate) }))
    .filter(({ date }) => date !== null && (meetingDate === null || date > meetingDate))
  const isCalledOff = ({ mention }: (typeof dates)[number]): boolean =>
    /^[^.]{0,25}\b(?:aflyses|aflyst|udgår|rykkes|flyttes|udsættes|er udsat|ændres|(?:er|blev|bliver) (?:flyttet|rykket|udskudt)(?! fra))\b/iu.test(
      text.slice(mention.to),
    )
  const isOld = (entry: (typeof dates)[number]): boolean => isCalledOff(entry) || isOldBefore(entry)
  const isOldBefore = ({ mention }: (typeof dates)[number]): boolean =>
    oldDate.test(
      text
        .slice(Math.max(0, mention.from - 60), mention.from)
        .split(/[.!?]\s+(?=\p{Lu})/u)
        .at(-1) ?? '',
    )
  const replaced = dates.find(isOld)
  const chosen = dates.find((entry) => !isOld(entry))
  const date = chosen?.date ?? null
  if (date === null) return null
  const after = text.slice(chosen?.mention.to ?? 0, (chosen?.mention.to ?? 0) + 60)
  const before = text.slice(Math.max(0, (chosen?.mention.from ?? 0) - 40), chosen?.mention.from ?? 0)
  const time =
    findDanishTimes(after)[0] ??
    findDanishTimes(after.replace(/^[\s,]*(?:fra\s+)?(?=\d{1,2}[.:]\d{2})/u, ' kl. '))[0] ??
    findDanishTimes(before)[0]
  return {
    date,
    start: time?.start ?? null,
    end: time?.end ?? null,
    online: online.test(text),
    replacesDate: replaced?.date ?? null,
    reason: replaced === undefined ? null : readReason(text, replaced.mention),
    invitationSent: sent.test(text),
  }
}

// The sentence with the old date says why, else the first that gives a reason.
function readReason(text: string, old: DateMention): string | null {
  const printed = text.slice(old.from, old.to)
  const sentences = [...splitSentences(text)].sort((a, b) => Number(b.includes(printed)) - Number(a.includes(printed)))
  for (const sentence of sentences) {
    const reason = reasonWord.exec(sentence)?.groups?.['reason']?.trim()
    if (reason !== undefined && reason !== '') return reason.replace(/[,;]\s*(?:hvorfor|så)\s.*$/u, '')
  }
  return null
}
