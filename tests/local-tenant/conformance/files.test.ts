import { afterAll, beforeAll, expect } from 'vitest'
import { type Served, serveTenant } from '../support/over-http.ts'
import { driveId, siteId } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Drives and files: drive-get, driveitem-*, driveitem-createuploadsession of the documentation.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant()
  places['site'] = siteId
  places['drive'] = driveId
})
afterAll(() => served.close())

const text = (words: string) => new TextEncoder().encode(words)
const plainText = { 'Content-Type': 'text/plain' }
const anna = { user: { displayName: 'Anna Bjerg' } }
const address = (reply: { json: Record<string, unknown> }) => String(reply.json['@microsoft.graph.downloadUrl'])
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const danish = 'Møde%20nr.%201/Bilag%20%C3%A6%C3%B8%C3%A5%20100%25%20%231.txt'

const reading: readonly Expectation[] = [
  {
    says: "GET a site's drive",
    ask: ['GET', '/sites/{site}/drive'],
    status: 200,
    answer: {
      id: '{drive}',
      driveType: 'documentLibrary',
      quota: { state: 'normal', total: expect.any(Number), remaining: expect.any(Number) },
      webUrl: expect.any(String),
      owner: expect.any(Object),
    },
  },
  {
    says: "GET a site's drives",
    ask: ['GET', '/sites/{site}/drives'],
    status: 200,
    answer: { value: [{ id: '{drive}' }] },
  },
  { says: 'GET /me/drive', ask: ['GET', '/me/drive'], status: 200, answer: { driveType: 'business', owner: anna } },
  {
    says: 'GET the root',
    ask: ['GET', '/drives/{drive}/root'],
    status: 200,
    answer: { name: 'root', root: {}, folder: { childCount: 1 } },
  },
  {
    says: 'GET a file by path',
    ask: ['GET', '/drives/{drive}/root:/m1/Bilag%201.txt'],
    status: 200,
    headers: { etag: /^"/ },
    answer: {
      '@odata.context': expect.stringContaining('/$metadata#drives('),
      '@odata.etag': expect.any(String),
      '@microsoft.graph.downloadUrl': expect.stringMatching(/^http/),
      id: '01BILAG',
      name: 'Bilag 1.txt',
      size: 11,
      file: { mimeType: 'text/plain' },
      eTag: expect.stringMatching(/^"\{[0-9A-F-]{36}\},\d+"$/),
      cTag: expect.stringMatching(/^"c:\{[0-9A-F-]{36}\},\d+"$/),
      webUrl: expect.stringMatching(/Bilag%201\.txt$/),
      createdBy: anna,
      lastModifiedBy: anna,
      createdDateTime: expect.stringMatching(/Z$/),
      lastModifiedDateTime: expect.stringMatching(/Z$/),
      fileSystemInfo: { createdDateTime: expect.any(String), lastModifiedDateTime: expect.any(String) },
      parentReference: {
        driveId: '{drive}',
        driveType: 'documentLibrary',
        id: expect.any(String),
        name: 'm1',
        path: '/drives/{drive}/root:/m1',
        siteId: '{site}',
      },
    },
    keep: {
      etag: (reply) => reply.json.eTag,
      ctag: (reply) => reply.json.cTag,
      folder: (reply) => reply.json.parentReference.id,
      url: address,
    },
  },
  {
    says: 'GET a file by id',
    ask: ['GET', '/drives/{drive}/items/01BILAG'],
    status: 200,
    answer: { name: 'Bilag 1.txt' },
  },
  {
    says: 'GET a file below an item, by path',
    ask: ['GET', '/drives/{drive}/items/{folder}:/Bilag%201.txt'],
    status: 200,
    answer: { id: '01BILAG' },
  },
  {
    says: 'GET below the site',
    ask: ['GET', '/sites/{site}/drive/items/01BILAG'],
    status: 200,
    answer: { id: '01BILAG' },
  },
  {
    says: 'If-None-Match is 304',
    ask: ['GET', '/drives/{drive}/items/01BILAG', undefined, { 'If-None-Match': '{etag}' }],
    status: 304,
  },
  {
    says: 'the address of the bytes can be selected',
    ask: ['GET', '/drives/{drive}/items/01BILAG?$select=id,@microsoft.graph.downloadUrl'],
    status: 200,
    and: (reply) =>
      expect(
        Object.keys(reply.json)
          .filter((name) => !name.startsWith('@odata'))
          .sort(),
      ).toEqual(['@microsoft.graph.downloadUrl', 'id']),
  },
  {
    says: 'a property files do not have is 400',
    ask: ['GET', '/drives/{drive}/items/01BILAG?$select=colour'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'children',
    ask: ['GET', '/drives/{drive}/root:/m1:/children'],
    status: 200,
    answer: { value: [{ id: '01BILAG', '@microsoft.graph.downloadUrl': expect.any(String) }] },
  },
  {
    says: 'an item with its children',
    ask: ['GET', '/drives/{drive}/root:/m1?$expand=children'],
    status: 200,
    answer: { children: [{ id: '01BILAG' }] },
  },
  { says: 'what is not there', ask: ['GET', '/drives/{drive}/root:/nothing.txt'], status: 404, code: 'itemNotFound' },
  { says: 'a drive that is not there', ask: ['GET', '/drives/b!nothing/root'], status: 404, code: 'itemNotFound' },
  {
    says: 'content is 302 to an address that needs no token',
    ask: ['GET', '/drives/{drive}/items/01BILAG/content'],
    status: 302,
    headers: { location: /^http/ },
    and: async (reply) => {
      const file = await served.ask(null, 'GET', reply.headers.get('location') ?? '')
      expect([file.status, words(file.bytes)]).toEqual([200, 'Hej med dig'])
    },
  },
  {
    says: 'a part of the bytes is 206',
    as: null,
    ask: ['GET', '{url}', undefined, { Range: 'bytes=4-6' }],
    status: 206,
    headers: { 'content-range': /^bytes 4-6\/11$/, 'content-length': /^3$/, 'accept-ranges': /bytes/ },
    and: (reply) => expect(words(reply.bytes)).toBe('med'),
  },
  {
    says: 'the last bytes',
    as: null,
    ask: ['GET', '{url}', undefined, { Range: 'bytes=-3' }],
    status: 206,
    and: (reply) => expect(words(reply.bytes)).toBe('dig'),
  },
  {
    says: 'a part beyond the end is 416',
    as: null,
    ask: ['GET', '{url}', undefined, { Range: 'bytes=50-' }],
    status: 416,
    code: 'invalidRange',
    headers: { 'content-range': /^bytes \*\/11$/ },
  },
  {
    says: 'the list item of a file',
    ask: ['GET', '/drives/{drive}/items/01BILAG/listItem?$expand=fields'],
    status: 200,
    answer: { fields: { MeetingKey: 'm1' } },
    keep: { row: (reply) => reply.json.id },
  },
  {
    says: 'preview',
    ask: ['POST', '/drives/{drive}/items/01BILAG/preview', {}],
    status: 200,
    answer: { getUrl: expect.stringMatching(/^http/) },
  },
  {
    says: 'thumbnails',
    ask: ['GET', '/drives/{drive}/items/01BILAG/thumbnails'],
    status: 200,
    answer: { value: [{ id: '0', small: { url: expect.any(String), width: 96 }, medium: {}, large: {} }] },
  },
  {
    says: 'one thumbnail',
    ask: ['GET', '/drives/{drive}/items/01BILAG/thumbnails/0/medium'],
    status: 200,
    answer: { width: 176, url: expect.any(String) },
  },
  {
    says: "a thumbnail's content is 302",
    ask: ['GET', '/drives/{drive}/items/01BILAG/thumbnails/0/medium/content'],
    status: 302,
    headers: { location: /^http/ },
  },
  {
    says: 'search in a drive',
    ask: ['GET', "/drives/{drive}/root/search(q='bilag')"],
    status: 200,
    answer: { value: [{ id: '01BILAG' }] },
  },
]

const writing: readonly Expectation[] = [
  {
    says: 'PUT to a path with Danish letters, spaces, % and #: 201, folders made',
    ask: ['PUT', `/drives/{drive}/root:/${danish}:/content`, text('et'), plainText],
    status: 201,
    answer: { name: 'Bilag æøå 100% #1.txt', size: 2, createdBy: anna },
    keep: {
      file: (reply) => reply.json.id,
      fileTag: (reply) => reply.json.eTag,
      fileContent: (reply) => reply.json.cTag,
    },
  },
  {
    says: '... by the same path',
    ask: ['GET', `/drives/{drive}/root:/${danish}`],
    status: 200,
    answer: { id: '{file}' },
  },
  {
    says: '... in a folder of that name',
    ask: ['GET', '/drives/{drive}/root:/M%C3%B8de%20nr.%201:/children'],
    status: 200,
    answer: { value: [{ id: '{file}' }] },
  },
  {
    says: 'PUT again: 200, a new version of the content',
    ask: ['PUT', '/drives/{drive}/items/{file}/content', text('to'), plainText],
    status: 200,
    answer: { id: '{file}' },
    and: (reply, kept) => {
      expect(reply.json.eTag).not.toBe(kept['fileTag'])
      expect(reply.json.cTag).not.toBe(kept['fileContent'])
    },
    keep: { fileContent: (reply) => reply.json.cTag, fileTag: (reply) => reply.json.eTag },
  },
  {
    says: 'PUT with an old version is 412',
    ask: ['PUT', '/drives/{drive}/items/{file}/content', text('x'), { ...plainText, 'If-Match': '"{old},1"' }],
    status: 412,
    code: 'resourceModified',
  },
  {
    says: 'PUT with conflictBehavior=fail is 409',
    ask: [
      'PUT',
      `/drives/{drive}/root:/${danish}:/content?@microsoft.graph.conflictBehavior=fail`,
      text('x'),
      plainText,
    ],
    status: 409,
    code: 'nameAlreadyExists',
  },
  {
    says: 'PUT with conflictBehavior=rename takes a free name',
    ask: [
      'PUT',
      `/drives/{drive}/root:/${danish}:/content?@microsoft.graph.conflictBehavior=rename`,
      text('x'),
      plainText,
    ],
    status: 201,
    answer: { name: 'Bilag æøå 100% #1 1.txt' },
  },
  {
    says: 'versions, the newest first',
    ask: ['GET', '/drives/{drive}/items/{file}/versions'],
    status: 200,
    answer: { value: [{ id: '2.0', size: 2, lastModifiedBy: anna }, { id: '1.0' }] },
  },
  {
    says: 'the content of an old version is 302',
    ask: ['GET', '/drives/{drive}/items/{file}/versions/1.0/content'],
    status: 302,
    and: async (reply) =>
      expect(words((await served.ask(null, 'GET', reply.headers.get('location') ?? '')).bytes)).toBe('et'),
  },
  {
    says: 'restoreVersion: 204',
    ask: ['POST', '/drives/{drive}/items/{file}/versions/1.0/restoreVersion'],
    status: 204,
  },
  {
    says: 'POST children makes a folder: 201',
    ask: [
      'POST',
      '/drives/{drive}/root/children',
      { name: 'Ny mappe', folder: {}, '@microsoft.graph.conflictBehavior': 'rename' },
    ],
    status: 201,
    answer: { name: 'Ny mappe', folder: { childCount: 0 } },
    keep: { new: (reply) => reply.json.id },
  },
  {
    says: '... a second time renamed',
    ask: [
      'POST',
      '/drives/{drive}/root/children',
      { name: 'Ny mappe', folder: {}, '@microsoft.graph.conflictBehavior': 'rename' },
    ],
    status: 201,
    answer: { name: 'Ny mappe 1' },
  },
  {
    says: '... or refused',
    ask: ['POST', '/drives/{drive}/root/children', { name: 'ny MAPPE', folder: {} }],
    status: 409,
    code: 'nameAlreadyExists',
  },
  {
    says: 'a name that cannot be is 400',
    ask: ['POST', '/drives/{drive}/root/children', { name: 'a:b', folder: {} }],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'PATCH renames: the content stays the same version',
    ask: ['PATCH', '/drives/{drive}/items/{file}', { name: 'Nyt navn.txt' }],
    status: 200,
    answer: { id: '{file}', name: 'Nyt navn.txt' },
    and: (reply, kept) => expect(reply.json.eTag).not.toBe(kept['fileTag']),
  },
  {
    says: 'PATCH moves by id',
    ask: ['PATCH', '/drives/{drive}/items/{file}', { parentReference: { id: '{new}' } }],
    status: 200,
    answer: { parentReference: { id: '{new}', path: '/drives/{drive}/root:/Ny%20mappe' } },
  },
  {
    says: 'PATCH moves by path',
    ask: ['PATCH', '/drives/{drive}/items/{file}', { parentReference: { path: '/drives/{drive}/root:/m1' } }],
    status: 200,
    answer: { parentReference: { id: '{folder}' } },
  },
  {
    says: 'PATCH to a taken name is 409',
    ask: ['PATCH', '/drives/{drive}/items/{file}', { name: 'bilag 1.txt' }],
    status: 409,
    code: 'nameAlreadyExists',
  },
  {
    says: 'a move to another drive is 501, not passed over',
    ask: ['PATCH', '/drives/{drive}/items/{file}', { parentReference: { driveId: 'b!other', id: 'root' } }],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'copy is 501',
    ask: ['POST', '/drives/{drive}/items/{file}/copy', { name: 'Kopi.txt' }],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'a visitor cannot write',
    as: 'carl',
    ask: ['PUT', '/drives/{drive}/root:/x.txt:/content', text('x'), plainText],
    status: 403,
    code: 'accessDenied',
  },
  {
    says: 'DELETE with an old version is 412',
    ask: ['DELETE', '/drives/{drive}/items/{file}', undefined, { 'If-Match': '"{old},1"' }],
    status: 412,
    code: 'resourceModified',
  },
  { says: 'DELETE: 204', ask: ['DELETE', '/drives/{drive}/items/{file}'], status: 204 },
  { says: '... gone', ask: ['GET', '/drives/{drive}/items/{file}'], status: 404, code: 'itemNotFound' },
  {
    says: 'a file of a library has a row, and its columns can be set',
    ask: ['PATCH', '/sites/{site}/lists/Dokumenter/items/{row}/fields', { MeetingKey: 'm2' }],
    status: 200,
    answer: { MeetingKey: 'm2' },
  },
  {
    says: 'the app folder is made when it is asked for',
    ask: ['GET', '/me/drive/special/approot'],
    status: 200,
    answer: { folder: {}, specialFolder: { name: 'approot' } },
  },
  {
    says: 'a file in the app folder',
    ask: [
      'PUT',
      '/me/drive/special/approot:/noter/a.json:/content',
      text('{}'),
      { 'Content-Type': 'application/json' },
    ],
    status: 201,
    answer: { name: 'a.json', file: { mimeType: 'application/json' } },
  },
  {
    says: "... is in the person's own drive alone",
    as: 'bo',
    ask: ['GET', '/me/drive/special/approot:/noter/a.json'],
    status: 404,
    code: 'itemNotFound',
  },
]

const big = new Uint8Array(700_000).map((_, place) => place % 251)
const piece = (from: number, to: number, total = big.length) => ({ 'Content-Range': `bytes ${from}-${to}/${total}` })
const unit = 327_680

const uploading: readonly Expectation[] = [
  {
    says: 'createUploadSession: 200 with an address, its end and what is expected',
    ask: [
      'POST',
      '/drives/{drive}/root:/stor%20fil.bin:/createUploadSession',
      { item: { '@microsoft.graph.conflictBehavior': 'fail', name: 'stor fil.bin', fileSize: 700_000 } },
    ],
    status: 200,
    answer: {
      uploadUrl: expect.stringMatching(/^http/),
      expirationDateTime: expect.stringMatching(/^2026-03-03T/),
      nextExpectedRanges: ['0-'],
    },
    keep: { upload: (reply) => reply.json.uploadUrl },
  },
  {
    says: 'the first piece: 202 and what is expected next',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(0, unit), piece(0, unit - 1)],
    status: 202,
    answer: { nextExpectedRanges: [`${unit}-`], expirationDateTime: expect.any(String) },
  },
  {
    says: 'the same piece again is 416',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(0, unit), piece(0, unit - 1)],
    status: 416,
    code: 'invalidRange',
    answer: { error: { innerError: { code: 'fragmentOverlap' } } },
  },
  {
    says: 'a piece too early is 416',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(2 * unit), piece(2 * unit, 699_999)],
    status: 416,
    code: 'invalidRange',
    answer: { error: { innerError: { code: 'fragmentOutOfOrder' } } },
  },
  {
    says: 'a piece of another length than it says is 400',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(0, 10), piece(unit, 2 * unit - 1)],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a piece of another file size is 400',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(unit, 2 * unit), piece(unit, 2 * unit - 1, 900_000)],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'a piece that is no multiple of 320 KiB is 400',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(unit, unit + 1_000), piece(unit, unit + 999)],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'no Content-Range is 400',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(0, 10)],
    status: 400,
    code: 'invalidRequest',
  },
  {
    says: 'GET tells how far it is',
    as: null,
    ask: ['GET', '{upload}'],
    status: 200,
    answer: { nextExpectedRanges: [`${unit}-`] },
  },
  {
    says: 'the file is not there yet',
    ask: ['GET', '/drives/{drive}/root:/stor%20fil.bin'],
    status: 404,
    code: 'itemNotFound',
  },
  {
    says: 'the second piece',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(unit, 2 * unit), piece(unit, 2 * unit - 1)],
    status: 202,
  },
  {
    says: 'the last piece: 201 with the file',
    as: null,
    ask: ['PUT', '{upload}', big.subarray(2 * unit), piece(2 * unit, 699_999)],
    status: 201,
    answer: { name: 'stor fil.bin', size: 700_000, createdBy: anna, id: expect.any(String) },
    keep: { big: (reply) => reply.json.id, bigUrl: address },
  },
  {
    says: '... byte for byte',
    as: null,
    ask: ['GET', '{bigUrl}'],
    status: 200,
    and: (reply) => expect(Buffer.compare(Buffer.from(reply.bytes), Buffer.from(big))).toBe(0),
  },
  { says: 'the session is over', as: null, ask: ['GET', '{upload}'], status: 404, code: 'itemNotFound' },
  {
    says: 'a taken name is 409',
    ask: [
      'POST',
      '/drives/{drive}/root:/stor%20fil.bin:/createUploadSession',
      { item: { '@microsoft.graph.conflictBehavior': 'fail' } },
    ],
    status: 409,
    code: 'nameAlreadyExists',
  },
  {
    says: 'a session for a new version, with the version it is made from',
    ask: ['POST', '/drives/{drive}/items/{big}/createUploadSession', {}, { 'If-Match': '"old,1"' }],
    status: 412,
    code: 'resourceModified',
  },
  {
    says: 'a session for a new version',
    ask: ['POST', '/drives/{drive}/items/{big}/createUploadSession', {}],
    status: 200,
    keep: { again: (reply) => reply.json.uploadUrl },
  },
  {
    says: '... in one piece: 200, the same file',
    as: null,
    ask: ['PUT', '{again}', big.subarray(0, 10), piece(0, 9, 10)],
    status: 200,
    answer: { id: '{big}', size: 10 },
  },
  {
    says: 'a session that waits for a last word',
    ask: [
      'POST',
      '/drives/{drive}/root:/senere.bin:/createUploadSession',
      { item: { '@microsoft.graph.conflictBehavior': 'rename' }, deferCommit: true },
    ],
    status: 200,
    keep: { later: (reply) => reply.json.uploadUrl },
  },
  { says: '... all bytes: 202', as: null, ask: ['PUT', '{later}', big.subarray(0, 10), piece(0, 9, 10)], status: 202 },
  {
    says: '... the last word: 201',
    as: null,
    ask: ['POST', '{later}'],
    status: 201,
    answer: { name: 'senere.bin', size: 10 },
  },
  {
    says: 'a session to be given up',
    ask: ['POST', '/drives/{drive}/root:/aldrig.bin:/createUploadSession', {}],
    status: 200,
    keep: { never: (reply) => reply.json.uploadUrl },
  },
  { says: '... 204', as: null, ask: ['DELETE', '{never}'], status: 204 },
  { says: '... gone', as: null, ask: ['GET', '{never}'], status: 404, code: 'itemNotFound' },
  {
    says: 'a file larger than the quota is 507 before anything is sent',
    ask: ['POST', '/drives/{drive}/root:/alt.bin:/createUploadSession', { item: { fileSize: 30_000_000_000_000 } }],
    status: 507,
    code: 'quotaLimitReached',
  },
]

runCases([...reading, ...writing, ...uploading], () => ({ served, places }))
