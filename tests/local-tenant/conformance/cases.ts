import { expect, test } from 'vitest'
import type { HttpReply, Served } from '../support/over-http.ts'

/**
 * One documented request and what must come back. `{name}` in path, body, headers and answer stands for
 * what `places` says. `answer` is compared as far as it goes.
 */
export type Expectation = {
  readonly says: string
  readonly as?: string | null
  readonly ask: readonly [method: string, path: string, body?: unknown, headers?: Record<string, string>]
  readonly status: number
  /** error.code of a refusal. */
  readonly code?: string
  readonly answer?: unknown
  readonly headers?: Readonly<Record<string, RegExp | null>>
  /** Says more of the answer than `answer` can. */
  readonly and?: (reply: HttpReply, places: Places) => void | Promise<void>
  /** Keeps a value of the answer for later cases. */
  readonly keep?: Readonly<Record<string, (reply: HttpReply) => string>>
}

export type Places = Record<string, string>

/** Runs the cases in their order against one server; a later case may use what an earlier one kept. */
export function runCases(cases: readonly Expectation[], serve: () => { served: Served; places: Places }): void {
  test.each(cases.map((one) => [one.says, one] as const))('%s', async (_, one) => {
    const { served, places } = serve()
    const [method, path, body, headers = {}] = one.ask
    const reply = await served.ask(
      one.as === undefined ? 'anna' : one.as,
      method,
      fill(path, places),
      body === undefined || body instanceof Uint8Array ? body : fillAll(body, places),
      fillAll(headers, places) as Record<string, string>,
    )
    checkReply(one, reply, places)
    await one.and?.(reply, places)
    for (const [name, read] of Object.entries(one.keep ?? {})) places[name] = read(reply)
  })
}

function checkReply(one: Expectation, reply: HttpReply, places: Places): void {
  expect({ status: reply.status, ...(reply.json?.error ? { code: reply.json.error.code } : {}) }).toEqual({
    status: one.status,
    ...(one.code === undefined ? {} : { code: one.code }),
  })
  if (one.code !== undefined) {
    expect(reply.json.error).toMatchObject({
      message: expect.any(String),
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        'request-id': reply.headers.get('request-id'),
        'client-request-id': expect.any(String),
      },
    })
  }
  if (one.answer !== undefined) expect(reply.json).toMatchObject(fillAll(one.answer, places) as object)
  for (const [name, shape] of Object.entries(one.headers ?? {})) {
    if (shape === null) expect(reply.headers.get(name)).toBeNull()
    else expect(reply.headers.get(name)).toMatch(shape)
  }
}

function fill(text: string, places: Places): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => places[name] ?? whole)
}

function fillAll(value: unknown, places: Places): unknown {
  if (typeof value === 'string') return fill(value, places)
  if (Array.isArray(value)) return value.map((one) => fillAll(one, places))
  if (typeof value !== 'object' || value === null || 'asymmetricMatch' in value) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillAll(inner, places)]))
}
