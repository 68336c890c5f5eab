import { expect, test } from 'vitest'
import { aTenant } from './support/graph-of.ts'
import { homeTenant, hostTenant, siteId } from './support/small-world.ts'

test("without a token every call is 401 with Graph's envelope and a request id", async () => {
  const reply = await aTenant().with(null)('GET', '/me', undefined, { 'client-request-id': 'abc-1' })
  expect(reply.status).toBe(401)
  expect(reply.json.error.code).toBe('InvalidAuthenticationToken')
  expect(reply.json.error.innerError).toMatchObject({
    'request-id': reply.headers.get('request-id'),
    'client-request-id': 'abc-1',
  })
  expect(reply.headers.get('www-authenticate')).toContain('Bearer')
})

test('a token with another signature, and one whose time is over, are refused', async () => {
  const world = aTenant()
  const answer = world.tenant.issueToken({ personId: 'anna', registration: 'forum-data' })
  if (answer.kind !== 'token') throw new Error('no token')
  expect((await world.with(`${answer.accessToken.slice(0, -2)}xx`)('GET', '/me')).status).toBe(401)
  expect((await world.with(answer.accessToken)('GET', '/me')).status).toBe(200)
  world.setNow('2026-03-02T10:00:01Z')
  expect((await world.with(answer.accessToken)('GET', '/me')).status).toBe(401)
})

test('consent is asked of the tenant the token is for', () => {
  const { tenant } = aTenant()
  expect(tenant.issueToken({ personId: 'bo', registration: 'my-calendar' })).toEqual({
    kind: 'refused',
    error: 'consent_required',
  })
  expect(tenant.issueToken({ personId: 'bo', registration: 'forum-data' })).toMatchObject({
    kind: 'token',
    tenantId: hostTenant,
  })
  expect(tenant.issueToken({ personId: 'dora', registration: 'forum-data' })).toEqual({
    kind: 'refused',
    error: 'wrong_tenant',
  })
  expect(tenant.issueToken({ personId: 'anna', registration: 'forum-data', tenantId: homeTenant })).toEqual({
    kind: 'refused',
    error: 'wrong_tenant',
  })
  expect(tenant.issueToken({ personId: 'nobody', registration: 'forum-data' })).toEqual({
    kind: 'refused',
    error: 'unknown_person',
  })
  expect(tenant.issueToken({ personId: 'anna', registration: 'my-calendar', scopes: ['Mail.Read'] })).toEqual({
    kind: 'refused',
    error: 'consent_required',
  })
})

test('a guest is another object in the host tenant and has no mailbox there (F4.15)', async () => {
  const world = aTenant()
  const answer = world.tenant.issueToken({ personId: 'bo', registration: 'forum-data' })
  if (answer.kind !== 'token') throw new Error('no token')
  const ask = world.with(answer.accessToken)
  const me = await ask('GET', '/me')
  expect(me.json.userPrincipalName).toBe('bo_hjemme.example#EXT#@vaert.example')
  expect(me.json.id).not.toBe(world.tenant.persons().find(({ id }) => id === 'bo')?.oid)
  const events = await ask('GET', '/me/events')
  expect([events.status, events.json.error.code]).toEqual([404, 'MailboxNotEnabledForRESTAPI'])
})

test('a token carries the scopes that were asked for and no others', async () => {
  const world = aTenant()
  const token = (scopes?: string[]) => {
    const answer = world.tenant.issueToken({
      personId: 'anna',
      registration: 'my-calendar',
      ...(scopes ? { scopes } : {}),
    })
    return answer.kind === 'token' ? answer.accessToken : null
  }
  const reader = world.with(token(['Calendars.Read']))
  const [event] = (await reader('GET', '/me/events')).json.value
  const refused = await reader('DELETE', `/me/events/${event.id}`)
  expect([refused.status, refused.json.error.code]).toEqual([403, 'ErrorAccessDenied'])
  expect((await reader('GET', `/sites/${siteId}`)).status).toBe(403)
  expect((await world.with(token())('DELETE', `/me/events/${event.id}`)).status).toBe(204)
})

test('a token of another tenant does not find the site (F4.6)', async () => {
  const world = aTenant()
  const reply = await world.as('dora')('GET', `/sites/${siteId}`)
  expect([reply.status, reply.json.error.code]).toEqual([403, 'accessDenied'])
  const home = await world.as('anna')('GET', `/users/dora@hjemme.example`)
  expect(home.status).toBe(404)
})

test('what is not implemented is 501, what no one has is 400, a wrong method 405', async () => {
  const ask = aTenant().as('anna')
  expect((await ask('GET', '/me/contacts')).status).toBe(501)
  expect((await ask('GET', '/planner/tasks')).json.error.code).toBe('notImplemented')
  expect((await ask('GET', '/me/events?$search="x"')).status).toBe(501)
  expect((await ask('GET', '/me/events?$nonsense=1')).status).toBe(400)
  expect((await ask('PUT', '/me/events')).status).toBe(405)
})
