import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { plainAgenda, plainMinutes } from '../../support/agenda-texts.ts'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

const folder = mkdtempSync(join(tmpdir(), 'arkiv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

/** A folder as a secretariat has it: two years, a letter, a broken file, one of another forum, and a picture. */
const inYear = (text: string, year: number) =>
  text.replaceAll('2026', String(year)).replaceAll(/(Mandag|Tirsdag) den/g, 'Den')
mkdirSync(join(folder, '2016'))
mkdirSync(join(folder, '2017'))
writeFileSync(join(folder, '2016/dagsorden.txt'), inYear(plainAgenda, 2016))
writeFileSync(join(folder, '2016/referat.txt'), inYear(plainMinutes, 2016))
writeFileSync(join(folder, '2017/referat.txt'), inYear(plainMinutes, 2017))
writeFileSync(join(folder, '2017/andet forum.txt'), inYear(plainAgenda, 2017).replace('Chefforum', 'Byggeudvalget'))
writeFileSync(
  join(folder, 'brev.txt'),
  'Kære Lone\n\nTak for din mail. Jeg ringer i næste uge.\n\nVenlig hilsen\nPeter\n',
)
writeFileSync(join(folder, 'i-stykker.docx'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]))
writeFileSync(join(folder, 'billede.png'), 'et billede')

function browserOf(product: Product, person: string): string {
  return String(product.world.persons.find(({ id }) => id === person)?.addresses.browser)
}

/** The secretary's home in the browser, with the archive open. */
async function openArchive(product: Product, options: Parameters<typeof openHost>[2] = {}) {
  const { page } = await openHost(product, browserOf(product, 'lone'), options)
  await page.getByRole('button', { name: 'Arkiv' }).press('Enter')
  await page.getByRole('heading', { name: 'Arkiv', level: 1 }).waitFor()
  return page
}

test('a folder of years goes into the archive, says what became of each file, and can be read there', async () => {
  const page = await openArchive(await startProduct())
  await page.getByRole('button', { name: 'Importér arkiv' }).press('Enter')
  await page.getByRole('combobox', { name: 'Forum' }).selectOption({ label: 'Chefforum' })
  await page.locator('input[type=file]').first().setInputFiles(folder)
  await page.getByText('1 andre filer i mappen læses ikke.').waitFor()
  await page.getByRole('button', { name: 'Importér 6 filer' }).press('Enter')
  const result = page.getByRole('region', { name: 'Resultat' })
  await result
    .getByText(
      '6 af 6 filer · 2 importeret · 1 lagt på et møde, der var der · 1 er ikke en dagsorden eller et referat · 1 fra et andet forum · 1 kan ikke læses',
    )
    .waitFor({ timeout: 60_000 })
  await result.getByText('Nævner et andet forum: Byggeudvalget').waitFor()
  await result.getByText(/Kan ikke læses\. Filen er i stykker/).waitFor()
  await result.getByText('Lagt på mødet: tors 8. dec. 2016, 5 punkter').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Tilbage' }).press('Enter')
  await page.getByRole('heading', { name: '2016 · 1 møde' }).click()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: /tors 8\. dec\. 2016 kl\. 9\.00-11\.00.*Chefforum · referat/ }).press('Enter')
  await page.getByRole('tab', { name: /^Referat/ }).click()
  await page.getByText('Chefforum godkender vagtordningen fra 1. marts.').waitFor()
  await page.getByText('Budgettet blev godkendt.').waitFor()
  await page.getByRole('tab', { name: /^Bilag/ }).click()
  await page.getByRole('heading', { name: 'Læst af disse dokumenter' }).waitFor()
})

test('run again, everything is there; without connection it stops, says so, and can go on', async () => {
  const product = await startProduct()
  const page = await openArchive(product, { allow: [/ERR_INTERNET_DISCONNECTED|graph|token|worker/] })
  const importAll = async () => {
    await page.getByRole('combobox', { name: 'Forum' }).selectOption({ label: 'Chefforum' })
    await page.locator('input[type=file]').first().setInputFiles(folder)
    await page.getByRole('button', { name: 'Importér 6 filer' }).click()
  }
  await page.getByRole('button', { name: 'Importér arkiv' }).click()
  await page.context().setOffline(true)
  await importAll()
  await page.getByText(/Importen stoppede: Der er ingen forbindelse/).waitFor({ timeout: 60_000 })
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Importér flere' }).click()
  await importAll()
  await page.getByText(/6 af 6 filer · 2 importeret/).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Importér flere' }).click()
  await importAll()
  await page.getByText(/6 af 6 filer · 3 var der i forvejen/).waitFor({ timeout: 60_000 })
})

test('a member reads the archive but cannot fill it', async () => {
  const product = await startProduct()
  const { page } = await openHost(product, browserOf(product, 'birgit'))
  await page.getByRole('button', { name: 'Arkiv' }).click()
  await page.getByText('Alle forummets møder, der er holdt, nyeste først.').waitFor()
  expect(await page.getByRole('button', { name: 'Importér arkiv' }).count()).toBe(0)
})
