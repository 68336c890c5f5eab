// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import type { Host } from '../../../src/hosts/host.ts'
import { openOutlookHost } from '../../../src/hosts/outlook/outlook-host.ts'
import type {
  OpenItem,
  OutlookHello,
  OutlookQuestion,
} from '../../../src/local-tenant/host-pages/browser/outlook-wire.ts'
import { createOffice, type OfficeFake, officeEnums } from '../../../src/local-tenant/host-pages/office-fake.ts'

const hanne = { name: 'Hanne Skovlind', mail: 'Hanne@lyngvig.example' }
const mads = { name: 'Mads Thorkrarup', mail: 'mads@strandvang.example' }

function anInvitation(changes: Partial<Extract<OpenItem, { kind: 'appointment' }>> = {}): OpenItem {
  return {
    kind: 'appointment',
    ewsId: 'AAMk+a/b=',
    subject: 'Chefforum',
    startIso: '2026-09-28T07:00:00.000Z',
    endIso: '2026-09-28T09:00:00.000Z',
    organizer: mads,
    attendees: [hanne],
    location: 'Teams',
    bodyHtml: '<p>Velkommen</p>',
    seriesId: null,
    files: [],
    ...changes,
  }
}

function aMail(changes: Partial<Extract<OpenItem, { kind: 'message' }>> = {}): OpenItem {
  return {
    kind: 'message',
    ewsId: 'AAMk/m+1=',
    subject: 'Forslag om aftenvagter',
    from: mads,
    itemClass: 'IPM.Note',
    startIso: null,
    endIso: null,
    receivedIso: '2026-09-01T07:00:00.000Z',
    bodyHtml: '<p>Hej</p>',
    files: [{ id: 'f1', name: 'Notat.pdf', contentType: 'application/pdf', sizeBytes: 3, isInline: false }],
    ...changes,
  }
}

type Opened = {
  readonly host: Host
  readonly office: OfficeFake
  readonly asked: OutlookQuestion[]
  readonly page: Window
}

async function openWith(
  item: OpenItem | null,
  options: {
    hello?: Partial<OutlookHello>
    answer?: (question: OutlookQuestion) => unknown
    change?: (office: OfficeFake) => void
  } = {},
): Promise<Opened> {
  const asked: OutlookQuestion[] = []
  const office = createOffice(
    { item, profile: hanne, language: 'da', theme: 'light', ...options.hello },
    {
      ask: async (question) => {
        asked.push(question)
        return options.answer?.(question)
      },
    },
  )
  options.change?.(office)
  const page = {
    Office: { ...officeEnums, context: office.context, onReady: office.onReady },
    location: { href: 'https://moedetraad.example/outlook.html' },
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    history: Object.assign(Object.create({ pushState: () => 'push', replaceState: () => 'replace' }), {
      pushState: null,
      replaceState: null,
    }),
    open: vi.fn(),
  } as unknown as Window
  const host = await openOutlookHost({ page })
  if (host === null) throw new Error('Outlook did not open')
  return { host, office, asked, page }
}

test("[F3.2] an invitation is read with Graph's id, its times and its organiser", async () => {
  const { host } = await openWith(anInvitation())
  expect((await host.context()).surface).toBe('invitation')
  expect(await host.readItem()).toEqual({
    kind: 'invitation',
    restId: 'AAMk_a-b=',
    subject: 'Chefforum',
    startIso: '2026-09-28T07:00:00.000Z',
    endIso: '2026-09-28T09:00:00.000Z',
    organizerMail: 'mads@strandvang.example',
    bodyText: expect.stringContaining('Velkommen'),
    isOrganizer: false,
  })
})

test("[F3.2] Outlook on phones has no conversion: its ids are Graph's already", async () => {
  const { host } = await openWith(anInvitation({ ewsId: 'AAMk_rest-id=' }), {
    change: (office) => Reflect.deleteProperty(office.context.mailbox, 'convertToRestId'),
  })
  expect(await host.readItem()).toMatchObject({ restId: 'AAMk_rest-id=' })
})

test('who called the meeting is told by address, whatever its case', async () => {
  const { host } = await openWith(anInvitation({ organizer: { name: 'Hanne', mail: 'hanne@LYNGVIG.example' } }))
  expect(await host.readItem()).toMatchObject({ isOrganizer: true })
})

test('[F3.4] the mail that brought an invitation is one too, without the id of a calendar entry', async () => {
  const times = { startIso: '2026-10-06T07:00:00.000Z', endIso: '2026-10-06T09:00:00.000Z' }
  const { host } = await openWith(aMail({ itemClass: 'IPM.Schedule.Meeting.Request', ...times }))
  expect((await host.context()).surface).toBe('invitation')
  expect(await host.readItem()).toMatchObject({ kind: 'invitation', restId: null, ...times })
})

test('an answer to an invitation is an ordinary mail', async () => {
  const { host } = await openWith(aMail({ itemClass: 'IPM.Schedule.Meeting.Resp.Pos' }))
  expect(await host.readItem()).toMatchObject({ kind: 'mail' })
})

