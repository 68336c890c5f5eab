import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// The least that reading a PDF costs: text and links of every page, and nothing made of them.
const document = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2] ?? '')), verbosity: 0 }).promise
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const links = await page.getAnnotations()
  const text = items.map((item) => ('str' in item ? item.str : '')).join('\n')
  process.stdout.write(`${text}\n${links.length}\n`)
  page.cleanup()
}
