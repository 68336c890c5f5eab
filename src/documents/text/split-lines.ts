/** A line of a plain text with what stands around it. */
export type TextLine = {
  /** Without outer white space; columns parted by a tab. */
  text: string
  /** Letters in front, a tab counting to the next multiple of eight. */
  readonly indent: number
  /** Empty lines before it. */
  blanksBefore: number
  readonly page: number
  readonly startsPage: boolean
  /** A page number or repeated line stood before it. */
  followsFrame: boolean
  /** Its cells where tabs part them, empty ones included; null for a line without tabs. */
  readonly tabCells: readonly string[] | null
}

// Left by programs that turn Word into text; not part of what the document says.
const conversionMarks = /\[bookmark: [^\]\s]{1,80}\]/g
const boxDrawing = /[\u2500-\u257f]+/g

/** Cuts a text into lines; form feeds end pages; empty lines are counted, not kept. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  const isQuoted = looksQuoted(text)
  text.split('\f').forEach((pageText, pageIndex) => {
    let blanksBefore = 0
    let startsPage = pageIndex > 0
    for (const raw of pageText.split(/\r\n|[\n\r\u0085\u2028\u2029\v]/)) {
      const unquoted = isQuoted ? raw.replace(/^(?:>\s?)+/, '') : raw
      const cleaned = unquoted.replace(conversionMarks, '').replace(boxDrawing, ' ')
      const trimmed = cleaned.trim()
      if (trimmed === '') {
        blanksBefore += 1
        continue
      }
      const cells = trimmed.replace(/[ \u00a0]{3,}/g, '\t').replace(/ *\t */g, '\t')
      lines.push({
        text: cells,
        indent: indentOf(cleaned),
        blanksBefore,
        page: pageIndex + 1,
        startsPage,
        followsFrame: false,
        tabCells: cleaned.includes('\t') ? cleaned.split('\t').map((cell) => cell.trim()) : null,
      })
      blanksBefore = 0
      startsPage = false
    }
  })
  return lines
}

/**
 * A forwarded mail has ">" before its lines; a short note above them may have none. Where few have it, numbers or the
 * head of a mail behind it tell a quotation from a list with pointed bullets.
 */
function looksQuoted(text: string): boolean {
  const lines = text.split('\n', 400).filter((line) => line.trim() !== '')
  const quoted = lines.filter((line) => line.startsWith('>'))
  if (quoted.length < 3) return false
  return quoted.length > lines.length * 0.6 || quoted.some((line) => quotedStructure.test(line))
}

const quotedStructure = /^(?:>\s?)+(?:\d{1,2}[.)]\s|(?:Fra|From|Emne|Subject|Dagsorden|Punkt \d)\b)/

function indentOf(line: string): number {
  let indent = 0
  for (const letter of line) {
    if (letter === '\t') indent = indent - (indent % 8) + 8
    else if (/\s/.test(letter)) indent += 1
    else return indent
  }
  return indent
}
