import { expect, test } from 'vitest'
import { readOutline } from '../../src/documents/read-document.ts'
import { buildDocx, inList, p, r, relation } from './support/build-docx.ts'
import { blocksOf, linesOf, paragraphsOf } from './support/outline-lines.ts'

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const list = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const style = (id: string, name: string, more = '', kind = 'paragraph') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

test('automatic numbers are counted as Word shows them, over levels and restarts', async () => {
  const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerLetter', '%3)')
  const bytes = buildDocx({
    numbering:
      abstract(0, levels) +
      list(1, 0) +
      list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
    body: [
      p('Valg', inList(1)),
      p('Formand', inList(1, 1)),
      p('først', inList(1, 2)),
      p('så', inList(1, 2)),
      p('Kasserer', inList(1, 1)),
      p('Budget', inList(1)),
      p('Revisor', inList(1, 1)),
      p('Eventuelt', inList(2)),
      p('Luk', inList(2)),
    ].join(''),
  })
  expect(linesOf(await blocksOf(bytes))).toEqual([
    '1. Valg',
    '1.1 Formand',
    'a) først',
    'b) så',
    '1.2 Kasserer',
    '2. Budget',
    '2.1 Revisor',
    '7. Eventuelt',
    '8. Luk',
  ])
})

test('numbers that come with a style, legal numbers, and levels that never restart', async () => {
  const levels =
    level(0, 'upperRoman', 'Punkt %1:', '<w:pStyle w:val="Overskrift1"/>') +
    level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
    level(2, 'decimal', 'Bilag %3', '<w:lvlRestart w:val="0"/>')
  const bytes = buildDocx({
    styles: style(
      'Overskrift1',
      'heading 1',
      '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
    ),
    numbering: abstract(9, levels) + list(4, 9),
    body: ['Økonomi', 'Valg']
      .map((title) => p(title, '<w:pStyle w:val="Overskrift1"/>') + p('under', inList(4, 1)) + p('plan', inList(4, 2)))
      .join(''),
  })
  const blocks = await blocksOf(bytes)
  expect(linesOf(blocks)).toEqual([
    'Punkt I: Økonomi',
    '1.1 under',
    'Bilag 1 plan',
    'Punkt II: Valg',
    '2.1 under',
    'Bilag 2 plan',
  ])
  expect(paragraphsOf(blocks).map((block) => block.headingLevel)).toEqual([1, null, null, 1, null, null])
})

test('bullets in Symbol and Wingdings are shown as bullets', async () => {
  const symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
  const bullet = `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>${symbol}</w:lvl>`
  const bytes = buildDocx({ numbering: abstract(0, bullet) + list(1, 0), body: p('At udvalget godkender', inList(1)) })
  expect(linesOf(await blocksOf(bytes))).toEqual(['• At udvalget godkender'])
})

test('heading styles are known by name in Danish and English, by inheritance and by outline level', async () => {
  const bytes = buildDocx({
    styles:
      style('Overskrift2', 'Overskrift 2') +
      style('Heading1', 'heading 1') +
      style('Emne', 'Emne', '<w:basedOn w:val="Heading1"/>') +
      style('Ring', 'Ring', '<w:basedOn w:val="Ring2"/>') +
      style('Ring2', 'Ring 2', '<w:basedOn w:val="Ring"/>'),
    body: [
      p('A', '<w:pStyle w:val="Overskrift2"/>'),
      p('B', '<w:pStyle w:val="Emne"/>'),
      p('C', '<w:outlineLvl w:val="2"/>'),
      p('D', '<w:pStyle w:val="Emne"/><w:outlineLvl w:val="9"/>'),
      p('E', '<w:pStyle w:val="Ring"/>'),
    ].join(''),
  })
  const paragraphs = paragraphsOf(await blocksOf(bytes))
  expect(paragraphs.map((block) => block.headingLevel)).toEqual([2, 1, 3, null, null])
  expect(paragraphs.map((block) => block.style)).toEqual(['Overskrift 2', 'Emne', null, 'Emne', 'Ring'])
})

