import { PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, StandardFonts } from 'pdf-lib'

/** Text on a page by its upper left corner, as a reader sees it. Points. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  /** The words of the text that are a link, and where to. */
  readonly link?: readonly [words: string, url: string]
}

/** A straight line, for borders of tables. */
export type PlacedRule = { readonly x: number; readonly y: number; readonly toX: number; readonly toY: number }

export type PdfPageParts = { readonly texts: readonly PlacedText[]; readonly rules?: readonly PlacedRule[] }

type Fonts = { readonly plain: PDFFont; readonly bold: PDFFont; readonly italic: PDFFont }

const pageHeight = 842

/** An A4 PDF with these pages, in Helvetica. */
export async function buildPdf(pages: readonly PdfPageParts[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const fonts: Fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
    italic: await pdf.embedFont(StandardFonts.HelveticaOblique),
  }
  for (const { texts, rules = [] } of pages) {
    const page = pdf.addPage([595, pageHeight])
    for (const text of texts) drawText(pdf, page, fonts, text)
    for (const { x, y, toX, toY } of rules) {
      page.drawLine({ start: { x, y: pageHeight - y }, end: { x: toX, y: pageHeight - toY }, thickness: 0.5 })
    }
  }
  return pdf.save()
}

function drawText(pdf: PDFDocument, page: PDFPage, fonts: Fonts, placed: PlacedText): void {
  const { text, x, y, size = 10, bold = false, italic = false, link } = placed
  const font = bold ? fonts.bold : italic ? fonts.italic : fonts.plain
  page.drawText(text, { x, y: pageHeight - y - size, size, font })
  if (link === undefined) return
  const from = x + font.widthOfTextAtSize(text.slice(0, text.indexOf(link[0])), size)
  const to = from + font.widthOfTextAtSize(link[0], size)
  const annotation = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [from, pageHeight - y - size * 1.2, to, pageHeight - y],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(link[1]) },
  })
  const reference = pdf.context.register(annotation)
  const there = page.node.Annots()
  if (there === undefined) page.node.set(PDFName.of('Annots'), pdf.context.obj([reference]))
  else there.push(reference)
}

/** Lines of one paragraph below each other. */
export function lines(texts: readonly string[], x: number, y: number, look: Partial<PlacedText> = {}): PlacedText[] {
  const size = look.size ?? 10
  return texts.map((text, index) => ({ ...look, text, x, y: y + index * size * 1.25 }))
}
