import type {
  OutlineBlock,
  OutlineCell,
  OutlineParagraph,
  OutlineRun,
  OutlineTable,
} from '../../domain/agenda/outline.ts'
import { makeParagraph } from '../make-paragraph.ts'
import { safeHref } from '../safe-href.ts'
import { splitBullet } from '../split-bullet.ts'
import { readSymbolLetters } from '../symbol-letters.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childrenNamed } from '../xml/walk-xml.ts'
import { HtmlList } from './html-list.ts'
import { spanOf, spreadRows, tableRows } from './html-table.ts'

type Look = {
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | null
  readonly keepsSpace: boolean
}
type Role = OutlineParagraph['role']

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'o:p',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
])
const boldWeight = /font-weight\s*:\s*(?:bold|[6-9]00)/i
const plainWeight = /font-weight\s*:\s*(?:normal|[1-5]00)/i
const plain: Look = { bold: false, italic: false, href: null, keepsSpace: false }

/** Turns a tree of HTML into blocks: what a browser begins on a new line begins a paragraph. */
export class HtmlWalker {
  private readonly blocks: OutlineBlock[] = []
  private readonly role: Role
  private runs: OutlineRun[] = []
  private headingLevel: number | null = null
  private label: string | null = null
  private isWordList = false
  private lists: readonly HtmlList[]

  constructor(role: Role = 'body', lists: readonly HtmlList[] = []) {
    this.role = role
    this.lists = lists
  }

  walk(element: XmlElement, look: Look = plain): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.addText(child, look)
      else this.visit(child, look)
    }
  }

  finish(): OutlineBlock[] {
    this.endParagraph()
    return this.blocks
  }

  private visit(element: XmlElement, look: Look): void {
    const { name } = element
    if (name === 'br') this.addBreak()
    else if (inline.has(name)) this.walk(element, lookOf(element, look))
    else if (name === 'table') this.visitTable(element)
    else if (name === 'ul' || name === 'ol') this.visitList(element, look)
    else if (name === 'nav' && this.role === 'body') this.visitContents(element)
    else this.visitBlock(element, lookOf(element, look))
  }

  private visitBlock(element: XmlElement, look: Look): void {
    this.endParagraph()
    const heading = /^h([1-6])$/.exec(element.name)?.[1]
    if (heading !== undefined) this.headingLevel = Number(heading)
    if (element.name === 'li') this.label = this.lists.at(-1)?.label(element) ?? '•'
    this.isWordList = /mso-list\s*:/i.test(element.attributes['style'] ?? '')
    this.walk(element, look)
    this.endParagraph()
    this.headingLevel = null
    this.label = null
    this.isWordList = false
  }

  private visitList(element: XmlElement, look: Look): void {
    this.endParagraph()
    const outer = this.lists
    this.lists = [...outer, new HtmlList(element, outer.length)]
    this.walk(element, look)
    this.endParagraph()
    this.lists = outer
  }

  private visitContents(element: XmlElement): void {
    this.endParagraph()
    const inner = new HtmlWalker('contents', this.lists)
    inner.walk(element)
    this.blocks.push(...inner.finish())
  }

  private visitTable(element: XmlElement): void {
    this.endParagraph()
    const rows = tableRows(element).map((row) => this.readRow(row))
    // Mails and portals lay out with tables; a table of one column is only a frame.
    if (rows.every((row) => row.length <= 1))
      this.blocks.push(...rows.flatMap((row) => row.flatMap((cell) => [...cell.blocks])))
    else this.blocks.push({ kind: 'table', rows: spreadRows(element, rows), page: null } satisfies OutlineTable)
  }

  private readRow(row: XmlElement): OutlineCell[] {
    return childrenNamed(row)
      .filter((cell) => cell.name === 'td' || cell.name === 'th')
      .map((cell) => {
        const inner = new HtmlWalker(this.role)
        inner.walk(cell, cell.name === 'th' ? { ...plain, bold: true } : lookOf(cell, plain))
        return { blocks: inner.finish(), columnSpan: spanOf(cell, 'colspan') }
      })
  }

  private addText(text: string, look: Look): void {
    const shown = look.keepsSpace ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    const before = this.runs.at(-1)?.text ?? ''
    const joined = !look.keepsSpace && (before === '' || /[ \n]$/.test(before)) ? shown.replace(/^ /, '') : shown
    if (joined !== '')
      this.runs.push({ text: readSymbolLetters(joined), bold: look.bold, italic: look.italic, href: look.href })
  }

  /** One break is a new line of the paragraph, two end it. */
  private addBreak(): void {
    if (this.runs.at(-1)?.text.endsWith('\n')) this.endParagraph()
    else if (this.runs.length > 0) this.runs.push({ text: '\n', bold: false, italic: false, href: null })
  }

  private endParagraph(): void {
    const runs = this.runs
    this.runs = []
    if (runs.every((run) => run.text.trim() === '')) return
    const split = this.label === null ? this.splitTypedLabel(runs) : null
    const listLabel = this.label ?? split?.label ?? null
    const listLevel = listLabel === null ? null : Math.max(0, this.lists.length - 1)
    const parts = { runs: split?.runs ?? runs, headingLevel: this.headingLevel, listLabel, listLevel, role: this.role }
    this.blocks.push(makeParagraph(parts))
    // Only the first paragraph of a list item carries its label.
    this.label = null
  }

  private splitTypedLabel(runs: readonly OutlineRun[]): { label: string; runs: readonly OutlineRun[] } | null {
    const text = runs
      .map((run) => run.text)
      .join('')
      .trimStart()
    const typed = this.isWordList ? /^(\S{1,8})[\s\u00a0]+(?=\S)/.exec(text) : null
    const bullet = splitBullet(text)
    const label = bullet?.label ?? typed?.[1]
    if (label === undefined) return null
    return {
      label: label === '·' ? '•' : label,
      runs: dropStart(runs, text.length - (bullet?.rest ?? text.slice(typed?.[0].length)).length),
    }
  }
}

function dropStart(runs: readonly OutlineRun[], length: number): OutlineRun[] {
  const rest: OutlineRun[] = []
  let left = length
  let started = false
  for (const run of runs) {
    const text: string = started ? run.text : run.text.trimStart()
    started ||= text !== ''
    if (left >= text.length) left -= text.length
    else {
      rest.push({ ...run, text: text.slice(left) })
      left = 0
    }
  }
  return rest
}

function lookOf(element: XmlElement, look: Look): Look {
  const style = element.attributes['style'] ?? ''
  const { name } = element
  const bold = name === 'b' || name === 'strong' || boldWeight.test(style) || (look.bold && !plainWeight.test(style))
  const italic = name === 'i' || name === 'em' || /font-style\s*:\s*italic/i.test(style) || look.italic
  const href = name === 'a' ? safeHref(element.attributes['href']) : look.href
  return { bold, italic, href, keepsSpace: name === 'pre' || /white-space\s*:\s*pre/i.test(style) || look.keepsSpace }
}
