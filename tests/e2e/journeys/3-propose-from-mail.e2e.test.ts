import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

const pane = { viewport: { width: 1100, height: 900 } }

function mailWithFiles() {
  const mail = product.world['mails']?.find((one) => !one.isInvitation && one.attachments.length >= 2)
  if (!mail) throw new Error('the demo world has no mail with attachments')
  return mail
}

test('a mail becomes a proposal with its attachments, and the secretariat sees it with its sender', async () => {
  const mail = mailWithFiles()
  const { app, page } = await openHost(product, mail.address, pane)
  const form = app.getByRole('form', { name: 'Foreslå punkt' })
  const title = form.getByRole('textbox', { name: 'Titel' })
  await title.waitFor()
  expect(mail.subject).toContain(await title.inputValue())
  expect(await form.getByRole('textbox', { name: 'Sagsfremstilling' }).inputValue()).not.toMatch(/<[a-z]+/i)
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(mail.attachments.length)
  await form.getByRole('textbox', { name: 'Indstilling' }).fill('At Chefforum drøfter forslaget')
  await form.getByRole('combobox', { name: 'Forum' }).selectOption({ index: 0 })
  const forums = form.getByRole('combobox', { name: 'Forum' })
  const chefforum = await forums.getByRole('option', { name: /^Chefforum, / }).getAttribute('value')
  await forums.selectOption(chefforum)
  await form.getByRole('combobox', { name: 'Formål' }).selectOption({ label: 'Drøftelse' })
  await form.getByRole('textbox', { name: 'Ønsket tid i minutter' }).fill('20')
  await expectNoAxeViolations(page)
  await form.getByRole('button', { name: 'Send forslag' }).click()
  await app.getByText(/Forslaget er sendt til Chefforum/).waitFor()

  const secretariat = await openTab(product, 'lone')
  await secretariat.app.getByRole('tab', { name: /^Forslag/ }).click()
  const proposal = secretariat.app.getByRole('listitem').filter({ hasText: 'At Chefforum drøfter forslaget' })
  await proposal.first().waitFor()
  const person = product.world['persons']?.find((one) => one['id'] === mail.person)
  await proposal.first().getByText(String(person?.['name'])).waitFor()
  for (const name of mail.attachments) {
    await proposal
      .first()
      .getByText(name.replace(/\.[a-z]+$/, ''))
      .first()
      .waitFor()
  }
})

test('a save whose answer is lost and tried again makes one proposal', async () => {
  const { app } = await openTab(product, 'peter', 'content', { allow: [/graph\/v1\.0/, /Failed to load resource/] })
  await app.getByRole('tab', { name: /^Forslag/ }).click()
  const form = app.getByRole('form', { name: 'Foreslå punkt' })
  await form.getByRole('textbox', { name: 'Titel' }).fill('Fælles natberedskab på tværs')
  const dropped = await fetch(`${product.origin}/local/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'dropAfter', method: 'POST', path: '/lists/Proposals/items', times: 1 }),
  })
  expect(dropped.ok).toBe(true)
  await form.getByRole('button', { name: 'Send forslag' }).click()
  await app.getByText(/Forslaget er sendt til/).waitFor({ timeout: 40_000 })
  const secretariat = await openTab(product, 'vibe')
  await secretariat.app.getByRole('tab', { name: /^Forslag/ }).click()
  await secretariat.app.getByRole('heading', { name: 'Fælles natberedskab på tværs' }).waitFor()
  expect(await secretariat.app.getByRole('heading', { name: 'Fælles natberedskab på tværs' }).count()).toBe(1)
})

test('wrong input is told in Danish, and what was typed stays', async () => {
  const { app } = await openTab(product, 'birgit')
  await app.getByRole('tab', { name: /^Forslag/ }).click()
  const form = app.getByRole('form', { name: 'Foreslå punkt' })
  await form.getByRole('textbox', { name: 'Sagsfremstilling' }).fill('En lang begrundelse')
  const huge = join(mkdtempSync(join(tmpdir(), 'bilag-')), 'kæmpe.pdf')
  writeFileSync(huge, Buffer.alloc(40 * 1024 * 1024))
  onTestFinished(() => rmSync(dirname(huge), { recursive: true }))
  await form.locator('input[type=file]').setInputFiles(huge)
  await form.getByRole('textbox', { name: 'Ønsket tid i minutter' }).fill('en halv time')
  await form.getByRole('button', { name: 'Send forslag' }).click()
  await form.getByText('Skriv en titel til punktet.').waitFor()
  await form.getByText(/"kæmpe\.pdf" er for stor\. Et bilag må højst fylde/).waitFor()
  await form.getByText(/helt antal minutter/).waitFor()
  expect(await form.getByRole('textbox', { name: 'Sagsfremstilling' }).inputValue()).toBe('En lang begrundelse')
})
