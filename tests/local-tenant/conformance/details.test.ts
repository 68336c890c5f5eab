import { afterAll, beforeAll, expect } from 'vitest'
import { quickXorHash } from '../../../src/local-tenant/drive/quick-xor-hash.ts'
import { type Served, serveTenant } from '../support/over-http.ts'
import { driveId, siteId, smallWorld } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Smaller promises of the documentation: what is demanded of a body, what is filled in, what is told to whom.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant(smallWorld([]))
  places['site'] = siteId
  places['drive'] = driveId
  places['thread'] = '19:meeting_abc@thread.v2'
})
afterAll(() => served.close())

const slot = (day: string) => ({
  start: { dateTime: `${day}T09:00:00`, timeZone: 'Romance Standard Time' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'Romance Standard Time' },
})
const event = (subject: string, more: object = {}) => ({ subject, ...slot('2026-05-05'), ...more })
const file = (name: string) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentBytes: Buffer.from('hej').toString('base64'),
})
const series = (pattern: object, range: object) => event('Serie', { recurrence: { pattern, range } })
const bo = [{ emailAddress: { address: 'bo@hjemme.example', name: 'Bo Dal' } }]
const wrongType = { status: 400, code: 'RequestBodyRead' } as const
const invalid = { status: 400, code: 'ErrorPropertyValidationFailure' } as const
const unknown = { status: 400, code: 'invalidRequest' } as const

const wrongEvents: readonly [says: string, body: object][] = [
  ['a number for the subject', { subject: 5 }],
  ['a text for minutes', { reminderMinutesBeforeStart: 'x' }],
  ['a number for the body', { body: 5 }],
  ['a number for the start', { start: 5 }],
  ['nothing for the start', { start: null }],
  ['a number for categories', { categories: 5 }],
  ['a number for the location', { location: 5 }],
  ['a list of nothing for attendees', { attendees: [null] }],
  ['a list of nothing for locations', { locations: [null] }],
  ['a list of nothing for extended properties', { singleValueExtendedProperties: [null] }],
]
const wrongSeries: readonly [says: string, pattern: object, range: object][] = [
  ['a month without its day', { type: 'absoluteMonthly', interval: 1 }, { type: 'noEnd', startDate: '2026-05-05' }],
  [
    'a year without its month',
    { type: 'absoluteYearly', interval: 1, dayOfMonth: 5 },
    { type: 'noEnd', startDate: '2026-05-05' },
  ],
  [
    'a thirteenth month',
    { type: 'absoluteYearly', interval: 1, dayOfMonth: 5, month: 13 },
    { type: 'noEnd', startDate: '2026-05-05' },
  ],
  ['a number of times that is not said', { type: 'daily', interval: 1 }, { type: 'numbered', startDate: '2026-05-05' }],
  ['an end that is not said', { type: 'daily', interval: 1 }, { type: 'endDate', startDate: '2026-05-05' }],
  [
    'an end before the start',
    { type: 'daily', interval: 1 },
    { type: 'endDate', startDate: '2026-05-05', endDate: '2026-05-01' },
  ],
  ["a start that is not the event's", { type: 'daily', interval: 1 }, { type: 'noEnd', startDate: '2026-05-06' }],
  [
    'a day of the week nobody has',
    { type: 'daily', interval: 1, firstDayOfWeek: 'Blursday' },
    { type: 'noEnd', startDate: '2026-05-05' },
  ],
]

