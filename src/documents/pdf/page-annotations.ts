import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { isLibraryError } from './load-pdfjs.ts'

// AnnotationType.LINK of pdf.js, and the flags of an annotation nobody sees (ISO 32000-1, 12.5.3).
const linkType = 2
const hiddenFlags = 0x02 | 0x20

const pagesAtOnce = 100
// pdf.js walks through all pages for each call.
const mostPages = 3_000

/**
 * The links of a document's pages. pdf.js reads a page's text a second time to tell which words a link covers when it is
 * asked for the page's annotations; asked for all links of some pages it does not, which halves the reading.
 */
export class PageAnnotations {
  private readonly pdf: PDFDocumentProxy
  private readonly byPage = new Map<number, unknown[]>()
  private readUpTo = 0

  constructor(pdf: PDFDocumentProxy) {
    this.pdf = pdf
  }

  /** Null when pdf.js cannot follow them; the page's text is read all the same. */
  async of(page: PDFPageProxy): Promise<readonly unknown[] | null> {
    try {
      const isRead = page.pageNumber <= this.readUpTo || (await this.readFrom(page.pageNumber - 1))
      if (!isRead) return await page.getAnnotations()
      const found = this.byPage.get(page.pageNumber - 1) ?? []
      this.byPage.delete(page.pageNumber - 1)
      return found
    } catch (error) {
      if (isLibraryError(error)) return null
      throw error
    }
  }

  /** False where pages must be asked one by one: there are very many, or one of the next cannot be read. */
  private async readFrom(first: number): Promise<boolean> {
    const { numPages } = this.pdf
    if (numPages > mostPages) return false
    const end = Math.min(numPages, first + pagesAtOnce)
    const others = Array.from({ length: numPages }, (_, index) => index).filter(
      (index) => index < first || index >= end,
    )
    try {
      const links: readonly unknown[] | null = await this.pdf.getAnnotationsByType(new Set([linkType]), new Set(others))
      for (const link of links ?? []) this.keep(link)
    } catch (error) {
      if (isLibraryError(error)) return false
      throw error
    }
    this.readUpTo = end
    return true
  }

  private keep(link: unknown): void {
    if (typeof link !== 'object' || link === null || !('pageIndex' in link)) return
    const { pageIndex, annotationFlags } = link as Record<string, unknown>
    if (typeof pageIndex !== 'number' || (Number(annotationFlags ?? 0) & hiddenFlags) !== 0) return
    const there = this.byPage.get(pageIndex)
    if (there === undefined) this.byPage.set(pageIndex, [link])
    else there.push(link)
  }
}
