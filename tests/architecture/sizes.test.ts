import { expect, test } from 'vitest'
import { parse, parseFolders } from './project-files.ts'
import { measureSizes, tooLong } from './sizes.ts'

test('no function, component or file is over its hard limit', () => {
  const source = parseFolders('src').flatMap(measureSizes)
  const tests = parseFolders('tests')
    .flatMap(measureSizes)
    .filter(({ kind }) => kind !== 'file')
  const warnings = tooLong([...source, ...tests], 'warn')
  if (warnings.length > 0) console.log(`Long, and better shorter (${warnings.length}):\n  ${warnings.join('\n  ')}`)
  expect(source.length).toBeGreaterThan(50)
  expect(tooLong([...source, ...tests], 'fail')).toEqual([])
})

const lines = (count: number) => '\n'.repeat(count)

test('a planted function of 61 lines is refused, one of 60 is not', () => {
  expect(failures('src/a.ts', `function short() {${lines(59)}}`)).toEqual([])
  expect(failures('src/a.ts', `function long() {${lines(60)}}`)).toEqual([
    'src/a.ts:1 function long has 61 lines, limit 60: give its steps names of their own',
  ])
  expect(failures('src/a.ts', `export const long = useCallback(() => {${lines(60)}})`)).toHaveLength(1)
  expect(failures('src/a.ts', `class A { long() {${lines(60)}} }`)).toHaveLength(1)
})

test('a planted component may have 120 lines, not 121', () => {
  const component = (count: number) => `export function Card() {${lines(count - 1)}return <p /> }`
  expect(failures('src/card.tsx', component(120))).toEqual([])
  expect(failures('src/card.tsx', component(121))).toHaveLength(1)
  expect(failures('src/card.tsx', component(61).replace('Card', 'useCard'))).toHaveLength(1)
})

test('a planted file of 401 lines is refused', () => {
  expect(failures('src/a.ts', `${lines(399)}export {}`)).toEqual([])
  expect(failures('src/a.ts', `${lines(400)}export {}`)).toEqual([
    'src/a.ts file has 401 lines, limit 400: split it by concept',
  ])
})

test('a group of tests is as long as it likes, a single test is not', () => {
  expect(failures('tests/a.test.ts', `describe('a', () => {${lines(80)}})`)).toEqual([])
  expect(failures('tests/a.test.ts', `test('a', () => {${lines(80)}})`)).toHaveLength(1)
})

function failures(path: string, text: string): string[] {
  return tooLong(measureSizes(parse({ path, text })), 'fail')
}
