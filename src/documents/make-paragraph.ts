import type { OutlineParagraph, OutlineRun } from '../domain/agenda/outline.ts'

/** What a reader knows of a paragraph; what is left out is unknown. The text is the runs' text. */
export type ParagraphParts = { readonly runs: readonly OutlineRun[] } & Partial<
  Omit<OutlineParagraph, 'kind' | 'text' | 'runs'>
>

/** Makes a paragraph of the outline: runs of one look joined, outer white space cut off, soft hyphens dropped. */
export function makeParagraph(parts: ParagraphParts): OutlineParagraph {
  const runs = trimRuns(joinRuns(parts.runs))
  return {
    kind: 'paragraph',
    text: runs.map((run) => run.text).join(''),
    runs,
    headingLevel: parts.headingLevel ?? null,
    style: parts.style ?? null,
    listLabel: parts.listLabel ?? null,
    listLevel: parts.listLevel ?? null,
    role: parts.role ?? 'body',
    page: parts.page ?? null,
    fontSizePoints: parts.fontSizePoints ?? null,
    indentPoints: parts.indentPoints ?? null,
    startsPage: parts.startsPage ?? false,
    ...(parts.gapBefore === true ? { gapBefore: true } : {}),
  }
}

/** A run without any look. */
export function plainRun(text: string): OutlineRun {
  return { text, bold: false, italic: false, href: null }
}

/** Neighbours of one look become one run; white space takes the look of what stands before it. */
function joinRuns(runs: readonly OutlineRun[]): OutlineRun[] {
  const joined: OutlineRun[] = []
  for (const run of runs) {
    const text = dropInvisible(run.text)
    if (text === '') continue
    const before = joined.at(-1)
    if (before !== undefined && looksAlike(before, run, text))
      joined[joined.length - 1] = { ...before, text: before.text + text }
    else joined.push({ ...run, text })
  }
  return joined
}

function looksAlike(before: OutlineRun, run: OutlineRun, text: string): boolean {
  if (before.href !== run.href) return false
  return (before.bold === run.bold && before.italic === run.italic) || /^\s*$/.test(text)
}

/** Soft hyphens, zero-width letters and byte order marks are no text. */
function dropInvisible(text: string): string {
  return text.replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
}

function trimRuns(runs: OutlineRun[]): OutlineRun[] {
  while (runs[0] !== undefined && runs[0].text.trimStart() === '') runs.shift()
  while (runs.at(-1)?.text.trimEnd() === '') runs.pop()
  const first = runs[0]
  if (first !== undefined) runs[0] = { ...first, text: first.text.trimStart() }
  const last = runs.at(-1)
  if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() }
  return runs
}
