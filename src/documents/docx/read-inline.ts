import type { OutlineRun } from '../../domain/agenda/outline.ts'
import { safeHref } from '../safe-href.ts'
import { readSymbolLetters, symbolLetter } from '../symbol-letters.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, descendantNamed, textOf } from '../xml/walk-xml.ts'
import type { DocxContext } from './docx-context.ts'
import { hrefOfInstruction } from './field-stack.ts'
import { readFormField } from './read-form-field.ts'
import { overlayLook, type RunLook, readRunLook, toggleLook } from './run-look.ts'

/** What a paragraph holds, in order. A `break` is one the writer put in, a `turn` where Word last began a new page. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly run: OutlineRun; readonly sizePoints: number }
  | { readonly kind: 'break' }
  | { readonly kind: 'turn' }

/** The pieces of one paragraph, and the text boxes anchored in it. */
export type InlineContent = { readonly pieces: InlinePiece[]; readonly boxes: XmlElement[] }

const transparent = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
])

/** Reads the content of `w:p` as shown with all changes accepted; `base` is the look its style gives. */
export function readInline(paragraph: XmlElement, base: RunLook, context: DocxContext): InlineContent {
  const reader = new InlineReader(base, context)
  reader.readChildren(paragraph, null)
  return { pieces: reader.pieces, boxes: reader.boxes }
}

class InlineReader {
  readonly pieces: InlinePiece[] = []
  readonly boxes: XmlElement[] = []
  private readonly base: RunLook
  private readonly context: DocxContext

  constructor(base: RunLook, context: DocxContext) {
    this.base = base
    this.context = context
  }

  readChildren(element: XmlElement, href: string | null): void {
    for (const child of element.children) if (typeof child !== 'string') this.readChild(child, href)
  }

  private readChild(child: XmlElement, href: string | null): void {
    if (child.name === 'w:r') this.readRun(child, href)
    else if (child.name === 'w:hyperlink') this.readChildren(child, this.hrefOfLink(child) ?? href)
    else if (child.name === 'w:fldSimple')
      this.readChildren(child, hrefOfInstruction(child.attributes['w:instr'] ?? '') ?? href)
    else if (child.name === 'w:sdt') this.readIn(child, 'w:sdtContent', href)
    else if (child.name === 'w:ruby') this.readIn(child, 'w:rubyBase', href)
    else if (child.name === 'mc:AlternateContent') this.readAlternate(child, href, this.base)
    else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') this.addText(textOf(child), this.base, href)
    else if (transparent.has(child.name)) this.readChildren(child, href)
  }

  private readIn(element: XmlElement, name: string, href: string | null): void {
    const inner = childNamed(element, name)
    if (inner !== null) this.readChildren(inner, href)
  }

  private hrefOfLink(link: XmlElement): string | null {
    const anchor = link.attributes['w:anchor']
    const target = this.context.relations.get(link.attributes['r:id'] ?? '')
    const address = target?.isExternal === true ? target.target : ''
    return safeHref(anchor === undefined || anchor === '' ? address : `${address}#${anchor}`)
  }

  private readRun(run: XmlElement, href: string | null): void {
    const properties = childNamed(run, 'w:rPr')
    const styleId = childNamed(properties, 'w:rStyle')?.attributes['w:val']
    const style = styleId === undefined ? null : this.context.styles.find(styleId)
    const look = overlayLook(style === null ? this.base : toggleLook(this.base, style.run), readRunLook(properties))
    if (look.hidden === true) this.followFields(run)
    else for (const child of run.children) if (typeof child !== 'string') this.readRunChild(child, look, href)
  }

  /** Hidden text is not shown, but a field may begin or end in it. */
  private followFields(run: XmlElement): void {
    for (const child of run.children) if (typeof child !== 'string') this.readFieldPart(child)
  }

