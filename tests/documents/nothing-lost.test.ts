import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { outlineText } from '../../src/documents/outline-text.ts'
import { readOutline } from '../../src/documents/read-document.ts'
import { buildDocx, p, r } from './support/build-docx.ts'
import { buildPdf } from './support/build-pdf.ts'
import { lettersOf, linesOf } from './support/outline-lines.ts'

// Words without marks that a reader takes out or puts in (bullets, hyphens at line ends, Markdown).
const word = fc.stringMatching(/^[A-ZÆØÅa-zæøå0-9,.:()%§]{1,14}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 12 })

const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const sorted = (text: string) => [...lettersOf(text)].sort().join('')

async function textOf(bytes: Uint8Array): Promise<string> {
  return outlineText((await readOutline({ name: 'fil', bytes })).value)
}

const hasLetters = (texts: readonly string[]) => /[\p{L}\p{N}]/u.test(texts.join(''))

test('every letter of a Word document is in the outline once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs.filter(hasLetters), fc.integer({ min: 0, max: 3 }), async (texts, shape) => {
      const body = texts.map((text) => {
        const half = Math.floor(text.length / 2)
        if (shape === 1) return `<w:tbl><w:tr><w:tc>${p(encode(text))}</w:tc></w:tr></w:tbl>`
        if (shape === 2)
          return `<w:p>${r(encode(text.slice(0, half)))}<w:ins>${r(encode(text.slice(half)))}</w:ins></w:p>`
        return p(encode(text))
      })
      expect(lettersOf(await textOf(buildDocx({ body: body.join('') })))).toBe(lettersOf(texts.join('')))
    }),
    { numRuns: 60 },
  )
})

test('every letter of a PDF is in the outline once, wherever it stands', async () => {
  // What runs off the paper is not seen, and pdf.js leaves it out.
  const place = fc.record({
    text: sentence.map((text) => text.slice(0, 30)),
    x: fc.integer({ min: 20, max: 240 }),
    y: fc.integer({ min: 20, max: 800 }),
    size: fc.constantFrom(8, 10, 14),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(place, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 4 }),
      async (pages) => {
        // Text over text is no document's; two in one place are drawn bold by some programs, and read as one.
        const apart = pages.map((texts) =>
          texts.filter((one, index) => texts.findIndex((other) => Math.abs(other.y - one.y) < 4) === index),
        )
        fc.pre(hasLetters(apart.flat().map((one) => one.text)))
        const text = await textOf(await buildPdf(apart.map((texts) => ({ texts }))))
        expect(sorted(text)).toBe(
          sorted(
            apart
              .flat()
              .map((one) => one.text)
              .join(''),
          ),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('every letter of a plain text or a page of HTML is in the outline once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      paragraphs.filter(hasLetters),
      fc.constantFrom('\n', '\n\n', '\r\n', '\f'),
      async (texts, separator) => {
        const letters = sorted(texts.join(''))
        expect(sorted(await textOf(strToU8(texts.join(separator))))).toBe(letters)
        const html = `<html><body>${texts.map((text) => `<p>${encode(text)}`).join('')}</body></html>`
        expect(lettersOf(await textOf(strToU8(html)))).toBe(lettersOf(texts.join('')))
      },
    ),
    { numRuns: 60 },
  )
})

test('reading twice gives the same', async () => {
  const bytes = await buildPdf([{ texts: [{ text: 'Dagsorden', x: 60, y: 60 }] }])
  expect(await readOutline({ name: 'a', bytes })).toEqual(await readOutline({ name: 'a', bytes }))
})

const corpus = join(import.meta.dirname, '../../../shared/corpus/documents')
const names = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.docx')) : []
if (names.length === 0)
  process.stdout.write('nothing-lost: no corpus beside the project, its documents are not compared\n')

test.each(names)('Word and PDF of %s have the same paragraphs', async (name) => {
  const read = async (file: string) => {
    const { value } = await readOutline({ name: file, bytes: readFileSync(join(corpus, file)) })
    return linesOf(value.blocks.filter((block) => block.kind === 'table' || block.role === 'body')).flatMap((line) =>
      line.split(/\s*[|/\n\t]\s*/),
    )
  }
  const key = (line: string) =>
    lettersOf(line.replace(/^(?:\S{1,3}\s|\d{1,2}[.)]\s*)+/, '')).replace(/(?<=\p{L})-(?=\p{L})/gu, '')
  const word = (await read(name)).map(key).filter((line) => line !== '')
  const pdf = new Set((await read(name.replace('.docx', '.pdf'))).map(key))
  const missing = word.filter((line) => !pdf.has(line))
  // What remains are lines the writer broke by hand in the middle of a sentence, which a PDF cannot tell.
  expect(missing.length).toBeLessThanOrEqual(Math.ceil(word.length * 0.05))
})
