import { connect, type Socket } from 'node:net'

/** A request as bytes go over the wire, and the status that must come back. */
export type RawRequest = { readonly text: string; readonly status: number }

const lineEnd = '\r\n'

/** Writes a request for a kept connection. Paths are whole ones, as "/v1.0/me". */
export function rawRequest(
  method: string,
  path: string,
  { token, body, status }: { readonly token?: string; readonly body?: unknown; readonly status: number },
): RawRequest {
  const text = body === undefined ? '' : JSON.stringify(body)
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ]
  return { text: `${head.join(lineEnd)}${lineEnd}${lineEnd}${text}`, status }
}

/**
 * Sends `many` requests over `connections` kept connections, each waiting for its answer before the next, and gives
 * requests a second. A plain socket, so that the one who asks costs less than the one who answers. Rejects on a
 * status that was not expected.
 */
export async function sendRequests(
  port: number,
  many: number,
  connections: number,
  make: (number: number) => RawRequest,
): Promise<number> {
  let next = 0
  const start = performance.now()
  const run = async (): Promise<void> => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    try {
      for (let number = next++; number < many; number = next++) await ask(socket, make(number))
    } finally {
      socket.destroy()
    }
  }
  await Promise.all(Array.from({ length: connections }, run))
  return many / ((performance.now() - start) / 1000)
}

function ask(socket: Socket, { text, status }: RawRequest): Promise<void> {
  return new Promise((done, fail) => {
    let answer = ''
    const take = (bytes: Buffer): void => {
      // One letter a byte: only lengths and the status are looked at.
      answer += bytes.toString('latin1')
      const head = answer.indexOf(lineEnd + lineEnd)
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0)
      if (answer.length < head + 4 + length) return
      socket.off('data', take)
      socket.off('error', fail)
      const got = Number(answer.slice(9, 12))
      if (got === status) done()
      else fail(new Error(`Expected ${status}, got ${answer.slice(0, 2_000)}`))
    }
    socket.on('data', take)
    socket.once('error', fail)
    socket.write(text)
  })
}
