// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readAttachment } from '../../../src/hosts/outlook/read-attachment.ts'
import { readOpenItem, surfaceOf } from '../../../src/hosts/outlook/read-open-item.ts'
import { htmlToText } from '../../../src/local-tenant/host-pages/browser/html-to-text.ts'
import type {
  OpenItem,
  OutlookHello,
  OutlookQuestion,
} from '../../../src/local-tenant/host-pages/browser/outlook-wire.ts'
import { createOffice, officeEnums } from '../../../src/local-tenant/host-pages/office-fake.ts'
import { toEwsId, toRestId } from '../../../src/local-tenant/host-pages/office-ids.ts'

const invitation: OpenItem = {
  kind: 'appointment',
  ewsId: 'AAMk/x+y=',
  subject: 'Chefforum - ny dato',
  startIso: '2026-12-09T08:00:00Z',
  endIso: '2026-12-09T10:00:00Z',
  organizer: { name: 'Lone Ravnkilde', mail: 'lone@sekretariat.example' },
  attendees: [],
  location: 'Teams',
  bodyHtml: '<p>Denne indkaldelse erstatter mødet</p><p><a href="https://a.example/tab.html?m=1">her</a></p>',
  seriesId: null,
  files: [],
}

const mail: OpenItem = {
  kind: 'message',
  ewsId: 'AAMk/mail+1=',
  subject: 'SV: Fast sygeplejerske',
  from: { name: 'Kaj Overby', mail: 'kaj@fjordhoej.example' },
  itemClass: 'IPM.Note',
  startIso: null,
  endIso: null,
  receivedIso: '2026-11-23T14:47:00Z',
  bodyHtml: '<p>Kære Peter</p>',
  files: [{ id: 'f1', name: 'Rapport.pdf', contentType: 'application/pdf', sizeBytes: 4, isInline: false }],
}

function openOffice(item: OpenItem | null, answer: (question: OutlookQuestion) => unknown = () => null) {
  const asked: OutlookQuestion[] = []
  const hello: OutlookHello = {
    item,
    profile: { name: 'Peter', mail: 'lone@sekretariat.example' },
    language: 'da',
    theme: 'light',
  }
  const office = createOffice(hello, {
    ask: async (question) => {
      asked.push(question)
      return answer(question)
    },
  })
  // The app's own code reads the fake as it reads Outlook: that is what holds the two together.
  const mailbox = office.context.mailbox as unknown as Office.Mailbox
  return { office, mailbox, asked }
}

test('[office] an invitation is read by the product as from Outlook, its id brought to Graph form', async () => {
  const { mailbox } = openOffice(invitation)
  expect(surfaceOf(mailbox)).toBe('invitation')
  expect(await readOpenItem(mailbox)).toEqual({
    kind: 'invitation',
    restId: 'AAMk-x_y=',
    subject: 'Chefforum - ny dato',
    startIso: '2026-12-09T08:00:00.000Z',
    endIso: '2026-12-09T10:00:00.000Z',
    organizerMail: 'lone@sekretariat.example',
    bodyText: 'Denne indkaldelse erstatter mødet\n\nher <https://a.example/tab.html?m=1>',
    isOrganizer: true,
  })
})

test('[office] a mail gives sender, text and files; a file comes as its bytes', async () => {
  const { mailbox, asked } = openOffice(mail, () => btoa('%PDF'))
  expect(await readOpenItem(mailbox)).toMatchObject({
    kind: 'mail',
    senderName: 'Kaj Overby',
    bodyText: 'Kære Peter',
    attachments: [{ id: 'f1', name: 'Rapport.pdf' }],
  })
  expect(mailbox.item?.normalizedSubject).toBe('Fast sygeplejerske')
  expect((await readAttachment(mailbox, 'f1')).size).toBe(4)
  expect(asked).toEqual([{ what: 'file', id: 'f1' }])
})

test('[office] the mail that brought an invitation has its class and times (F3.4)', async () => {
  const request: OpenItem = {
    ...mail,
    itemClass: 'IPM.Schedule.Meeting.Request',
    startIso: '2026-12-09T08:00:00Z',
    endIso: '2026-12-09T10:00:00Z',
  }
  expect(await readOpenItem(openOffice(request).mailbox)).toMatchObject({ kind: 'invitation', restId: null })
})

test('[office] a form being written is asked field by field, and its body is written as HTML or as text', async () => {
  const compose: OpenItem = { kind: 'compose', ewsId: null, organizer: { name: 'Lone', mail: 'l@x.example' } }
  const values = { subject: 'Nyt møde', start: '2026-12-09T08:00:00Z', end: '2026-12-09T10:00:00Z', body: '<p>Hej</p>' }
  const { mailbox, asked } = openOffice(compose, (question) =>
    question.what === 'field' ? values[question.field] : undefined,
  )
  expect(await readOpenItem(mailbox)).toEqual({
    kind: 'compose',
    subject: 'Nyt møde',
    startIso: '2026-12-09T08:00:00.000Z',
  })
  const item = mailbox.item as unknown as Office.AppointmentCompose
  const written = await new Promise((done) =>
    item.body.prependAsync('<b>1</b>', { coercionType: 'html' as Office.CoercionType }, done),
  )
  expect(written).toMatchObject({ status: 'succeeded' })
  await new Promise((done) => item.body.setSelectedDataAsync('a < b', done))
  expect(asked.slice(-2)).toEqual([
    { what: 'insert', place: 'start', html: '<b>1</b>' },
    { what: 'insert', place: 'selection', html: 'a &lt; b' },
  ])
  const unsaved = await new Promise((done) => item.getItemIdAsync(done))
  expect(unsaved).toMatchObject({ status: 'failed', error: { name: 'ItemNotSaved' } })
})

test('[office] handlers hear of another item and another theme', () => {
  const { office, mailbox } = openOffice(mail)
  const heard: string[] = []
  mailbox.addHandlerAsync(officeEnums.EventType.ItemChanged, () => heard.push(mailbox.item?.subject ?? 'none'))
  mailbox.addHandlerAsync(officeEnums.EventType.OfficeThemeChanged, () =>
    heard.push(office.context.officeTheme.bodyBackgroundColor),
  )
  office.take({ item: { ...mail, subject: 'En anden' } })
  office.take({ theme: 'contrast' })
  office.take({ item: null })
  expect(heard).toEqual(['En anden', '#000000', 'none'])
})

test.each([
  ['Mailbox', '1.8', true],
  ['mailbox', '1.14', true],
  ['Mailbox', '1.15', false],
  ['Mailbox', undefined, true],
  ['NestedAppAuth', '1.1', false],
])('[office] requirement set %s %s: %s', (name, version, supported) => {
  expect(openOffice(null).office.context.requirements.isSetSupported(name, version)).toBe(supported)
})

test('[office] ids go to Exchange form and back', () => {
  expect(toEwsId('AAMk-x_y=')).toBe('AAMk/x+y=')
  expect(toRestId(toEwsId('AAMk-x_y='))).toBe('AAMk-x_y=')
})

test.each([
  ['<p>En</p><p>to</p>', 'En\n\nto'],
  ['<style>p{}</style><script>alert(1)</script>rest', 'rest'],
  ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
  ['a<br>b', 'a\nb'],
  ['<a href="https://x.example">https://x.example</a>', 'https://x.example'],
  ['<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
])('[office] %s as text', (html, text) => {
  expect(htmlToText(html)).toBe(text)
})
