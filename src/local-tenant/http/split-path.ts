import { badRequest } from './graph-error.ts'

/**
 * The segments of a path after /v1.0, decoded. `events('id')` becomes "events", "id"; a path address such as
 * `root:/a/b:/children` becomes "root", ":a/b", "children" (a segment that begins with a colon is a path).
 */
export function splitPath(path: string): string[] {
  if (path.length > 4_000) throw badRequest('The request URI is too long.')
  const segments: string[] = []
  // A path given to a function, getByPath(path='/sites/a'), is one segment however many slashes it has.
  let rest = path
    .replace(/^\/+/, '')
    .replace(/\(path='([^']*)'\)/gi, (_, inner: string) => `(path='${encodeURIComponent(decode(inner))}')`)
  while (rest !== '') {
    const colon = rest.search(/:\//)
    if (colon >= 0) {
      segments.push(...plainSegments(rest.slice(0, colon)))
      const end = rest.indexOf(':', colon + 1)
      const inner = end < 0 ? rest.slice(colon + 2) : rest.slice(colon + 2, end)
      segments.push(`:${inner.split('/').filter(Boolean).map(decode).join('/')}`)
      rest = end < 0 ? '' : rest.slice(end + 1).replace(/^\/+/, '')
      continue
    }
    segments.push(...plainSegments(rest.replace(/:$/, '')))
    rest = ''
  }
  return segments
}

function plainSegments(text: string): string[] {
  return text
    .split('/')
    .filter(Boolean)
    .flatMap((segment) => {
      // A key in brackets: lists('name'). Functions with named parameters (search(q='x')) stay whole.
      const keyed = /^([A-Za-z]+)\((?:'((?:[^']|'')*)'|(\d+)|%27((?:[^%]|%(?!27))*)%27)\)$/.exec(segment)
      if (!keyed)
        return [
          decode(segment)
            .replace(/^microsoft\.graph\.(?=[a-z])/, '')
            .replace(/\(\)$/, ''),
        ]
      return [keyed[1] ?? '', decode(keyed[2] ?? keyed[3] ?? keyed[4] ?? '').replaceAll("''", "'")]
    })
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw badRequest('The request URI is not well encoded.')
  }
}
