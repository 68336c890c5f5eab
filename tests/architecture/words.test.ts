import { expect, test } from 'vitest'
import { declaredNames, findRejectedWords, readGlossary } from './glossary.ts'
import { listFiles, parse, parseFolders, readProjectFile } from './project-files.ts'

const glossary = readGlossary(readProjectFile('src/domain/GLOSSARY.md').text)

test('the glossary is a table that can be read', () => {
  expect(glossary.length).toBeGreaterThan(60)
  expect(glossary).toContainEqual({ word: 'dueDate', parts: ['due', 'date'], instead: 'deadline', homes: [] })
  expect(glossary.every(({ word, instead }) => /^[A-Za-z]+$/.test(word) && instead !== '')).toBe(true)
})

test('every home in the glossary is a place that exists', () => {
  const paths = [...listFiles('src'), ...listFiles('tests')].map((path) => path.replace(/^(src|tests)\//, ''))
  const homes = new Set(glossary.flatMap((entry) => entry.homes))
  expect([...homes].filter((home) => !paths.some((path) => path.startsWith(home)))).toEqual([])
})

test('no name uses a word the glossary rejects', () => {
  expect(parseFolders('src', 'tests').flatMap((file) => findRejectedWords(file, glossary))).toEqual([])
})

test('names are ASCII, so that everybody can type them', () => {
  const odd = parseFolders('src', 'tests')
    .flatMap(declaredNames)
    .filter(({ name }) => !/^[\w$]+$/.test(name))
  expect(odd.map(({ name, place }) => `${place} ${name}`)).toEqual([])
})

const planted: readonly (readonly [code: string, path: string, word: string | null])[] = [
  ['const lastDueDate = 1', 'src/domain/meeting/a.ts', 'dueDate'],
  ['const dueDates = []', 'src/domain/meeting/a.ts', 'dueDate'],
  ['type Item = { a: string }', 'src/graph/a.ts', 'Item'],
  ['const item = 1', 'src/graph/a.ts', null],
  ['type A = { attachments: string[] }', 'src/domain/enclosure/a.ts', 'attachment'],
  ['type A = { attachments: string[] }', 'src/graph/a.ts', null],
  ['type A = { attachments: string[] }', 'tests/graph/a.test.ts', null],
  ['function readBilag() {}', 'src/documents/a.ts', 'bilag'],
  ['const { attachments } = mail', 'src/domain/enclosure/a.ts', null],
  ["const text = 'bilag og dueDate'", 'src/domain/enclosure/a.ts', null],
  ['export {}', 'src/features/date-helpers.tsx', 'helper'],
  ['export {}', 'src/domain/onlineMeeting.ts', 'onlineMeeting'],
]

test.each(planted)('planted: %s in %s uses %s', (text, path, word) => {
  const found = findRejectedWords(parse({ path, text }), glossary)
  if (word === null) expect(found).toEqual([])
  else expect(found.join('\n')).toContain(`uses "${word}"`)
})
