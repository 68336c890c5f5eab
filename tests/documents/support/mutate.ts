import { strFromU8, strToU8, zipSync } from 'fflate'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Bytes with one to eight damages: changed, lost, doubled, moved, or cut off. */
export function mutateBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutated: Uint8Array = bytes.slice()
  const damages = 1 + Math.floor(random() * 8)
  for (let damage = 0; damage < damages && mutated.length > 8; damage += 1) {
    const at = Math.floor(random() * mutated.length)
    const length = 1 + Math.floor(random() * Math.min(200, mutated.length - at))
    switch (Math.floor(random() * 5)) {
      case 0:
        mutated[at] = Math.floor(random() * 256)
        break
      case 1:
        mutated = join(mutated.subarray(0, at), mutated.subarray(at + length))
        break
      case 2:
        mutated = join(mutated.subarray(0, at + length), mutated.subarray(at))
        break
      case 3:
        mutated.copyWithin(Math.floor(random() * mutated.length), at, at + length)
        break
      case 4:
        if (random() < 0.2) mutated = mutated.slice(0, at)
        else mutated.fill(48 + Math.floor(random() * 10), at, at + Math.min(length, 6))
    }
  }
  return mutated
}

/** A package of which one or more XML parts were damaged by tags and numbers lost, doubled or exchanged. */
export function mutateXml(parts: Readonly<Record<string, Uint8Array>>, random: () => number): Uint8Array {
  const mutated: Record<string, Uint8Array> = {}
  const names = Object.keys(parts)
  const chosen = names[Math.floor(random() * names.length)]
  for (const name of names) {
    const part = parts[name] ?? new Uint8Array()
    if (name === chosen && random() < 0.1) continue
    mutated[name] = name === chosen || random() < 0.3 ? strToU8(mutateTags(strFromU8(part), random)) : part
  }
  const bytes = zipSync(mutated)
  return random() < 0.3 ? mutateBytes(bytes, random) : bytes
}

function mutateTags(xml: string, random: () => number): string {
  let pieces = xml.split(/(?=<)/)
  const damages = 1 + Math.floor(random() * 6)
  for (let damage = 0; damage < damages; damage += 1) {
    const at = Math.floor(random() * pieces.length)
    const other = Math.floor(random() * pieces.length)
    const count = 1 + Math.floor(random() * 12)
    const taken = pieces.slice(at, at + count)
    switch (Math.floor(random() * 5)) {
      case 0:
        pieces.splice(at, count)
        break
      case 1:
        pieces.splice(other, 0, ...taken)
        break
      case 2:
        pieces[at] = (pieces[at] ?? '').replace(/"\d+"/g, `"${Math.floor((random() - 0.3) * 10 ** (random() * 12))}"`)
        break
      case 3:
        pieces.splice(other, 0, ...Array.from({ length: Math.floor(random() * 60) }, () => taken).flat())
        break
      case 4:
        pieces = random() < 0.2 ? pieces.slice(0, at) : pieces
        break
    }
  }
  return pieces.join('')
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
