import type { LineLook } from './agenda-line.ts'
import { cleanText } from './clean-text.ts'
import type { OutlineParagraph, OutlineRun } from './outline.ts'

/** What the eye sees of a line, from its runs and the paragraph it is part of. */
export function readLook(text: string, runs: readonly OutlineRun[], paragraph: OutlineParagraph): LineLook {
  const inked = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text))
  const letters = text.length > 200 ? '' : text.replace(/[^\p{L}]/gu, '')
  const firstPlain = inked.findIndex((run) => !run.bold)
  return {
    bold: inked.length > 0 && inked.every((run) => run.bold),
    italic: inked.length > 0 && inked.every((run) => run.italic),
    capitals: letters.length >= 3 && letters === letters.toUpperCase(),
    sizePoints: paragraph.fontSizePoints,
    indentPoints: paragraph.indentPoints,
    boldLead:
      firstPlain > 0
        ? cleanText(
            inked
              .slice(0, firstPlain)
              .map((run) => run.text)
              .join(''),
          )
        : '',
  }
}
