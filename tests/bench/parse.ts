import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDocx, writePdf } from './make-documents.ts'
import { type Contestant, measureByTurns, type Outcome } from './measure-process.ts'
import { growthExponent, judge, type Promised, tellSpread } from './statistics.ts'

const pageCounts = [5, 50, 300]
const forms = [
  { form: 'docx', write: writeDocx, floor: 'tests/bench/floors/extract-docx.mjs', library: 'mammoth' },
  { form: 'pdf', write: writePdf, floor: 'tests/bench/floors/extract-pdf.mjs', library: 'pdf.js' },
]

/** The agenda reader as a whole process against the bare library that only extracts, on files of 5, 50, 300 pages. */
export async function runBench(words: readonly string[]): Promise<boolean> {
  const runs = Number(words[words.indexOf('--runs') + 1]) || 5
  const folder = mkdtempSync(join(tmpdir(), 'bench-parse-'))
  try {
    const promises: Promised[] = []
    for (const form of forms) promises.push(...(await benchForm(form, folder, runs)))
    console.log('')
    return judge(promises)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchForm(
  { form, write, floor, library }: (typeof forms)[number],
  folder: string,
  runs: number,
): Promise<Promised[]> {
  const promises: Promised[] = []
  const growth: [number, number][] = []
  for (const pages of pageCounts) {
    const path = join(folder, `dagsorden-${pages}.${form}`)
    await write(path, pages)
    const reader: Contestant = {
      name: 'parse',
      script: 'src/entry/run-command.mjs',
      words: ['parse', path],
      goodExits: [0],
    }
    const bare: Contestant = { name: `${library} alone`, script: floor, words: [path], goodExits: [0] }
    const [bareOutcome, readerOutcome] = await measureByTurns([bare, reader], runs)
    if (bareOutcome === undefined || readerOutcome === undefined) throw new Error('Nothing was measured')
    tell(`${form}, ${pages} pages, ${library} alone (floor)`, bareOutcome)
    tell(`${form}, ${pages} pages, parse`, readerOutcome)
    growth.push([pages, readerOutcome.seconds.median])
    const ratio = (kind: keyof Outcome) => readerOutcome[kind].median / bareOutcome[kind].median
    promises.push(
      { what: `${form} ${pages} pages: time / ${library}`, value: ratio('seconds'), atMost: 1.2, unit: 'times' },
      { what: `${form} ${pages} pages: memory / ${library}`, value: ratio('peakMb'), atMost: 1.25, unit: 'times' },
    )
  }
  promises.push({ what: `${form}: growth exponent`, value: growthExponent(growth), atMost: 1.1, unit: '' })
  return promises
}

function tell(what: string, { seconds, peakMb }: Outcome): void {
  console.log(`${what.padEnd(40)} ${tellSpread(seconds, 's', 2)}, ${tellSpread(peakMb, 'MB')}`)
}
