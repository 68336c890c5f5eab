import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

const documents = join(import.meta.dirname, '../../../../shared/corpus/documents')
const corpus = existsSync(documents)
if (!corpus) console.log('The corpus (../shared/corpus) is not here: the import of its documents is skipped.')

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

/** The secretary at the meeting that has no agenda yet. */
async function openEmptyMeeting() {
  const meeting = product.world['meetings']?.find((one) => one['status'] === 'planned' && one['agendaState'] === 'none')
  const addresses = meeting?.['addresses'] as Record<string, Record<string, string>>
  const opened = await openHost(product, String(addresses['lone']?.['content']))
  await opened.app.getByRole('button', { name: 'Importér dagsorden' }).click()
  return opened
}

test.skipIf(!corpus).each([
  ['referat-chefforum-2021-06-18.docx', '16 punkter, 13 bilag (1 eftersendes)'],
  ['dagsorden-kosu-2024-09-13.pdf', '14 punkter, 8 bilag'],
])('%s becomes an agenda after it was looked at', async (name, sum) => {
  const { app, page } = await openEmptyMeeting()
  await app.locator('input[type=file]').setInputFiles(join(documents, name))
  await app.getByRole('region', { name: 'Dette blev forstået' }).waitFor({ timeout: 60_000 })
  await app.getByText(sum).waitFor()
  await app.getByText(/Dokumentets dato er/).waitFor()
  await expectNoAxeViolations(page)
  await app.getByRole('button', { name: /^Gem på mødet/ }).click()
  const items = Number.parseInt(sum, 10)
  await app.getByText(/punkter er (gemt som kladde|tilføjet)/).waitFor({ timeout: 60_000 })
  await page.reload()
  await app.getByText('Kladde · ikke offentliggjort').waitFor()
  expect(await app.getByRole('navigation', { name: 'Dagsorden' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(
    items,
  )
})

test('a broken file, a file that is no agenda and an empty one are told apart, and nothing is saved', async () => {
  const { app } = await openEmptyMeeting()
  const choose = (name: string, content: string | Buffer) =>
    app.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
  await choose('i-stykker.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]))
  await app.getByText(/Filen er i stykker/).waitFor()
  await choose('tom.txt', '')
  await app.getByText('Filen er tom. Vælg en anden fil.').waitFor()
  await choose('brev.txt', 'Kære Lone\n\nTak for din mail. Jeg ringer i næste uge.\n\nVenlig hilsen\nPeter\n')
  await app.getByText(/ligner ikke en dagsorden/).waitFor()
})

test('a long agenda is shown to its end', async () => {
  const { app } = await openEmptyMeeting()
  const items = Array.from({ length: 90 }, (_, place) => `${place + 1}. Sag om bro ${place + 1}\n\nBroen ses efter.\n`)
  const text = `Dagsorden for møde i Broudvalget den 3. juni 2024 kl. 9\n\n${items.join('\n')}`
  const file = { name: 'lang.txt', mimeType: '', buffer: Buffer.from(text) }
  await app.locator('input[type=file]').setInputFiles(file)
  const understood = app.getByRole('region', { name: 'Dette blev forstået' })
  await understood.getByText('Sag om bro 90').first().waitFor({ state: 'attached' })
  await app.getByRole('region', { name: 'lang.txt' }).getByText('90. Sag om bro 90').waitFor({ state: 'attached' })
})
