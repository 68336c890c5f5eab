import type { DocumentEnclosure } from './agenda-document.ts'
import { cleanText } from './clean-text.ts'
import type { ItemSection, SectionLine } from './split-sections.ts'
import { splitSentences } from './split-sentences.ts'

const pendingWords =
  'eftersendes|eftersendt|udsendes (?:senere|efterfølgende|særskilt|snarest)|sendes (?:senere|særskilt)|følger(?: senere| snarest)?|omdeles|udleveres|uddeles|fremlægges(?: på mødet)?|foreligger på mødet|fremsendes(?: senere)?|vises på mødet|præsenteres på mødet|medbringes'
const pendingInBrackets = new RegExp(`\\s*[([][^()\\[\\]]*\\b(?:${pendingWords})\\b[^()\\[\\]]*[)\\]]`, 'giu')
const pendingAtEnd = new RegExp(`\\s*[-–—,:]\\s*(?:${pendingWords})\\b[^.]{0,50}\\.?$`, 'iu')
const pendingAlone = new RegExp(`^(?:${pendingWords})\\b`, 'iu')

const printedNumber =
  /^(?:[([]?\s*)?bilag\s*(?:nr\.?\s*)?(?<number>\d{1,3})(?<part>(?:\.\d{1,3})*[a-zæøå]?)(?![\p{L}\d])\s*[)\]]?\s*(?:[:.–—-]\s*|\t)*/iu
