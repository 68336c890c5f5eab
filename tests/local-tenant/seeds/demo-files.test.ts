import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { buildWorld } from '../../../src/local-tenant/seeds/index.ts'
import { writePdf } from '../../../src/local-tenant/seeds/write-pdf.ts'

const world = buildWorld('chefforum', new Date('2026-11-24T12:00:00Z'))
const attachments = world.messages.flatMap((message) => message.attachments)
const contents = [...world.sites.flatMap((site) => site.files), ...attachments]
const pdfs = contents.filter((file) => file.contentType === 'application/pdf').map((file) => file.content)
const words = contents.filter((file) => file.contentType.includes('wordprocessingml')).map((file) => file.content)

async function readPdf(content: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(content), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const text = await (await document.getPage(number)).getTextContent()
    pages.push(text.items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return pages
}

test('[seed] every PDF opens and has Danish text on every page', async () => {
  expect(pdfs.length).toBeGreaterThan(10)
  for (const content of pdfs) {
    const pages = await readPdf(content)
    expect(pages.every((page) => page.includes(`af ${pages.length}`))).toBe(true)
  }
  const status = world.sites[0]?.files.find((file) => file.path.endsWith('Status fra følgegruppen.pdf'))
  const pages = await readPdf(status?.content ?? new Uint8Array())
  expect(pages).toHaveLength(3)
  expect(pages.join(' ')).toContain('følger aftalen uden afvigelser')
})

test('[seed] a PDF keeps parentheses, dashes and a paragraph longer than a page', async () => {
  const long = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ')
  const content = writePdf({
    title: 'Prøve (1) – æøå',
    from: 'os',
    sections: [{ heading: 'Et \\ to', paragraphs: [long] }],
  })
  const text = (await readPdf(content)).join(' ')
  expect(text).toContain('Prøve (1) – æøå')
  expect(text).toContain('Et \\ to')
  expect(text).toContain('ord899')
})

test('[seed] every Word file is a package with a document in it', () => {
  expect(words.length).toBeGreaterThan(1)
  for (const content of words) {
    const parts = unzipSync(content)
    const document = parts['word/document.xml']
    expect(document && strFromU8(document)).toContain('<w:pStyle w:val="Overskrift1"/>')
  }
})
