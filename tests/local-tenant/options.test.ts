import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ask, aTenant } from './support/graph-of.ts'
import { anInvitation, aSeries, driveId, siteId, smallWorld } from './support/small-world.ts'

// A query option shows in the answer or is refused; none is passed over.

const thread = encodeURIComponent('19:meeting_abc@thread.v2')
const list = `/sites/${siteId}/lists/Notes`
const window = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z'

type Ids = { readonly event: string; readonly master: string; readonly message: string; readonly calendar: string }

const places = async (ask: Ask) => {
  for (const key of ['a', 'b']) await ask('POST', `${list}/items`, { fields: { NoteKey: key } })
  const event = (await ask('GET', '/me/events?$filter=type eq %27singleInstance%27')).json.value[0].id
  const master = (await ask('GET', '/me/events?$filter=type eq %27seriesMaster%27')).json.value[0].id
  const message = (await ask('GET', '/me/messages')).json.value[0].id
  const calendar = (await ask('GET', '/me/calendar')).json.id
  const ids: Ids = { event, master, message, calendar }
  return { reads: readsOf(ids), writes: writesOf(ids) }
}

function readsOf({ event, master, message, calendar }: Ids): readonly string[] {
  return [
    '/me',
    '/users/carl@vaert.example',
    '/me/events',
    `/me/events/${event}`,
    `/me/events/${event}/attachments`,
    `/me/events/${master}/instances?${window}`,
    `/me/calendarView?${window}`,
    `/me/calendarView/delta?${window}`,
    '/me/calendar',
    '/me/calendars',
    `/me/calendars/${calendar}/events`,
    '/me/messages',
    `/me/messages/${message}`,
    `/me/messages/${message}/attachments`,
    '/me/mailFolders',
    '/me/mailFolders/inbox',
    '/me/mailFolders/inbox/messages',
    '/me/chats',
    `/chats/${thread}`,
    `/chats/${thread}/members`,
    '/me/onlineMeetings?$filter=JoinWebUrl eq %27x%27',
    `/sites/${siteId}`,
    '/sites?search=*',
    `/sites/${siteId}/lists`,
    list,
    `${list}/columns`,
    `${list}/columns/State`,
    `${list}/items`,
    `${list}/items/1`,
    `${list}/items/1/fields`,
    `${list}/items/1/versions`,
    `${list}/items/1/versions/1.0`,
    `${list}/items/delta`,
    `/sites/${siteId}/drive`,
    `/sites/${siteId}/drives`,
    `/drives/${driveId}/root`,
    `/drives/${driveId}/root/children`,
    `/drives/${driveId}/root/delta`,
    `/drives/${driveId}/root/search(q='bilag')`,
    `/drives/${driveId}/items/01BILAG`,
    `/drives/${driveId}/items/01BILAG/versions`,
    `/drives/${driveId}/items/01BILAG/versions/1.0`,
    `/drives/${driveId}/items/01BILAG/thumbnails`,
    `/drives/${driveId}/items/01BILAG/listItem`,
    `/drives/${driveId}/items/01BILAG/content`,
    '/me/drive',
    '/me/drive/root/children',
  ]
}

function writesOf({ event, message }: Ids): readonly (readonly [string, string, unknown])[] {
  return [
    ['POST', '/me/events', { subject: 'x' }],
    ['PATCH', `/me/events/${event}`, { subject: 'written' }],
    ['POST', `/me/events/${event}/cancel`, {}],
    ['DELETE', `/me/events/${event}`, undefined],
    ['DELETE', `/me/messages/${message}`, undefined],
    ['POST', `/me/messages/${message}/move`, { destinationId: 'drafts' }],
    ['PATCH', `/me/messages/${message}`, { isRead: true }],
    ['POST', `/sites/${siteId}/lists`, { displayName: 'written' }],
    ['PATCH', list, { description: 'written' }],
    ['DELETE', list, undefined],
    ['POST', `${list}/columns`, { name: 'written', text: {} }],
    ['DELETE', `${list}/columns/State`, undefined],
    ['POST', `${list}/items`, { fields: { NoteKey: 'written' } }],
    ['PATCH', `${list}/items/1`, { fields: { Title: 'written' } }],
    ['PATCH', `${list}/items/1/fields`, { Title: 'written' }],
    ['DELETE', `${list}/items/1`, undefined],
    ['POST', `/drives/${driveId}/root/children`, { name: 'written', folder: {} }],
    ['PATCH', `/drives/${driveId}/items/01BILAG`, { name: 'written' }],
    ['DELETE', `/drives/${driveId}/items/01BILAG`, undefined],
    ['POST', `/drives/${driveId}/items/01BILAG/versions/1.0/restoreVersion`, undefined],
    ['POST', `/drives/${driveId}/items/01BILAG/preview`, {}],
  ]
}

