import type { DocumentProposal } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import { dropBullet, startsWithBullet } from './clean-text.ts'
import type { LineFacts } from './item-candidate.ts'

const heads =
  /^(?:forslag|punkter|emner|ideer|temaer|ønsker|input|kommende punkter)\b.{0,40}\b(?:næste|kommende)\s(?:\p{L}+\s)?(?:\p{L}*møde(?:r)?|dagsorden|gang)\b(?<forum>\s+i\s+\p{Lu}\p{L}+)?.{0,40}$/iu
const condition =
  /^(?<title>.{3,}?)[,\s]+(?<note>(?:herunder|såfremt|forudsat|under forudsætning|hvis|med forbehold|dog|når)\b.+)$/iu

/**
 * Proposals for the next agenda (X3): the list under "Forslag til dagsorden for næste møde" and its like. A condition, in
 * brackets or after "herunder", "hvis", is the note. Points for another forum's meeting are none.
 */
export function readProposals(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: ReadonlySet<number>,
  forum: string | null,
): readonly DocumentProposal[] {
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'body') continue
    const text = (facts.marks[at]?.rest ?? line.text).replace(/\t/gu, ' ')
    const [head = '', inline = ''] = splitHead(text)
    const match = heads.exec(head)
    const isListed = starts.has(at) && starts.has(at + 1)
    if (match === null || isListed || isOther(match.groups?.['forum'], forum)) continue
    const proposals =
      inline === '' ? listBelow(lines, facts, starts, at) : inline.split(/\s*[;,]\s+(?:og\s+)?|\s+og\s+/u)
    const read = proposals.map(toProposal).filter((proposal) => proposal.title !== '')
    if (read.length > 0) return read
  }
  return []
}

function splitHead(text: string): readonly string[] {
  const at = text.indexOf(':')
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

function isOther(named: string | undefined, forum: string | null): boolean {
  if (named === undefined) return false
  return forum === null || !forum.toLowerCase().includes(named.replace(/^\s+i\s+/u, '').toLowerCase())
}

function listBelow(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  starts: ReadonlySet<number>,
  at: number,
): readonly string[] {
  const list: string[] = []
  for (let next = at + 1; next < lines.length && list.length < 40; next++) {
    const line = lines[next]
    if (line === undefined || starts.has(next) || line.headingLevel !== null) break
    if (line.role !== 'body') continue
    const label = facts.labels[next]
    if (label && list.length === 0 && label.rest === '' && (label.role === 'minutes' || label.role === 'decision'))
      continue
    if (label) break
    const isEntry = line.listLabel !== null || startsWithBullet(line.text) || /^\d{1,2}[.)]\s/u.test(line.text)
    if (!isEntry) break
    list.push(dropBullet(line.text).replace(/^\d{1,2}[.)]\s+/u, ''))
  }
  return list
}

function toProposal(text: string): DocumentProposal {
  const bracket = /^(?<title>.+?)\s*\((?<note>[^()]+)\)[.\s]*$/u.exec(text)?.groups
  const clause = bracket ?? condition.exec(text)?.groups
  return { title: (clause?.['title'] ?? text).replace(/[\s.;,]+$/u, ''), note: clause?.['note']?.trim() ?? null }
}
