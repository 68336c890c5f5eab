import { writeFileSync } from 'node:fs'
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { PDFArray, PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, StandardFonts } from 'pdf-lib'

// Invented agendas of any length. Each page: an item with its sections, six paragraphs, three bullets, a link and a
// table of six rows and four columns.

const topics = ['Overgange mellem sektorer', 'Fælles brug af data', 'Aftale om akutte tilbud', 'Samarbejde med praksis']
const sentence =
  'Parterne har gennemgået forløbet fra henvisning til udskrivning, og de enkelte kommuner melder tilbage om erfaringer, øvrige hensyn og de næste skridt i samarbejdet. '
const rows = Array.from({ length: 6 }, (_, row) =>
  ['Kommune', 'Antal', 'Andel', 'Ændring'].map((cell) => `${cell} ${row + 1}`),
)

type Block = { readonly style: 'item' | 'label' | 'text' | 'bullet' | 'link'; readonly text: string }

function blocksOfPage(page: number): Block[] {
  const paragraphs = (count: number): Block[] =>
    Array.from({ length: count }, (_, place) => ({ style: 'text', text: `${page}.${place + 1} ${sentence.repeat(2)}` }))
  return [
    { style: 'item', text: `${page}. ${topics[page % topics.length]} ${page}` },
    { style: 'label', text: 'Indstilling' },
    { style: 'bullet', text: 'At forummet drøfter oplægget' },
    { style: 'bullet', text: 'At forummet godkender tidsplanen' },
    { style: 'bullet', text: 'At der følges op på næste møde' },
    { style: 'label', text: 'Sagsfremstilling' },
    ...paragraphs(6),
    { style: 'link', text: `Bilag ${page}: Notat om ${topics[page % topics.length]?.toLowerCase()}` },
  ]
}

/** Writes an agenda of so many pages as a Word document. */
export async function writeDocx(path: string, pages: number): Promise<void> {
  const children = [
    new Paragraph({ text: 'Dagsorden for møde i Prøveforum den 14. november 2024', heading: HeadingLevel.TITLE }),
  ]
  const bullet = { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT }
  const document = new Document({
    numbering: { config: [{ reference: 'bullets', levels: [bullet] }] },
    sections: Array.from({ length: pages }, (_, place) => ({
      children: [...(place === 0 ? children : []), ...blocksOfPage(place + 1).map(toParagraph), toTable()],
    })),
  })
  writeFileSync(path, await Packer.toBuffer(document))
}

function toParagraph({ style, text }: Block): Paragraph {
  switch (style) {
    case 'item':
      return new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
    case 'label':
      return new Paragraph({ children: [new TextRun({ text, bold: true })] })
    case 'bullet':
      return new Paragraph({ text, numbering: { reference: 'bullets', level: 0 } })
    case 'link':
      return new Paragraph({
        children: [new ExternalHyperlink({ link: 'https://example.dk/bilag.pdf', children: [new TextRun(text)] })],
      })
    case 'text':
      return new Paragraph({ text })
  }
}

function toTable(): Table {
  return new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  })
}

/** Writes the same agenda as a PDF with a text layer and links. */
export async function writePdf(path: string, pages: number): Promise<void> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595, 842])
    let y = 790
    if (number === 1) y = drawLine(page, bold, 'Dagsorden for møde i Prøveforum den 14. november 2024', 18, y)
    for (const { style, text } of blocksOfPage(number)) {
      const [face, size] = style === 'item' ? [bold, 14] : style === 'label' ? [bold, 10] : [font, 10]
      if (style === 'link') addLink(page, y)
      for (const line of breakLines(style === 'bullet' ? `• ${text}` : text, 95))
        y = drawLine(page, face, line, size, y)
      y -= 4
    }
    for (const cells of rows) {
      for (const [column, cell] of cells.entries()) page.drawText(cell, { x: 60 + column * 110, y, size: 10, font })
      y -= 14
    }
  }
  writeFileSync(path, await document.save())
}

function drawLine(page: PDFPage, font: PDFFont, text: string, size: number, y: number): number {
  page.drawText(text, { x: 60, y, size, font })
  return y - size * 1.3
}

function addLink(page: PDFPage, y: number): void {
  const annotation = page.doc.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [60, y - 2, 300, y + 10],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.dk/bilag.pdf') },
  })
  const links = PDFArray.withContext(page.doc.context)
  links.push(page.doc.context.register(annotation))
  page.node.set(PDFName.of('Annots'), links)
}

function breakLines(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    const line = lines[last] ?? ''
    if (line.length + word.length > width) lines.push(word)
    else lines[last] = line === '' ? word : `${line} ${word}`
  }
  return lines
}
