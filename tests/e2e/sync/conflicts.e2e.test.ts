import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

const clash = { allow: [/412/] }

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

function browserAddress(person: string): string {
  const { forumId, key } = comingMeeting(product)
  return `/app/index.html?person=${person}&m=${key}&f=${encodeURIComponent(forumId)}`
}

async function edit(person: string, title: RegExp): Promise<Page> {
  const { page } = await openHost(product, browserAddress(person), clash)
  await page.getByRole('navigation', { name: 'Dagsorden' }).getByRole('button', { name: title }).click()
  await page.getByRole('button', { name: /Rediger/ }).click()
  await page.getByRole('textbox', { name: 'Referat' }).waitFor()
  return page
}

function save(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Gem', exact: true }).click()
}

const clashOn = (page: Page) => page.getByRole('region', { name: 'To har rettet det samme' })

test('two minute takers on one item: different fields and paragraphs are merged without a question', async () => {
  const lone = await edit('lone', /Status på den fælles udskrivningsaftale/)
  const vibe = await edit('vibe', /Status på den fælles udskrivningsaftale/)
  await lone.getByRole('textbox', { name: 'Referat' }).fill('Hanne orienterede om aftalen.')
  await save(lone)
  await lone.getByRole('article').getByText('Hanne orienterede').waitFor()
  await vibe.getByRole('textbox', { name: 'Referat' }).fill('Mads spurgte til økonomien.')
  await vibe.getByRole('textbox', { name: 'Beslutning' }).fill('Taget til efterretning.')
  await save(vibe)
  const article = vibe.getByRole('article')
  for (const text of ['Hanne orienterede om aftalen.', 'Mads spurgte til økonomien.', 'Taget til efterretning.']) {
    await article.getByText(text).waitFor()
  }
})

test('the same field in two ways: both texts side by side, nothing is stored before the choice, and a third text can be made', async () => {
  const lone = await edit('lone', /Fælles retningslinje for sårpleje/)
  const vibe = await edit('vibe', /Fælles retningslinje for sårpleje/)
  await lone.getByRole('textbox', { name: 'Beslutning' }).fill('Godkendt.')
  await save(lone)
  await lone.getByRole('article').getByText('Godkendt.').waitFor()
  await vibe.getByRole('textbox', { name: 'Beslutning' }).fill('Godkendt med en bemærkning.')
  await vibe.getByRole('textbox', { name: 'Titel' }).fill('Fælles retningslinje for sårpleje og hud')
  await save(vibe)
  await clashOn(vibe)
    .getByRole('region', { name: 'Den andens tekst' })
    .getByText('Godkendt.', { exact: true })
    .waitFor()
  await clashOn(vibe).getByRole('region', { name: 'Din tekst' }).getByText('Godkendt med en bemærkning.').waitFor()
  await expectNoAxeViolations(vibe)

  await clashOn(vibe).getByRole('button', { name: 'Ret sammen' }).click()
  await clashOn(vibe)
    .getByRole('textbox', { name: 'Fælles tekst' })
    .fill('Godkendt med den bemærkning, at den evalueres.')
  await clashOn(vibe).getByRole('button', { name: 'Gem valget' }).click()
  await vibe
    .getByRole('article', { name: /sårpleje og hud/ })
    .getByText('at den evalueres')
    .waitFor()
  const reader = await openHost(product, browserAddress('birgit'))
  await reader.page.getByRole('button', { name: /sårpleje og hud/ }).click()
  await reader.page.getByRole('article').getByText('Godkendt med den bemærkning, at den evalueres.').waitFor()
})

test('the decision during the meeting: what a colleague wrote while I was writing is shown, not overwritten', async () => {
  const lone = await openTab(product, 'lone', 'sidePanel', clash)
  const vibe = await openTab(product, 'vibe', 'sidePanel', clash)
  for (const { app } of [lone, vibe]) await app.getByRole('heading', { name: /Godkendelse af dagsorden/ }).waitFor()
  await vibe.app.getByRole('textbox', { name: 'Beslutning' }).fill('Udsat.')
  await lone.app.getByRole('button', { name: 'Godkendt.' }).click()
  await lone.app.getByRole('button', { name: 'Gem beslutning' }).click()
  await expect.poll(() => lone.app.getByRole('button', { name: 'Gem beslutning' }).isDisabled()).toBe(true)
  await vibe.app.getByRole('button', { name: 'Gem beslutning' }).click()
  const panel = vibe.app.getByRole('region', { name: 'To har rettet det samme' })
  await panel.getByText('Godkendt.', { exact: true }).waitFor()
  await panel.getByRole('button', { name: 'Behold den andens' }).click()
  await panel.getByRole('button', { name: 'Gem valget' }).click()
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => vibe.app.getByRole('textbox', { name: 'Beslutning' }).inputValue()).toBe('Godkendt.')
})

test('two colleagues of one organisation, one of them without a connection: the note waits with both texts', async () => {
  const offline = { allow: [/ERR_INTERNET_DISCONNECTED|412|graph|token/] }
  const { page: inge } = await openHost(product, browserAddress('inge'), offline)
  await inge.getByRole('tab', { name: /^Status/ }).click()
  const field = (page: Page) => page.getByRole('textbox', { name: /Status fra Birkesø/ }).first()
  await field(inge).fill('Fælles udgangspunkt.')
  await inge.getByRole('button', { name: 'Gem status' }).first().click()
  await inge.getByText('Din status er gemt.').waitFor()

  const { page: soeren } = await openHost(product, browserAddress('soeren'), offline)
  await soeren.getByRole('tab', { name: /^Status/ }).click()
  await expect.poll(() => field(soeren).inputValue()).toBe('Fælles udgangspunkt.')
  await soeren.waitForLoadState('networkidle')
  await soeren.context().setOffline(true)
  await field(soeren).fill('Sørens udgave.')
  await soeren.getByRole('button', { name: 'Gem status' }).first().click()
  await soeren.getByRole('region', { name: 'Venter på at blive sendt' }).waitFor()
  await field(inge).fill('Inges udgave.')
  await inge.getByRole('button', { name: 'Gem status' }).first().click()
  await inge.getByText('Din status er gemt.').waitFor()

  await soeren.context().setOffline(false)
  await clashOn(soeren).getByText('Inges udgave.').waitFor()
  await clashOn(soeren).getByText('Sørens udgave.').waitFor()
  await expectNoAxeViolations(soeren)
  await clashOn(soeren).getByRole('button', { name: 'Brug min' }).click()
  await clashOn(soeren).getByRole('button', { name: 'Gem valget' }).click()
  await clashOn(soeren).waitFor({ state: 'detached' })
  await inge.reload()
  await inge.getByRole('tab', { name: /^Status/ }).click()
  await expect.poll(() => field(inge).inputValue()).toBe('Sørens udgave.')
})
