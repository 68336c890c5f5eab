import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readOutline } from '../../src/documents/read-document.ts'
import { blocksOf, linesOf, paragraphsOf } from './support/outline-lines.ts'

const html = (body: string) => strToU8(`<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`)
const office = 'urn:oasis:names:tc:opendocument:xmlns:'
const odtNames = ['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${office}${name}:1.0"`).join(' ')
const fo = `xmlns:fo="${office}xsl-fo-compatible:1.0" xmlns:draw="${office}drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`

function odt(body: string, automatic = '', styles = ''): Uint8Array {
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<office:document-content ${odtNames} ${fo}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(`<office:document-styles ${odtNames} ${fo}>${styles}</office:document-styles>`),
  })
}

test('HTML: headings, lists, looks and links; scripts, styles and hidden parts are left out', async () => {
  const blocks = await blocksOf(
    html(
      '<script>alert(1)</script><h2>Punkt 1</h2><p>Det <b>indstilles</b>, at <a href="https://eksempel.example/1">bilag 1</a> drøftes<p style="display:none">skjult</p><ol start="3"><li>Et<ul><li>under</li></ul><li><p>To</p><p>mere</p></ol><a href="javascript:x()">klik</a>',
    ),
  )
  expect(linesOf(blocks)).toEqual([
    'Punkt 1',
    'Det indstilles, at bilag 1 drøftes',
    '3. Et',
    '• under',
    '4. To',
    'mere',
    'klik',
  ])
  expect(paragraphsOf(blocks).map((block) => block.headingLevel)).toEqual([2, null, null, null, null, null, null])
  expect(
    paragraphsOf(blocks).flatMap((block) => block.runs.flatMap((run) => (run.href === null ? [] : [run.href]))),
  ).toEqual(['https://eksempel.example/1'])
})

test('HTML: one break is a line, two are a paragraph; tables keep columns and layout tables vanish', async () => {
  const blocks = await blocksOf(
    html(
      'Fra: Lis<br>Til: Bo<br><br>Hej Bo<table><tr><td><table><tr><td rowspan="2">A</td><td>B</td></tr><tr><td>C</td></tr></table></td></tr></table>',
    ),
  )
  expect(linesOf(blocks)).toEqual(['Fra: Lis\nTil: Bo', 'Hej Bo', 'A | B', ' | C'])
})

test('OpenDocument: numbered headings, lists that go on, tables, links and tracked deletions', async () => {
  const automatic =
    '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
  const styles =
    '<office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style></office:styles><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Skolebestyrelsen</text:p></style:header></style:master-page></office:master-styles>'
  const item = (text: string, more = '') => `<text:list-item><text:p>${text}</text:p>${more}</text:list-item>`
  const bytes = odt(
    `<text:tracked-changes><text:changed-region><text:deletion><text:p>slettet</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Trivsel</text:h><text:p text:style-name="P1">Beslutning:<text:tab/>se <text:a xlink:href="https://eksempel.example/t">bilag</text:a></text:p><text:list text:style-name="L1">${item('Et', `<text:list>${item('under')}</text:list>`)}</text:list><text:p>imellem</text:p><text:list text:style-name="L1" text:continue-numbering="true">${item('To')}</text:list><table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>C</text:p></table:table-cell></table:table-row></table:table>`,
    automatic,
    styles,
  )
  const blocks = await blocksOf(bytes)
  expect(linesOf(blocks)).toEqual([
    'Skolebestyrelsen',
    'I. Trivsel',
    'Beslutning:\tse bilag',
    '1. Et',
    '• under',
    'imellem',
    '2. To',
    'A | B',
    ' | C',
  ])
  expect(paragraphsOf(blocks)[2]?.runs.every((run) => run.bold)).toBe(true)
})

test('a spreadsheet in OpenDocument is no text', async () => {
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8('<a/>'),
  })
  await expect(readOutline({ name: 'x.ods', bytes })).rejects.toMatchObject({ reason: 'unknownFormat' })
})
