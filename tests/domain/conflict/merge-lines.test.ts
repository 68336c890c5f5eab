import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeLines } from '../../../src/domain/conflict/merge-lines.ts'

const line = fc.constantFrom('Status', 'Drøftet', '- et', '- to', '', 'Godkendt')
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'))
const own = (name: string) =>
  fc.array(fc.constantFrom(`${name} 1`, `${name} 2`, 'Status', '- et', ''), { maxLength: 6 })
const rule = fc.constantFrom('lines' as const, 'both' as const)
const linesOf = (merged: string) => (merged === '' ? [] : merged.split('\n'))

test('what either side alone has written is never lost by merging', () => {
  fc.assert(
    fc.property(text, own('mine'), own('theirs'), rule, (before, mine, theirs, by) => {
      const merged = mergeLines(before, mine.join('\n'), theirs.join('\n'), by)
      if (merged === null) return
      for (const written of [...mine, ...theirs]) {
        if (/^(mine|theirs) /.test(written)) expect(linesOf(merged)).toContain(written)
      }
    }),
  )
})

test('a side that changed nothing gives way to the other, whatever the rule', () => {
  fc.assert(
    fc.property(text, text, rule, (before, changed, by) => {
      expect(mergeLines(before, before, changed, by)).toBe(changed)
      expect(mergeLines(before, changed, before, by)).toBe(changed)
      expect(mergeLines(before, changed, changed, by)).toBe(changed)
    }),
  )
})

test('paragraphs changed in different places are merged', () => {
  const before = 'Første afsnit.\n\nAndet afsnit.'
  const mine = 'Første afsnit, rettet.\n\nAndet afsnit.'
  const theirs = 'Første afsnit.\n\nAndet afsnit.\n\nTredje afsnit.'
  expect(mergeLines(before, mine, theirs, 'lines')).toBe('Første afsnit, rettet.\n\nAndet afsnit.\n\nTredje afsnit.')
})

test('one paragraph changed in two ways is a conflict', () => {
  expect(mergeLines('Et afsnit.', 'Et afsnit, mit.', 'Et afsnit, deres.', 'lines')).toBeNull()
  expect(mergeLines('Et afsnit.', 'Et afsnit, mit.', 'Et afsnit, deres.', 'both')).toBeNull()
})

test('two minute takers who both go on at the end are both kept, theirs first, apart by an empty line', () => {
  const before = 'Lone bød velkommen.'
  const mine = `${before}\n\nMads spurgte til økonomien.`
  const theirs = `${before}\n\nHanne orienterede om aftalen.`
  expect(mergeLines(before, mine, theirs, 'both')).toBe(
    `${before}\n\nHanne orienterede om aftalen.\n\nMads spurgte til økonomien.`,
  )
  expect(mergeLines('', 'Mit.', 'Deres.', 'both')).toBe('Deres.\n\nMit.')
})

test('where both begin an empty text the plain rule asks', () => {
  expect(mergeLines('', 'Godkendt.', 'Afvist.', 'lines')).toBeNull()
})

test('my own text that stands there already, with more after it, is not put in once more', () => {
  const mine = 'Velkomst.\n\nMads spurgte.'
  const theirs = 'Velkomst.\n\nMads spurgte.\n\nHanne svarede.'
  expect(mergeLines('Velkomst.', mine, theirs, 'both')).toBe(theirs)
  expect(mergeLines('Velkomst.', theirs, mine, 'both')).toBe(theirs)
  expect(mergeLines('', 'Mads spurgte.', 'Mads spurgte.\n\nHanne svarede.', 'lines')).toBe(
    'Mads spurgte.\n\nHanne svarede.',
  )
})

test('line ends do not make a difference', () => {
  expect(mergeLines('a\r\nb', 'a\nb\nc', 'a\r\nb', 'lines')).toBe('a\nb\nc')
})