  private readFieldPart(child: XmlElement): boolean {
    const { fields } = this.context
    if (child.name === 'w:instrText') fields.addInstruction(textOf(child))
    else if (child.name === 'w:fldChar') {
      const type = child.attributes['w:fldCharType']
      if (type === 'begin') fields.begin()
      else if (type === 'separate') fields.separate()
      else if (type === 'end') fields.end()
    } else return false
    return true
  }

  private readRunChild(child: XmlElement, look: RunLook, href: string | null): void {
    const letter = this.letterOf(child)
    if (letter !== null) this.addText(letter, look, href)
    else if (child.name === 'w:t') this.addText(plainText(child), look, href)
    else if (child.name === 'w:br') this.addBreak(child, look, href)
    else if (child.name === 'w:lastRenderedPageBreak') this.pieces.push({ kind: 'turn' })
    else if (child.name === 'w:footnoteReference') this.context.noteIds.push(`footnote/${child.attributes['w:id']}`)
    else if (child.name === 'w:endnoteReference') this.context.noteIds.push(`endnote/${child.attributes['w:id']}`)
    else if (child.name === 'mc:AlternateContent') this.readAlternate(child, href, look)
    else if (child.name === 'w:drawing' || child.name === 'w:pict' || child.name === 'w:object') this.addBoxes(child)
    else if (this.readFieldPart(child)) {
      const shown = readFormField(child)
      if (shown !== null) this.pieces.push(textPiece(shown, look, href))
    }
  }

  private letterOf(child: XmlElement): string | null {
    switch (child.name) {
      case 'w:tab':
      case 'w:ptab':
        return '\t'
      case 'w:cr':
        return '\n'
      case 'w:noBreakHyphen':
        return '-'
      case 'w:sym':
        return symbolLetter(Number.parseInt(child.attributes['w:char'] ?? '', 16) || 0xf0b7)
      default:
        return null
    }
  }

  private addBreak(child: XmlElement, look: RunLook, href: string | null): void {
    const type = child.attributes['w:type']
    if (type === 'page') this.pieces.push({ kind: 'break' })
    else this.addText('\n', look, href)
  }

  private addText(text: string, look: RunLook, href: string | null): void {
    const { fields } = this.context
    if (text === '' || fields.hidesText) return
    this.pieces.push(
      textPiece(look.symbolFont === true ? readSymbolText(text) : readSymbolLetters(text), look, href ?? fields.href),
    )
  }

  /** Word offers the same content in several forms; the first with text is shown, once. */
  private readAlternate(element: XmlElement, href: string | null, look: RunLook): void {
    const forms = element.children.filter((child): child is XmlElement => typeof child !== 'string')
    const shown = forms.find((form) => descendantNamed(form, 'w:t') !== null) ?? forms[0]
    for (const child of shown?.children ?? []) {
      if (typeof child === 'string') continue
      if (child.name === 'w:r' || child.name === 'w:hyperlink') this.readChild(child, href)
      else this.readRunChild(child, look, href)
    }
  }

  private addBoxes(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'w:txbxContent') this.boxes.push(child)
      else if (child.name === 'mc:AlternateContent') this.readAlternate(child, null, this.base)
      else this.addBoxes(child)
    }
  }
}

function textPiece(text: string, look: RunLook, href: string | null): InlinePiece {
  const run = { text, bold: look.bold ?? false, italic: look.italic ?? false, href }
  return { kind: 'text', run, sizePoints: look.sizePoints ?? 10 }
}

/** XML white space at the ends counts only where the part says so (ECMA-376 part 1, 17.3.3.31). */
function plainText(element: XmlElement): string {
  const text = textOf(element)
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

/** Text set in Symbol or Wingdings with ordinary codes; long text there is a wrong font name, not symbols. */
function readSymbolText(text: string): string {
  return text.trim().length === 1 && /[^\sA-Za-zÆØÅæøå0-9]/.test(text.trim())
    ? readSymbolLetters(text).replace(/[·]/, '•')
    : readSymbolLetters(text)
}
