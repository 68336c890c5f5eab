import { jointOf } from '../join-lines.ts'
import { splitBullet } from '../split-bullet.ts'
import type { TextLine } from './split-lines.ts'

/** Lines that make one paragraph. */
export type LineGroup = { readonly first: TextLine; readonly bullet: string | null; text: string; last: TextLine }

const numberedStart =
  /^(?:(?:[Pp]unkt|PUNKT|[Pp]kt\.?|[Aa]d\.?|[Bb]ilag|§)\s*\d|\d{1,2}(?:\.\d{1,2})*[.):]?\s+[^\p{Ll}\s]|\d{1,2}(?:\.\d{1,2})*[.):]\t|[a-zæøå]\)\s|\(?[ivxIVX]{1,4}[.)]\s+\p{Lu})/u
const addressLine = /^<?(?:https?:\/\/|www\.)\S+>?$/
const labelStart = /^\p{Lu}[^.:!?]{1,40}:(?:\s|$)/u
const sentenceEnd = /[.:;!?]["”»')]*$/

/** Joins the lines of a wrapped text (width in letters) into paragraphs; with width null each line stands alone. */
export function joinParagraphs(lines: readonly TextLine[], width: number | null): LineGroup[] {
  const groups: LineGroup[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const bullet = splitBullet(line.text)
    if (group !== undefined && bullet === null && width !== null && goesOn(group, line, width)) {
      const { cut, glue } = jointOf(group.text, line.text)
      group.text = group.text.slice(0, group.text.length - cut) + glue + line.text
      group.last = line
    } else groups.push({ first: line, bullet: bullet?.label ?? null, text: bullet?.rest ?? line.text, last: line })
  }
  return groups
}

function goesOn(group: LineGroup, line: TextLine, width: number): boolean {
  const before = group.last
  if (line.text.includes('\t') || before.text.includes('\t') || isRule(line.text) || isRule(before.text)) return false
  if (line.text.startsWith('|') || line.text.startsWith('#') || before.text.startsWith('#')) return false
  const startsLow = /^[\p{Ll}(]/u.test(line.text)
  const isOpen = !sentenceEnd.test(before.text)
  if (addressLine.test(line.text) || addressLine.test(before.text)) return false
  if (line.startsPage || line.followsFrame) return startsLow && isOpen && isFull(before, line, width, 0.6)
  if (line.blanksBefore > 0) return false
  if (numberedStart.test(line.text) || isShout(line.text) !== isShout(before.text)) return false
  if (labelStart.test(line.text) && (!isOpen || !isFull(before, line, width, 0.88))) return false
  if (isDeeper(group, line)) return true
  if (startsLow && isOpen) return isFull(before, line, width, 0.5)
  return isFull(before, line, width, isOpen ? 0.88 : 0.95)
}

/** Under a bullet's text, not under its mark. */
function isDeeper(group: LineGroup, line: TextLine): boolean {
  return group.bullet !== null && line.indent > group.first.indent && line.indent - group.first.indent <= 6
}

/** The first word of the next line had no room on this one. */
function isFull(before: TextLine, line: TextLine, width: number, share: number): boolean {
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0
  return before.indent + before.text.length + 1 + firstWord > width * share
}

/** All in capitals: a heading in a text without looks. */
function isShout(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** A line that only divides: "-----", "=====", "* * *". */
export function isRule(text: string): boolean {
  return /^(?:[-=_*~–—][\s]*){4,}$/.test(text) || /^\*\s\*\s\*$/.test(text)
}
