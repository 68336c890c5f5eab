import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { plainAgenda, plainMinutes, plainMinutesWithNext } from '../../support/agenda-texts.ts'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { type OpenedApp, openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

/** The secretary at the coming meeting that has no agenda; the import is open. */
async function openImport(product: Product, options: Parameters<typeof openHost>[2] = {}): Promise<OpenedApp> {
  const meeting = product.world.meetings.find((one) => one.status === 'planned' && one.agendaState === 'none')
  const opened = await openHost(product, String(meeting?.addresses['lone']?.['content']), options)
  await opened.app.getByRole('button', { name: /Importér dagsorden|Import agenda/ }).click()
  return opened
}

async function chooseText({ app }: OpenedApp, name: string, text: string): Promise<Locator> {
  await app.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const understood = app.getByRole('region', { name: /Dette blev forstået|This was understood/ })
  await understood.waitFor({ timeout: 60_000 })
  return understood
}

const titlesOf = (understood: Locator): Promise<string[]> =>
  understood
    .getByRole('textbox', { name: /^Titel/ })
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))

async function save({ app }: OpenedApp, said: RegExp): Promise<void> {
  await app.getByRole('button', { name: /^Gem på mødet/ }).click()
  await app.getByText(said).waitFor({ timeout: 60_000 })
}

test('what was misread is mended by keyboard, one doubt after the other, and undone again', async () => {
  const opened = await openImport(await startProduct())
  const { app, page } = opened
  const understood = await chooseText(opened, 'dagsorden.txt', plainAgenda)
  await app.getByText('4 punkter, 3 bilag (1 eftersendes), 3 ting at se på').waitFor()
  const doubts = app.getByRole('region', { name: 'Ting at se på' })
  await doubts.getByText(/Dokumentets dato er/).waitFor()
  await doubts.getByRole('button', { name: 'Næste' }).press('Enter')
  await doubts.getByText(/Der står mandag, men datoen er/).waitFor()
  await doubts.getByRole('button', { name: 'Datoen er tirs 8. dec. 2026' }).press('Enter')
  await doubts.getByText('Flere punkter har nummer 2.').waitFor()
  await understood.getByRole('button', { name: '⚠ 1 ting at se på' }).waitFor()
  await doubts.getByRole('button', { name: 'Kald det 3, og ryk de næste' }).press('Enter')
  await doubts.getByRole('button', { name: 'Det er den rigtige fil' }).press('Enter')
  await app.getByText('Alt i dokumentet blev forstået.').waitFor()
  await understood.getByRole('button', { name: 'Ret Punkt 2 Udskrivning i weekenden' }).press('Enter')
  await understood.getByRole('button', { name: 'Lægerne deltager i ordningen' }).press('Enter')
  await expectNoAxeViolations(page)
  await understood.getByRole('button', { name: 'Nyt punkt herfra' }).press('Enter')
  const whole = ['Godkendelse af dagsorden', 'Udskrivning i weekenden', 'Budget 2027', 'Eventuelt']
  const split = whole.toSpliced(2, 0, 'Lægerne deltager i ordningen')
  expect(await titlesOf(understood)).toEqual(split)
  await page.keyboard.press('Control+z')
  expect(await titlesOf(understood)).toEqual(whole)
  await page.keyboard.press('Control+y')
  expect(await titlesOf(understood)).toEqual(split)
})

