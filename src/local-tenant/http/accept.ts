import { GraphError } from './graph-error.ts'

const acceptable = ['application/json', 'application/*', '*/*', 'text/json', 'text/plain', 'text/*']

/** 406 when the Accept header leaves no room for JSON. Parameters such as odata.metadata are wishes and have no effect. */
export function requireJsonAccepted(accept: string | null): void {
  const types = (accept ?? '').split(',').map((part) => (part.split(';')[0] ?? '').trim().toLowerCase())
  const named = types.filter((type) => type !== '')
  if (named.length === 0 || named.some((type) => acceptable.includes(type))) return
  throw new GraphError(406, 'notAcceptable', `The format '${(accept ?? '').slice(0, 100)}' is not supported.`)
}
