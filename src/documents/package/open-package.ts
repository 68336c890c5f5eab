import { unzipSync } from 'fflate'
import { type ReadLimits, UnreadableError } from '../document-reading.ts'

/** A zip package whose parts are inflated when asked for, within the limits. */
export type DocumentPackage = {
  /** Names of all parts, with "/" and without a leading one. */
  readonly names: ReadonlySet<string>
  /** The part's bytes, or null when there is none or it is damaged. Throws UnreadableError('tooLarge'). */
  readonly readPart: (name: string) => Uint8Array | null
}

/**
 * Opens the directory of a zip file without inflating anything.
 * Throws UnreadableError: corrupt (no directory), encrypted, tooComplex (too many entries).
 */
export function openPackage(bytes: Uint8Array, limits: ReadLimits): DocumentPackage {
  const originalNames = listEntries(bytes, limits)
  let inflatedBytes = 0
  const readPart = (name: string): Uint8Array | null => {
    const original = originalNames.get(name)
    if (original === undefined) return null
    const part = inflateEntry(bytes, original, limits.partBytes)
    inflatedBytes += part?.length ?? 0
    if (inflatedBytes > limits.packageBytes) throw new UnreadableError('tooLarge')
    return part
  }
  return { names: new Set(originalNames.keys()), readPart }
}

function listEntries(bytes: Uint8Array, limits: ReadLimits): Map<string, string> {
  const names = new Map<string, string>()
  let count = 0
  const filter = ({ name }: { name: string }): boolean => {
    count += 1
    if (count > limits.packageEntries) throw new UnreadableError('tooComplex')
    names.set(name.replaceAll('\\', '/').replace(/^\/+/, ''), name)
    return false
  }
  try {
    unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('corrupt', { cause: error })
  }
  return names
}

/** The directory tells the inflated size; fflate allots exactly that and stops where an entry holds more. */
function inflateEntry(bytes: Uint8Array, wanted: string, partBytes: number): Uint8Array | null {
  let taken = false
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (name !== wanted || taken) return false
    if (originalSize > partBytes) throw new UnreadableError('tooLarge')
    taken = true
    return true
  }
  try {
    return unzipSync(bytes, { filter })[wanted] ?? null
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    return null
  }
}