test('bold follows styles: a bold character style in a bold paragraph style is not bold', async () => {
  const bytes = buildDocx({
    styles:
      style('Fed', 'Fed', '<w:rPr><w:b/></w:rPr>') + style('Stærk', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
    body: `<w:p><w:pPr><w:pStyle w:val="Fed"/></w:pPr>${r('fed ')}${r('mager ', '<w:rStyle w:val="Stærk"/>')}${r('mager', '<w:b w:val="0"/>')}</w:p>`,
  })
  expect(paragraphsOf(await blocksOf(bytes))[0]?.runs.map((run) => [run.text, run.bold])).toEqual([
    ['fed ', true],
    ['mager mager', false],
  ])
})

test('links come from relations, from fields and from bookmarks; unsafe ones are dropped', async () => {
  const field = (instruction: string, text: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const bytes = buildDocx({
    relations:
      relation('rId5', 'hyperlink', 'https://eksempel.example/bilag1.pdf', 'External') +
      relation('rId6', 'hyperlink', 'javascript:alert(1)', 'External'),
    body: `<w:p><w:hyperlink r:id="rId5">${r('Bilag 1')}</w:hyperlink>${r(' og ')}${field('HYPERLINK "https://eksempel.example/2" \\l "side"', 'bilag 2')}${r(' se ')}<w:hyperlink w:anchor="punkt3">${r('punkt 3')}</w:hyperlink><w:hyperlink r:id="rId6">${r('klik')}</w:hyperlink></w:p>`,
  })
  expect(paragraphsOf(await blocksOf(bytes))[0]?.runs.map((run) => [run.text, run.href])).toEqual([
    ['Bilag 1', 'https://eksempel.example/bilag1.pdf'],
    [' og ', null],
    ['bilag 2', 'https://eksempel.example/2#side'],
    [' se ', null],
    ['punkt 3', '#punkt3'],
    ['klik', null],
  ])
})

test('a table of contents is contents, and one that never ends does not swallow the document', async () => {
  const begin = (text: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}</w:p>`
  const bytes = buildDocx({
    styles: style('Heading1', 'heading 1'),
    body:
      begin('1. Velkomst 2') +
      p('2. Valg 3') +
      p('Velkomst', '<w:pStyle w:val="Heading1"/>') +
      p('Formanden bød velkommen.'),
  })
  expect(paragraphsOf(await blocksOf(bytes)).map((block) => block.role)).toEqual([
    'contents',
    'contents',
    'body',
    'body',
  ])
})

test('tables keep spans, leave continued cells empty, and may be nested', async () => {
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const inner = `<w:tbl>${row(cell(p('indre')))}</w:tbl>`
  const bytes = buildDocx({
    body: `<w:tbl>${row(cell(p('Deltagere'), '<w:gridSpan w:val="2"/>'), cell(p('Afbud'), '<w:vMerge w:val="restart"/>'))}${row(cell(p('Mette')), cell(inner + p('')), cell(p('skjult'), '<w:vMerge/>'))}</w:tbl>`,
  })
  const [table] = await blocksOf(bytes)
  expect(
    table?.kind === 'table' && table.rows.map((cells) => cells.map((found) => [found.columnSpan, found.blocks.length])),
  ).toEqual([
    [
      [2, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [1, 1],
      [1, 0],
    ],
  ])
  expect(linesOf(await blocksOf(bytes))).toEqual(['Deltagere | Afbud', 'Mette | indre | '])
})

test('changes are accepted, hidden text is left out, and a text box is read once', async () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
  const alternate = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('Afbud til Lis')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Afbud til Lis')}</w:pict></mc:Fallback></mc:AlternateContent>`
  const bytes = buildDocx({
    body: [
      `<w:p>${r('Mødet ')}<w:del><w:r><w:delText>aflyses</w:delText></w:r></w:del><w:ins>${r('flyttes')}</w:ins>${r(' hemmeligt', '<w:vanish/>')}<w:r>${alternate}</w:r></w:p>`,
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('Første del ')}</w:p>`,
      p('og resten.'),
    ].join(''),
  })
  expect(linesOf(await blocksOf(bytes))).toEqual(['Mødet flyttes', 'Afbud til Lis', 'Første del og resten.'])
})

test('special letters, checkboxes, tabs and breaks are read as they look', async () => {
  const bytes = buildDocx({
    body: `<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  })
  expect(linesOf(await blocksOf(bytes))).toEqual(['A\tB\nC-D☒☐'])
})

test('page breaks of every kind start a page, and pages are counted only where Word left its marks', async () => {
  const turn = '<w:r><w:lastRenderedPageBreak/></w:r>'
  const section = '<w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr>'
  const bytes = buildDocx({
    body: [
      p('Forside'),
      `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`,
      `<w:p>${turn}${r('Punkt 1')}</w:p>`,
      `<w:p>${r('Punkt 2, der går ')}${turn}${r('over siden')}</w:p>`,
      `<w:p>${section}${r('Sidste i afsnittet')}</w:p>`,
      p('Nyt afsnit', '<w:pageBreakBefore/>'),
    ].join(''),
  })
  const { value } = await readOutline({ name: 'a.docx', bytes })
  expect(paragraphsOf(value.blocks).map((block) => [block.page, block.startsPage])).toEqual([
    [1, false],
    [2, true],
    [2, false],
    [3, false],
    [3, true],
  ])
  expect(value.pageCount).toBe(3)
})

test('headers and footers stand once, and a first page header only where it is shown', async () => {
  const reference = (side: string, type: string, id: string) => `<w:${side}Reference w:type="${type}" r:id="${id}"/>`
  const bytes = buildDocx({
    relations: ['h1', 'h2', 'f1']
      .map((id) => relation(id, id.startsWith('h') ? 'header' : 'footer', `${id}.xml`))
      .join(''),
    others: {
      'h1.xml': `<w:hdr>${p('Fællesrådet, 3. maj 2022')}</w:hdr>`,
      'h2.xml': `<w:hdr>${p('Kun på første side')}</w:hdr>`,
      'f1.xml': `<w:ftr>${p('Side 1')}</w:ftr>`,
    },
    body: `${p('Tekst')}<w:sectPr>${reference('header', 'default', 'h1')}${reference('header', 'first', 'h2')}${reference('footer', 'default', 'f1')}</w:sectPr>`,
  })
  expect(paragraphsOf(await blocksOf(bytes)).map((block) => [block.role, block.text])).toEqual([
    ['header', 'Fællesrådet, 3. maj 2022'],
    ['body', 'Tekst'],
    ['footer', 'Side 1'],
  ])
})

test('[D2] [D3] notes are kept apart and comments become findings', async () => {
  const bytes = buildDocx({
    relations: relation('n1', 'footnotes', 'footnotes.xml') + relation('n2', 'comments', 'comments.xml'),
    others: {
      'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${p('Se bekendtgørelsen.')}</w:footnote></w:footnotes>`,
      'comments.xml': `<w:comments><w:comment w:id="0" w:author="Lis">${p('Skal vi spørge først?')}</w:comment></w:comments>`,
    },
    body: `<w:p>${r('Loven')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' gælder.')}</w:p>`,
  })
  const { value, findings } = await readOutline({ name: 'a.docx', bytes })
  expect(linesOf(value.blocks)).toEqual(['Loven gælder.', '1 Se bekendtgørelsen.'])
  expect(findings.map((finding) => finding.rule)).toEqual(['D2', 'D3'])
  expect(findings[1]?.message).toBe('Kommentar fra Lis, som ikke er taget med: Skal vi spørge først?')
})

test('other prefixes for the same namespaces make no difference', async () => {
  const body = '<x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Punkt</x:t></x:r></x:p>'
  const { strToU8, zipSync } = await import('fflate')
  const bytes = zipSync({
    'word/document.xml': strToU8(
      `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body>${body}</x:body></x:document>`,
    ),
  })
  expect(paragraphsOf(await blocksOf(bytes)).map((block) => [block.text, block.headingLevel])).toEqual([['Punkt', 1]])
})
