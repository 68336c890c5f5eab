import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/documents/read-document.ts'
import { readAgenda } from '../../../src/domain/agenda/read-agenda.ts'
import type { ExpectedAgenda } from '../../fixtures/agendas/read-fixture.ts'
import { scoreAgenda, summarise } from './score-agenda.ts'

const corpus = '../shared/corpus'
// The text form of these minutes holds no link addresses (forms.json of the corpus).
const withoutUrls = 'referat-chefforum-2021-06-18.txt'

function listFiles(): readonly { readonly path: string; readonly expected: ExpectedAgenda }[] {
  const documents = join(corpus, 'documents')
  const paths = [
    ...readdirSync(documents).map((file) => join(documents, file)),
    ...readdirSync(join(documents, 'variants')).map((file) => join(documents, 'variants', file)),
    ...readdirSync(join(corpus, 'seeds')).map((file) => join(corpus, 'seeds', file)),
  ].filter((path) => /\.(?:docx|pdf|txt)$/u.test(path))
  return paths.map((path) => {
    const name = basename(path).replace(/(?:\.bold-headings)?\.[a-z]+$/u, '')
    return {
      path,
      expected: JSON.parse(readFileSync(join(corpus, 'expected', `${name}.json`), 'utf8')) as ExpectedAgenda,
    }
  })
}

describe('the corpus', () => {
  test('is read right in Word, PDF and text', async () => {
    if (!existsSync(corpus)) {
      process.stdout.write('The corpus is not beside the project (../shared/corpus): nothing was scored.\n')
      return
    }
    const scores = []
    for (const { path, expected } of listFiles()) {
      const reading = await readDocument({ name: basename(path), bytes: readFileSync(path) })
      if (reading.kind !== 'outline') throw new Error(`${path}: ${reading.reason}`)
      const score = scoreAgenda(expected, readAgenda(reading.outline).value)
      if (path.endsWith(withoutUrls)) score.delete('urls')
      scores.push({ name: basename(path), score })
    }
    const { overall, fields, table } = summarise(scores)
    process.stdout.write(`${table}\n`)
    expect(fields['items']).toBe(1)
    expect(fields['bilag']).toBe(1)
    expect(overall).toBeGreaterThanOrEqual(0.98)
  }, 120_000)
})
