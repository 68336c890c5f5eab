import { beforeEach, expect, test } from 'vitest'
import { type Ask, aTenant } from './support/graph-of.ts'
import { driveId, siteId } from './support/small-world.ts'

let world: ReturnType<typeof aTenant>
let bo: Ask
const drive = `/drives/${driveId}`

beforeEach(() => {
  world = aTenant()
  bo = world.as('bo')
})

test('files are found by path, by id, through site and list, with download address, tags and parent', async () => {
  const byPath = (await bo('GET', `/sites/${siteId}/drive/root:/m1/Bilag%201.txt`)).json
  expect(byPath).toMatchObject({ id: '01BILAG', name: 'Bilag 1.txt', size: 11, file: { mimeType: 'text/plain' } })
  expect(byPath.parentReference).toMatchObject({ driveId, name: 'm1', path: `/drives/${driveId}/root:/m1` })
  expect(byPath.eTag).toMatch(/^"\{[0-9A-F-]{36}\},1"$/)
  expect(byPath.cTag).toMatch(/^"c:\{[0-9A-F-]{36}\},1"$/)
  const byId = await bo('GET', `${drive}/items/01BILAG?$select=id,@microsoft.graph.downloadUrl`)
  expect(byId.json['@microsoft.graph.downloadUrl']).toContain('/files/download/')
  expect(byId.json).not.toHaveProperty('name')
  const row = (await bo('GET', `${drive}/items/01BILAG/listItem?$expand=fields`)).json
  expect(row.fields.MeetingKey).toBe('m1')
  expect((await bo('GET', `/sites/${siteId}/lists/Dokumenter/items/${row.id}/driveItem`)).json.id).toBe('01BILAG')
})

test('content is a 302 to an address that needs no token, serves ranges and ends after an hour', async () => {
  const content = await bo('GET', `${drive}/items/01BILAG/content`)
  expect(content.status).toBe(302)
  const address = content.headers.get('location') ?? ''
  expect((await bo('GET', address)).text).toBe('Hej med dig')
  const part = await bo('GET', address, undefined, { Range: 'bytes=4-6' })
  expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, 'med', 'bytes 4-6/11'])
  world.setNow('2026-03-02T09:30:00Z')
  expect((await bo('GET', address)).status).toBe(401)
})

test('PUT makes a file (201) and then versions of it (200); cTag follows the content, eTag also the rest', async () => {
  const first = await bo('PUT', `${drive}/root:/ny/notat.txt:/content`, 'et', { 'Content-Type': 'text/plain' })
  expect(first.status).toBe(201)
  const second = await bo('PUT', `${drive}/items/${first.json.id}/content`, 'to')
  expect([second.status, second.json.cTag === first.json.cTag]).toEqual([200, false])
  expect(
    (await bo('PUT', `${drive}/items/${first.json.id}/content`, 'x', { 'If-Match': first.json.eTag })).status,
  ).toBe(412)
  expect(
    (await bo('PUT', `${drive}/root:/ny/notat.txt:/content?@microsoft.graph.conflictBehavior=fail`, 'x')).status,
  ).toBe(409)
  const renamed = await bo('PATCH', `${drive}/items/${first.json.id}`, { name: 'referat.txt' })
  expect([renamed.json.name, renamed.json.cTag]).toEqual(['referat.txt', second.json.cTag])
  const versions = (await bo('GET', `${drive}/items/${first.json.id}/versions`)).json.value
  expect(versions.map(({ id }: { id: string }) => id)).toEqual(['2.0', '1.0'])
  const old = await bo('GET', `${drive}/items/${first.json.id}/versions/1.0/content`)
  expect((await bo('GET', old.headers.get('location') ?? '')).text).toBe('et')
})

