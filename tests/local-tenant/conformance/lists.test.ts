import { afterAll, beforeAll, expect } from 'vitest'
import { type Served, serveTenant } from '../support/over-http.ts'
import { siteId } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Sites, lists, columns and items: site-get*, list-*, columndefinition, listitem-* of the documentation.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant()
  places['site'] = siteId
  places['host'] = siteId.split(',')[0] ?? ''
})
afterAll(() => served.close())

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const anna = { user: { displayName: 'Anna Bjerg', email: 'anna@vaert.example', id: expect.stringMatching(guid) } }
const nonIndexed = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }
const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const books = '/sites/{site}/lists/{books}'

const sites: readonly Expectation[] = [
  {
    says: 'GET /sites/{id}',
    ask: ['GET', '/sites/{site}'],
    status: 200,
    answer: {
      '@odata.context': expect.stringMatching(/\$metadata#sites\/\$entity$/),
      id: '{site}',
      name: 'proeve',
      displayName: 'Prøveforum',
      webUrl: 'https://{host}/sites/proeve',
      siteCollection: { hostname: '{host}' },
      root: {},
      createdDateTime: expect.stringMatching(seconds),
    },
  },
  {
    says: 'a site by host and path',
    ask: ['GET', '/sites/{host}:/sites/proeve'],
    status: 200,
    answer: { id: '{site}' },
  },
  {
    says: 'a site by path, and what is below it',
    ask: ['GET', '/sites/{host}:/sites/proeve:/lists'],
    status: 200,
    answer: { value: expect.any(Array) },
  },
  {
    says: 'a site by getByPath',
    ask: ['GET', "/sites/{host}/getByPath(path='/sites/proeve')"],
    status: 200,
    answer: { id: '{site}' },
  },
  {
    says: 'a site by one of its ids',
    ask: ['GET', `/sites/${siteId.split(',')[1]}`],
    status: 200,
    answer: { id: '{site}' },
  },
  { says: 'a site that is not there', ask: ['GET', '/sites/{host}:/sites/nothing'], status: 404, code: 'itemNotFound' },
  {
    says: 'sites by a word',
    ask: ['GET', '/sites?search=Pr%C3%B8ve'],
    status: 200,
    answer: { value: [{ id: '{site}' }] },
  },
  { says: 'sites by a word nobody has', ask: ['GET', '/sites?search=zzz'], status: 200, answer: { value: [] } },
]

const lists: readonly Expectation[] = [
  {
    says: 'POST lists: 201 with columns, as the documentation creates Books',
    ask: [
      'POST',
      '/sites/{site}/lists',
      {
        displayName: 'Books',
        columns: [
          { name: 'Author', text: {} },
          { name: 'PageCount', number: {} },
        ],
        list: { template: 'genericList' },
      },
    ],
    status: 201,
    answer: {
      id: expect.stringMatching(guid),
      name: 'Books',
      displayName: 'Books',
      list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
      eTag: expect.stringMatching(/^"[0-9a-f-]{36},\d+"$/),
      webUrl: expect.stringMatching(/\/Lists\/Books$/),
      createdBy: anna,
      parentReference: { siteId: '{site}' },
    },
    headers: { location: /\/lists\// },
    keep: { books: (reply) => reply.json.id },
  },
  {
    says: 'a second list of the same name is 409',
    ask: ['POST', '/sites/{site}/lists', { displayName: 'books' }],
    status: 409,
    code: 'nameAlreadyExists',
  },
  {
    says: 'a list without a name is 400',
    ask: ['POST', '/sites/{site}/lists', { list: { template: 'genericList' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a list of an unknown template is 400',
    ask: ['POST', '/sites/{site}/lists', { displayName: 'X', list: { template: 'shoebox' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'GET a list by id',
    ask: ['GET', books],
    status: 200,
    answer: { id: '{books}', '@odata.etag': expect.any(String) },
    headers: { etag: /^"/ },
  },
  { says: 'GET a list by name', ask: ['GET', '/sites/{site}/lists/Books'], status: 200, answer: { id: '{books}' } },
  { says: 'a list that is not there', ask: ['GET', '/sites/{site}/lists/Nothing'], status: 404, code: 'itemNotFound' },
  {
    says: 'lists by display name',
    ask: ['GET', "/sites/{site}/lists?$filter=displayName eq 'Books'"],
    status: 200,
    answer: { value: [{ id: '{books}' }] },
  },
  {
    says: 'a list with its columns and items',
    ask: ['GET', `${books}?$select=id,name&$expand=columns($select=name),items($expand=fields)`],
    status: 200,
    answer: { name: 'Books', items: [] },
    and: (reply) =>
      expect(reply.json.columns.map(({ name }: { name: string }) => name)).toEqual(
        expect.arrayContaining(['Title', 'Author', 'PageCount', 'Created', 'Editor']),
      ),
  },
  {
    says: 'PATCH a list',
    ask: ['PATCH', books, { description: 'Bøger' }],
    status: 200,
    answer: { description: 'Bøger' },
  },
  {
    says: 'a property a list does not have is 400',
    ask: ['GET', `${books}?$select=colour`],
    status: 400,
    code: 'BadRequest',
  },
]

const facets: readonly [says: string, definition: object, expected: object][] = [
  [
    'choice',
    { name: 'State', choice: { choices: ['open', 'done'], displayAs: 'dropDownMenu' } },
    { choice: { allowTextEntry: false, choices: ['open', 'done'] } },
  ],
  ['boolean', { name: 'Read', boolean: {} }, { boolean: {} }],
  [
    'date',
    { name: 'Due', dateTime: { format: 'dateOnly' } },
    { dateTime: { format: 'dateOnly', displayAs: 'default' } },
  ],
  ['date and time', { name: 'At', dateTime: { format: 'dateTime' }, indexed: true }, { indexed: true }],
  ['currency', { name: 'Price', currency: { locale: 'da-dk' } }, { currency: { locale: 'da-dk' } }],
  [
    'several lines',
    { name: 'Text', text: { allowMultipleLines: true, textType: 'plain' } },
    { text: { allowMultipleLines: true } },
  ],
  ['person', { name: 'Owner', personOrGroup: { allowMultipleSelection: false } }, { personOrGroup: {} }],
  ['link', { name: 'Link', hyperlinkOrPicture: { isPicture: false } }, { hyperlinkOrPicture: { isPicture: false } }],
  [
    'unique',
    { name: 'Isbn', text: {}, indexed: true, enforceUniqueValues: true },
    { enforceUniqueValues: true, indexed: true },
  ],
  ['indexed number', { name: 'Rank', number: {}, indexed: true }, { number: { decimalPlaces: 'automatic' } }],
]

const columns: readonly Expectation[] = [
  ...facets.map(
    ([says, definition, expected]): Expectation => ({
      says: `POST columns: ${says}`,
      ask: ['POST', `${books}/columns`, definition],
      status: 201,
      answer: {
        id: expect.stringMatching(guid),
        name: (definition as { name: string }).name,
        hidden: false,
        readOnly: false,
        ...expected,
      },
    }),
  ),
  {
    says: 'a column of a taken name is 409',
    ask: ['POST', `${books}/columns`, { name: 'Author', text: {} }],
    status: 409,
    code: 'nameAlreadyExists',
  },
  {
    says: 'a column with a name that cannot be is 400',
    ask: ['POST', `${books}/columns`, { name: 'To ord', text: {} }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a column of two kinds is 400',
    ask: ['POST', `${books}/columns`, { name: 'Both', text: {}, number: {} }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a kind of column this tenant has not is 501',
    ask: ['POST', `${books}/columns`, { name: 'Place', geolocation: {} }],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'a property a column does not have is 400',
    ask: ['POST', `${books}/columns`, { name: 'Odd', text: {}, colour: 'red' }],
    status: 400,
    code: 'invalidRequest',
  },
  { says: 'GET a column by name', ask: ['GET', `${books}/columns/State`], status: 200, answer: { name: 'State' } },
  {
    says: 'PATCH a column',
    ask: ['PATCH', `${books}/columns/State`, { displayName: 'Tilstand', indexed: true }],
    status: 200,
    answer: { displayName: 'Tilstand', indexed: true },
  },
  { says: 'DELETE a column', ask: ['DELETE', `${books}/columns/Owner`], status: 204 },
  { says: '... gone', ask: ['GET', `${books}/columns/Owner`], status: 404, code: 'itemNotFound' },
]

const emma = {
  Title: 'Emma',
  Author: 'Austen',
  PageCount: 474,
  State: 'open',
  Read: false,
  Due: '2026-05-01T00:00:00Z',
  At: '2026-05-01T12:00:00.987Z',
  Isbn: 'A1',
  Rank: 2,
}

const items: readonly Expectation[] = [
  {
    says: 'POST items: 201 with the whole item',
    ask: ['POST', `${books}/items`, { fields: emma }],
    status: 201,
    headers: { location: /\/items\/1$/ },
    answer: {
      '@odata.etag': expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
      id: '1',
      eTag: expect.stringMatching(/,1"$/),
      createdDateTime: expect.stringMatching(seconds),
      lastModifiedDateTime: expect.stringMatching(seconds),
      webUrl: expect.stringMatching(/^https:\/\/.*\/Lists\/Books\//),
      createdBy: anna,
      lastModifiedBy: anna,
      parentReference: { id: expect.any(String), siteId: '{site}' },
      contentType: { id: expect.stringMatching(/^0x01/), name: 'Item' },
      'fields@odata.context': expect.stringContaining('/fields/$entity'),
      fields: {
        '@odata.etag': expect.any(String),
        id: '1',
        ContentType: 'Item',
        Title: 'Emma',
        LinkTitle: 'Emma',
        PageCount: 474,
        Read: false,
        At: '2026-05-01T12:00:00Z',
        Created: expect.stringMatching(seconds),
        AuthorLookupId: expect.stringMatching(/^\d+$/),
        _UIVersionString: '1.0',
        Attachments: false,
      },
    },
    keep: { etag: (reply) => reply.json.eTag },
  },
  {
    says: 'the author is whoever asks, whatever the body says',
    as: 'bo',
    ask: [
      'POST',
      `${books}/items`,
      { createdBy: { user: { displayName: 'X' } }, fields: { Title: 'Persuasion', Isbn: 'B2', Rank: 1 } },
    ],
    status: 201,
    answer: { id: '2', createdBy: { user: { displayName: 'Bo Dal' } } },
  },
  {
    says: 'a field the list does not have is 400',
    ask: ['POST', `${books}/items`, { fields: { Colour: 'red' } }],
    status: 400,
    code: 'invalidRequest',
    answer: { error: { message: "Field 'Colour' is not recognized" } },
  },
  {
    says: 'a field of the server is 400',
    ask: ['POST', `${books}/items`, { fields: { Created: '2020-01-01T00:00:00Z' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'the value of a unique column again is refused',
    ask: ['POST', `${books}/items`, { fields: { Isbn: 'a1' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a choice that is none is 400',
    ask: ['POST', `${books}/items`, { fields: { State: 'Open' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: '256 letters in one line is 400',
    ask: ['POST', `${books}/items`, { fields: { Author: 'x'.repeat(256) } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: '255 letters are taken',
    ask: ['POST', `${books}/items`, { fields: { Author: 'x'.repeat(255), Rank: 9 } }],
    status: 201,
    answer: { id: '3' },
  },
  {
    says: 'several lines are taken where they may be',
    ask: ['POST', `${books}/items`, { fields: { Text: 'a\nb'.repeat(400), Rank: 8 } }],
    status: 201,
    answer: { id: '4' },
  },
  {
    says: 'a text for a number is 400',
    ask: ['POST', `${books}/items`, { fields: { PageCount: 'many' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a text for a date is 400',
    ask: ['POST', `${books}/items`, { fields: { At: 'tomorrow' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a text for yes or no is 400',
    ask: ['POST', `${books}/items`, { fields: { Read: 'yes' } }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'GET items shows no fields unless asked',
    ask: ['GET', `${books}/items`],
    status: 200,
    and: (reply) =>
      expect(reply.json.value.map((one: object) => 'fields' in one)).toEqual([false, false, false, false]),
  },
  {
    says: 'GET items with chosen fields',
    ask: ['GET', `${books}/items?$expand=fields($select=Title,PageCount)&$select=id&$top=1`],
    status: 200,
    answer: {
      value: [{ id: '1', fields: { Title: 'Emma', PageCount: 474 } }],
      '@odata.nextLink': expect.stringMatching(/\$skiptoken=/),
    },
    and: (reply) =>
      expect(Object.keys(reply.json.value[0].fields).sort()).toEqual(['@odata.etag', 'PageCount', 'Title']),
  },
  {
    says: 'a field that is not there cannot be chosen',
    ask: ['GET', `${books}/items?$expand=fields($select=Colour)`],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a filter on an indexed column',
    ask: ['GET', `${books}/items?$expand=fields&$filter=fields/Rank gt 1 and fields/Rank lt 9`],
    status: 200,
    answer: { value: [{ id: '1' }, { id: '4' }] },
  },
  {
    says: 'a filter on a column without an index is 400 and says how',
    ask: ['GET', `${books}/items?$filter=fields/Author eq 'Austen'`],
    status: 400,
    code: 'invalidRequest',
    and: (reply) => expect(reply.json.error.message).toMatch(/'Author'.*HonorNonIndexedQueriesWarningMayFailRandomly/),
  },
  {
    says: '... with the header it works',
    ask: ['GET', `${books}/items?$filter=fields/Author eq 'Austen'`, undefined, nonIndexed],
    status: 200,
    answer: { value: [{ id: '1' }] },
  },
  {
    says: '$orderby on an indexed column',
    ask: ['GET', `${books}/items?$orderby=fields/Rank desc&$select=id`],
    status: 200,
    answer: { value: [{ id: '3' }, { id: '4' }, { id: '1' }, { id: '2' }] },
  },
  {
    says: '$orderby on a column without an index is 400',
    ask: ['GET', `${books}/items?$orderby=fields/Author`],
    status: 400,
    code: 'invalidRequest',
  },
  { says: '$skip is refused', ask: ['GET', `${books}/items?$skip=1`], status: 501, code: 'notImplemented' },
  { says: '$count is refused', ask: ['GET', `${books}/items?$count=true`], status: 501, code: 'notImplemented' },
  {
    says: 'GET one item shows its fields',
    ask: ['GET', `${books}/items/1`],
    status: 200,
    answer: { fields: { Title: 'Emma' } },
    headers: { etag: /,1"?$/ },
  },
  {
    says: 'empty columns are left out',
    ask: ['GET', `${books}/items/2/fields`],
    status: 200,
    and: (reply) => expect('PageCount' in reply.json).toBe(false),
  },
  {
    says: 'If-None-Match with the present version is 304',
    ask: ['GET', `${books}/items/1`, undefined, { 'If-None-Match': '{etag}' }],
    status: 304,
  },
  { says: 'an item that is not there', ask: ['GET', `${books}/items/99`], status: 404, code: 'itemNotFound' },
  {
    says: 'PATCH fields: 200 with the fields alone',
    ask: ['PATCH', `${books}/items/1/fields`, { PageCount: 475, Author: null }, { 'If-Match': '{etag}' }],
    status: 200,
    answer: { PageCount: 475, Title: 'Emma', _UIVersionString: '2.0' },
    and: (reply) => expect('createdDateTime' in reply.json || 'Author' in reply.json).toBe(false),
  },
  {
    says: 'PATCH with an old version is 412',
    ask: ['PATCH', `${books}/items/1/fields`, { PageCount: 1 }, { 'If-Match': '{etag}' }],
    status: 412,
    code: 'resourceModified',
  },
  {
    says: '... nothing was written',
    ask: ['GET', `${books}/items/1`],
    status: 200,
    answer: { eTag: expect.stringMatching(/,2"$/), fields: { PageCount: 475 } },
  },
  {
    says: 'PATCH the item in its other form',
    as: 'bo',
    ask: ['PATCH', `${books}/items/1`, { fields: { Title: 'Emma II' } }],
    status: 200,
    answer: {
      id: '1',
      eTag: expect.stringMatching(/,3"$/),
      lastModifiedBy: { user: { displayName: 'Bo Dal' } },
      fields: { Title: 'Emma II' },
    },
  },
  {
    says: 'versions, the newest first',
    ask: ['GET', `${books}/items/1/versions`],
    status: 200,
    answer: {
      value: [
        { id: '3.0', lastModifiedBy: { user: { displayName: 'Bo Dal' } }, fields: { Title: 'Emma II' } },
        { id: '2.0' },
        { id: '1.0', fields: { PageCount: 474, Author: 'Austen' } },
      ],
    },
  },
  {
    says: 'one version',
    ask: ['GET', `${books}/items/1/versions/1.0?$expand=fields($select=Title)`],
    status: 200,
    answer: { id: '1.0', published: { level: 'published', versionId: '1.0' }, fields: { Title: 'Emma' } },
  },
  { says: 'restoreVersion: 204', ask: ['POST', `${books}/items/1/versions/1.0/restoreVersion`], status: 204 },
  {
    says: '... as a new version',
    ask: ['GET', `${books}/items/1`],
    status: 200,
    answer: { eTag: expect.stringMatching(/,4"$/), fields: { Title: 'Emma', Author: 'Austen' } },
  },
  {
    says: 'DELETE with an old version is 412',
    ask: ['DELETE', `${books}/items/1`, undefined, { 'If-Match': '{etag}' }],
    status: 412,
    code: 'resourceModified',
  },
  { says: 'DELETE: 204', ask: ['DELETE', `${books}/items/1`], status: 204 },
  { says: '... gone', ask: ['GET', `${books}/items/1`], status: 404, code: 'itemNotFound' },
  {
    says: '... and its unique value is free again',
    ask: ['POST', `${books}/items`, { fields: { Isbn: 'A1' } }],
    status: 201,
    answer: { id: '5' },
  },
  { says: 'DELETE a list', ask: ['DELETE', books], status: 204 },
  { says: '... gone', ask: ['GET', books], status: 404, code: 'itemNotFound' },
]

const rights: readonly Expectation[] = [
  { says: 'a visitor reads', as: 'carl', ask: ['GET', '/sites/{site}/lists/Notes/items'], status: 200 },
  {
    says: 'a visitor cannot write',
    as: 'carl',
    ask: ['POST', '/sites/{site}/lists/Notes/items', { fields: { NoteKey: 'x' } }],
    status: 403,
    code: 'accessDenied',
  },
  {
    says: 'a guest who is a member writes',
    as: 'bo',
    ask: ['POST', '/sites/{site}/lists/Notes/items', { fields: { NoteKey: 'bo' } }],
    status: 201,
  },
  {
    says: 'a member cannot make lists',
    as: 'bo',
    ask: ['POST', '/sites/{site}/lists', { displayName: 'Mine' }],
    status: 403,
    code: 'accessDenied',
  },
  {
    says: 'a member cannot make columns',
    as: 'bo',
    ask: ['POST', '/sites/{site}/lists/Notes/columns', { name: 'C', text: {} }],
    status: 403,
    code: 'accessDenied',
  },
  {
    says: 'a closed list is closed to members',
    as: 'bo',
    ask: ['GET', '/sites/{site}/lists/Closed/items'],
    status: 403,
    code: 'accessDenied',
  },
  {
    says: 'a closed list is not listed for members',
    as: 'bo',
    ask: ['GET', '/sites/{site}/lists'],
    status: 200,
    and: (reply) => expect(reply.json.value.map(({ name }: { name: string }) => name)).not.toContain('Closed'),
  },
  { says: 'a closed list is open to owners', ask: ['GET', '/sites/{site}/lists/Closed/items'], status: 200 },
  {
    says: 'somebody without rights is refused',
    as: 'dora',
    ask: ['GET', '/sites/{site}/lists'],
    status: 403,
    code: 'accessDenied',
  },
]

runCases([...sites, ...lists, ...columns, ...items, ...rights], () => ({ served, places }))