test('items are moved, renamed and merged, an enclosure goes to another item, and what is saved is what was shown', async () => {
  const opened = await openImport(await startProduct())
  const { app, page } = opened
  const understood = await chooseText(opened, 'dagsorden.txt', plainAgenda)
  await understood.getByRole('textbox', { name: 'Titel 3' }).press('Alt+ArrowUp')
  expect((await titlesOf(understood)).at(-1)).toBe('Budget 2027')
  await understood.getByRole('textbox', { name: 'Titel 3' }).fill('Eventuelt og farvel')
  await understood.getByRole('button', { name: /^Ret Punkt 2 Budget/ }).click()
  await understood.getByRole('textbox', { name: 'Bilagets titel 3' }).fill('Budget i tal')
  await understood
    .getByRole('combobox', { name: 'Flyt til punkt' })
    .selectOption({ label: 'Punkt 2 Udskrivning i weekenden' })
  await understood.getByRole('listitem', { name: 'Punkt 2 Udskrivning i weekenden' }).getByText('3 bilag').waitFor()
  await understood.getByRole('button', { name: 'Slå sammen med ovenfor: Punkt 2 Budget 2027' }).click()
  expect(await titlesOf(understood)).toEqual([
    'Godkendelse af dagsorden',
    'Udskrivning i weekenden',
    'Eventuelt og farvel',
  ])
  await save(opened, /3 punkter er gemt som kladde/)
  await page.reload()
  await app
    .getByRole('navigation', { name: 'Dagsorden' })
    .getByRole('button', { name: /Eventuelt og farvel/ })
    .waitFor()
  await app.getByRole('tab', { name: /^Bilag/ }).click()
  await app.getByText('Budget i tal').waitFor()
  await app.getByRole('heading', { name: 'Læst af disse dokumenter' }).waitFor()
  await app.getByText('dagsorden.txt').first().waitFor()
})

test('leaving with corrections that are not saved asks; without corrections nobody is asked', async () => {
  const opened = await openImport(await startProduct())
  const { app } = opened
  const understood = await chooseText(opened, 'dagsorden.txt', plainAgenda)
  await understood.getByRole('textbox', { name: 'Titel 1' }).fill('Velkomst')
  await app.getByRole('tab', { name: /^Referat/ }).click()
  const question = app.getByRole('alertdialog', { name: 'Forlad importen?' })
  await question.getByRole('button', { name: 'Annullér' }).press('Enter')
  await question.waitFor({ state: 'detached' })
  expect((await titlesOf(understood))[0]).toBe('Velkomst')
  await app.getByRole('button', { name: 'Vælg en anden fil' }).click()
  await question.getByRole('button', { name: 'Forlad uden at gemme' }).click()
  await chooseText(opened, 'dagsorden.txt', plainAgenda)
  await app.getByRole('tab', { name: /^Referat/ }).click()
  await app.getByText('Referatet er ikke skrevet endnu.').waitFor()
})

test('[M2] [M7] minutes are laid on the agenda that is there, ties can be corrected, conflicts show both', async () => {
  const opened = await openImport(await startProduct())
  const { app, page } = opened
  await chooseText(opened, 'dagsorden.txt', plainAgenda)
  await save(opened, /4 punkter er gemt som kladde/)
  await app.getByRole('button', { name: 'Importér dagsorden' }).click()
  const understood = await chooseText(opened, 'referat.txt', plainMinutes)
  await understood.getByText(/4 punkter findes, og det nye lægges på dem; 2 er nye/).waitFor()
  const tie = understood.getByRole('combobox', { name: 'Punkt 3 Nyt sundhedshus er' })
  await understood
    .getByRole('listitem', { name: 'Punkt 4 Budget 2027' })
    .getByText('samme titel · Lægger til: Beslutning')
    .waitFor()
  await tie.selectOption({ label: 'Samme som Punkt 2 Budget 2027' })
  await understood.getByText(/valgt af dig/).waitFor()
  await tie.press('Control+z')
  await understood.getByText(/valgt af dig/).waitFor({ state: 'detached' })
  await expectNoAxeViolations(page)
  await save(opened, /2 punkter er tilføjet, 4 punkter har fået tekst/)
  // The same minutes again say nothing new; other minutes ask.
  await app.getByRole('button', { name: 'Importér dagsorden' }).click()
  await chooseText(opened, 'referat.txt', plainMinutes)
  await save(opened, /6 var der i forvejen/)
  await app.getByRole('button', { name: 'Importér dagsorden' }).click()
  const other = await chooseText(
    opened,
    'referat2.txt',
    plainMinutes.replace('Budgettet blev godkendt.', 'Budgettet blev udsat.'),
  )
  const conflict = other.getByRole('group', { name: 'To tekster til Beslutning' })
  await conflict.getByText('Budgettet blev godkendt.').waitFor()
  await conflict.getByText('Budgettet blev udsat.').waitFor()
  await conflict.getByRole('radio', { name: 'Behold begge' }).check()
  await save(opened, /1 punkter har fået tekst/)
  await app.getByRole('tab', { name: /^Referat/ }).click()
  await app.getByText('Budgettet blev udsat.').waitFor()
  await app.getByText('Budgettet blev godkendt.').waitFor()
})

