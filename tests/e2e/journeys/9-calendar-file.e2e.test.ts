import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

function browserAddress(person: string): string {
  return product.world.persons.find(({ id }) => id === person)?.addresses.browser ?? ''
}

function asFile(lines: readonly string[]) {
  return { name: 'indkaldelse.ics', mimeType: 'text/calendar', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) }
}

/** An invitation as a calendar program outside Microsoft's sends it. */
const foreign = asFile([
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//DA',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:20260901-4711@kalender.example',
  'DTSTAMP:20260901T080000Z',
  'DTSTART:20261125T080000Z',
  'DTEND:20261125T110000Z',
  'SUMMARY:Ledermøde om velfærd',
  'ORGANIZER;CN=Ukendt Afsender:mailto:post@kalender.example',
  'END:VEVENT',
  'END:VCALENDAR',
])

let exported: Buffer

test('the meeting is got as a calendar file with one clean entry and the link to its agenda', async () => {
  const { app, page } = await openTab(product, 'birgit')
  const waiting = page.waitForEvent('download')
  await app.getByRole('button', { name: 'Hent kalenderfil' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('Chefforum 2026-09-23.ics')
  exported = readFileSync(await download.path())
  const text = exported.toString('utf8').replaceAll('\r\n ', '')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  for (const line of ['METHOD:PUBLISH', 'DTSTART:20260923T070000Z', 'SEQUENCE:1', 'SUMMARY:Chefforum'])
    expect(text.split('\r\n')).toContain(line)
  expect(text).toContain(`tab.html?m=${comingMeeting(product).key}`)
})

test('opened as a file, the entry is known by the link in it, and leads to the meeting', async () => {
  const { page } = await openHost(product, browserAddress('peter'))
  await page.getByRole('button', { name: 'Åbn kalenderfil' }).click()
  const file = { name: 'Chefforum.ics', mimeType: 'text/calendar', buffer: exported }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('"Chefforum" ons 23. sep. er Chefforum ons 23. sep. kl. 9.00-11.00.').waitFor()
  await page.getByText('Teams-mødet i den nye indkaldelse').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Åbn mødet' }).click()
  await page.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
})

test('an invitation nobody could place is tied by the secretariat, for all who have the file', async () => {
  const { page } = await openHost(product, browserAddress('vibe'))
  await page.getByRole('button', { name: 'Åbn kalenderfil' }).click()
  await page.locator('input[type=file]').setInputFiles(foreign)
  await page.getByText('"Ledermøde om velfærd" ons 25. nov. hører ikke til et forum.').waitFor()
  const card = page.getByRole('region', { name: 'Knyt til et møde for alle' })
  await card
    .getByRole('combobox', { name: 'Møde' })
    .selectOption({ label: 'Chefforum, ons 25. nov. 2026 kl. 9.00-12.00' })
  await card.getByRole('button', { name: 'Knyt til mødet' }).click()
  await page.getByText('"Ledermøde om velfærd" er knyttet til mødet for alle').waitFor()
  await page.getByText('"Ledermøde om velfærd" ons 25. nov. er Chefforum ons 25. nov. kl. 9.00-12.00.').waitFor()
  const { app } = await openTab(product, 'peter')
  await app.getByRole('button', { name: 'Åbn kalenderfil' }).click()
  await app.locator('input[type=file]').setInputFiles(foreign)
  await app.getByText('"Ledermøde om velfærd" ons 25. nov. er Chefforum ons 25. nov. kl. 9.00-12.00.').waitFor()
})

test('a file that is no calendar says so', async () => {
  const { app, page } = await openTab(product, 'peter')
  await app.getByRole('button', { name: 'Åbn kalenderfil' }).click()
  await app.locator('input[type=file]').setInputFiles({ ...foreign, buffer: Buffer.from('PK\u0003\u0004 noget andet') })
  await app.getByText('Filen er ikke en kalenderfil. Gem indkaldelsen som .ics, og prøv igen.').waitFor()
  await expectNoAxeViolations(page)
})
