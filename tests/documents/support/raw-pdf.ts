import { strToU8 } from 'fflate'

/** A PDF written by hand, so that it may say what no library would write. */
export type RawPdfParts = {
  readonly content?: string
  readonly catalog?: string
  readonly trailer?: string
  /** How often the one page stands in the tree. */
  readonly pages?: number
  readonly claimedPages?: number
  readonly startxref?: number
}

export function rawPdf(parts: RawPdfParts): Uint8Array {
  const {
    content = 'BT /F1 12 Tf 60 700 Td (Dagsorden til bestyrelsen) Tj ET',
    catalog = '',
    trailer = '',
    pages = 1,
  } = parts
  const kids = Array.from({ length: pages }, (_, index) => `${5 + index} 0 R`).join(' ')
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>'
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${parts.claimedPages ?? pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...Array.from({ length: pages }, () => page),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = parts.startxref ?? text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`
  return strToU8(text, true)
}
