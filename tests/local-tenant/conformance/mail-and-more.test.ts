import { afterAll, beforeAll, expect } from 'vitest'
import { type Served, serveTenant } from '../support/over-http.ts'
import { siteId } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Mail, attachments, chats, online meetings, search and activity: the pages of those names in the documentation.

let served: Served
const places: Places = {}
const thread = '19:meeting_abc@thread.v2'

beforeAll(async () => {
  served = await serveTenant()
  places['site'] = siteId
  places['thread'] = thread
})
afterAll(() => served.close())

const tag = /^W\/"[A-Za-z0-9+/=]+"$/
const to = (address: string) => [{ emailAddress: { address } }]
const mail = (subject: string, more: object = {}) => ({
  subject,
  body: { contentType: 'Text', content: 'Kære Bo' },
  toRecipients: to('bo@hjemme.example'),
  ...more,
})
const file = (name: string, content: string) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentType: 'text/plain',
  contentBytes: Buffer.from(content).toString('base64'),
})
const large = new Uint8Array(3_500_000).map((_, place) => place % 249)

const messages: readonly Expectation[] = [
  {
    says: 'GET /me/messages lists them with what a message has',
    ask: ['GET', '/me/messages'],
    status: 200,
    answer: {
      '@odata.context': expect.stringMatching(/users\('[0-9a-f-]{36}'\)\/messages$/),
      value: [
        {
          '@odata.etag': expect.stringMatching(tag),
          id: expect.stringMatching(/^AAMk/),
          subject: 'Forslag til punkt',
          bodyPreview: expect.stringContaining('Kære Anna'),
          body: { contentType: 'html' },
          from: { emailAddress: { name: 'Bo Dal', address: 'bo@hjemme.example' } },
          hasAttachments: true,
          isRead: false,
          isDraft: false,
          importance: 'normal',
          receivedDateTime: expect.stringMatching(/Z$/),
          sentDateTime: expect.stringMatching(/Z$/),
          parentFolderId: expect.any(String),
          conversationId: expect.any(String),
          internetMessageId: expect.stringMatching(/^<.*>$/),
          webLink: expect.stringContaining('https://outlook.office365.com/owa/'),
          flag: { flagStatus: 'notFlagged' },
        },
      ],
    },
    keep: { message: (reply) => reply.json.value[0].id },
  },
  {
    says: 'the body as text',
    ask: ['GET', '/me/messages/{message}', undefined, { Prefer: 'outlook.body-content-type="text"' }],
    status: 200,
    answer: { body: { contentType: 'text', content: expect.stringMatching(/her/) } },
    headers: { 'preference-applied': /text/ },
  },
  {
    says: '$select of a message',
    ask: ['GET', '/me/messages/{message}?$select=subject,from'],
    status: 200,
    and: (reply) =>
      expect(Object.keys(reply.json).sort()).toEqual(['@odata.context', '@odata.etag', 'from', 'id', 'subject']),
  },
  {
    says: 'a property messages do not have is 400',
    ask: ['GET', '/me/messages?$select=colour'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: '$filter by isRead, with a count',
    ask: ['GET', '/me/messages?$filter=isRead eq false&$count=true&$top=1'],
    status: 200,
    answer: { '@odata.count': 1 },
  },
  {
    says: 'a message with its attachments',
    ask: ['GET', '/me/messages/{message}?$expand=attachments'],
    status: 200,
    answer: {
      attachments: [
        {
          '@odata.type': '#microsoft.graph.fileAttachment',
          name: 'notat.txt',
          contentBytes: Buffer.from('notat').toString('base64'),
        },
      ],
    },
  },
  {
    says: 'PATCH isRead',
    ask: ['PATCH', '/me/messages/{message}', { isRead: true }],
    status: 200,
    answer: { isRead: true },
  },
  {
    says: 'PATCH of what this tenant does not keep is 501',
    ask: ['PATCH', '/me/messages/{message}', { flag: { flagStatus: 'flagged' } }],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'PATCH of what no message has is 400',
    ask: ['PATCH', '/me/messages/{message}', { colour: 'red' }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'GET a folder by its well-known name',
    ask: ['GET', '/me/mailFolders/inbox'],
    status: 200,
    answer: { displayName: 'Inbox', totalItemCount: expect.any(Number), unreadItemCount: expect.any(Number) },
  },
  {
    says: 'sendMail: 202 and no body',
    ask: [
      'POST',
      '/me/sendMail',
      { message: mail('Hej', { attachments: [file('a.txt', 'hej')] }), saveToSentItems: true },
    ],
    status: 202,
    and: (reply) => expect(reply.bytes).toHaveLength(0),
  },
  {
    says: '... arrives',
    as: 'bo',
    ask: ['GET', "/me/mailFolders/inbox/messages?$filter=subject eq 'Hej'"],
    status: 200,
    answer: {
      value: [{ from: { emailAddress: { address: 'anna@vaert.example' } }, hasAttachments: true, isRead: false }],
    },
  },
  {
    says: '... is kept',
    ask: ['GET', '/me/mailFolders/sentitems/messages'],
    status: 200,
    answer: { value: [{ subject: 'Hej' }] },
  },
  {
    says: 'sendMail to nobody is 400',
    ask: ['POST', '/me/sendMail', { message: { subject: 'x', toRecipients: [] } }],
    status: 400,
    code: 'ErrorInvalidRecipients',
  },
  { says: 'sendMail by GET is 405', ask: ['GET', '/me/sendMail'], status: 405, code: 'Request_BadRequest' },
  {
    says: 'POST messages makes a draft: 201',
    ask: ['POST', '/me/messages', mail('Kladde')],
    status: 201,
    answer: { isDraft: true, subject: 'Kladde' },
    headers: { location: /\/messages\('AAMk/ },
    keep: { draft: (reply) => reply.json.id },
  },
  {
    says: '... a file on it: 201',
    ask: ['POST', '/me/messages/{draft}/attachments', file('b.txt', 'bilag')],
    status: 201,
    answer: { name: 'b.txt', size: 5, isInline: false },
    headers: { location: /\/attachments\('/ },
    keep: { file: (reply) => reply.json.id },
  },
  {
    says: '... the list of files',
    ask: ['GET', '/me/messages/{draft}/attachments?$select=name,size'],
    status: 200,
    answer: { value: [{ name: 'b.txt', size: 5 }] },
    and: (reply) => expect('contentBytes' in reply.json.value[0]).toBe(false),
  },
  {
    says: '... its bytes',
    ask: ['GET', '/me/messages/{draft}/attachments/{file}/$value'],
    status: 200,
    headers: { 'content-type': /^text\/plain/ },
    and: (reply) => expect(new TextDecoder().decode(reply.bytes)).toBe('bilag'),
  },
  { says: '... sent: 202', ask: ['POST', '/me/messages/{draft}/send'], status: 202 },
  {
    says: '... arrives with its file',
    as: 'bo',
    ask: ['GET', "/me/messages?$filter=subject eq 'Kladde'&$expand=attachments"],
    status: 200,
    answer: { value: [{ isDraft: false, attachments: [{ name: 'b.txt' }] }] },
  },
  { says: 'DELETE a message: 204', ask: ['DELETE', '/me/messages/{message}'], status: 204 },
  { says: '... the id is gone', ask: ['GET', '/me/messages/{message}'], status: 404, code: 'ErrorItemNotFound' },
  {
    says: '... it lies in Deleted Items',
    ask: ['GET', '/me/mailFolders/deleteditems/messages'],
    status: 200,
    answer: { value: [{ subject: 'Forslag til punkt' }] },
    keep: { deleted: (reply) => reply.json.value[0].id },
  },
  {
    says: '... and can be moved back',
    ask: ['POST', '/me/messages/{deleted}/move', { destinationId: 'inbox' }],
    status: 201,
    answer: { subject: 'Forslag til punkt' },
  },
]

const attachments: readonly Expectation[] = [
  {
    says: 'an event to hang files on',
    ask: ['GET', '/me/events?$top=1'],
    status: 200,
    keep: { event: (reply) => reply.json.value[0].id },
  },
  {
    says: 'POST attachments: 201',
    ask: ['POST', '/me/events/{event}/attachments', file('dagsorden.txt', 'punkt 1')],
    status: 201,
    answer: { '@odata.type': '#microsoft.graph.fileAttachment', name: 'dagsorden.txt', size: 7 },
    keep: { small: (reply) => reply.json.id },
  },
  {
    says: '... the event has attachments',
    ask: ['GET', '/me/events/{event}?$select=hasAttachments'],
    status: 200,
    answer: { hasAttachments: true },
  },
  {
    says: 'GET one',
    ask: ['GET', '/me/events/{event}/attachments/{small}'],
    status: 200,
    answer: { contentBytes: Buffer.from('punkt 1').toString('base64') },
  },
  {
    says: 'a file without a name is 400',
    ask: [
      'POST',
      '/me/events/{event}/attachments',
      { '@odata.type': '#microsoft.graph.fileAttachment', contentBytes: '' },
    ],
    status: 400,
    code: 'ErrorRequiredPropertyMissing',
  },
  {
    says: 'an attachment that is no file is 501',
    ask: ['POST', '/me/events/{event}/attachments', { '@odata.type': '#microsoft.graph.itemAttachment', name: 'x' }],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'a file of more than 3 MB is 413',
    ask: [
      'POST',
      '/me/events/{event}/attachments',
      { ...file('stor', ''), contentBytes: Buffer.alloc(3_200_000).toString('base64') },
    ],
    status: 413,
    code: 'BadRequest',
  },
  { says: 'DELETE one: 204', ask: ['DELETE', '/me/events/{event}/attachments/{small}'], status: 204 },
  { says: '... gone', ask: ['GET', '/me/events/{event}/attachments/{small}'], status: 404, code: 'ErrorItemNotFound' },
  {
    says: 'createUploadSession: 201',
    ask: [
      'POST',
      '/me/events/{event}/attachments/createUploadSession',
      { AttachmentItem: { attachmentType: 'file', name: 'stor.bin', size: large.length } },
    ],
    status: 201,
    answer: {
      uploadUrl: expect.stringMatching(/^http/),
      expirationDateTime: expect.any(String),
      nextExpectedRanges: ['0-'],
    },
    keep: { upload: (reply) => reply.json.uploadUrl },
  },
  {
    says: '... the first piece: 200',
    as: null,
    ask: ['PUT', '{upload}', large.subarray(0, 2_000_000), { 'Content-Range': `bytes 0-1999999/${large.length}` }],
    status: 200,
    answer: { nextExpectedRanges: ['2000000-'] },
  },
  {
    says: '... the last piece: 201 with the address',
    as: null,
    ask: [
      'PUT',
      '{upload}',
      large.subarray(2_000_000),
      { 'Content-Range': `bytes 2000000-${large.length - 1}/${large.length}` },
    ],
    status: 201,
    headers: { location: /\/events\('.*\/attachments\('/ },
  },
  {
    says: '... the file is there',
    ask: ['GET', '/me/events/{event}/attachments?$select=name,size'],
    status: 200,
    answer: { value: [{ name: 'stor.bin', size: large.length }] },
  },
  {
    says: 'a session for a small file is 400',
    ask: [
      'POST',
      '/me/events/{event}/attachments/createUploadSession',
      { AttachmentItem: { attachmentType: 'file', name: 'lille', size: 10 } },
    ],
    status: 400,
    code: 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
  },
]

const join = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d'

const teams: readonly Expectation[] = [
  {
    says: 'GET /chats/{id}',
    as: 'bo',
    ask: ['GET', '/chats/{thread}'],
    status: 200,
    answer: {
      id: '{thread}',
      chatType: 'meeting',
      topic: 'Chefforum',
      tenantId: expect.any(String),
      createdDateTime: expect.any(String),
      webUrl: expect.stringContaining('teams.microsoft.com'),
      onlineMeetingInfo: { joinWebUrl: join, organizer: { id: expect.any(String) } },
    },
  },
  {
    says: 'a chat with its members',
    ask: ['GET', '/chats/{thread}?$expand=members'],
    status: 200,
    answer: {
      members: [
        {
          '@odata.type': '#microsoft.graph.aadUserConversationMember',
          displayName: expect.any(String),
          roles: expect.any(Array),
        },
        {},
      ],
    },
  },
  { says: 'a chat one is not in is 403', as: 'dora', ask: ['GET', '/chats/{thread}'], status: 403, code: 'Forbidden' },
  {
    says: 'a chat that is not there is 404',
    ask: ['GET', '/chats/19:nothing@thread.v2'],
    status: 404,
    code: 'NotFound',
  },
  { says: 'GET /me/chats', ask: ['GET', '/me/chats'], status: 200, answer: { value: [{ id: '{thread}' }] } },
  {
    says: 'online meetings by link, encoded once more',
    ask: ['GET', `/me/onlineMeetings?$filter=JoinWebUrl%20eq%20'${encodeURIComponent(join)}'`],
    status: 200,
    answer: {
      value: [
        {
          joinWebUrl: join,
          subject: 'Chefforum',
          chatInfo: { threadId: '{thread}' },
          participants: { organizer: { upn: 'anna@vaert.example' } },
        },
      ],
    },
    keep: { meeting: (reply) => reply.json.value[0].id },
  },
  {
    says: 'an online meeting by its id',
    ask: ['GET', '/me/onlineMeetings/{meeting}?$select=id,joinWebUrl'],
    status: 200,
    answer: { joinWebUrl: join },
  },
  {
    says: 'online meetings without a filter is 400',
    ask: ['GET', '/me/onlineMeetings'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'online meetings by another property is 400',
    ask: ['GET', "/me/onlineMeetings?$filter=subject eq 'x'"],
    status: 400,
    code: 'InvalidRequest',
  },
  {
    says: 'sendActivityNotification to a chat: 204',
    ask: [
      'POST',
      '/chats/{thread}/sendActivityNotification',
      {
        topic: { source: 'entityUrl', value: 'https://graph.microsoft.com/v1.0/chats/{thread}' },
        activityType: 'taskCreated',
        previewText: { content: 'Nyt punkt' },
        recipient: {
          '@odata.type': 'microsoft.graph.aadUserNotificationRecipient',
          userId: '569363e2-4e49-4661-87f2-16f245c5d66a',
        },
        templateParameters: [{ name: 'taskId', value: '12322' }],
      },
    ],
    status: 204,
  },
  {
    says: '... without its topic is 400',
    ask: ['POST', '/chats/{thread}/sendActivityNotification', { activityType: 'x', previewText: {} }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: '... to a user: 204',
    ask: [
      'POST',
      '/users/carl@vaert.example/teamwork/sendActivityNotification',
      {
        topic: { source: 'text', value: 'Punkt', webUrl: 'https://teams.microsoft.com/l/entity/x' },
        activityType: 'systemDefault',
        previewText: { content: 'Nyt' },
      },
    ],
    status: 204,
  },
]

const query = (entity: string, words: string, more: object = {}) => ({
  requests: [{ entityTypes: [entity], query: { queryString: words }, ...more }],
})

const searching: readonly Expectation[] = [
  {
    says: 'search/query finds files',
    ask: ['POST', '/search/query', query('driveItem', 'bilag')],
    status: 200,
    answer: {
      value: [
        {
          searchTerms: ['bilag'],
          hitsContainers: [
            {
              total: 1,
              moreResultsAvailable: false,
              hits: [
                {
                  hitId: '01BILAG',
                  rank: 1,
                  resource: { '@odata.type': '#microsoft.graph.driveItem', name: 'Bilag 1.txt' },
                },
              ],
            },
          ],
        },
      ],
    },
  },
  {
    says: '... pages with from and size',
    ask: ['POST', '/search/query', query('list', 'notes', { from: 0, size: 1 })],
    status: 200,
    answer: { value: [{ hitsContainers: [{ hits: [{ rank: 1 }] }] }] },
  },
  {
    says: '... a part it does not act on is 501',
    ask: ['POST', '/search/query', query('driveItem', 'x', { sortProperties: [] })],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: '... a part nobody has is 400',
    ask: ['POST', '/search/query', query('driveItem', 'x', { colour: 1 })],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: '... another kind of thing is 501',
    ask: ['POST', '/search/query', query('person', 'x')],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: '... no words is 400',
    ask: ['POST', '/search/query', query('driveItem', '')],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: '... shows nothing to somebody without rights',
    as: 'dora',
    ask: ['POST', '/search/query', query('driveItem', 'bilag')],
    status: 200,
    answer: { value: [{ hitsContainers: [{ total: 0 }] }] },
  },
]

runCases([...messages, ...attachments, ...teams, ...searching], () => ({ served, places }))
