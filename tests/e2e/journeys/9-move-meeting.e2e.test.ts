import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

type Tab = Awaited<ReturnType<typeof openTab>>

async function fillMove({ app }: Tab, date: string, reason: string): Promise<void> {
  await app.getByRole('button', { name: 'Flyt mødet' }).click()
  const form = app.getByRole('form', { name: 'Flyt mødet' })
  await form.getByLabel('Ny dato').fill(date)
  await form.getByLabel('Hvorfor flyttes det?').fill(reason)
  await form.getByRole('button', { name: 'Se, hvad der sker' }).click()
  await app.getByRole('heading', { name: 'Det sker, når du flytter mødet' }).waitFor()
}

async function invitationsOf(person: string) {
  const world = await (await fetch(`${product.origin}/local/world.json`)).json()
  return (world.invitations as Product['world']['invitations']).filter(
    (one) => one.person === person && /^Chefforum( - ny dato)?$/.test(one.subject) && one.start > '2026-09',
  )
}

test('a date that is missing or past is said at the field, and nothing happens', async () => {
  const { app } = await openTab(product, 'vibe')
  await app.getByRole('button', { name: 'Flyt mødet' }).click()
  const form = app.getByRole('form', { name: 'Flyt mødet' })
  await form.getByRole('button', { name: 'Se, hvad der sker' }).click()
  await form.getByText('Vælg en dato og et tidspunkt.').waitFor()
  expect(await form.getByLabel('Besked').inputValue()).toContain('onsdag den 23. september 2026 er flyttet til ….')
  await form.getByLabel('Ny dato').fill('2026-09-23')
  await form.getByRole('button', { name: 'Se, hvad der sker' }).click()
  await form.getByText('Vælg et andet tidspunkt end det, mødet har nu.').waitFor()
  await form.getByLabel('Ny dato').fill('2026-09-01')
  await form.getByRole('button', { name: 'Se, hvad der sker' }).click()
  await form.getByText('Den nye dato skal ligge i fremtiden.').waitFor()
})

test('a secretary who has not called it sends a new invitation after seeing what happens', async () => {
  const tab = await openTab(product, 'vibe')
  const { app, page } = tab
  await fillMove(tab, '2026-09-30', 'Falder sammen med budgetforhandlingerne')
  await app
    .getByText(/Der sendes en ny indkaldelse til ons 30\. sep\. kl\. 9\.00-11\.00 fra din kalender til de 14 andre/)
    .waitFor()
  await app.getByText(/Den gamle indkaldelse er sendt af Lone Ravnkilde/).waitFor()
  await app.getByText(/En indkaldelse, der er sendt, kan ikke kaldes tilbage/).waitFor()
  await app.getByText(/Denne indkaldelse erstatter mødet onsdag den 23\. september 2026/).waitFor()
  await expectNoAxeViolations(page)
  expect(await invitationsOf('peter')).toHaveLength(2)
  await app.getByRole('button', { name: 'Flyt mødet og send' }).click()
  await app.getByText('Mødet er flyttet til ons 30. sep. kl. 9.00-11.00.').waitFor()
  expect(await app.getByLabel('Tekst, du kan sende').inputValue()).toContain(
    'er flyttet til onsdag den 30. september 2026',
  )
  await expectNoAxeViolations(page)
})

test('everybody sees the chain of dates, why, and when it was announced; the invitation in between is stale', async () => {
  const { app } = await openTab(product, 'hanne')
  const dates = app.getByRole('list', { name: 'Mødets datoer' })
  await dates.getByText('ons 30. sep. kl. 9.00-11.00').waitFor()
  await dates.getByText('tirs 15. sep. gælder ikke længere').waitFor()
  await dates.getByText('ons 23. sep. gælder ikke længere').waitFor()
  await app.getByText(/Flyttet fra ons 23\. sep\.: Falder sammen med budgetforhandlingerne/).waitFor()
  await app.getByRole('button', { name: 'Hvorfor ved vi det?' }).click()
  await app.getByText(/Flyttet fra tirs 15\. sep\.: Falder sammen med Sundhedsdagene i Nordenå\. Meldt ud/).waitFor()
  await app.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
  const [, between, newest] = await invitationsOf('peter')
  const pane = { viewport: { width: 1100, height: 900 } }
  const stale = await openHost(product, between?.address ?? '', pane)
  await stale.app.getByText('Denne indkaldelse er erstattet. Mødet er ons 30. sep. kl. 9.00-11.00.').waitFor()
  await stale.app.getByRole('button', { name: 'Fjern denne fra min kalender' }).waitFor()
  const live = await openHost(product, newest?.address ?? '', pane)
  await live.app.getByText('ons 30. sep. kl. 9.00-11.00').waitFor()
  expect(await live.app.getByRole('button', { name: 'Fjern denne fra min kalender' }).count()).toBe(0)
})

