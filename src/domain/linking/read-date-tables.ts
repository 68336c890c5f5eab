const dateForm =
  /(?<![\d.:])(?<!kl\.?\s*)(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s+|d\.\s*)?\d{1,2}(?:\.\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?(?:\s+\d{4})?|[./-]\d{1,2}(?:[./-]\d{2,4})?)/giu
const oldWord = '(?:gammel|gamle|oprindelig|før|tidligere|hidtil|fra|old)'
const newWord = '(?:ny|nye|nu|efter|herefter|fremover|til|new)'
const headForm = new RegExp(`(?<!\\p{L})${oldWord}\\p{L}*(?!\\p{L}).{0,30}(?<!\\p{L})${newWord}(?!\\p{L})`, 'iu')
const oldLine = new RegExp(`^(?:møde)?(?:dato|tid)?\\s*${oldWord}\\p{L}*(?!\\p{L})`, 'iu')
const newLine = new RegExp(`^(?:møde)?(?:dato|tid)?\\s*${newWord}(?!\\p{L})`, 'iu')

/**
 * Tables of moved dates, whose rows have no verb, as sentences: a heading "Gammel dato | Ny dato" gives its rows their meaning, and
 * so do the labels of two lines, "Før 27/8" and "Nu 4/9" (L6). Other lines stay as they are.
 */
export function readDateTables(text: string): string {
  const lines = text.split(/\n\s*/)
  const read: string[] = []
  let isTable = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim()
    const dates = /\d/.test(line) ? [...line.matchAll(dateForm)] : []
    const [first, second] = dates
    const below = (lines[at + 1] ?? '').trim()
    const [other] = first && dates.length === 1 ? (below.match(dateForm) ?? []) : []
    if (dates.length === 0 && line !== '') isTable = line.length < 80 && headForm.test(line)
    if (isTable && first && second && dates.length === 2) {
      read.push(`${line.slice(0, first.index).trim()} mødet er flyttet fra ${first[0]} til ${second[0]}.`)
    } else if (first && dates.length === 1 && line.length < 80 && oldLine.test(line) && other && newLine.test(below)) {
      read.push(`Mødet er flyttet fra ${first[0]} til ${other}.`)
      at += 1
    } else read.push(lines[at] ?? '')
  }
  return read.join('\n')
}
