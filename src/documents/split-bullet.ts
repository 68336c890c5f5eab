import { readSymbolLetters } from './symbol-letters.ts'

const bulletLetters = '•·∙⋅‧●○◦◯▪▫■□▶►▸➢➤➔✓✔☐☑☒❖♦◆◇*–—‒−-'
const bulletLine = new RegExp(
  `^([${bulletLetters}\uf000-\uf0ff])[\\s\u00a0]+(?=\\S)|^([•●○◦▪■□➢➤\uf0b7\uf0a7\uf0d8\uf0fc])(?=\\S)`,
)
const plainStart = /^[A-Za-np-zÆØÅæøå0-9(]/
const letterBullet = /^o(?:\t|\s{2,}| (?=[\p{Lu}"“”(]))\s*/u

/** A bullet in front of a line, apart from it; null when there is none. Numbers and letters stay in the text. */
export function splitBullet(line: string): { readonly label: string; readonly rest: string } | null {
  // Nearly every line begins with a letter or digit, and this is asked of every line.
  if (plainStart.test(line)) return null
  const match = bulletLine.exec(line)
  const found = match?.[1] ?? match?.[2]
  if (match !== null && found !== undefined)
    return { label: readSymbolLetters(found), rest: line.slice(match[0].length) }
  const letter = letterBullet.exec(line)
  return letter === null ? null : { label: 'o', rest: line.slice(letter[0].length) }
}
