import { createGraph, type Graph } from '../../src/graph/transport.ts'

/** What a scripted server saw of one request. */
export type Seen = { method: string; url: string; headers: Record<string, string>; body: unknown }

export type Script = { graph: Graph; seen: Seen[]; slept: number[] }

/** A graph whose server answers with the given steps in order; a step that throws is a cut connection. Never really waits. */
export function scriptedGraph(steps: readonly ((request: Request) => Response | Promise<Response>)[]): Script {
  const seen: Seen[] = []
  const slept: number[] = []
  const graph = createGraph({
    send: async (request) => {
      const step = steps[seen.length]
      const text = await request.clone().text()
      const isJson = request.headers.get('Content-Type') === 'application/json'
      seen.push({
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        body: isJson ? JSON.parse(text) : text,
      })
      if (!step) throw new Error(`Nobody expected ${request.method} ${request.url}`)
      return step(request)
    },
    sleep: async (milliseconds) => void slept.push(milliseconds),
    random: () => 0.5,
  })
  return { graph, seen, slept }
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): () => Response {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })
}

/** An error in Graph's envelope. */
export function trouble(status: number, code = 'code', headers: Record<string, string> = {}): () => Response {
  return json({ error: { code, message: `message of ${code}` } }, status, headers)
}

/** A connection that is cut before any answer. */
export function cut(): never {
  throw new TypeError('fetch failed')
}
