import { badRequest, GraphError, notImplemented } from './graph-error.ts'

const graphOptions = [
  '$select',
  '$filter',
  '$orderby',
  '$expand',
  '$top',
  '$skip',
  '$count',
  '$search',
  '$skiptoken',
  '$deltatoken',
  '$format',
]
const largestOption = 8_000

/**
 * The query options of one request. A handler names those it implements with `only`; anything else is refused:
 * 501 for options Graph has, 400 for those nobody has. What a handler named but never read is refused as well.
 */
export type Query = {
  only(...names: string[]): void
  /** Refuses the options that nobody has read; for after the handler, before its work is kept. */
  refuseUnread(): void
  get(name: string): string | null
  /** $top as a positive whole number, or null. */
  top(): number | null
  /** The same options with some replaced (null removes), for links to the next page. */
  with(changes: Record<string, string | null>): string
}

/** Reads "+" as a space and %24 as "$", takes options with and without "$", and names without regard to case. */
export function readQuery(search: string): Query {
  const options = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue
    const cut = part.indexOf('=')
    const name = canonicalName(decode(cut < 0 ? part : part.slice(0, cut)))
    if (options.has(name)) {
      throw badRequest(`Query option '${name}' was specified more than once, but it must be specified at most once.`)
    }
    options.set(name, cut < 0 ? '' : decode(part.slice(cut + 1)))
  }
  const read = new Set<string>()
  const get = (name: string): string | null => {
    read.add(name)
    return options.get(name) ?? null
  }
  return {
    only: (...names) => refuseOthers(options, names),
    refuseUnread: () => refuseOthers(options, [...read]),
    get,
    top: () => readTop(get('$top')),
    with: (changes) => writeQuery(options, changes),
  }
}

function canonicalName(name: string): string {
  const lower = name.toLowerCase()
  if (graphOptions.includes(lower)) return lower
  // Old pages of the documentation write select, expand ... without the dollar sign (PLATFORM F5.5).
  return graphOptions.includes(`$${lower}`) ? `$${lower}` : lower
}

function decode(text: string): string {
  if (text.length > largestOption) throw badRequest('The query is too long.')
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw badRequest('The query is not well encoded.')
  }
}

function refuseOthers(options: ReadonlyMap<string, string>, names: readonly string[]): void {
  for (const name of options.keys()) {
    if (names.includes(name)) continue
    if (graphOptions.includes(name)) throw notImplemented(`the query option ${name} here`)
    throw new GraphError(400, 'BadRequest', `The query parameter '${name}' is not supported.`)
  }
}

function readTop(text: string | null): number | null {
  if (text === null) return null
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) {
    throw badRequest(
      `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`,
    )
  }
  return Number(text)
}

function writeQuery(options: ReadonlyMap<string, string>, changes: Record<string, string | null>): string {
  const merged = new Map<string, string | null>([...options, ...Object.entries(changes)])
  return [...merged]
    .flatMap(([name, value]) =>
      value === null ? [] : [`${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`],
    )
    .join('&')
}
