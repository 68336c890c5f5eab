import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { invitationAddress, openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

const pane = { viewport: { width: 1100, height: 900 } }

/** The invitation nobody has tied, which may be the meeting after next. */
function suggestedInvitation(person: string): string {
  const found = product.world.invitations.find(
    (one) => one.person === person && one.subject === 'Chefforum' && one.tie === null && one.start > '2026-11',
  )
  if (!found) throw new Error(`${person} has no suggested invitation`)
  return found.address
}

function followingTab(person: string): string {
  const meeting = product.world.meetings.find((one) => one.forumName === 'Chefforum' && one.startIso > '2026-11')
  return meeting?.addresses[person]?.['content'] ?? ''
}

test('the secretary finds the invitation that waits, beside the meeting it may be, and confirms it', async () => {
  const { app, page } = await openHost(product, followingTab('vibe'))
  await app.getByRole('button', { name: '1 indkaldelse at se på' }).click()
  const card = app.getByRole('region', { name: /Er denne indkaldelse mødet ons 25\. nov\./ })
  await card
    .getByRole('row', { name: /Tid ons 25\. nov\. kl\. 12\.30-14\.30 ons 25\. nov\. kl\. 9\.00-12\.00/ })
    .waitFor()
  await card.getByText(/nævner Chefforum/).waitFor()
  await expectNoAxeViolations(page)
  await card.getByRole('button', { name: 'Ja, det er mødet' }).click()
  await app.getByText('"Chefforum" er knyttet til mødet for alle').waitFor()
  await card.waitFor({ state: 'detached' })
})

test('the next participant who opens it finds it tied, with the word of the secretariat', async () => {
  const { app } = await openHost(product, suggestedInvitation('birgit'), pane)
  await app.getByRole('group').getByText('Hvorfor dette møde?').click()
  await app.getByText(/^Bekræftet af Vibe Damsholt/).waitFor()
})

test('it can be undone, corrected and undone again where it was said', async () => {
  const { app } = await openHost(product, suggestedInvitation('jonas'), pane)
  await app.getByRole('group').getByText('Hvorfor dette møde?').click()
  const card = app.getByRole('region', { name: /Er denne indkaldelse mødet/ })
  await card.getByRole('button', { name: 'Ikke et af vores møder' }).click()
  await app.getByText('Hører ikke til et forum.').waitFor()
  await app.getByRole('button', { name: 'Fortryd' }).click()
  await app.getByRole('group').getByText('Hvorfor dette møde?').waitFor()
  await app.getByText('Hører ikke til et forum.').waitFor({ state: 'detached' })
})

test('a member says that it does not fit: remembered for that member, seen by the secretariat, and answered', async () => {
  const { app } = await openHost(product, invitationAddress(product, 'birgit', 'superseded'), pane)
  await app.getByText(/Denne indkaldelse er erstattet/).waitFor()
  await app.getByRole('group').getByText('Hvorfor dette møde?').click()
  await app.getByRole('button', { name: 'Det passer ikke' }).click()
  await app.getByText(/Du har sagt, at indkaldelsen ikke hører til Chefforum ons 23\. sep\./).waitFor()
  expect(await app.getByRole('button', { name: 'Fjern denne fra min kalender' }).count()).toBe(0)
  const again = await openHost(product, invitationAddress(product, 'birgit', 'superseded'), pane)
  await again.app.getByText(/Du har sagt, at indkaldelsen ikke hører til/).waitFor()
  const other = await openHost(product, invitationAddress(product, 'peter', 'superseded'), pane)
  await other.app.getByText(/Denne indkaldelse er erstattet/).waitFor()
  const tab = await openHost(product, comingTab('lone'))
  await tab.app.getByRole('button', { name: '1 indkaldelse at se på' }).click()
  const card = tab.app.getByRole('region', {
    name: /Birgit Aaskov, Hedelund Kommune, siger, at "Chefforum tirs 15\. sep\."/,
  })
  await card.getByRole('button', { name: 'Ja, den er erstattet' }).click()
  await tab.app.getByText('"Chefforum" er erstattet for alle').waitFor()
  await card.waitFor({ state: 'detached' })
  await again.app.getByRole('button', { name: 'Den passer alligevel' }).click()
  await again.app.getByText(/Denne indkaldelse er erstattet/).waitFor()
})

function comingTab(person: string): string {
  const meeting = product.world.meetings.find((one) => one.supersedesKey !== null && one.status === 'planned')
  return meeting?.addresses[person]?.['content'] ?? ''
}

test.each(['light', 'dark', 'contrast'] as const)('axe finds nothing in the waiting questions (%s)', async (host) => {
  const { app, page } = await openHost(product, suggestedInvitation('lone'), { ...pane, host })
  await app.getByRole('group').getByText('Hvorfor dette møde?').click()
  await app.getByRole('table').waitFor()
  await expectNoAxeViolations(page)
})
