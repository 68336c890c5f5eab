import { afterAll, beforeAll, expect } from 'vitest'
import { type Served, serveTenant } from '../support/over-http.ts'
import { driveId, siteId } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// What every answer of Graph has in common: who asks, which form, which errors (concepts/errors.md, auth, CORS).

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant()
  places['site'] = siteId
  places['drive'] = driveId
})
afterAll(() => served.close())

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const bearer = /^Bearer .*authorization_uri=/
const longFilter = `subject eq '${'x'.repeat(9_000)}'`
const aRow = { fields: { Title: 'x' } }

const cases: readonly Expectation[] = [
  {
    says: 'no token is 401 InvalidAuthenticationToken and says where to get one',
    as: null,
    ask: ['GET', '/me'],
    status: 401,
    code: 'InvalidAuthenticationToken',
    headers: { 'www-authenticate': bearer },
  },
  {
    says: 'a malformed token is 401',
    as: null,
    ask: ['GET', '/me', undefined, { Authorization: 'Bearer nonsense' }],
    status: 401,
    code: 'InvalidAuthenticationToken',
    headers: { 'www-authenticate': bearer },
  },
  {
    says: 'another scheme than Bearer is 401',
    as: null,
    ask: ['GET', '/me', undefined, { Authorization: 'Basic YTpi' }],
    status: 401,
    code: 'InvalidAuthenticationToken',
  },
  {
    says: 'GET /me shows the documented properties and no more',
    ask: ['GET', '/me'],
    status: 200,
    answer: {
      '@odata.context': expect.stringMatching(/\/v1\.0\/\$metadata#users\/\$entity$/),
      displayName: 'Anna Bjerg',
      givenName: 'Anna',
      surname: 'Bjerg',
      mail: 'anna@vaert.example',
      userPrincipalName: 'anna@vaert.example',
      businessPhones: [],
      id: expect.stringMatching(uuid),
    },
    headers: {
      'content-type': /^application\/json;odata\.metadata=minimal;.*charset=utf-8/,
      'odata-version': /^4\.0$/,
      'request-id': uuid,
      'cache-control': /no-cache/,
      date: /GMT$/,
    },
    keep: { me: (reply) => reply.json.id },
  },
  {
    says: 'GET /me with $select shows those and no more',
    ask: ['GET', '/me?$select=displayName,id'],
    status: 200,
    and: (reply) => expect(Object.keys(reply.json).sort()).toEqual(['@odata.context', 'displayName', 'id']),
  },
  {
    says: 'GET /users/{id} finds a person',
    ask: ['GET', '/users/{me}'],
    status: 200,
    answer: { displayName: 'Anna Bjerg' },
  },
  {
    says: 'GET /users/{mail} finds a person',
    ask: ['GET', '/users/carl@vaert.example'],
    status: 200,
    answer: { displayName: 'Carl Eng' },
  },
  {
    says: 'an unknown user is 404 Request_ResourceNotFound',
    ask: ['GET', '/users/nobody@vaert.example'],
    status: 404,
    code: 'Request_ResourceNotFound',
  },
  {
    says: 'an unknown property in $select is 400',
    ask: ['GET', '/me?$select=displayname2'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'client-request-id comes back',
    ask: ['GET', '/me', undefined, { 'client-request-id': '7f0d7d1c-1111-4222-8333-944444444444' }],
    status: 200,
    headers: { 'client-request-id': /^7f0d7d1c-1111-4222-8333-944444444444$/ },
  },
  { says: 'what is not there answers 501', ask: ['GET', '/groups'], status: 501, code: 'notImplemented' },
  { says: 'beta is not there', ask: ['GET', '/me/planner/tasks'], status: 501, code: 'notImplemented' },
  {
    says: 'a method the address does not have is 405 and names those it has',
    ask: ['PUT', '/sites/{site}/lists/Notes/items', {}],
    status: 405,
    code: 'Request_BadRequest',
    headers: { allow: /GET.*POST/ },
  },
  {
    says: 'an unknown query option is 400',
    ask: ['GET', '/me/events?$colour=red'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an option Graph has and this tenant has not is 501, not passed over',
    ask: ['GET', '/me/events?$search=%22x%22'],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'the same option twice is 400',
    ask: ['GET', '/me/events?$top=1&$top=2'],
    status: 400,
    code: 'BadRequest',
  },
  { says: '$top must be a number', ask: ['GET', '/me/events?$top=many'], status: 400, code: 'BadRequest' },
  { says: '$top must not be negative', ask: ['GET', '/me/events?$top=-1'], status: 400, code: 'BadRequest' },
  {
    says: 'a filter with a mistake is 400 and says where',
    ask: ['GET', "/me/events?$filter=subject eq 'x"],
    status: 400,
    code: 'BadRequest',
    and: (reply) => expect(reply.json.error.message).toContain('position'),
  },
  {
    says: 'a filter with half a comparison is 400',
    ask: ['GET', '/me/events?$filter=subject eq'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an option of more than 8,000 letters is 400',
    ask: ['GET', `/me/events?$filter=${encodeURIComponent(longFilter)}`],
    status: 400,
    code: 'BadRequest',
  },
  { says: 'bad percent codes are 400', ask: ['GET', '/me/events?$filter=%E0%A4%A'], status: 400, code: 'BadRequest' },
  {
    says: 'a body that is no JSON is 400',
    ask: ['POST', '/me/events', '{"subject": ', { 'Content-Type': 'application/json' }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a body that is a list is 400',
    ask: ['POST', '/me/events', '[]', { 'Content-Type': 'application/json' }],
    status: 400,
    code: 'BadRequest',
  },
  { says: 'no body at all is 400', ask: ['POST', '/me/events'], status: 400, code: 'BadRequest' },
  {
    says: 'a body that is said to be XML is 415',
    ask: ['POST', '/me/events', '<a/>', { 'Content-Type': 'application/xml' }],
    status: 415,
    code: 'RequestBodyRead',
  },
  {
    says: 'a JSON body that is said to be text is 415',
    ask: ['POST', '/sites/{site}/lists/Notes/items', JSON.stringify(aRow), { 'Content-Type': 'text/plain' }],
    status: 415,
    code: 'RequestBodyRead',
  },
  {
    says: 'a client that accepts XML only gets 406, and nothing is written',
    ask: ['POST', '/sites/{site}/lists/Notes/items', aRow, { Accept: 'application/xml' }],
    status: 406,
    code: 'notAcceptable',
  },
  {
    says: '... nothing was written',
    ask: ['GET', '/sites/{site}/lists/Notes/items'],
    status: 200,
    answer: { value: [] },
  },
  {
    says: 'a body of more than 4 MB is 413',
    ask: ['POST', '/me/events', { subject: 'x'.repeat(4_300_000) }],
    status: 413,
    code: 'BadRequest',
  },
  {
    says: 'a preflight needs no token and allows what is asked',
    as: null,
    ask: [
      'OPTIONS',
      '/me/events',
      undefined,
      {
        Origin: 'https://app.example',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,if-match,prefer',
      },
    ],
    status: 200,
    headers: {
      'access-control-allow-origin': /^\*$/,
      'access-control-allow-methods': /PATCH/,
      'access-control-allow-headers': /if-match/,
    },
  },
  {
    says: 'an answer may be read by scripts of other origins, its ETag and Location too, its Retry-After not',
    ask: ['GET', '/me', undefined, { Origin: 'https://app.example' }],
    status: 200,
    headers: { 'access-control-allow-origin': /^\*$/, 'access-control-expose-headers': /ETag, Location/ },
    and: (reply) => expect(reply.headers.get('access-control-expose-headers')).not.toMatch(/retry-after/i),
  },
  {
    says: 'HEAD answers as GET does, without a body',
    ask: ['HEAD', '/me'],
    status: 200,
    and: (reply) => expect(reply.bytes).toHaveLength(0),
  },
  { says: 'options work without the dollar sign', ask: ['GET', '/me?select=id'], status: 200, answer: { id: '{me}' } },
  { says: 'names of options and segments have no case', ask: ['GET', '/Me/Events?$TOP=1'], status: 200 },
  {
    says: 'a segment may name its namespace',
    ask: ['GET', '/me/calendarView/microsoft.graph.delta()?startDateTime=2026-09-01&endDateTime=2026-10-01'],
    status: 200,
  },
  {
    says: 'a key may stand in brackets',
    ask: ['GET', "/users('{me}')"],
    status: 200,
    answer: { displayName: 'Anna Bjerg' },
  },
  {
    says: 'links in answers begin with the address that was asked',
    ask: ['GET', '/sites/{site}/lists?$top=1'],
    status: 200,
    and: (reply) => expect(reply.json['@odata.nextLink'].startsWith(`${served.graph}/sites/`)).toBe(true),
  },
]

runCases(cases, () => ({ served, places }))
