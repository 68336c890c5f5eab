import type { PDFOperatorList, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'

import { isLibraryError } from './load-pdfjs.ts'

/** What a font's name says of it. */
export type FontLook = { readonly bold: boolean; readonly italic: boolean; readonly isSymbol: boolean }

const plain: FontLook = { bold: false, italic: false, isSymbol: false }
const boldName = /bold|black|heavy|demi(?!stile)|semibd|fett|halvfed|[-,_]bd\b|[-,]b\b/i
const italicName = /italic|oblique|kursiv|[-,_]it\b|[-,]i\b/i
const symbolName = /wingding|webding|symbol(?!a)|dingbat/i
const mostDrawnPages = 150

/**
 * Looks of a document's fonts. pdf.js tells a font's name only once a page that uses it has been prepared for drawing,
 * so that is done for pages on which a font appears for the first time, and for no others.
 */
export class FontLooks {
  private readonly looks = new Map<string, FontLook>()
  private drawnPages = 0

  /** Learns the fonts of a page that are new; gives the page's drawing if it had to be prepared. */
  async learn(page: PDFPageProxy, fontNames: Iterable<string>): Promise<PDFOperatorList | null> {
    const unknown = [...fontNames].filter((name) => !this.looks.has(name))
    if (unknown.length === 0) return null
    const drawing = await this.draw(page)
    for (const name of unknown) this.looks.set(name, lookOf(page, name))
    return drawing
  }

  /** The page's drawing, or null when too many pages have been prepared already. */
  async draw(page: PDFPageProxy): Promise<PDFOperatorList | null> {
    if (this.drawnPages >= mostDrawnPages) return null
    this.drawnPages += 1
    try {
      return await page.getOperatorList({ annotationMode: 0 })
    } catch (error) {
      // Without its drawing a page still has its text.
      if (isLibraryError(error)) return null
      throw error
    }
  }

  find(fontName: string): FontLook {
    return this.looks.get(fontName) ?? plain
  }
}

function lookOf(page: PDFPageProxy, fontName: string): FontLook {
  if (!page.commonObjs.has(fontName)) return plain
  const font: unknown = page.commonObjs.get(fontName)
  const name = nameOf(font)
  return { bold: boldName.test(name), italic: italicName.test(name), isSymbol: symbolName.test(name) }
}

function nameOf(font: unknown): string {
  if (typeof font !== 'object' || font === null || !('name' in font) || typeof font.name !== 'string') return ''
  // Subsets carry six letters and a plus sign in front (ISO 32000-1, 9.6.4).
  return font.name.replace(/^[A-Z]{6}\+/, '')
}