test('a mail is read with sender and files, and a file can be taken out', async () => {
  const { host } = await openWith(aMail(), { answer: ({ what }) => (what === 'file' ? btoa('pdf') : null) })
  expect(await host.readItem()).toEqual({
    kind: 'mail',
    restId: 'AAMk-m_1=',
    subject: 'Forslag om aftenvagter',
    senderName: 'Mads Thorkrarup',
    senderMail: 'mads@strandvang.example',
    bodyText: expect.stringContaining('Hej'),
    attachments: [{ id: 'f1', name: 'Notat.pdf', contentType: 'application/pdf', sizeBytes: 3, isInline: false }],
  })
  const file = await host.readAttachment('f1')
  expect([file.name, file.type, file.size]).toEqual(['Notat.pdf', 'application/pdf', 3])
})

test('a file that is too large is not fetched, nor one of another mail', async () => {
  const big = { id: 'big', name: 'Film.mp4', contentType: 'video/mp4', sizeBytes: 40 * 1024 * 1024, isInline: false }
  const { asked, host } = await openWith(aMail({ files: [big] }))
  await expect(host.readAttachment('big')).rejects.toMatchObject({ failure: { kind: 'tooLarge' } })
  await expect(host.readAttachment('other')).rejects.toMatchObject({ failure: { kind: 'notFound' } })
  expect(asked).toEqual([])
})

test('a file larger than Outlook said is refused too', async () => {
  const { host } = await openWith(aMail(), { answer: () => 'A'.repeat(42 * 1024 * 1024) })
  await expect(host.readAttachment('f1')).rejects.toMatchObject({ failure: { kind: 'tooLarge' } })
})

test('an Outlook that cannot hand files over offers none', async () => {
  const { host } = await openWith(aMail(), {
    change: (office) => Reflect.deleteProperty(office.context.mailbox.item ?? {}, 'getAttachmentContentAsync'),
  })
  expect(await host.readItem()).toMatchObject({ attachments: [] })
})

test('[F3.11] a pinned pane follows what is selected, until it stops listening', async () => {
  const { host, office } = await openWith(aMail())
  const changes: string[] = []
  const stop = host.onItemChange(() => changes.push('changed'))
  office.take({ item: null })
  expect(await host.readItem()).toBeNull()
  expect((await host.context()).surface).toBe('mail')
  stop()
  office.take({ item: aMail() })
  expect(changes).toEqual(['changed'])
})

test.each([
  ['light', 'light'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
] as const)("Outlook's %s colours are the %s theme", async (theme, expected) => {
  const { host } = await openWith(aMail(), { hello: { theme } })
  expect((await host.context()).theme).toBe(expected)
})

test('a change of theme is told', async () => {
  const { host, office } = await openWith(aMail())
  const themes: string[] = []
  host.onThemeChange((theme) => themes.push(theme))
  office.take({ theme: 'dark' })
  expect(themes).toEqual(['dark'])
})

test('an invitation being written gets the text at its end', async () => {
  const { asked, host } = await openWith(
    { kind: 'compose', ewsId: null, organizer: hanne },
    {
      answer: (question) => {
        if (question.what !== 'field') return null
        return {
          subject: 'Chefforum',
          start: '2026-10-06T07:00:00.000Z',
          end: '',
          body: '<html><body><p>Kære alle</p></body></html>',
        }[question.field]
      },
    },
  )
  expect(host.can).toMatchObject({ writeBody: true, readItem: true })
  expect(await host.readItem()).toEqual({ kind: 'compose', subject: 'Chefforum', startIso: '2026-10-06T07:00:00.000Z' })
  await host.appendToBody('<p>Se mødet</p>')
  expect(asked.at(-1)).toEqual({ what: 'set-body', html: '<html><body><p>Kære alle</p><p>Se mødet</p></body></html>' })
})

test('a text with pictures inside is not written anew, so that none is lost', async () => {
  const { asked, host } = await openWith(
    { kind: 'compose', ewsId: null, organizer: hanne },
    { answer: ({ what }) => (what === 'field' ? '<p><img src="cid:logo"></p>' : null) },
  )
  await host.appendToBody('<p>Se mødet</p>')
  expect(asked.at(-1)).toEqual({ what: 'insert', place: 'start', html: '<p>Se mødet</p>' })
})

test("what Office.js took from the browser's history is given back", async () => {
  const { page } = await openWith(aMail())
  expect(typeof page.history.replaceState).toBe('function')
  expect(typeof page.history.pushState).toBe('function')
})

test("a calendar entry opens by Exchange's form of its id", async () => {
  const { asked, host } = await openWith(aMail())
  expect(host.can.openCalendarEvent).toBe(true)
  await host.openCalendarEvent('AAMk_a-b=')
  expect(asked).toEqual([{ what: 'open-appointment', ewsId: 'AAMk+a/b=' }])
})

test('a failure of Outlook is a failure the product knows', async () => {
  const { host } = await openWith(aMail(), {
    answer: () => {
      throw new Error('PermissionDenied')
    },
  })
  await expect(host.readAttachment('f1')).rejects.toMatchObject({ failure: { kind: 'noRights' } })
})

test('without Office.js, outside Outlook, or in silence the caller falls back to the browser', async () => {
  const pageWith = (office: object | undefined): Window =>
    ({ Office: office, history: window.history, parent: window }) as unknown as Window
  const silent = new Promise(() => undefined)
  expect(await openOutlookHost({ page: pageWith(undefined) })).toBeNull()
  expect(await openOutlookHost({ page: pageWith({ onReady: async () => ({}), context: {} }) })).toBeNull()
  expect(await openOutlookHost({ page: pageWith({ onReady: () => silent }), patienceMilliseconds: 10 })).toBeNull()
})
