/** What the first bytes say a file is; its name is not asked. */
export type FileFormat = 'zip' | 'pdf' | 'compound' | 'rtf' | 'html' | 'text' | 'binary'

const sampleBytes = 4_096

/** Looks at the content only. "compound" is the container of old Word files and of encrypted new ones. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound'
  const head = latinText(bytes.subarray(0, sampleBytes))
  // Readers of PDF take a header within the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
  const pdfHeader = head.slice(0, 1_024).indexOf('%PDF-')
  if (pdfHeader >= 0 && (pdfHeader < 8 || isBinary(bytes.subarray(0, sampleBytes)))) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (isBinary(bytes.subarray(0, sampleBytes))) return 'binary'
  return isHtml(head) ? 'html' : 'text'
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function latinText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function isHtml(head: string): boolean {
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '')
  if (/^<(?:!doctype html|html|head|body)[\s>]/i.test(start)) return true
  return /^<(?:div|p|table|span|h[1-6]|ul|ol|meta|article|section|main)[\s>]/i.test(start) && /<\/\w+>/.test(head)
}

/** Control letters do not occur in text; zero bytes only in UTF-16, where every other byte of Danish is zero. */
function isBinary(sample: Uint8Array): boolean {
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return false
  let zeros = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) zeros += 1
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1
  }
  const isWideText = zeros > sample.length * 0.3 && zeros < sample.length * 0.6 && controls === 0
  return !isWideText && (zeros > 0 || controls > sample.length * 0.02)
}
