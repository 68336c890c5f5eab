import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { DroppedConnection } from './faults/dropped-connection.ts'
import { setFaults } from './faults/set-faults.ts'
import { GraphError } from './http/graph-error.ts'
import { type FinishedAnswer, finishError, type RequestMark } from './http/respond.ts'
import type { Tenant } from './tenant.ts'

/** Graph alone on the loopback interface; port 0 takes a free one. */
export type Listening = { readonly origin: string; readonly port: number; readonly close: () => Promise<void> }

const largestBody = 64 * 1024 * 1024

/** Answers /v1.0, the file addresses and POST /local/faults of a tenant over HTTP on 127.0.0.1. */
export function listen(tenant: Tenant, port: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(tenant, server, incoming, outgoing).catch((error: unknown) => {
      if (error instanceof DroppedConnection || outgoing.headersSent) outgoing.destroy()
      else
        send(
          error instanceof GraphError ? finishError(error, newMark()) : tellBug(error),
          incoming.method ?? 'GET',
          outgoing,
        )
    })
  })
  server.keepAliveTimeout = 60_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const taken = portOf(server)
      resolve({
        origin: `http://127.0.0.1:${taken}`,
        port: taken,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}

// Nothing should end here: it is said aloud, and the client is told as Graph tells of its own mistakes.
function tellBug(error: unknown): FinishedAnswer {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return finishError(new GraphError(500, 'generalException', 'An unspecified error has occurred.'), newMark())
}

function newMark(): RequestMark {
  return { requestId: randomUUID(), clientRequestId: null, now: new Date() }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answer(
  tenant: Tenant,
  server: Server,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : await readBody(incoming)
  const host = incoming.headers.host ?? `127.0.0.1:${portOf(server)}`
  const url = `http://${host}${incoming.url ?? '/'}`
  if (!URL.canParse(url)) {
    outgoing.writeHead(400).end()
    return
  }
  if (new URL(url).pathname === '/local/faults') return answerFaults(tenant, method, body, outgoing)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const asked = { method, url: new URL(url), headers, body: body ?? new Uint8Array() }
  send(await tenant.answer(asked), method, outgoing)
}

function send({ status, headers, json, bytes }: FinishedAnswer, method: string, outgoing: ServerResponse): void {
  if (status === 204 || status === 304) {
    outgoing.writeHead(status, headers).end()
    return
  }
  // A text goes out in one piece with the head before it.
  const content = json === null ? (bytes ?? '') : JSON.stringify(json)
  const length = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  outgoing.writeHead(status, { ...headers, 'Content-Length': String(length) })
  outgoing.end(method === 'HEAD' ? undefined : content)
}

function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > largestBody) reject(new GraphError(413, 'invalidRequest', 'The request is larger than 64 MB.'))
      else chunks.push(chunk)
    })
    incoming.on('end', () => resolve(Buffer.concat(chunks)))
    incoming.on('error', reject)
  })
}

function answerFaults(tenant: Tenant, method: string, body: Buffer | null, outgoing: ServerResponse): void {
  let problem: string | null = null
  if (method === 'POST') problem = setFaults(tenant, parse(body))
  if (method === 'DELETE') tenant.faults.clear()
  const answered = problem === null ? { seed: tenant.faults.seed, faults: tenant.faults.list() } : { error: problem }
  outgoing.writeHead(problem === null ? 200 : 400, { 'Content-Type': 'application/json' })
  outgoing.end(JSON.stringify(answered))
}

function parse(body: Buffer | null): unknown {
  try {
    return JSON.parse(body?.toString('utf8') ?? 'null')
  } catch {
    // Said to be wrong by setFaults.
    return null
  }
}
