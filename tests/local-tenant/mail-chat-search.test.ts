import { expect, test } from 'vitest'
import { aTenant } from './support/graph-of.ts'

test('messages are read with attachments, as text when asked for, and filtered', async () => {
  const ask = aTenant().as('anna')
  const [mail] = (await ask('GET', '/me/messages?$select=subject,hasAttachments,from')).json.value
  expect(mail).toMatchObject({
    subject: 'Forslag til punkt',
    hasAttachments: true,
    from: { emailAddress: { address: 'bo@hjemme.example' } },
  })
  expect(mail).not.toHaveProperty('body')
  const whole = await ask('GET', `/me/messages/${mail.id}?$expand=attachments`, undefined, {
    Prefer: 'outlook.body-content-type="text"',
  })
  expect(whole.json.body).toEqual({ contentType: 'text', content: 'Kære Anna\r\nSe her<https://eksempel.example/a> æ' })
  expect(Buffer.from(whole.json.attachments[0].contentBytes, 'base64').toString()).toBe('notat')
  const { id } = whole.json.attachments[0]
  expect((await ask('GET', `/me/messages/${mail.id}/attachments/${id}/$value`)).text).toBe('notat')
  expect(
    (await ask('GET', "/me/mailFolders/inbox/messages?$filter=from/emailAddress/address eq 'bo@hjemme.example'")).json
      .value,
  ).toHaveLength(1)
  expect((await ask('GET', '/me/messages?$filter=isRead eq true')).json.value).toEqual([])
})

test('a sent mail arrives, and a copy stays unless it shall not', async () => {
  const world = aTenant()
  const send = (more: Record<string, unknown>) =>
    world.as('anna')('POST', '/me/sendMail', {
      message: {
        subject: 'Hej',
        body: { contentType: 'Text', content: 'x' },
        toRecipients: [{ emailAddress: { address: 'bo@hjemme.example' } }],
      },
      ...more,
    })
  expect((await send({})).status).toBe(202)
  expect((await send({ saveToSentItems: false })).status).toBe(202)
  expect((await world.as('bo')('GET', '/me/mailFolders/inbox/messages')).json.value).toHaveLength(2)
  expect((await world.as('anna')('GET', '/me/mailFolders/sentitems/messages')).json.value).toHaveLength(1)
  expect((await world.as('anna')('POST', '/me/sendMail', { message: { subject: 'x' } })).status).toBe(400)
})

test('a chat tells its join link to members only; a meeting is found by it, however often it is encoded (F1.8, F1.9)', async () => {
  const world = aTenant()
  const chat = await world.as('bo')('GET', '/chats/19:meeting_abc@thread.v2')
  expect(chat.json).toMatchObject({
    chatType: 'meeting',
    topic: 'Chefforum',
    onlineMeetingInfo: { calendarEventId: null },
  })
  expect((await world.as('carl')('GET', '/chats/19:meeting_abc@thread.v2')).status).toBe(403)
  expect((await world.as('bo')('GET', '/chats/19:nothing@thread.v2')).status).toBe(404)
  const link = encodeURIComponent(chat.json.onlineMeetingInfo.joinWebUrl)
  const found = await world.as('anna')('GET', `/me/onlineMeetings?$filter=JoinWebUrl%20eq%20'${link}'`)
  expect(found.json.value).toMatchObject([{ subject: 'Chefforum', chatInfo: { threadId: '19:meeting_abc@thread.v2' } }])
  expect((await world.as('anna')('GET', '/me/onlineMeetings')).status).toBe(400)
})

test('search finds what one may read', async () => {
  const world = aTenant()
  const search = (person: string, entityType: string, queryString: string) =>
    world.as(person)('POST', '/search/query', { requests: [{ entityTypes: [entityType], query: { queryString } }] })
  const hits = (await search('anna', 'driveItem', 'bilag')).json.value[0].hitsContainers[0]
  expect(hits).toMatchObject({
    total: 1,
    moreResultsAvailable: false,
    hits: [{ rank: 1, resource: { name: 'Bilag 1.txt' } }],
  })
  expect((await search('dora', 'driveItem', 'bilag')).json.value[0].hitsContainers[0].total).toBe(0)
  expect((await search('anna', 'message', 'x')).status).toBe(501)
})

test('an activity notification is taken with its parts, refused without', async () => {
  const ask = aTenant().as('anna')
  const path = '/chats/19:meeting_abc@thread.v2/sendActivityNotification'
  const notification = {
    topic: { source: 'text', value: 'Dagsorden', webUrl: 'https://teams.microsoft.com/l/entity/x' },
    activityType: 'systemDefault',
    previewText: { content: 'Ny dagsorden' },
    recipient: { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId: 'x' },
  }
  expect((await ask('POST', path, notification)).status).toBe(204)
  expect((await ask('POST', path, { ...notification, topic: undefined })).status).toBe(400)
})
