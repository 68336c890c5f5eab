import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { Outline, OutlineBlock } from '../../domain/agenda/outline.ts'
import type { Finding, Reading } from '../../shared/reading.ts'
import { UnreadableError } from '../document-reading.ts'
import { type ReadBudget, settleWithin } from '../read-budget.ts'
import { arrangePages } from './arrange-pages.ts'
import { FontLooks } from './font-looks.ts'
import { isLibraryError, loadPdfLibrary, openingParameters } from './load-pdfjs.ts'
import { PageAnnotations } from './page-annotations.ts'
import type { PdfPage } from './pdf-page.ts'
import { readPage } from './read-page.ts'

// A broken file may claim millions of pages; after so many in a row that cannot be read, no more are tried.
const mostLostPages = 20

/**
 * Reads a PDF into an outline: lines joined to paragraphs, columns and tables found, links cut to their words.
 * Only text and links are taken; nothing is drawn, run or fetched. Throws UnreadableError.
 */
export async function readPdf(bytes: Uint8Array, fileName: string, budget: ReadBudget): Promise<Reading<Outline>> {
  const findings: Finding[] = []
  const { pages, pageCount } = await readFile(bytes, budget, findings)
  const blocks: readonly OutlineBlock[] = await arrangePages(pages, budget)
  return { value: { source: 'pdf', fileName, blocks, pageCount }, findings }
}

/** Reads the pages and lets go of the library's document before anything is made of them. */
async function readFile(bytes: Uint8Array, budget: ReadBudget, findings: Finding[]) {
  const { getDocument } = await loadPdfLibrary()
  const task = getDocument(openingParameters(bytes))
  try {
    const pdf = await budget.within(open(task.promise))
    return { pages: await readPages(pdf, budget, findings), pageCount: pdf.numPages }
  } finally {
    // A document that pdf.js is stuck in may never be let go of, so this is not waited for long.
    await settleWithin(task.destroy(), 500)
  }
}

async function open(opening: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await opening
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableError(isLocked ? 'encrypted' : 'corrupt', { cause: error })
  }
}

async function readPages(pdf: PDFDocumentProxy, budget: ReadBudget, findings: Finding[]): Promise<PdfPage[]> {
  const { pages: mostPages, piecesPerPage } = budget.limits
  const fonts = new FontLooks()
  const links = new PageAnnotations(pdf)
  const pages: PdfPage[] = []
  let lost = 0
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && lost < mostLostPages; number += 1) {
    const page = await budget.within(
      readOnePage(pdf, number, { fonts, links, mostPieces: piecesPerPage }, pages.at(-1) ?? null),
    )
    lost = page === null ? lost + 1 : 0
    if (page === null) findings.push(pageFinding('D5', number, 'Siden er beskadiget og er ikke læst.'))
    else {
      budget.countText(page.rows.reduce((sum, row) => sum + row.text.length, 0))
      if (page.lacksLinks) findings.push(pageFinding('D7', number, 'Sidens links kunne ikke læses.'))
      if (page.isCut) findings.push(pageFinding('D6', number, 'Kun begyndelsen af siden er læst.'))
      pages.push(page)
    }
    await budget.breathe()
  }
  if (pdf.numPages > mostPages) {
    findings.push(pageFinding('D5', mostPages + 1, `Kun de første ${mostPages} af ${pdf.numPages} sider er læst.`))
  }
  if (pages.length === 0) throw new UnreadableError('corrupt')
  return pages
}

/** Null for a page that pdf.js cannot follow; the others may still be whole. */
async function readOnePage(
  pdf: PDFDocumentProxy,
  number: number,
  means: { readonly fonts: FontLooks; readonly links: PageAnnotations; readonly mostPieces: number },
  before: PdfPage | null,
): Promise<PdfPage | null> {
  try {
    const page = await pdf.getPage(number)
    const read = await readPage(page, means.fonts, means.links, means.mostPieces, before)
    page.cleanup()
    return read
  } catch (error) {
    // Errors of the library carry its names; any other is a bug of ours and must not be hidden.
    if (isLibraryError(error)) return null
    throw error
  }
}

function pageFinding(rule: string, page: number, message: string): Finding {
  return { rule, message, place: { page, paragraph: 0 } }
}
