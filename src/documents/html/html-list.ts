import { formatNumber } from '../docx/format-number.ts'
import type { XmlElement } from '../xml/read-xml.ts'

const formatByType: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }

/** Counts the items of one `ul` or `ol` and gives the labels a browser shows. */
export class HtmlList {
  readonly level: number
  private readonly format: string | null
  private next: number

  constructor(element: XmlElement, level: number) {
    this.level = level
    this.format = element.name === 'ol' ? (formatByType[element.attributes['type'] ?? ''] ?? 'decimal') : null
    const start = Number.parseInt(element.attributes['start'] ?? '1', 10)
    this.next = Number.isFinite(start) ? start : 1
  }

  label(item: XmlElement): string {
    if (this.format === null) return '•'
    const value = Number.parseInt(item.attributes['value'] ?? '', 10)
    if (Number.isFinite(value)) this.next = value
    const label = `${formatNumber(this.next, this.format)}.`
    this.next += 1
    return label
  }
}
