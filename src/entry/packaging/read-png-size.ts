import { crc32 } from './encode-png.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Width and height of a PNG in pixels, from its header; null when the bytes are no PNG. */
export function readPngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 45 || !signature.every((byte, place) => bytes[place] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isHeader = new TextDecoder().decode(bytes.subarray(12, 16)) === 'IHDR'
  if (!isHeader || view.getUint32(29) !== crc32(bytes.subarray(12, 29))) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