type Shown = { readonly [key: string]: unknown; readonly value?: readonly Record<string, unknown>[] }
const rows = (shown: Shown): readonly Record<string, unknown>[] => (Array.isArray(shown.value) ? shown.value : [shown])
const isList = (shown: Shown): boolean => Array.isArray(shown.value)
const bare = (one: Record<string, unknown>): string[] => Object.keys(one).filter((name) => !name.includes('@'))
const never = (): boolean => false
// What $select=id may leave: that, and what was expanded besides.
const selected = ['id', 'value', 'attachments', 'fields', 'children', 'members']

// What each option must do to an answer, when it is not refused.
const effects: Readonly<Record<string, (shown: Shown) => boolean>> = {
  '$select=id': (shown) => rows(shown).every((one) => bare(one).every((name) => selected.includes(name))),
  '$top=1': (shown) => isList(shown) && rows(shown).length <= 1,
  '$skip=500': (shown) => isList(shown) && rows(shown).length === 0,
  '$count=true': (shown) => typeof shown['@odata.count'] === 'number',
  "$filter=subject eq 'nobody'": (shown) => isList(shown) && rows(shown).length === 0,
  "$filter=fields/NoteKey eq 'nobody'": (shown) => isList(shown) && rows(shown).length === 0,
  "$filter=displayName eq 'nobody'": (shown) => isList(shown) && rows(shown).length === 0,
  '$orderby=subject desc': (shown) => isList(shown) && rows(shown).every((one) => 'subject' in one),
  '$orderby=name desc': (shown) => isList(shown) && rows(shown).every((one) => 'name' in one),
  '$expand=attachments': (shown) => rows(shown).every((one) => Array.isArray(one['attachments'])),
  '$expand=fields': (shown) => rows(shown).every((one) => 'fields' in one || 'deleted' in one),
  '$expand=children': (shown) => rows(shown).every((one) => Array.isArray(one['children'])),
  '$expand=nobody': never,
  '$select=nobody': never,
  '$skiptoken=nobody': never,
  '$search="nobody"': (shown) => isList(shown) && rows(shown).length === 0,
  '$format=xml': never,
  '$apply=aggregate($count as n)': never,
  '$compute=1 as one': never,
  'colour=red': never,
  '$levels=2': never,
}

const added = (path: string, options: readonly string[]): string =>
  `${path}${path.includes('?') ? '&' : '?'}${options.map((one) => one.replaceAll(' ', '%20')).join('&')}`

test('an option on a read shows in the answer or is refused', async () => {
  const { as } = aTenant(smallWorld([anInvitation(), aSeries()]))
  const ask = as('anna')
  const { reads } = await places(ask)
  const options = fc.uniqueArray(fc.constantFrom(...Object.keys(effects)), {
    minLength: 1,
    maxLength: 3,
    selector: (option) => option.split('=')[0],
  })
  const checked = fc.asyncProperty(fc.constantFrom(...reads), options, async (path, chosen) => {
    const fitting = chosen.filter((option) => !path.includes(`${option.split('=')[0]}=`))
    fc.pre(fitting.length > 0)
    const reply = await ask('GET', added(path, fitting))
    if ([400, 410, 501].includes(reply.status)) {
      expect(reply.json.error.code).toMatch(/\w/)
      return
    }
    expect({ path, fitting, status: reply.status }).toMatchObject({ status: 200 })
    for (const option of fitting) {
      // A page without rows or with a smaller selection cannot show what an option does to rows.
      const isHidden =
        /^\$(orderby|expand)/.test(option) && (rows(reply.json).length === 0 || fitting.includes('$select=id'))
      expect({ path, option, shows: isHidden || effects[option]?.(reply.json) }).toMatchObject({ shows: true })
    }
  })
  await fc.assert(checked, { numRuns: 1_500, seed: 20_261_128 })
})

test('every address that can be read is there without options', async () => {
  const { as } = aTenant(smallWorld([anInvitation(), aSeries()]))
  const ask = as('anna')
  const { reads } = await places(ask)
  const failed: string[] = []
  for (const path of reads) {
    const { status } = await ask('GET', path)
    if (status !== 200 && status !== 302) failed.push(`${status} ${path}`)
  }
  expect(failed).toEqual([])
})

test('an option on a write is refused, and nothing is written', async () => {
  const { as } = aTenant(smallWorld([anInvitation(), aSeries()]))
  const ask = as('anna')
  const { writes } = await places(ask)
  const state = async () =>
    JSON.stringify([
      (await ask('GET', '/me/events')).json.value,
      (await ask('GET', '/me/messages')).json.value,
      (await ask('GET', `/sites/${siteId}/lists`)).json.value,
      (await ask('GET', `${list}/columns`)).json.value,
      (await ask('GET', `${list}/items?$expand=fields`)).json.value,
      (await ask('GET', `/drives/${driveId}/root/delta?$select=id,name,eTag`)).json.value,
    ])
  const before = await state()
  for (const [method, path, body] of writes) {
    for (const option of Object.keys(effects)) {
      const { status } = await ask(method, added(path, [option]), body)
      expect({ method, path, option, status: status === 400 || status === 501 }).toMatchObject({ status: true })
    }
  }
  expect(await state()).toBe(before)
})