test('the log says who moved it and why, and from there it is taken back in the words of the consequence', async () => {
  const { app, page } = await openTab(product, 'jonas')
  await app.getByRole('button', { name: 'Log', exact: true }).click()
  const lines = app.getByRole('list', { name: 'Log' })
  await lines.getByText('Vibe Damsholt flyttede mødet fra ons 23. sep.').waitFor()
  await lines.getByText(/Lone Ravnkilde bekræftede, at "Chefforum" tirs 15\. sep\. er erstattet/).waitFor()
  await expectNoAxeViolations(page)
  await lines.getByRole('button', { name: 'Fortryd: Vibe Damsholt flyttede mødet fra ons 23. sep.' }).click()
  const question = app.getByRole('alertdialog', { name: 'Tag det tilbage?' })
  await question.getByText(/Den nye indkaldelse er sendt og kan ikke kaldes tilbage/).waitFor()
  await question.getByRole('button', { name: 'Fortryd' }).click()
  await lines.getByText(/Taget tilbage af Jonas Ellebro/).waitFor()
  await app.getByRole('list', { name: 'Mødets datoer' }).getByText('ons 23. sep. kl. 9.00-11.00').waitFor()
})

test('a secretary who has called it moves the same invitation, and takes it back at once', async () => {
  const tab = await openTab(product, 'lone')
  const { app } = tab
  await fillMove(tab, '2026-10-01', 'Salen er optaget')
  await app.getByText(/Du har selv indkaldt, så din indkaldelse flyttes til tors 1\. okt\. kl\. 9\.00-11\.00/).waitFor()
  await app.getByRole('button', { name: 'Flyt mødet', exact: true }).click()
  await app.getByText('Mødet er flyttet til tors 1. okt. kl. 9.00-11.00.').waitFor()
  expect((await invitationsOf('peter')).map(({ start }) => start.slice(0, 10))).toContain('2026-10-01')
  await app.getByRole('button', { name: 'Fortryd flytningen' }).click()
  await app
    .getByRole('alertdialog')
    .getByText(/flyttes tilbage til ons 23\. sep\./)
    .waitFor()
  await app.getByRole('alertdialog').getByRole('button', { name: 'Fortryd flytningen' }).click()
  await app.getByText('Flytningen er fortrudt').waitFor()
  await app.getByRole('list', { name: 'Mødets datoer' }).getByText('ons 23. sep. kl. 9.00-11.00').waitFor()
  expect((await invitationsOf('peter')).map(({ start }) => start.slice(0, 10))).toContain('2026-09-23')
})

test.each(['light', 'dark', 'contrast'] as const)('axe finds nothing in the form (%s)', async (host) => {
  const { app, page } = await openTab(product, 'vibe', 'content', { host, viewport: { width: 768, height: 900 } })
  await app.getByRole('button', { name: 'Flyt mødet' }).click()
  await app.getByRole('form', { name: 'Flyt mødet' }).waitFor()
  await expectNoAxeViolations(page)
})

test('in English the same is said of a move and in the log', async () => {
  const { app, page } = await openTab(product, 'vibe', 'content', { language: 'en' })
  await app.getByRole('button', { name: 'Move the meeting' }).click()
  const form = app.getByRole('form', { name: 'Move the meeting' })
  await form.getByLabel('New date').fill('2026-10-07')
  await form.getByRole('button', { name: 'See what happens' }).click()
  await app.getByText(/A new invitation for Wed 7 Oct, 9:00-11:00 is sent from your calendar/).waitFor()
  await app.getByRole('button', { name: 'Log', exact: true }).click()
  await app.getByText(/^Vibe Damsholt moved the meeting from Wed 23 Sept$/).waitFor()
  await expectNoAxeViolations(page)
})
