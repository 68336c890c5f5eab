import type { Answer } from './answer.ts'
import type { Call } from './call.ts'
import { methodNotAllowed, notImplemented } from './graph-error.ts'

/** Answers one request on a resource that the path led to; `names` are the path's variable segments. */
type Handler<T> = (call: Call, resource: T, names: Readonly<Record<string, string>>) => Answer

/** "GET fields" or "DELETE attachments/{attachment}" -> handler; "GET" alone is the resource itself. */
export type RouteTable<T> = Readonly<Record<string, Handler<T>>>

type Route<T> = { readonly method: string; readonly pattern: readonly string[]; readonly run: Handler<T> }

const compiled = new WeakMap<object, readonly Route<never>[]>()

/** Finds the handler for the rest of a path. 405 when only the method is wrong, 501 when nothing is there. */
export function dispatch<T>(table: RouteTable<T>, call: Call, resource: T, rest: readonly string[]): Answer {
  const matching = routesOf(table).filter((route) => matches(route.pattern, rest))
  const route = matching.find((candidate) => candidate.method === call.method)
  if (route) return route.run(call, resource, namesOf(route.pattern, rest))
  if (matching.length > 0) throw methodNotAllowed(matching.map((candidate) => candidate.method))
  throw notImplemented(`${call.method} ${call.path.slice(0, 200)}`)
}

function routesOf<T>(table: RouteTable<T>): readonly Route<T>[] {
  const known = compiled.get(table) as readonly Route<T>[] | undefined
  if (known) return known
  const routes = Object.entries(table).map(([key, run]) => {
    const [method = '', path = ''] = key.split(' ')
    return { method, pattern: path === '' ? [] : path.split('/'), run }
  })
  // Fixed words before variables, so that "items/delta" is not taken for an item.
  routes.sort((a, b) => countVariables(a.pattern) - countVariables(b.pattern))
  compiled.set(table, routes as readonly Route<never>[])
  return routes
}

function countVariables(pattern: readonly string[]): number {
  return pattern.filter(isVariable).length
}

function isVariable(segment: string): boolean {
  return segment.startsWith('{')
}

// "{:path}" takes only path addresses (segments that begin with a colon), "{name}" only others.
function matches(pattern: readonly string[], rest: readonly string[]): boolean {
  return (
    pattern.length === rest.length &&
    pattern.every((wanted, place) => {
      const segment = rest[place] ?? ''
      if (!isVariable(wanted)) return wanted.toLowerCase() === segment.toLowerCase()
      return wanted.startsWith('{:') === segment.startsWith(':')
    })
  )
}

function namesOf(pattern: readonly string[], rest: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {}
  pattern.forEach((wanted, place) => {
    if (isVariable(wanted)) names[wanted.slice(1, -1)] = rest[place] ?? ''
  })
  return names
}
