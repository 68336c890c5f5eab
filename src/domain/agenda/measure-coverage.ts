import type { Finding } from '../../shared/reading.ts'
import type { DocumentCoverage } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import { letterKey } from './clean-text.ts'
import type { ItemStart } from './item-start.ts'

/**
 * Nothing lost (Q1): every line is in exactly one place - the head, the people, an item, a caption, the contents, a repeated
 * header - or in a finding that shows it. The shares count letters and digits.
 */
export function measureCoverage(
  lines: readonly AgendaLine[],
  starts: readonly ItemStart[],
  used: ReadonlySet<number>,
  overview: readonly ItemStart[],
): { readonly shares: DocumentCoverage; readonly findings: readonly Finding[] } {
  const firstItem = starts[0]?.at ?? lines.length
  const listed = new Set(overview.map((start) => start.at))
  const isLeftOver = (line: AgendaLine, at: number): boolean =>
    line.role === 'body' && at < firstItem && !used.has(at) && !listed.has(at)
  let all = 0
  let left = 0
  const findings: Finding[] = []
  let run: { readonly first: AgendaLine; text: string } | null = null
  const close = (): void => {
    if (run !== null) findings.push(toFinding(run.first, run.text))
    run = null
  }
  for (const [at, line] of lines.entries()) {
    const weight = letterKey(line.text).length
    all += weight
    if (!isLeftOver(line, at)) {
      close()
      continue
    }
    left += weight
    run = run === null ? { first: line, text: line.text } : { first: run.first, text: `${run.text} / ${line.text}` }
  }
  close()
  const leftOver = all === 0 ? 0 : left / all
  return { shares: { placed: 1 - leftOver, leftOver }, findings }
}

function toFinding(line: AgendaLine, text: string): Finding {
  const shown = text.length > 200 ? `${text.slice(0, 200)} ...` : text
  return {
    rule: 'Q1',
    message: `Ikke lagt noget sted: "${shown.replace(/\t/gu, ' ')}"`,
    place: { page: line.page, paragraph: line.paragraph },
  }
}
