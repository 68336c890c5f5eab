import type { OutlineRun } from './outline.ts'

type Runs = readonly OutlineRun[]

const longestLine = 6000

/** Parts the runs of a paragraph into lines: at its line breaks, before a label in its middle (O3), and where it is too long. */
export function splitRuns(runs: Runs): readonly Runs[] {
  return splitAtBreaks(runs).flatMap(splitAtDots).flatMap(splitAtInlineLabel).flatMap(splitLong)
}

/** Parts the runs of a paragraph at its line breaks. */
function splitAtBreaks(runs: readonly OutlineRun[]): readonly (readonly OutlineRun[])[] {
  const parts: OutlineRun[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, i) => {
      if (i > 0) parts.push([])
      if (text !== '') parts.at(-1)?.push({ ...run, text })
    })
  }
  return parts
}

const dot = /\s+[·•∙|]\s+/gu
const tellsOfMeeting =
  /(?:\bkl\.?\s?\d|\b\d{1,2}[.:]\d{2}\b|\b(?:deltagere|afbud|sted|tid|dato|til stede|fraværende)\s*:)/iu

/** "3. maj kl. 9 · Lokale 4 · Deltagere: ..." - a head set on one line is as many lines as it has parts (O5). */
function splitAtDots(runs: Runs): readonly Runs[] {
  const text = runs.map((run) => run.text).join('')
  const cuts = text.length > 1000 ? [] : [...text.matchAll(dot)]
  if (cuts.length < 2 || !tellsOfMeeting.test(text)) return [runs]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  return starts.map((from, i) => sliceRuns(runs, from, cuts[i]?.index ?? text.length))
}

// A Danish noun in mid-sentence has a small letter: a capital and a colon make it a label, after a stop in any case.
const inlineLabel =
  /(?<=[.!?)"”»]\s{1,3})(?=(?:Beslutning|Konklusion|Indstilling|Udvalgets beslutning):\s)|(?<=[^\s:(]\s{1,3})(?=(?:Afbud|Fraværende|Deltagere|Til stede(?: var)?|Tilstede(?: var)?|Referent|Mødeleder|Ordstyrer|Dirigent):\s)/gu

/** "... klar pr. 1/6. Beslutning: ..." - a label in mid-paragraph starts a line of its own (O3). */
function splitAtInlineLabel(runs: readonly OutlineRun[]): readonly (readonly OutlineRun[])[] {
  const text = runs.map((run) => run.text).join('')
  const cuts = [...text.matchAll(inlineLabel)].map((match) => match.index ?? 0)
  if (cuts.length === 0) return [runs]
  return [0, ...cuts].map((from, i) => sliceRuns(runs, from, cuts[i] ?? text.length))
}

/** No line is longer than every rule can afford; nobody writes such a paragraph, but a broken file holds one. */
function splitLong(runs: readonly OutlineRun[]): readonly (readonly OutlineRun[])[] {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0)
  if (length <= longestLine) return [runs]
  const cuts = Array.from({ length: Math.ceil(length / longestLine) }, (_, i) => i * longestLine)
  return cuts.map((from) => sliceRuns(runs, from, Math.min(length, from + longestLine)))
}

function sliceRuns(runs: readonly OutlineRun[], from: number, to: number): readonly OutlineRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...run, text }]
  })
}
