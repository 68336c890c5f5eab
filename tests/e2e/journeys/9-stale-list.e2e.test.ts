import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, invitationAddress, openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

async function staleOwners(): Promise<readonly string[]> {
  const world = await (await fetch(`${product.origin}/local/world.json`)).json()
  return world.invitations
    .filter((one: { tie: string }) => one.tie === 'superseded')
    .map((one: { person: string }) => one.person)
}

test('the tab says that the old invitation is still there; the list removes it, and the secretariat is told', async () => {
  const { app, page } = await openTab(product, 'soeren')
  const mine = app.getByRole('region', { name: 'Dit' })
  await mine.getByRole('button', { name: 'Den gamle indkaldelse tirs 15. sep. ligger stadig i din kalender' }).click()
  const list = app.getByRole('region', { name: 'Døde indkaldelser' })
  await list.getByText('Chefforum tirs 15. sep. er erstattet af Chefforum ons 23. sep. kl. 9.00-11.00.').waitFor()
  await expectNoAxeViolations(page)
  await list.getByRole('button', { name: 'Fjern denne fra min kalender' }).click()
  const question = app.getByRole('alertdialog', { name: 'Fjern den gamle indkaldelse?' })
  await question.getByText(/lægges i Slettet post/).waitFor()
  await question.getByRole('button', { name: 'Fjern', exact: true }).click()
  await list.getByText('Den gamle indkaldelse er fjernet fra din kalender.').waitFor()
  expect(await staleOwners()).not.toContain('soeren')
  const secretary = await openTab(product, 'lone')
  await secretary.app.getByText('Den gamle indkaldelse tirs 15. sep. er fjernet af 1 af 15; ukendt for resten').click()
  await secretary.app.getByText('Søren Elmtoft, Birkesø Kommune').first().waitFor()
})

test('the list is reached from the pane and from home in the browser', async () => {
  const pane = await openHost(product, invitationAddress(product, 'peter', 'superseded'), {
    viewport: { width: 1100, height: 900 },
  })
  await pane.app.getByRole('button', { name: 'Døde indkaldelser' }).click()
  await pane.app
    .getByRole('region', { name: 'Døde indkaldelser' })
    .getByText(/er erstattet af/)
    .waitFor()
  const person = product.world.persons.find(({ id }) => id === 'peter')
  const browser = await openHost(product, person?.addresses.browser ?? '')
  await browser.page.getByRole('button', { name: 'Døde indkaldelser' }).click()
  await browser.page.getByText(/er erstattet af Chefforum ons 23\. sep\./).waitFor()
  await expectNoAxeViolations(browser.page)
})

test('who called the old meeting is told why it cannot be removed from the list either', async () => {
  const { app } = await openTab(product, 'mads')
  await app.getByRole('button', { name: 'Døde indkaldelser' }).click()
  await app.getByText(/Du har selv indkaldt til dette møde/).waitFor()
  expect(await app.getByRole('button', { name: 'Fjern denne fra min kalender' }).count()).toBe(0)
})

test('without consent to the calendar the list explains itself', async () => {
  const { app } = await openHost(product, comingMeeting(product).addresses['tove']?.['content'] ?? '', {
    allow: [/403/],
  })
  await app.getByRole('button', { name: 'Døde indkaldelser' }).click()
  await app
    .getByRole('region', { name: 'Døde indkaldelser' })
    .getByText(/Mødetråd har ikke lov at læse din kalender/)
    .waitFor()
})

test('an old event that was cancelled properly meanwhile: the copy goes, and what happened is said', async () => {
  const { app } = await openTab(product, 'inge')
  await app.getByRole('button', { name: 'Døde indkaldelser' }).click()
  const list = app.getByRole('region', { name: 'Døde indkaldelser' })
  await list.getByRole('button', { name: 'Fjern denne fra min kalender' }).click()
  await cancelAsOrganiser('mads')
  await app.getByRole('alertdialog').getByRole('button', { name: 'Fjern', exact: true }).click()
  await list.getByText(/havde i mellemtiden aflyst\. Din kopi er fjernet/).waitFor()
  expect(await staleOwners()).not.toContain('inge')
})

/** The organiser cancels the old event in Outlook, as he should have done. */
async function cancelAsOrganiser(person: string): Promise<void> {
  const stale = product.world.invitations.find((one) => one.person === person && one.isOrganizer)
  const token = await fetch(`${product.origin}/local/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person, registration: 'my-calendar', scopes: ['Calendars.ReadWrite'] }),
  })
  const { accessToken } = await token.json()
  const answer = await fetch(`${product.origin}/graph/v1.0/me/events/${stale?.eventId}/cancel`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${accessToken}` },
    body: '{}',
  })
  expect(answer.status).toBe(202)
}
