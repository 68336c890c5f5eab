import { randomUUID } from 'node:crypto'
import type { Answer } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { GraphError, itemNotFound, notImplemented } from '../http/graph-error.ts'
import { readPreferences } from '../http/prefer.ts'
import { readQuery } from '../http/query.ts'
import { type FinishedAnswer, finish, finishError, type RequestMark } from '../http/respond.ts'
import { findPerson } from '../identity/people.ts'
import { contentOf } from '../mail/message-store.ts'
import type { Service } from '../service.ts'
import { answerUpload } from './upload-session.ts'

type Sealed = {
  readonly use: string
  readonly name: string
  readonly mime: string
  readonly contentId: number
  readonly expires: number
}

/** Addresses that lead around Graph: /files/download|preview|thumbnail|upload/{seal}. */
export function isFileAddress(path: string): boolean {
  return /^\/files\/(download|preview|thumbnail|upload)\/[^/]+$/.test(path)
}

/** Answers a download, preview, thumbnail or upload address. They carry their right in themselves. */
export function answerFileAddress(
  service: Service,
  method: string,
  url: URL,
  headers: Headers,
  body: Uint8Array,
): FinishedAnswer {
  const mark: RequestMark = { requestId: randomUUID(), clientRequestId: null, now: service.now() }
  if (method === 'OPTIONS') {
    const allow = {
      'Access-Control-Allow-Methods': 'GET, PUT, DELETE, HEAD',
      'Access-Control-Allow-Headers': headers.get('access-control-request-headers') ?? '*',
    }
    return finish({ kind: 'empty', status: 204, headers: allow }, mark)
  }
  try {
    const [, , use = '', seal = ''] = url.pathname.split('/')
    if (use === 'upload') return finish(upload(service, seal, { method, url, headers, body, mark }), mark)
    if (method !== 'GET' && method !== 'HEAD') throw notImplemented(`${method} of a file address`)
    return finish(serveFile(service, use, seal, headers, mark), mark)
  } catch (error) {
    if (error instanceof GraphError) return finishError(error, mark)
    throw error
  }
}

function serveFile(service: Service, use: string, seal: string, headers: Headers, mark: RequestMark): Answer {
  const text = service.tokens.unseal(decodeURIComponent(seal))
  const file = text === null ? null : (JSON.parse(text) as Sealed)
  if (!file || file.use !== use) throw itemNotFound('The address is not one of this tenant')
  if (file.expires * 1000 <= mark.now.getTime()) {
    throw new GraphError(401, 'unauthenticated', 'The download address has expired.', { innerCode: 'expiredUrl' })
  }
  if (use === 'thumbnail' && !file.mime.startsWith('image/')) return drawnThumbnail(file)
  const bytes = contentOf(service.store, file.contentId)
  const disposition = use === 'download' ? 'attachment' : 'inline'
  const common = {
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
  }
  return cutRange(bytes, headers.get('range'), file.mime, common)
}

function cutRange(
  bytes: Uint8Array,
  range: string | null,
  contentType: string,
  headers: Record<string, string>,
): Answer {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return { kind: 'bytes', status: 200, bytes, contentType, headers }
  const start = match[1] === '' ? Math.max(0, bytes.length - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? bytes.length - 1 : Math.min(Number(match[2]), bytes.length - 1)
  if (start > end) {
    throw new GraphError(416, 'invalidRange', 'The requested range cannot be served.', {
      headers: { 'Content-Range': `bytes */${bytes.length}` },
    })
  }
  const contentRange = { 'Content-Range': `bytes ${start}-${end}/${bytes.length}` }
  return {
    kind: 'bytes',
    status: 206,
    bytes: bytes.subarray(start, end + 1),
    contentType,
    headers: { ...headers, ...contentRange },
  }
}

// A sheet with the file's ending on it: what can be shown of a file without opening it.
function drawnThumbnail({ name }: Sealed): Answer {
  const ending = (/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? '').toUpperCase()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="176" height="176"><rect x="32" y="8" width="112" height="160" rx="6" fill="#fff" stroke="#888"/><text x="88" y="98" font-family="sans-serif" font-size="28" text-anchor="middle" fill="#444">${ending}</text></svg>`
  return { kind: 'bytes', status: 200, bytes: new TextEncoder().encode(svg), contentType: 'image/svg+xml' }
}

type UploadRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Uint8Array
  readonly mark: RequestMark
}

function upload(service: Service, seal: string, request: UploadRequest): Answer {
  // The real service may answer 401 to a token here; one that is not even valid is refused for certain.
  if (request.headers.has('authorization')) service.tokens.read(request.headers.get('authorization'), request.mark.now)
  const id = service.tokens.unseal(decodeURIComponent(seal))
  if (id === null) throw itemNotFound('The upload session was not found')
  const session = { id, makeCall: (personId: string, base: string) => callOf(service, request, personId, base) }
  const { method, headers, body, mark } = request
  return service.store.inTransaction(() =>
    answerUpload(service.store, session, method, headers.get('content-range'), body, mark.now),
  )
}

// The person who opened the session is the author of the file.
function callOf(
  service: Service,
  { url, headers, body, mark, method }: UploadRequest,
  personId: string,
  base: string,
): Call {
  const person = findPerson(service.store, personId)
  if (!person) throw itemNotFound('The upload session was not found')
  return {
    service,
    caller: {
      person,
      tenantId: person.home_tenant,
      oid: person.oid,
      isGuest: false,
      scopes: new Set(),
      appId: '',
      everywhere: true,
    },
    method,
    path: url.pathname,
    query: readQuery(''),
    headers: new Headers(),
    prefer: readPreferences(headers.get('prefer')),
    body,
    base,
    fileBase: `${url.origin}/files`,
    now: mark.now,
    requestId: mark.requestId,
  }
}
