const narrow = new Set("iljtfrI.,:;!|'’()[]{} \u00a0-/")
const wide = new Set('mwMWÆæ@%—')

/** About how wide a letter is in a proportional font, in parts of its size. */
function letterWidth(letter: string): number {
  if (narrow.has(letter)) return 0.28
  if (wide.has(letter)) return 0.85
  return letter >= 'A' && letter <= 'Z' ? 0.66 : 0.53
}

/** Where each letter of a text ends, as parts of the whole text's width (0-1), by the usual widths of letters. */
export function letterEnds(text: string): number[] {
  const ends: number[] = []
  let at = 0
  for (const letter of text) {
    at += letterWidth(letter)
    for (let unit = 0; unit < letter.length; unit += 1) ends.push(at)
  }
  return at === 0 ? ends : ends.map((end) => end / at)
}

/** About how wide a text is at a size, in points. */
export function estimateWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width * size
}
