import { expect, test } from 'vitest'
import {
  findExportFaults,
  findMachinePaths,
  findOddFileNames,
  findUndocumentedExports,
  findUnfinished,
} from './house-style.ts'
import { listFiles, parse, parseFolders, readProjectFile } from './project-files.ts'

const source = parseFolders('src')
const tests = parseFolders('tests')

test('files have names in kebab-case', () => {
  const paths = [...listFiles('src'), ...listFiles('tests').filter((path) => !path.startsWith('tests/fixtures/'))]
  expect(findOddFileNames(paths)).toEqual([])
})

test('files export names, no defaults, and nothing second-hand', () => {
  expect(source.flatMap(findExportFaults)).toEqual([])
})

test('nothing is unfinished, switched off or silenced', () => {
  expect([...source, ...tests].flatMap(findUnfinished)).toEqual([])
})

test('what another folder uses says what it promises', () => {
  expect(findUndocumentedExports(source)).toEqual([])
})

test('no file names a place of one machine', () => {
  const written = ['.ci', 'appPackage', 'manifest', 'src', 'tests'].flatMap((folder) => listFiles(folder))
  const texts = written.filter((path) => /\.(tsx?|mjs|json|md|html|css|xml|svg|sh)$|\.ci\/run$/.test(path))
  const top = listFiles('.').filter((path) => !path.includes('/'))
  expect([...texts, ...top].map(readProjectFile).flatMap((file) => findMachinePaths(file))).toEqual([])
})

test('the lock file names no registry host', () => {
  expect(readProjectFile('package-lock.json').text).not.toMatch(/"resolved": "https?:/)
})

test('planted faults are found', () => {
  expect(findOddFileNames(['src/a-b.test.ts', 'src/README.md', 'src/aB.ts', 'src/a_b.ts'])).toHaveLength(2)
  expect(findExportFaults(parse({ path: 'a.ts', text: 'export default 1' }))).toHaveLength(1)
  expect(findExportFaults(parse({ path: 'a.ts', text: 'export default function a() {}' }))).toHaveLength(1)
  expect(findExportFaults(parse({ path: 'a.ts', text: "export { a } from './b.ts'" }))).toHaveLength(1)
  expect(findExportFaults(parse({ path: 'a.ts', text: 'export const a = 1' }))).toEqual([])
  const off = ['skip', 'only', 'todo'].map((how) => `test.${how}('a', () => {})`).join('\n')
  expect(findUnfinished(parse({ path: 'a.ts', text: off }))).toHaveLength(3)
  const silenced = ['// TO', 'DO later\n/* biome-', 'ignore a */\nconst a = "TO', 'DO"'].join('')
  expect(findUnfinished(parse({ path: 'a.ts', text: silenced }))).toHaveLength(2)
  const paths = ['/home', '/kim/x'].join('')
  expect(findMachinePaths({ path: 'a.md', text: `see ${paths}\n/app/index.html` }, [])).toHaveLength(1)
  expect(findMachinePaths({ path: 'a.md', text: 'see /made/up/here' }, ['/made/up'])).toHaveLength(1)
})

test('a planted export without a doc comment is found when another folder uses it', () => {
  const user = parse({ path: 'src/b/b.ts', text: "import { told, silent } from '../a/a.ts'" })
  const text = '/** Says. */\nexport const told = 1\nexport function silent() {}\nexport const own = 2'
  expect(findUndocumentedExports([user, parse({ path: 'src/a/a.ts', text })])).toEqual([
    'src/a/a.ts:3 silent is used by another folder: say in a doc comment what it promises',
  ])
})

test('no HTML from outside is put into a page (decisions/006)', () => {
  const wild = /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\b/
  const files = source.filter(({ path }) => /^src\/(?:features|ui|entry|hosts|workflows)\//.test(path))
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter(({ text }) => wild.test(text)).map(({ path }) => path)).toEqual([])
})
