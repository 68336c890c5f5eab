import type { OutlineRun } from '../../domain/agenda/outline.ts'
import { safeHref } from '../safe-href.ts'

// **bold**, __bold__, [text](address): what portals and mail programs leave in a copied text.
const marks =
  /\*\*(?=\S)([^*\n]{1,500}?\S|\S)\*\*|__(?=\S)([^_\n]{1,500}?\S|\S)__|\[([^\][\n]{1,500})\]\(([^()\s]{1,2000})\)/g

/** The runs of a line of plain text, its marks read and taken out. */
export function readInlineMarks(text: string): OutlineRun[] {
  const runs: OutlineRun[] = []
  let at = 0
  const add = (part: string, bold: boolean, href: string | null) => {
    if (part !== '') runs.push({ text: part, bold, italic: false, href })
  }
  for (const match of text.matchAll(marks)) {
    add(text.slice(at, match.index), false, null)
    const bold = match[1] ?? match[2]
    if (bold === undefined) add(match[3] ?? '', false, safeHref(match[4]))
    else add(bold, true, null)
    at = match.index + match[0].length
  }
  add(text.slice(at), false, null)
  return runs
}
