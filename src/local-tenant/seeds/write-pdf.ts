/** A plain document of headings and paragraphs; each section starts a page. */
export type DemoDocument = {
  readonly title: string
  readonly from: string
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
}

type Line = { readonly text: string; readonly size: number; readonly bold: boolean; readonly gap: number }

const left = 64
const top = 770
const bottom = 72
const lineWidth = 595 - 2 * left

// Widths of Helvetica's glyphs 32-126 in thousandths of the size (Adobe's font metrics), then the Danish letters.
const asciiWidths =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number)
const danishWidths: Record<string, number> = { æ: 889, ø: 611, å: 556, Æ: 1000, Ø: 778, Å: 667 }

function measure(text: string, size: number, bold: boolean): number {
  let thousandths = 0
  for (const letter of text) {
    thousandths += asciiWidths[letter.charCodeAt(0) - 32] ?? danishWidths[letter] ?? 556
  }
  return (thousandths * size * (bold ? 1.06 : 1)) / 1000
}

function wrap(text: string, size: number, bold: boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer, size, bold) > lineWidth) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function layParagraph(text: string, size: number, bold: boolean, gap: number): readonly Line[] {
  return wrap(text, size, bold).map((line, index) => ({ text: line, size, bold, gap: index === 0 ? gap : 0 }))
}

function laySection(document: DemoDocument, index: number): readonly Line[] {
  const section = document.sections[index]
  if (!section) return []
  const head =
    index === 0
      ? [...layParagraph(document.title, 20, true, 0), ...layParagraph(document.from, 10, false, 6)]
      : ([] as Line[])
  return [
    ...head,
    ...layParagraph(section.heading, 14, true, index === 0 ? 28 : 0),
    ...section.paragraphs.flatMap((paragraph) => layParagraph(paragraph, 11, false, 8)),
  ]
}

function fillPages(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]]
  let y = top
  for (const line of lines) {
    const step = line.gap + line.size * 1.4
    if (y - step < bottom) {
      pages.push([])
      y = top
    }
    y -= step
    pages.at(-1)?.push(line)
  }
  return pages
}

// WinAnsiEncoding has the Danish letters where Latin-1 has them, and the dash and quotes of print in 0x80-0x9f.
const printedMarks: Record<string, string> = { '–': '\x96', '”': '\x94', '“': '\x93', '’': '\x92', '•': '\x95' }

function escapeText(text: string): string {
  return text.replace(/[\\()]/g, '\\$&').replace(/[–”“’•]/g, (mark) => printedMarks[mark] ?? '-')
}

function drawPage(lines: readonly Line[], footer: string): string {
  let y = top
  const drawn = lines.map((line) => {
    y -= line.gap + line.size * 1.4
    return `BT /${line.bold ? 'F2' : 'F1'} ${line.size} Tf ${left} ${y.toFixed(1)} Td (${escapeText(line.text)}) Tj ET`
  })
  return [...drawn, `BT /F1 9 Tf ${left} 40 Td (${escapeText(footer)}) Tj ET`].join('\n')
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'
  const offsets: number[] = []
  objects.forEach((body, index) => {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}

/** A valid PDF 1.4 with real, selectable text in Helvetica; a page or more for each section. */
export function writePdf(document: DemoDocument): Uint8Array {
  const pages = document.sections.flatMap((_, index) => fillPages(laySection(document, index)))
  const pageNumber = (index: number) => 6 + index * 2
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (da-DK) >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title (${escapeText(document.title.replaceAll('–', '-'))}) /Author (${escapeText(document.from)}) >>`,
    ...pages.flatMap((lines, index) => {
      const stream = drawPage(lines, `${document.title} · side ${index + 1} af ${pages.length}`)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageNumber(index) + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  return assemble(objects)
}
