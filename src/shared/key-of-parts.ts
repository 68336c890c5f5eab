import { sha256 } from './sha256.ts'

/** A key made of what a row is about, shaped like a GUID: the same parts always give the same key. */
export async function keyOfParts(...parts: readonly string[]): Promise<string> {
  const hex = await sha256(parts.map((part) => `${part.length}:${part}`).join(''))
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20, 32)]
  // Version 8 of RFC 9562: a GUID whose bits are ours to make.
  return `${a}-${b}-8${c}-8${d}-${e}`
}