test('when the connection is lost while saving, it says so, keeps every correction, and the next try makes no doubles', async () => {
  const product = await startProduct()
  const opened = await openImport(product, { allow: [/ERR_INTERNET_DISCONNECTED|graph|token/] })
  const { app, page } = opened
  const understood = await chooseText(opened, 'dagsorden.txt', plainAgenda)
  await understood.getByRole('textbox', { name: 'Titel 1' }).fill('Velkomst')
  await page.context().setOffline(true)
  await app.getByRole('button', { name: /^Gem på mødet/ }).click()
  await app
    .getByText(/Der er ingen forbindelse/)
    .first()
    .waitFor({ timeout: 60_000 })
  expect((await titlesOf(understood))[0]).toBe('Velkomst')
  await page.context().setOffline(false)
  await save(opened, /punkter er gemt som kladde|punkter er tilføjet/)
  const items = app.getByRole('navigation', { name: 'Dagsorden' }).getByRole('listitem')
  await items.first().waitFor()
  expect(await items.count()).toBe(4)
})

test('[M10] [M11] the next meeting and the proposals for it are shown, and only what is ticked is made, once', async () => {
  const product = await startProduct()
  const opened = await openImport(product)
  const { app, page } = opened
  const understood = await chooseText(opened, 'referat.txt', plainMinutesWithNext)
  const next = understood.getByRole('region', { name: 'Næste møde' })
  await next.getByRole('checkbox', { name: 'Opret mødet tors 4. mar. 2027 kl. 9.00-11.00' }).waitFor()
  await next.getByRole('textbox', { name: 'Betingelse for forslag 2' }).press('End')
  await page.keyboard.type(' i april')
  await next.getByRole('checkbox', { name: 'Gem forslaget Madplaner' }).uncheck()
  await expectNoAxeViolations(page)
  await save(opened, /er gemt som kladde.*Næste møde er oprettet\. 2 forslag venter på næste møde\./)
  await app.getByRole('button', { name: 'Importér dagsorden' }).click()
  const again = await chooseText(opened, 'referat.txt', plainMinutesWithNext)
  const known = again.getByRole('region', { name: 'Næste møde' })
  await known.getByRole('checkbox', { name: /^Mødet tors 4\. mar\. 2027.*findes allerede$/ }).waitFor()
  expect(await known.getByText('findes allerede', { exact: true }).count()).toBe(2)
  await app.getByRole('button', { name: /Til dagsordenen/ }).click()
  await app.getByRole('tab', { name: /^Forslag/ }).click()
  await app.getByText('Digital hjemmepleje').waitFor()
  await app.getByText(/spørg først kvalitetsgruppen i april/).waitFor()
  expect(await app.getByText('Madplaner').count()).toBe(0)
})

const looks = [
  { host: 'dark', width: 270 },
  { host: 'contrast', width: 768 },
  { host: 'light', width: 1280 },
] as const
test.each(looks)(
  'the review holds in $host at $width px: axe is content, nothing stands outside',
  async ({ host, width }) => {
    const opened = await openImport(await startProduct(), { host, viewport: { width, height: 900 } })
    const { app, page } = opened
    const understood = await chooseText(opened, 'referat.txt', plainMinutesWithNext)
    await understood.getByRole('button', { name: 'Ret Punkt 2 Udskrivning i weekenden' }).click()
    await understood.getByText('Mødet i dokumentet').click()
    await expectNoAxeViolations(page)
    const [needed, given] = await app.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth])
    expect(needed).toBeLessThanOrEqual(Number(given))
  },
)

test('a file larger than any agenda is refused with the limit', async () => {
  const { app } = await openImport(await startProduct())
  const buffer = Buffer.alloc(31 * 1024 * 1024, 'a')
  await app.locator('input[type=file]').setInputFiles({ name: 'stor.txt', mimeType: 'text/plain', buffer })
  await app.getByText(/Filen er for stor\. En dagsorden må højst fylde/).waitFor()
})
