import { contentOf } from '../mail/message-store.ts'
import type { Store } from '../store/database.ts'

const hashBytes = 20
const hashBits = hashBytes * 8
const bitsBetweenBytes = 11

/**
 * OneDrive's quickXorHash in base64: each byte goes into a ring of 160 bits, 11 bits after the one before; at the end
 * the length is put over the last eight bytes (resources/hashes in Graph's documentation).
 */
export function quickXorHash(bytes: Uint8Array): string {
  const ring = Buffer.alloc(hashBytes)
  let place = 0
  for (const byte of bytes) {
    const index = place >> 3
    const shift = place & 7
    ring[index] = (ring[index] ?? 0) ^ ((byte << shift) & 255)
    const next = (index + 1) % hashBytes
    ring[next] = (ring[next] ?? 0) ^ (byte >> (8 - shift))
    place = (place + bitsBetweenBytes) % hashBits
  }
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(bytes.length))
  length.forEach((byte, at) => {
    ring[hashBytes - 8 + at] = (ring[hashBytes - 8 + at] ?? 0) ^ byte
  })
  return ring.toString('base64')
}

// Stored bytes never change, so each content is read for this once.
const known = new WeakMap<Store, Map<number, string>>()

/** The hash of a stored content. */
export function hashOfContent(store: Store, contentId: number): string {
  const hashes = known.get(store) ?? new Map<number, string>()
  known.set(store, hashes)
  const remembered = hashes.get(contentId)
  if (remembered !== undefined) return remembered
  const made = quickXorHash(contentOf(store, contentId))
  hashes.set(contentId, made)
  return made
}
