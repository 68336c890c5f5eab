import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { MoveWay } from '../../domain/meeting/meeting-log.ts'
import { formatClock, formatLongDay } from '../../ui/dates.ts'
import type { Texts } from '../../ui/texts/da.ts'
import type { LinkingTexts } from '../../ui/texts/linking.ts'

/** "onsdag den 30. september 2026 kl. 9.00-11.00": for letters, in the meeting's zone. */
function sayLong(span: Pick<Meeting, 'end' | 'start' | 'timeZone'>, texts: Texts): string {
  const { end, start, timeZone } = span
  const day = formatLongDay(start, timeZone, texts.language)
  const [from, to] = [start, end].map((moment) => formatClock(moment, timeZone, texts.language))
  return texts.language === 'da' ? `${day} kl. ${from}-${to}` : `${day}, ${from}-${to}`
}

/** What people are told of a move: in the new invitation, or as a text to send. */
export function writeMoveLetter(
  forumName: string,
  live: Meeting,
  /** null until a date is chosen: the letter leaves its place open. */
  to: Pick<Meeting, 'end' | 'start' | 'timeZone'> | null,
  { reason, use, way }: { reason: string; use: 'invitation' | 'text'; way: MoveWay },
  texts: LinkingTexts,
): string {
  const said = texts.moving.letter
  const from = formatLongDay(live.start, live.timeZone, texts.language)
  const because = reason.trim() ? said.because(reason.trim()) : null
  const old =
    way === 'sameInvitation' ? said.nothingToDelete : use === 'invitation' ? said.replaces(from) : said.newComes
  return [said.moved(forumName, from, to ? sayLong(to, texts) : '…'), because, old, said.follows]
    .filter(Boolean)
    .join('\n\n')
}

/**
 * The body of an invitation as HTML: the message in paragraphs, then the meeting's link, whose address carries the token that
 * ties the invitation to the meeting.
 */
export function writeInvitationBody(message: string, forumName: string, address: string, texts: Texts): string {
  const paragraphs = message
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = text.trim()
      return paragraph.outerHTML
    })
  return [...paragraphs, writeMeetingLink(forumName, address, texts)].join('')
}

/** The paragraph with the meeting's link. */
export function writeMeetingLink(forumName: string, address: string, texts: Texts, suffix = ''): string {
  const paragraph = document.createElement('p')
  const link = document.createElement('a')
  link.href = address
  link.textContent = forumName
  paragraph.append(`${texts.outlook.insertedText(forumName)} `, link, suffix)
  return paragraph.outerHTML
}
