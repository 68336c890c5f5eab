import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { UnreadableReason } from '../../src/documents/document-reading.ts'
import { readDocument, readOutline } from '../../src/documents/read-document.ts'
import { unreadableSentence } from '../../src/documents/unreadable-sentence.ts'
import { buildDocx, inList, p } from './support/build-docx.ts'
import { buildPdf } from './support/build-pdf.ts'
import { linesOf } from './support/outline-lines.ts'
import { rawPdf } from './support/raw-pdf.ts'
import { runFuzz } from './support/run-fuzz.ts'

const reasonFor = async (bytes: Uint8Array, limits = {}): Promise<UnreadableReason | 'read'> => {
  const reading = await readDocument({ name: 'fil', bytes }, limits)
  return reading.kind === 'outline' ? 'read' : reading.reason
}

test('a zip bomb is refused before it is inflated', async () => {
  const bomb = buildDocx({ body: p('a'.repeat(3_000_000)) })
  expect(bomb.length).toBeLessThan(20_000)
  expect(await reasonFor(bomb, { partBytes: 1_000_000 })).toBe('tooLarge')
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`word/${index}.xml`, strToU8('<a/>')])),
  )
  expect(await reasonFor(many, { packageEntries: 200 })).toBe('tooComplex')
})

test('a part that is larger than its directory says gives an error, not more memory', async () => {
  const bytes = buildDocx({ body: p('a'.repeat(100_000)) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at + 30 < bytes.length; at += 1) {
    // Central directory entries (PK 1 2) hold the inflated size at 24; each now claims ten bytes.
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  }
  expect(await reasonFor(bytes)).not.toBe('read')
})

test('10,000 nested tables, elements without end and entities that multiply are bounded', async () => {
  const depth = 10_000
  const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('inderst')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
  expect(await reasonFor(buildDocx({ body: nested }))).toBe('tooComplex')
  expect(await reasonFor(buildDocx({ body: p('x').repeat(2_000) }), { elements: 5_000 })).toBe('tooComplex')
  expect(await reasonFor(strToU8(`<html><body>${'<div>'.repeat(depth)}dybt</body></html>`))).toBe('tooComplex')
})

test('entities of a document are never resolved', async () => {
  const laughs = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY b "&c;&c;"><!ENTITY c "ha">]>'
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('A&x;B&b;C')}</w:body></w:document>`
  const { value } = await readOutline({ name: 'x', bytes: zipSync({ 'word/document.xml': strToU8(laughs + body) }) })
  expect(linesOf(value.blocks)).toEqual(['A&x;B&b;C'])
})

test('circles in styles and numbering end', async () => {
  const style = (id: string, base: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
  const bytes = buildDocx({
    styles: style('A', 'B') + style('B', 'C') + style('C', 'A') + style('D', 'D'),
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    body: ['A', 'B', 'C', 'D'].map((id) => p(id, `<w:pStyle w:val="${id}"/>${inList(1)}`)).join(''),
  })
  expect(await reasonFor(bytes)).toBe('read')
})

test('missing parts are done without; macros are passed over', async () => {
  const bare = zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('Tekst', inList(7))}</w:body></w:document>`,
    ),
    'word/vbaProject.bin': new Uint8Array(2_000).fill(7),
  })
  expect(await reasonFor(bare)).toBe('read')
  expect(await reasonFor(zipSync({ '[Content_Types].xml': strToU8('<Types/>') }))).toBe('corrupt')
  expect(await reasonFor(zipSync({ 'billede.png': new Uint8Array(10) }))).toBe('unknownFormat')
})

test('files that are none of ours are told apart', async () => {
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])
  const encrypted = Uint8Array.from([
    ...compound,
    ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ])
  expect(await reasonFor(new Uint8Array())).toBe('empty')
  expect(await reasonFor(strToU8(' \n \n'))).toBe('empty')
  expect(await reasonFor(compound)).toBe('oldWord')
  expect(await reasonFor(encrypted)).toBe('encrypted')
  expect(await reasonFor(Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256))).toBe('unknownFormat')
  expect(await reasonFor(strToU8('{\\rtf1 Hej}'))).toBe('unknownFormat')
  expect(await reasonFor(strToU8('Hej'), { fileBytes: 2 })).toBe('tooLarge')
})

test('PDFs: encrypted, scripted, endless, without text, cut off, with a broken index', async () => {
  const whole = await buildPdf([{ texts: [{ text: 'Dagsorden', x: 60, y: 80 }] }])
  const locked =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
    '41'.repeat(32) +
    '> /U <' +
    '42'.repeat(32) +
    '> >> /ID [<00> <00>]'
  expect(await reasonFor(rawPdf({ trailer: locked }))).toBe('encrypted')
  expect(await reasonFor(rawPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }))).toBe('read')
  expect(await reasonFor(rawPdf({ content: '0 0 m 10 10 l S' }))).toBe('noText')
  expect(await reasonFor(rawPdf({ startxref: 99_999 }))).toBe('read')
  expect(await reasonFor(whole.slice(0, 200))).toBe('corrupt')
  const many = await readDocument({ name: 'x', bytes: rawPdf({ pages: 10_000 }) }, { pages: 40 })
  expect(many.kind === 'outline' && many.findings.map((finding) => finding.message)).toEqual([
    'Kun de første 40 af 10000 sider er læst.',
  ])
  expect(await reasonFor(rawPdf({ claimedPages: 3_000_000 }), { pages: 500 })).not.toBe('tooSlow')
})

test('a reading that takes too long is given up', async () => {
  expect(await reasonFor(buildDocx({ body: p('x').repeat(20_000) }), { milliseconds: 0 })).toBe('tooSlow')
})

test('each reason has a sentence of its own', () => {
  const reasons: UnreadableReason[] = [
    'empty',
    'corrupt',
    'encrypted',
    'tooLarge',
    'tooComplex',
    'tooSlow',
    'oldWord',
    'noText',
    'unknownFormat',
  ]
  expect(new Set(reasons.map(unreadableSentence)).size).toBe(reasons.length)
})

// FUZZ_RUNS=5000 FUZZ_SEED=1 npx vitest run tests/documents/hostile-files.test.ts
const runs = Number(process.env['FUZZ_RUNS'] ?? 60)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1)
const longestSilenceMilliseconds = 60_000
const memoryMegabytes = 1_200

test(
  `${runs} damaged files each give an outline or a reason: no crash, no hang, no bug (seeds from ${firstSeed})`,
  async () => {
    const { outcomes, end } = await runFuzz({ firstSeed, runs, longestSilenceMilliseconds, memoryMegabytes })
    process.stdout.write(`fuzz: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}\n`)
    expect(end).toBe('done')
    expect([...outcomes.keys()].filter((outcome) => outcome.startsWith('bug') || outcome === 'tooSlow')).toEqual([])
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(runs)
  },
  Math.max(120_000, runs * 4_000),
)
