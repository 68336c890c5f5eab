import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { writeDocx } from '../bench/make-documents.ts'
import type { Product } from './product.ts'
import { type Picture, takePictures } from './take-pictures.ts'
import { findComingMeeting } from './world-places.ts'

const outlook = { viewport: { width: 1100, height: 820 } }

/** The six journeys (README shows two of them); each shows the state the journey ends in. */
const pictures: readonly Picture[] = [
  {
    name: '1-meeting-tab',
    address: (product) => comingMeeting(product, 'member'),
    prepare: async (page) => {
      await app(page).getByRole('navigation', { name: 'Dagsorden' }).getByRole('button').nth(2).click()
      await app(page).getByRole('heading', { name: 'Indstilling' }).first().waitFor()
    },
  },
  {
    name: '2-stale-invitation',
    browser: outlook,
    address: staleInvitation,
    prepare: (page) => app(page).getByText('Denne indkaldelse er erstattet').first().waitFor(),
  },
  {
    name: '3-propose-from-mail',
    browser: outlook,
    address: mailWithFiles,
    prepare: async (page) => {
      await app(page).getByRole('form', { name: 'Foreslå punkt' }).waitFor()
      await app(page).getByRole('checkbox').first().waitFor()
    },
  },
  {
    name: '4-status-note',
    address: (product) => comingMeeting(product, 'member'),
    prepare: async (page) => {
      await app(page)
        .getByRole('tab', { name: /^Status/ })
        .click()
      await app(page)
        .getByText(/har skrevet/)
        .first()
        .waitFor()
    },
  },
  {
    name: '5-import-review',
    address: (product) => comingMeeting(product, 'secretary'),
    prepare: chooseInventedAgenda,
  },
  {
    name: '6-read-enclosure',
    address: (product) => comingMeeting(product, 'member'),
    prepare: async (page) => {
      await app(page)
        .getByRole('tab', { name: /^Bilag/ })
        .click()
      await app(page).getByRole('listitem').filter({ hasText: 'PDF' }).getByRole('button').first().click()
      await app(page)
        .getByText(/^Side 1 af/)
        .waitFor()
    },
  },
]

await takePictures(pictures)

function app(page: Page): FrameLocator {
  return page.frameLocator('iframe')
}

function comingMeeting({ world }: Product, role: 'member' | 'secretary'): string {
  return wanted(findComingMeeting(world, role).addresses['content'], 'tab for the coming meeting')
}

function staleInvitation({ world }: Product): string {
  const stale = world.invitations.find(({ tie, isOrganizer }) => tie === 'superseded' && !isOrganizer)
  return wanted(stale?.address, 'a stale invitation')
}

function mailWithFiles({ world }: Product): string {
  const mail = world.mails.filter(({ hasAttachments, isInvitation }) => hasAttachments && !isInvitation).at(-1)
  return wanted(mail?.address, 'a mail with files')
}

function wanted(address: string | undefined, what: string): string {
  if (address === undefined) throw new Error(`The demo world has no ${what}`)
  return address
}

async function chooseInventedAgenda(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const path = join(folder, 'dagsorden.docx')
  await writeDocx(path, 4)
  await app(page).getByRole('button', { name: 'Importér dagsorden' }).click()
  await app(page).locator('input[type=file]').setInputFiles(path)
  await app(page).getByText('Dette blev forstået').waitFor()
  rmSync(folder, { recursive: true, force: true })
}
