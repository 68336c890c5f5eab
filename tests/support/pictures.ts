import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { writeDocx } from '../bench/make-documents.ts'
import type { Product } from './product.ts'
import { type Picture, takePictures } from './take-pictures.ts'

const outlook = { viewport: { width: 1100, height: 820 } }

/** The six journeys (README shows two of them); each shows the state the journey ends in. */
const pictures: readonly Picture[] = [
  {
    name: '1-meeting-tab',
    address: (product) => comingMeeting(product, 'content'),
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
      await app(page).getByRole('button', { name: 'Foreslå punkt' }).first().click()
      await app(page).getByRole('textbox', { name: 'Titel' }).waitFor()
    },
  },
  {
    name: '4-status-note',
    address: (product) => comingMeeting(product, 'content'),
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
    address: (product) => comingMeeting(product, 'content', 'secretary'),
    prepare: chooseInventedAgenda,
  },
  {
    name: '6-read-enclosure',
    address: (product) => comingMeeting(product, 'content'),
    prepare: async (page) => {
      await app(page)
        .getByRole('tab', { name: /^Bilag/ })
        .click()
      await app(page)
        .getByRole('button', { name: /Læs her/ })
        .first()
        .click()
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

/** The next meeting with a published agenda, opened by its first member or secretary. */
function comingMeeting({ world }: Product, surface: string, role = 'member'): string {
  const meeting = world.meetings
    .filter(
      ({ status, agendaState, startIso }) =>
        status === 'planned' && agendaState === 'published' && startIso > world.now,
    )
    .sort((a, b) => a.startIso.localeCompare(b.startIso))[0]
  const forum = world.forums.find(({ id }) => id === meeting?.forumId)
  const mails = forum?.members.filter((member) => member.role === role).map(({ mail }) => mail.toLowerCase()) ?? []
  const person = world.persons.find(({ id, mail }) => mails.includes(mail.toLowerCase()) && meeting?.addresses[id])
  return wanted(person && meeting?.addresses[person.id]?.[surface], 'a coming meeting')
}

function staleInvitation({ world }: Product): string {
  const stale = world.invitations.find(({ tie, isOrganizer }) => tie === 'superseded' && !isOrganizer)
  return wanted(stale?.address, 'a stale invitation')
}

function mailWithFiles({ world }: Product): string {
  const mail = world.mails.find(({ hasAttachments, isInvitation }) => hasAttachments && !isInvitation)
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
