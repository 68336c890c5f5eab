import { strToU8, unzipSync } from 'fflate'
import { buildDocx, inList, p, r, relation } from './build-docx.ts'
import { buildPdf, lines } from './build-pdf.ts'
import { rawPdf } from './raw-pdf.ts'

/** A sound document to be damaged: a package by its parts, anything else by its bytes. */
export type SeedDocument =
  | { readonly kind: 'package'; readonly name: string; readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

/** Small documents that use most of what the readers know. */
export async function seedDocuments(): Promise<SeedDocument[]> {
  const docx = buildDocx(richWordParts())
  const pdf = await buildPdf([
    {
      texts: [
        { text: 'Dagsorden', x: 60, y: 60, size: 18, bold: true },
        ...lines(['Til stede:', 'Afbud:', 'Referent:'], 60, 100),
        ...lines(['Anna Bech', 'Bo Lind', 'Carl Dam'], 180, 100),
        { text: 'Se bilag 1 om stierne', x: 60, y: 160, link: ['bilag 1', 'https://eksempel.example/1'] },
      ],
      rules: [{ x: 50, y: 90, toX: 400, toY: 90 }],
    },
    { texts: lines(['• At bestyrelsen godkender', 'og at arbejds-', 'gruppen fortsætter'], 60, 60) },
  ])
  return [
    { kind: 'package', name: 'rig.docx', parts: unzipSync(docx) },
    { kind: 'bytes', name: 'pakket.docx', bytes: docx },
    { kind: 'bytes', name: 'pdf-lib.pdf', bytes: pdf },
    { kind: 'bytes', name: 'haandskrevet.pdf', bytes: rawPdf({ pages: 3 }) },
    {
      kind: 'bytes',
      name: 'side.html',
      bytes: strToU8(
        '<html><body><h1>Møde</h1><ul><li>A<table><tr><td rowspan=2>x<td>y</table></ul><p>Slut</body></html>',
      ),
    },
    {
      kind: 'bytes',
      name: 'brev.txt',
      bytes: strToU8(
        'Tid: 4. maj\n\n1. Velkomst\n- Lis bød velkommen til mødet i\n  klubhuset\n\f2. Valg\nSide 2 af 2\n',
      ),
    },
  ]
}

function richWordParts() {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('A')}</w:tc></w:tr><w:tr><w:tc>${p('B')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('C')}</w:tc></w:tr></w:tbl>`
  return {
    styles:
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>',
    numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'upperRoman', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>`,
    relations:
      relation('h1', 'header', 'header1.xml') + relation('l1', 'hyperlink', 'https://eksempel.example/', 'External'),
    others: {
      'header1.xml': `<w:hdr>${p('Hoved')}</w:hdr>`,
      'comments.xml': `<w:comments><w:comment w:id="0">${p('Husk')}</w:comment></w:comments>`,
    },
    body: [
      `<w:p>${field}${r('1. Velkomst 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      p('Velkomst', `<w:pStyle w:val="H1"/>${inList(1)}`),
      p('under', inList(1, 1)),
      `<w:p><w:hyperlink r:id="l1">${r('bilag')}</w:hyperlink><w:r><w:br w:type="page"/></w:r>${r('mere')}</w:p>`,
      table,
      '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>',
    ].join(''),
  }
}