const typedNumber = /^(?<number>\d{1,2})(?:\s?(?:[.):]|\t)\s*(?=\p{L}|["“«(])|\s+(?=\p{Lu}|[([]))/u
// "A: Notat": letters count enclosures as numbers do.
const letterCount = /^(?:bilag\s+)?[A-ZÆØÅ]\s?[:)]\s+(?=[\p{Lu}\d"“«])/u
const dottedNumber = /^\d{1,2}(?:\.\d{1,2})+\s*[:.–-]?\s+(?=\p{Lu})/u
const bareUrl = /^<?(https?:\/\/[^\s<>]+)>?$/iu
const nothing = /^(?:ingen(?: bilag| vedlagte bilag)?|intet|ikke bilag|[-–—./]+|n\/a|se (?:link|ovenfor|sagen).*)\.?$/iu
const tableHeads =
  /^(?:nr\.?|nummer|titel|navn|dokument|dokumentnavn|filnavn|bilag|type|status|link)(?:\t(?:nr\.?|nummer|titel|navn|dokument|dokumentnavn|filnavn|bilag|type|status|link|størrelse|dato))*$/iu

/**
 * The announced enclosures (*bilag*) of an item: the lines of its Bilag block (B1), inline lists after the label (B2), and
 * lines that start with "Bilag 3:" outside a block (B3). "(se bilag 4)" in running text is a reference, never an enclosure.
 */
export function readEnclosures(sections: readonly ItemSection[]): readonly DocumentEnclosure[] {
  const found: DocumentEnclosure[] = []
  for (const section of sections) {
    if (section.role === 'enclosures') readBlock(section.lines, found)
    else for (const line of section.lines) if (isNumberedLine(line)) found.push(...readLine(line))
  }
  return found
}

function isNumberedLine({ text }: SectionLine): boolean {
  if (text.length > 160) return false
  const match = printedNumber.exec(text)
  if (match === null) return false
  const rest = text.slice(match[0].length)
  const parted = /[:–—-]\s*$|\t$|\.\s+$/u.test(match[0])
  return (
    rest !== '' &&
    (parted || /^\p{Lu}/u.test(rest)) &&
    !/\.$/u.test(rest) &&
    !/^(?:og|til|viser|indeholder|er|beskriver|fremgår)\b/iu.test(rest)
  )
}

function readBlock(lines: readonly SectionLine[], found: DocumentEnclosure[]): void {
  for (const [i, line] of lines.entries()) {
    const url = bareUrl.exec(line.text)?.[1]
    const last = found.at(-1)
    if (url !== undefined && last !== undefined) {
      // One address under an enclosure is its own; a heap of them is placed by file name (B4).
      const heap = bareUrl.test(lines[i + 1]?.text ?? '') || bareUrl.test(lines[i - 1]?.text ?? '')
      if (last.url === null && !heap) found[found.length - 1] = { ...last, url }
    } else if (pendingAlone.test(line.text) && last !== undefined) found[found.length - 1] = { ...last, pending: true }
    else if (continuesTitle(line, last)) found[found.length - 1] = withMore(last, line.text)
    else found.push(...readLine(line))
  }
}

function continuesTitle(line: SectionLine, last: DocumentEnclosure | undefined): last is DocumentEnclosure {
  if (last === undefined || line.bullet || line.line.listLabel !== null || line.line.gapBefore) return false
  return (
    /^\p{Ll}/u.test(line.text) && !printedNumber.test(line.text) && !/\.(?:pdf|docx?|xlsx?|pptx?)$/iu.test(last.title)
  )
}

function withMore(last: DocumentEnclosure, text: string): DocumentEnclosure {
  const { title, pending } = takePending(`${last.title} ${text}`)
  return { ...last, title, pending: last.pending || pending }
}

function readLine(line: SectionLine): readonly DocumentEnclosure[] {
  if (nothing.test(line.text) || tableHeads.test(line.text) || line.text.length > 400) return []
  // What was said stands below a list that was told on the label's own line.
  if (line.text.length > 90 && !line.bullet && splitSentences(line.text).length > 1) return []
  const parts = splitInline(line)
  return parts.flatMap((part) => {
    const enclosure = readOne(part, line, parts.length === 1)
    return enclosure === null ? [] : [enclosure]
  })
}

// "Bilag: Budget 2025; Notat" and "1. Budget, 2. Notat" on one line.
function splitInline({ text, bullet }: SectionLine): readonly string[] {
  const byNumber = text.split(
    /[,;]?\s+(?=[Bb]ilag\s*(?:[Nn]r\.?\s*)?\d{1,3}[a-z]?\s*[:.–-])|[,;]\s+(?:og\s+)?(?=\d{1,2}(?:[.)]|\.\d{1,2})\s+\p{Lu})/u,
  )
  if (byNumber.length > 1) return byNumber.map((part) => part.replace(/[,;]\s*(?:og)?$/u, ''))
  const bySemicolon = text.split(/;\s+/u)
  if (bySemicolon.length > 1) return bySemicolon
  const byComma = bullet ? [text] : text.split(/,\s+(?=\p{Lu})/u)
  return byComma.length > 1 && byComma.slice(1).every((part) => paperWord.test(part)) ? byComma : [text]
}

// "Brev fra kommunen, Finansieringsplan": a comma parts papers where what follows begins with a word for one.
const paperWord =
  /^(?:\p{L}+\s){0,2}\p{L}*(?:plan|notat|beregning|brev|rapport|oversigt|skema|regler|forslag|budget|regnskab|referat|liste|kort|tegning|svar|udkast|aftale|analyse|vedtægter|invitation|ansøgning|tidsplan|program|præsentation|statistik|tal|strategi|folder|materiale|dagsorden|kommissorium|politik|instruks|retningslinjer|evaluering|årsberetning|beretning)(?:en|et|er|erne)?(?!\p{L})/iu

function readOne(printed: string, line: SectionLine, alone: boolean): DocumentEnclosure | null {
  let text = cleanText(printed)
  let number: number | null = null
  const marked = printedNumber.exec(text)
  const typed = typedNumber.exec(text)
  if (marked !== null) {
    number = marked.groups?.['part'] ? null : Number(marked.groups?.['number'])
    text = text.slice(marked[0].length)
  } else if (typed !== null) {
    number = Number(typed.groups?.['number'])
    text = text.slice(typed[0].length)
  } else if (alone && line.line.listLabel !== null && /^(?:bilag\s*)?\d{1,3}[.):]?$/iu.test(line.line.listLabel)) {
    number = Number.parseInt(line.line.listLabel.replace(/\D+/gu, ''), 10)
  }
  text = text.replace(dottedNumber, '').replace(letterCount, '')
  const { url, rest } = takeUrl(text, alone ? line : null)
  const { title, pending } = takePending(rest)
  if (title === '' && number === null) return null
  return { number, title: title === '' ? `Bilag ${number}` : title, url, pending }
}

function takeUrl(text: string, line: SectionLine | null): { readonly url: string | null; readonly rest: string } {
  const linked = line?.line.runs.find((run) => run.href !== null && /^https?:/iu.test(run.href))?.href ?? null
  const markdown = /^\[([^\]]+)\]\(([^)\s]*)\)$/u.exec(text)
  if (markdown !== null) {
    const target = markdown[2] ?? ''
    return { url: linked ?? (/^https?:/iu.test(target) ? target : null), rest: markdown[1] ?? '' }
  }
  const typed = /<?(https?:\/\/[^\s<>]+?)>?[.,)]?$/iu.exec(text)
  if (typed?.[1] === undefined) return { url: linked, rest: text }
  const before = text.slice(0, typed.index).replace(/[\s:(,–-]+$/u, '')
  return { url: linked ?? typed[1], rest: before === '' ? text : before }
}

function takePending(text: string): { readonly title: string; readonly pending: boolean } {
  const title = text
    .replace(pendingInBrackets, '')
    .replace(pendingAtEnd, '')
    .replace(/\s*[([](?:dok\.?\s*nr\.?|D)\s?\d[^)\]]*[)\]]$/iu, '')
    .replace(/\s*[([](?:vedhæftet|vedlagt|vedlægges|vedhæftes)[)\]]$/iu, '')
    // What a web page says of its link, not of the paper.
    .replace(/\s*[-–—(,]*\s*\(?(?:åbner|åbnes|link åbner)? ?(?:i )?(?:et )?nyt (?:vindue|faneblad)\)?$/iu, '')
    .replace(/^[([](?:åben|lukket|fortrolig)[)\]]\s*/iu, '')
    .replace(/^(?:åben|lukket)\s+(?=\p{Lu})/u, '')
    .replace(/\s*[([](?:åben|lukket)[)\]]$/iu, '')
    .replace(/\t+/gu, ' ')
    .replace(/[\s:;,]+$/u, '')
    .trim()
  const pending = pendingInBrackets.test(text) || pendingAtEnd.test(text)
  pendingInBrackets.lastIndex = 0
  return { title, pending }
}
