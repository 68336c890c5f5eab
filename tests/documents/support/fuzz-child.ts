import { readOutline } from '../../../src/documents/read-document.ts'
import { mutateBytes, mutateXml, seededRandom } from './mutate.ts'
import type { FuzzOutcome } from './run-fuzz.ts'
import { seedDocuments } from './seed-documents.ts'

const [, , firstSeed = '1', runs = '1'] = process.argv
const patienceMilliseconds = 40_000

const seeds = await seedDocuments()
for (let seed = Number(firstSeed); seed < Number(firstSeed) + Number(runs); seed += 1) {
  process.send?.({ seed, outcome: await readDamaged(seed) } satisfies FuzzOutcome)
}
process.disconnect()

/** The reason of an unreadable file; anything else that is thrown is a bug and carries its seed. */
async function readDamaged(seed: number): Promise<string> {
  const random = seededRandom(seed)
  const source = seeds[Math.floor(random() * seeds.length)]
  if (source === undefined) return 'no seed document'
  const bytes = source.kind === 'package' ? mutateXml(source.parts, random) : mutateBytes(source.bytes, random)
  try {
    await readOutline({ name: source.name, bytes }, { milliseconds: patienceMilliseconds })
    return 'read'
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableError') return error.message
    return `bug, seed ${seed} (${source.name}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}