test('an upload session takes pieces of 320 KiB in order and gives the file with the last', async () => {
  const total = 320 * 1024 + 5
  const bytes = new Uint8Array(total).fill(65)
  const session = await bo('POST', `${drive}/root:/stor.bin:/createUploadSession`, {
    item: { '@microsoft.graph.conflictBehavior': 'rename' },
  })
  expect(session.json).toMatchObject({ nextExpectedRanges: ['0-'], expirationDateTime: expect.any(String) })
  const put = (from: number, to: number) =>
    bo('PUT', session.json.uploadUrl, bytes.slice(from, to), { 'Content-Range': `bytes ${from}-${to - 1}/${total}` })
  expect((await put(0, 1000)).status).toBe(400)
  expect((await put(320 * 1024, total)).status).toBe(416)
  const first = await put(0, 320 * 1024)
  expect([first.status, first.json.nextExpectedRanges]).toEqual([202, [`${320 * 1024}-`]])
  const last = await put(320 * 1024, total)
  expect([last.status, last.json.size, last.json.name]).toEqual([201, total, 'stor.bin'])
  expect(last.json.createdBy.user.displayName).toBe('Bo Dal')
  expect((await bo('GET', session.json.uploadUrl)).status).toBe(404)
})

test('children, folders and names that are taken', async () => {
  const folder = await bo('POST', `${drive}/root/children`, {
    name: 'Bilag',
    folder: {},
    '@microsoft.graph.conflictBehavior': 'fail',
  })
  expect([folder.status, folder.json.folder]).toEqual([201, { childCount: 0 }])
  const again = await bo('POST', `${drive}/root/children`, { name: 'bilag', folder: {} })
  expect([again.status, again.json.error.code]).toEqual([409, 'nameAlreadyExists'])
  expect((await bo('POST', `${drive}/root/children`, { name: 'a?b', folder: {} })).status).toBe(400)
  const names = (await bo('GET', `${drive}/root/children?$select=name&$top=1`)).json
  expect(names.value).toHaveLength(1)
  expect((await bo('GET', names['@odata.nextLink'])).json.value).toHaveLength(1)
  expect((await bo('DELETE', `${drive}/items/${folder.json.id}`)).status).toBe(204)
  expect((await bo('GET', `${drive}/items/${folder.json.id}`)).status).toBe(404)
})

test("the drive's delta tells of new and deleted files; a deleted file takes its row along", async () => {
  const first = (await bo('GET', `${drive}/root/delta`)).json
  expect(first.value.map(({ name }: { name: string }) => name)).toEqual(['root', 'm1', 'Bilag 1.txt'])
  await bo('DELETE', `${drive}/items/01BILAG`)
  const second = (await bo('GET', first['@odata.deltaLink'])).json
  expect(second.value.at(-1)).toMatchObject({ id: '01BILAG', deleted: { state: 'deleted' } })
  expect((await bo('GET', `/sites/${siteId}/lists/Dokumenter/items`)).json.value).toHaveLength(1)
})

test('preview and thumbnails are addresses that open', async () => {
  const preview = await bo('POST', `${drive}/items/01BILAG/preview`, {})
  const shown = await bo('GET', preview.json.getUrl)
  expect([shown.status, shown.headers.get('content-disposition')?.startsWith('inline')]).toEqual([200, true])
  const [set] = (await bo('GET', `${drive}/items/01BILAG/thumbnails`)).json.value
  expect((await bo('GET', set.large.url)).headers.get('content-type')).toContain('image/')
})

test("a full drive is 507; a visitor may not write; the app folder is one's own", async () => {
  world.tenant.faults.add({ kind: 'fillQuota', times: 1 })
  const full = await bo('PUT', `${drive}/root:/a.txt:/content`, 'a')
  expect([full.status, full.json.error.code]).toEqual([507, 'quotaLimitReached'])
  expect((await world.as('carl')('PUT', `${drive}/root:/a.txt:/content`, 'a')).status).toBe(403)
  const folder = (await bo('GET', '/me/drive/special/approot')).json
  expect(folder).toMatchObject({ specialFolder: { name: 'approot' }, folder: { childCount: 0 } })
  expect((await bo('PUT', '/me/drive/special/approot:/læst.json:/content', '{}')).status).toBe(201)
  expect((await bo('GET', '/me/drive/special/approot/children')).json.value[0].name).toBe('læst.json')

  expect((await world.as('anna')('GET', `/drives/${folder.parentReference.driveId}/root`)).status).toBe(403)
})
