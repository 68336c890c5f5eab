const narrow = new Set("iljtfrI.,:;!|'’()[]{} \u00a0-/")
const wide = new Set('mwMWÆæ@%—')

const tableSize = 0x180
// Looked up for every row of a document, so worked out once.
const widthByCode = Float32Array.from({ length: tableSize }, (_, code) => widthOf(String.fromCharCode(code)))

function widthOf(letter: string): number {
  if (narrow.has(letter)) return 0.28
  if (wide.has(letter)) return 0.85
  return letter >= 'A' && letter <= 'Z' ? 0.66 : 0.53
}

/** About how wide a letter is in a proportional font, in parts of its size. */
function letterWidth(code: number): number {
  return code < tableSize ? (widthByCode[code] ?? 0.53) : code === 0x2014 ? 0.85 : 0.53
}

/** Where each letter of a text ends, as parts of the whole text's width (0-1), by the usual widths of letters. */
export function letterEnds(text: string): number[] {
  const ends: number[] = []
  let at = 0
  for (let index = 0; index < text.length; index += 1) {
    at += letterWidth(text.charCodeAt(index))
    ends.push(at)
  }
  return at === 0 ? ends : ends.map((end) => end / at)
}

/** About how wide a text is at a size, in points. */
export function estimateWidth(text: string, size: number): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) width += letterWidth(text.charCodeAt(index))
  return width * size
}
