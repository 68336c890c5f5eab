import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { invitationAddress, openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

const pane = { viewport: { width: 1100, height: 900 } }

test('the stale invitation says what replaced it and why, and shows the same agenda', async () => {
  const { app } = await openHost(product, invitationAddress(product, 'birgit', 'superseded'), pane)
  await app.getByText('Denne indkaldelse er erstattet. Mødet er ons 23. sep. kl. 9.00-11.00.').waitFor()
  await app
    .getByRole('listitem')
    .filter({ hasText: /indkaldelse|mødet|referat/i })
    .first()
    .waitFor()
  await app
    .getByRole('navigation', { name: 'Dagsorden' })
    .getByRole('button', { name: /Samarbejdsmodel for akutteams/ })
    .click()
  await app.getByRole('article', { name: /Samarbejdsmodel for akutteams/ }).waitFor()
  await app.getByRole('button', { name: /Til dagsordenen/ }).click()
  await app.getByRole('button', { name: 'Åbn den rigtige' }).waitFor()
})

test('one button removes it from my own calendar, after a confirmation', async () => {
  const { app, page } = await openHost(product, invitationAddress(product, 'soeren', 'superseded'), pane)
  await app.getByRole('button', { name: 'Fjern denne fra min kalender' }).click()
  const question = app.getByRole('alertdialog', { name: 'Fjern den gamle indkaldelse?' })
  await question.getByText(/lægges i Slettet post/).waitFor()
  await expectNoAxeViolations(page)
  await question.getByRole('button', { name: 'Annullér' }).click()
  await question.waitFor({ state: 'detached' })
  await app.getByRole('button', { name: 'Fjern denne fra min kalender' }).click()
  await question.getByRole('button', { name: 'Fjern', exact: true }).click()
  await app.getByText('Den gamle indkaldelse er fjernet fra din kalender.').waitFor()
  const world = await (await fetch(`${product.origin}/local/world.json`)).json()
  const left = world.invitations.filter((one: { person: string; tie: string }) => one.tie === 'superseded')
  expect(left.map((one: { person: string }) => one.person)).not.toContain('soeren')
  expect(left.map((one: { person: string }) => one.person)).toContain('birgit')
})

test('the one who called the old meeting is told why there is no button', async () => {
  const { app } = await openHost(product, invitationAddress(product, 'mads', 'superseded'), pane)
  await app.getByText(/Du har selv indkaldt til dette møde/).waitFor()
  expect(await app.getByRole('button', { name: 'Fjern denne fra min kalender' }).count()).toBe(0)
})

test('the invitation that holds is never offered for removal', async () => {
  const { app } = await openHost(product, invitationAddress(product, 'birgit', 'current'), pane)
  await app.getByText('ons 23. sep. kl. 9.00-11.00').waitFor()
  await app.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
  expect(await app.getByRole('button', { name: 'Fjern denne fra min kalender' }).count()).toBe(0)
})

test('without consent to the calendar the agenda is there, and what is missing is said', async () => {
  const { app } = await openHost(product, invitationAddress(product, 'tove', 'current'), {
    ...pane,
    allow: [/403/],
  })
  await app
    .getByText(/Mødetråd har ikke lov at læse din kalender/)
    .first()
    .waitFor()
  await app.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
})

test('an ordinary entry gets one quiet line', async () => {
  const ordinary = product.world['invitations']?.find((one) => one['person'] === 'birgit' && one['tie'] === null)
  const { app } = await openHost(product, String(ordinary?.['address']), pane)
  await app.getByText('Hører ikke til et forum.').waitFor()
  await app.getByRole('button', { name: 'Knyt til et møde' }).waitFor()
})

test.each(['light', 'dark', 'contrast'] as const)('axe finds nothing in the stale pane (%s)', async (host) => {
  const { app, page } = await openHost(product, invitationAddress(product, 'birgit', 'superseded'), { ...pane, host })
  await app.getByText(/Denne indkaldelse er erstattet/).waitFor()
  await app.getByRole('tab').first().waitFor()
  await expectNoAxeViolations(page)
})
