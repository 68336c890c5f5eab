import { safeHref } from '../safe-href.ts'

type OpenField = { instruction: string; showsResult: boolean; href: string | null }

const deepestNesting = 60

/**
 * Word's complex fields (`w:fldChar` begin, separate, end), which run across paragraphs: says whether text is a field's
 * instruction (not shown) or its result, which link it carries, and whether it is a table of contents.
 */
export class FieldStack {
  private readonly open: OpenField[] = []

  begin(): void {
    if (this.open.length < deepestNesting) this.open.push({ instruction: '', showsResult: false, href: null })
  }

  addInstruction(text: string): void {
    const field = this.open.at(-1)
    if (field !== undefined && !field.showsResult && field.instruction.length < 8_000) field.instruction += text
  }

  separate(): void {
    const field = this.open.at(-1)
    if (field === undefined) return
    field.showsResult = true
    field.href = hrefOfInstruction(field.instruction)
  }

  end(): void {
    this.open.pop()
  }

  /** True while what stands in the text is an instruction to Word. */
  get hidesText(): boolean {
    return this.open.some((field) => !field.showsResult)
  }

  get href(): string | null {
    return this.open.findLast((field) => field.href !== null)?.href ?? null
  }

  get isInContents(): boolean {
    return this.open.some((field) => field.showsResult && isContentsInstruction(field.instruction))
  }

  /** Forgets a contents field that was never ended, so that it cannot swallow the document. */
  leaveContents(): void {
    for (const field of this.open) if (isContentsInstruction(field.instruction)) field.instruction = ''
  }
}

/** The link of a HYPERLINK instruction: `HYPERLINK "https://x" \l "place"`; null for other fields. */
export function hrefOfInstruction(instruction: string): string | null {
  const match = /^\s*HYPERLINK\s+(.*)$/is.exec(instruction)
  if (match === null) return null
  let address = ''
  let place = ''
  let takesPlace = false
  let skipsNext = false
  for (const token of (match[1] ?? '').matchAll(/"([^"]*)"|(\S+)/g)) {
    const word = token[1] ?? token[2] ?? ''
    const isSwitch = token[1] === undefined && word.startsWith('\\')
    if (isSwitch) {
      takesPlace = word === '\\l'
      skipsNext = word === '\\o' || word === '\\t'
    } else if (takesPlace) {
      place = word
      takesPlace = false
    } else if (skipsNext) skipsNext = false
    else if (address === '') address = word
  }
  return safeHref(place === '' ? address : `${address}#${place}`)
}

function isContentsInstruction(instruction: string): boolean {
  return /^\s*TOC(?:\s|$)/i.test(instruction)
}
