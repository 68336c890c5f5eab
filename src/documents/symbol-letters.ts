/**
 * Letters of the fonts Symbol and Wingdings (private area U+F020-U+F0FF) that Danish documents use, as Unicode letters.
 * What is not here is shown as a bullet: nearly always it is one.
 */
const letterByCode = new Map<number, string>([
  [0xf020, ' '],
  [0xf02d, '-'],
  [0xf06f, '☐'],
  [0xf0a8, '☐'],
  [0xf071, '☐'],
  [0xf0fe, '☒'],
  [0xf078, '☒'],
  [0xf0fd, '☒'],
  [0xf052, '☑'],
  [0xf0fc, '✓'],
  [0xf0fb, '✗'],
  [0xf0e0, '→'],
  [0xf0ae, '→'],
  [0xf0df, '←'],
  [0xf0e8, '→'],
  [0xf028, '☎'],
  [0xf02a, '✉'],
])

/** Replaces letters of the private area by what they look like; other text is returned as it is. */
export function readSymbolLetters(text: string): string {
  return /[\uf000-\uf0ff]/.test(text)
    ? text.replace(/[\uf000-\uf0ff]/g, (letter) => symbolLetter(letter.charCodeAt(0)))
    : text
}

/** One letter of Symbol or Wingdings by its code, with or without the private area's F0 in front. */
export function symbolLetter(code: number): string {
  return letterByCode.get(code < 0x100 ? code + 0xf000 : code) ?? '•'
}
