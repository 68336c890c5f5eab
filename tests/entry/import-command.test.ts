import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorld } from '../../src/local-tenant/seeds/index.ts'
import { openTenant } from '../../src/local-tenant/tenant.ts'
import { plainAgenda, plainMinutes } from '../support/agenda-texts.ts'

const root = resolve(import.meta.dirname, '../..')
const place = mkdtempSync(join(tmpdir(), 'import-'))
const data = join(place, 'data')
const folder = join(place, 'arkiv')

beforeAll(() => {
  const now = () => new Date('2026-09-08T08:00:00Z')
  openTenant({ dataDir: data, now, world: buildWorld('chefforum', now()) }).close()
  mkdirSync(join(folder, '2016'), { recursive: true })
  const year = (text: string) => text.replaceAll('2026', '2016').replaceAll(/Mandag|Tirsdag/g, 'Torsdag')
  writeFileSync(join(folder, '2016', 'dagsorden.txt'), year(plainAgenda))
  writeFileSync(join(folder, '2016', 'referat.txt'), year(plainMinutes))
  writeFileSync(
    join(folder, 'brev.txt'),
    'Kære Lone\n\nTak for din mail. Jeg ringer i næste uge.\n\nVenlig hilsen\nPeter\n',
  )
  writeFileSync(join(folder, 'i-stykker.docx'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]))
  writeFileSync(join(folder, 'billede.png'), 'ikke en dagsorden')
})

afterAll(() => rmSync(place, { recursive: true, force: true, maxRetries: 3 }))

function run(...words: readonly string[]) {
  const command = ['src/entry/run-command.mjs', 'import', ...words]
  const { status, stderr, stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  return { status, said: stdout, wrong: stderr }
}

test('a folder goes into the archive of the local tenant, with a line for each file and a sum; again, nothing is doubled', () => {
  const first = run(folder, '--forum', 'Chefforum', '--data', data)
  expect(first.wrong).toBe('')
  expect(first.status).toBe(0)
  expect(first.said).toContain('Importeret: tors 8. dec. 2016, 4 punkter')
  expect(first.said).toContain('Lagt på mødet: tors 8. dec. 2016, 5 punkter')
  expect(first.said).toMatch(/brev\.txt\n {4}Ikke en dagsorden eller et referat/)
  expect(first.said).toMatch(/i-stykker\.docx\n {4}Kan ikke læses\. Filen er i stykker/)
  expect(first.said).not.toContain('billede.png')
  const again = run(folder, '--forum', 'Chefforum', '--data', data)
  expect(again.said).toContain('2 var der i forvejen\n1 er ikke en dagsorden eller et referat\n1 kan ikke læses')
})

test('a forum, folder or tenant that is not there, and words that are not understood, are told with what there is', () => {
  const forum = run(folder, '--forum', 'Findes ikke', '--data', data)
  expect([forum.status, forum.wrong]).toEqual([2, expect.stringContaining('  Chefforum: sundhedssekretariatet')])
  expect(run(join(place, 'væk'), '--forum', 'Chefforum', '--data', data).wrong).toContain('findes ikke eller kan ikke')
  expect(run(folder, '--forum', 'Chefforum', '--data', join(place, 'tom')).wrong).toContain('Der er ingen lokal lejer')
  const stranger = run(folder, '--forum', 'Chefforum', '--data', data, '--person', 'ingen')
  expect(stranger.wrong).toContain('kender ikke personen "ingen"')
  expect(run(folder).wrong).toContain('Brug: npm run import')
  expect(run(folder, '--forum', 'x', '--what').wrong).toContain('Brug: npm run import')
})