const events: readonly Expectation[] = [
  ...wrongEvents.map(
    ([says, body]): Expectation => ({
      says: `an event with ${says}`,
      ask: ['POST', '/me/events', event('x', body)],
      ...wrongType,
    }),
  ),
  ...wrongSeries.map(
    ([says, pattern, range]): Expectation => ({
      says: `a series with ${says}`,
      ask: ['POST', '/me/events', series(pattern, range)],
      ...invalid,
    }),
  ),
  {
    says: "a series is in its event's zone, and names are taken in any case",
    ask: [
      'POST',
      '/me/events',
      series({ type: 'Weekly', interval: 1, daysOfWeek: ['TUESDAY'] }, { type: 'NoEnd', startDate: '2026-05-05' }),
    ],
    status: 201,
    answer: {
      recurrence: {
        pattern: { type: 'weekly', daysOfWeek: ['tuesday'] },
        range: { type: 'noEnd', recurrenceTimeZone: 'Romance Standard Time' },
      },
    },
  },
  {
    says: 'a series whose first month has its day before the start begins with the next',
    ask: [
      'POST',
      '/me/events',
      {
        ...series(
          { type: 'relativeMonthly', interval: 2, daysOfWeek: ['thursday'], index: 'first' },
          { type: 'noEnd', startDate: '2027-08-29' },
        ),
        ...slot('2027-08-29'),
      },
    ],
    status: 201,
    and: async (reply) => {
      const window = 'startDateTime=2027-08-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z'
      const instances = await served.ask('anna', 'GET', `/me/events/${reply.json.id}/instances?${window}`)
      expect(
        instances.json.value.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(0, 10)),
      ).toEqual(['2027-09-02', '2027-11-04'])
    },
  },
  {
    says: 'a body written as text comes as HTML, unless text is preferred',
    ask: ['POST', '/me/events', event('Tekst', { body: { contentType: 'text', content: 'a < b & c' } })],
    status: 201,
    answer: {
      body: { contentType: 'html', content: '<html><head></head><body><div>a &lt; b &amp; c</div></body></html>' },
      bodyPreview: 'a < b & c',
    },
    and: async (reply) => {
      const text = await served.ask('anna', 'GET', `/me/events/${reply.json.id}`, undefined, {
        Prefer: 'outlook.body-content-type="text"',
      })
      expect(text.json.body).toEqual({ contentType: 'text', content: 'a < b & c' })
    },
  },
  {
    says: 'files posted with an event are kept, and reach whoever is invited',
    ask: ['POST', '/me/events', event('Med fil', { attendees: bo, attachments: [file('menu.txt')] })],
    status: 201,
    answer: { hasAttachments: true },
    keep: { withFile: (reply) => reply.json.id, uid: (reply) => reply.json.iCalUId },
  },
  {
    says: '... his copy',
    as: 'bo',
    ask: ['GET', "/me/events?$filter=iCalUId eq '{uid}'&$expand=attachments"],
    status: 200,
    answer: { value: [{ hasAttachments: true, attachments: [{ name: 'menu.txt', contentType: 'text/plain' }] }] },
    keep: { copy: (reply) => reply.json.value[0].id },
  },
  {
    says: '... a file added later',
    ask: ['POST', '/me/events/{withFile}/attachments', file('mere.pdf')],
    status: 201,
    answer: { contentType: 'application/pdf' },
  },
  {
    says: '... comes with the next update',
    ask: ['PATCH', '/me/events/{withFile}', { subject: 'Med to filer' }],
    status: 200,
  },
  {
    says: '... to his copy',
    as: 'bo',
    ask: ['GET', '/me/events/{copy}/attachments?$select=name'],
    status: 200,
    answer: { value: [{ name: 'menu.txt' }, { name: 'mere.pdf' }] },
  },
  {
    says: 'a forwarding by an attendee adds to the attendees',
    as: 'bo',
    ask: [
      'POST',
      '/me/events/{copy}/forward',
      { comment: '', toRecipients: [{ emailAddress: { address: 'dora@hjemme.example', name: 'Dora Fyr' } }] },
    ],
    status: 202,
  },
  {
    says: '... as the organiser sees them',
    ask: ['GET', '/me/events/{withFile}'],
    status: 200,
    answer: { attendees: [{}, { emailAddress: { address: 'dora@hjemme.example' }, status: { response: 'none' } }] },
  },
  {
    says: '... who is told',
    ask: ['GET', "/me/messages?$filter=startswith(subject,'Meeting Forward Notification')"],
    status: 200,
    answer: { value: [{ from: { emailAddress: { name: 'Bo Dal' } } }] },
  },
  {
    says: 'a new Teams meeting has the way into it in its body',
    ask: [
      'POST',
      '/me/events',
      event('Online', { attendees: bo, isOnlineMeeting: true, body: { contentType: 'html', content: '<p>Hej</p>' } }),
    ],
    status: 201,
    and: (reply) => {
      expect(reply.json.body.content).toContain('<p>Hej</p>')
      expect(reply.json.body.content).toContain(reply.json.onlineMeeting.joinUrl.replaceAll('&', '&amp;'))
    },
  },
  {
    says: 'a single event names its calendar',
    ask: ['GET', '/me/events/{withFile}?$expand=attachments'],
    status: 200,
    answer: {
      'calendar@odata.navigationLink': expect.stringMatching(/\/calendars\('AAMk/),
      '@odata.context': expect.stringMatching(/events\(attachments\(\)\)\/\$entity$/),
    },
  },
  {
    says: 'keys may stand in brackets all the way',
    ask: ['GET', "/Users('anna@vaert.example')/Events('{withFile}')/Attachments"],
    status: 200,
  },
  {
    says: 'names in $select are taken in any case',
    ask: ['GET', '/me/events/{withFile}?$select=Subject'],
    status: 200,
    answer: { subject: 'Med to filer' },
  },
  {
    says: 'a filter on what no event has',
    ask: ['GET', "/me/events?$filter=colour eq 'red'"],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a filter with two operators',
    ask: ['GET', '/me/events?$filter=subject eq eq'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a filter with a value of another type',
    ask: ['GET', '/me/events?$filter=subject eq 5'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a filter with a date that is none',
    ask: ['GET', '/me/messages?$filter=receivedDateTime ge 2026-99-99'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an order by what no event has',
    ask: ['GET', '/me/events?$orderby=colour'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an expansion of what no event has',
    ask: ['GET', '/me/events?$expand=colour'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an expansion Graph has and this tenant has not',
    ask: ['GET', '/me/events?$expand=extensions'],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'a text where yes or no is asked',
    as: 'bo',
    ask: ['POST', '/me/events/{copy}/accept', { sendResponse: 'yes' }],
    ...wrongType,
  },
  {
    says: 'a number where a text is asked',
    as: 'bo',
    ask: ['POST', '/me/events/{copy}/accept', { comment: 5 }],
    ...wrongType,
  },
  {
    says: 'an attachment that does not say what it is',
    ask: ['POST', '/me/events/{withFile}/attachments', { name: 'x', contentBytes: '' }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an item as an attachment is 501',
    ask: [
      'POST',
      '/me/events/{withFile}/attachments',
      { '@odata.type': '#microsoft.graph.itemAttachment', name: 'x', item: {} },
    ],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'an attachment with what no file has',
    ask: ['POST', '/me/events/{withFile}/attachments', { ...file('x'), colour: 1 }],
    status: 400,
    code: 'BadRequest',
  },
]

const mail: readonly Expectation[] = [
  {
    says: 'names of enumerations are taken in any case',
    ask: ['POST', '/me/messages', { subject: 'Vigtigt', importance: 'High', toRecipients: bo }],
    status: 201,
    answer: { importance: 'high', conversationIndex: expect.stringMatching(/^AQ/) },
    keep: { draft: (reply) => reply.json.id },
  },
  {
    says: '... and nothing else',
    ask: ['POST', '/me/messages', { importance: 'huge' }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'PATCH inferenceClassification',
    ask: ['PATCH', '/me/messages/{draft}', { inferenceClassification: 'other' }],
    status: 200,
    answer: { inferenceClassification: 'other' },
  },
  {
    says: 'a draft has an immutable id',
    ask: ['GET', '/me/messages/{draft}?$select=id', undefined, { Prefer: 'IdType="ImmutableId"' }],
    status: 200,
    keep: { lasting: (reply) => reply.json.id },
  },
  { says: '... it is sent', ask: ['POST', '/me/messages/{draft}/send'], status: 202 },
  {
    says: '... and is the message in Sent Items under the same immutable id',
    ask: ['GET', '/me/messages/{lasting}', undefined, { Prefer: 'IdType="ImmutableId"' }],
    status: 200,
    answer: { id: '{lasting}', isDraft: false },
  },
  {
    says: 'a filter and an order that begin differently',
    ask: ['GET', "/me/messages?$filter=from/emailAddress/address eq 'a@b.example'&$orderby=receivedDateTime desc"],
    status: 400,
    code: 'InefficientFilter',
  },
  {
    says: 'a filter and an order that begin alike',
    ask: [
      'GET',
      "/me/messages?$filter=subject eq 'x' and importance eq 'normal'&$orderby=subject,importance,receivedDateTime desc",
    ],
    status: 200,
  },
  {
    says: 'sendMail with what it does not have',
    ask: ['POST', '/me/sendMail', { message: { toRecipients: bo }, bogus: true }],
    ...unknown,
  },
]

const lists: readonly Expectation[] = [
  {
    says: 'fields outside their frame are refused, not lost',
    ask: ['POST', '/sites/{site}/lists/Notes/items', { Title: 'x' }],
    ...unknown,
  },
  {
    says: '... in a change too',
    ask: ['POST', '/sites/{site}/lists/Notes/items', { fields: { NoteKey: 'a' } }],
    status: 201,
  },
  { says: '... 400', ask: ['PATCH', '/sites/{site}/lists/Notes/items/1', { Title: 'x' }], ...unknown },
  {
    says: 'a list with what no list has',
    ask: ['POST', '/sites/{site}/lists', { displayName: 'X', bogus: 1 }],
    ...unknown,
  },
  {
    says: 'a list whose kind is a number',
    ask: ['POST', '/sites/{site}/lists', { displayName: 'X', list: 5 }],
    ...wrongType,
  },
  {
    says: 'a column whose kind is a number',
    ask: ['POST', '/sites/{site}/lists/Notes/columns', { name: 'c', text: 5 }],
    ...wrongType,
  },
  {
    says: 'a new library',
    ask: ['POST', '/sites/{site}/lists', { displayName: 'Referater', list: { template: 'documentLibrary' } }],
    status: 201,
    keep: { library: (reply) => reply.json.id },
  },
  {
    says: '... has a drive',
    ask: ['GET', '/sites/{site}/lists/{library}/drive'],
    status: 200,
    answer: { name: 'Referater', driveType: 'documentLibrary', webUrl: expect.stringMatching(/\/Referater$/) },
    keep: { second: (reply) => reply.json.id },
  },
  {
    says: "... among the site's",
    ask: ['GET', '/sites/{site}/drives'],
    status: 200,
    answer: { value: [{ id: '{drive}' }, { id: '{second}' }] },
  },
  {
    says: '... that takes files',
    ask: [
      'PUT',
      '/drives/{second}/root:/2026/Referat.docx:/content',
      new Uint8Array([1, 2]),
      { 'Content-Type': 'application/octet-stream' },
    ],
    status: 201,
  },
  {
    says: '... whose rows know their files',
    ask: ['GET', '/sites/{site}/lists/{library}/items?$expand=fields($select=FileLeafRef,DocIcon,FileSizeDisplay)'],
    status: 200,
    answer: {
      value: [
        { contentType: { name: 'Folder' }, fields: { FileLeafRef: '2026' } },
        {
          webUrl: expect.stringMatching(/\/Referater\/2026\/Referat\.docx$/),
          fields: { FileLeafRef: 'Referat.docx', DocIcon: 'docx', FileSizeDisplay: '2' },
        },
      ],
    },
  },
  { says: '... and goes', ask: ['DELETE', '/sites/{site}/lists/{library}'], status: 204 },
  { says: '... with its drive', ask: ['GET', '/drives/{second}/root'], status: 404, code: 'itemNotFound' },
]

const files: readonly Expectation[] = [
  {
    says: 'a file has its hash',
    ask: ['GET', '/drives/{drive}/items/01BILAG'],
    status: 200,
    answer: { file: { hashes: { quickXorHash: quickXorHash(new TextEncoder().encode('Hej med dig')) } } },
  },
  {
    says: 'a folder has no cTag',
    ask: ['GET', '/drives/{drive}/root:/m1'],
    status: 200,
    and: (reply) => expect('cTag' in reply.json).toBe(false),
  },
  {
    says: 'children with thumbnails',
    ask: ['GET', '/drives/{drive}/root:/m1:/children?$expand=thumbnails'],
    status: 200,
    answer: { value: [{ thumbnails: [{ small: { url: expect.any(String) } }] }] },
  },
  {
    says: 'chosen properties of children',
    ask: ['GET', '/drives/{drive}/root:/m1?$expand=children($select=id,name)'],
    status: 200,
    answer: { children: [{ id: '01BILAG', name: 'Bilag 1.txt' }] },
    and: (reply) => expect('size' in reply.json.children[0]).toBe(false),
  },
  {
    says: 'one size of thumbnail',
    ask: ['GET', '/drives/{drive}/items/01BILAG/thumbnails?select=medium'],
    status: 200,
    answer: { value: [{ medium: {} }] },
    and: (reply) => expect('large' in reply.json.value[0]).toBe(false),
  },
  {
    says: 'the row of a file by its ids',
    ask: ['GET', '/drives/{drive}/items/01BILAG?$select=id,sharepointIds'],
    status: 200,
    answer: {
      sharepointIds: {
        listItemId: expect.stringMatching(/^\d+$/),
        listId: expect.any(String),
        siteUrl: expect.any(String),
      },
    },
  },
  {
    says: 'a delta token in brackets',
    ask: ['GET', "/drives/{drive}/root/delta(token='latest')"],
    status: 200,
    answer: { value: [], '@odata.deltaLink': expect.stringMatching(/root\/delta\?token=/) },
  },
  {
    says: 'a moment as a delta token',
    ask: ['GET', '/drives/{drive}/root/delta?token=2026-03-02T07:00:00Z'],
    status: 200,
    answer: { value: [{ name: 'root' }, {}, {}] },
  },
  {
    says: '... later than every change',
    ask: ['GET', '/drives/{drive}/root/delta?token=2027-01-01T00:00:00Z'],
    status: 200,
    answer: { value: [] },
  },
  ...['CON', '.lock', 'desktop.ini', 'a_vti_b', '~$a.docx', 'a.'].map(
    (name): Expectation => ({
      says: `the name ${name} cannot be`,
      ask: ['POST', '/drives/{drive}/root/children', { name, folder: {} }],
      ...unknown,
    }),
  ),
  {
    says: 'a folder with what no folder has',
    ask: ['POST', '/drives/{drive}/root/children', { name: 'x', folder: {}, bogus: 1 }],
    ...unknown,
  },
  {
    says: 'a preview with what it does not have',
    ask: ['POST', '/drives/{drive}/items/01BILAG/preview', { bogus: 1 }],
    ...unknown,
  },
]

const others: readonly Expectation[] = [
  {
    says: 'chats with their members, counted',
    ask: ['GET', '/me/chats?$expand=members'],
    status: 200,
    answer: {
      '@odata.context': expect.stringMatching(/chats\(members\(\)\)$/),
      '@odata.count': 2,
      value: [{ members: [{}, {}] }, { members: [{ displayName: 'Anna Bjerg' }, { displayName: 'Bo Dal' }] }],
    },
  },
  {
    says: 'an entity of another chat',
    ask: [
      'POST',
      '/chats/{thread}/sendActivityNotification',
      {
        topic: { source: 'entityUrl', value: 'https://graph.microsoft.com/v1.0/chats/19:other@thread.v2' },
        activityType: 'x',
        previewText: { content: 'x' },
        recipient: {},
      },
    ],
    status: 400,
    code: 'BadRequest',
  },
  ...['contoso AND isDocument=true', '(a OR b)', 'author:anna'].map(
    (words): Expectation => ({
      says: `search words beyond words: ${words}`,
      ask: ['POST', '/search/query', { requests: [{ entityTypes: ['driveItem'], query: { queryString: words } }] }],
      status: 501,
      code: 'notImplemented',
    }),
  ),
  {
    says: 'a template of a search',
    ask: [
      'POST',
      '/search/query',
      { requests: [{ entityTypes: ['driveItem'], query: { queryString: 'a', queryTemplate: '{searchTerms} x' } }] },
    ],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'a kind of thing nobody has',
    ask: ['POST', '/search/query', { requests: [{ entityTypes: ['nonsense'], query: { queryString: 'a' } }] }],
    status: 400,
    code: 'BadRequest',
  },
  ...['/v1.0/me', 'https://graph.microsoft.com/v1.0/me'].map(
    (url): Expectation => ({
      says: `a batch's part at ${url}`,
      ask: ['POST', '/$batch', { requests: [{ id: '1', method: 'GET', url }] }],
      status: 200,
      answer: { responses: [{ id: '1', status: 400, body: { error: { code: 'BadRequest' } } }] },
    }),
  ),
  { says: 'the service document', ask: ['GET', '/'], status: 501, code: 'notImplemented' },
  {
    says: 'an upload address is where the client came in',
    ask: [
      'POST',
      '/drives/{drive}/root:/x.bin:/createUploadSession',
      {},
      { 'X-Forwarded-Host': 'graph.example', 'X-Forwarded-Proto': 'https' },
    ],
    status: 200,
    answer: { uploadUrl: expect.stringMatching(/^https:\/\/graph\.example\/files\/upload\//) },
  },
]

runCases([...events, ...mail, ...lists, ...files, ...others], () => ({ served, places }))
