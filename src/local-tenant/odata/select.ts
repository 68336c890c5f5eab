import type { JsonObject } from '../http/answer.ts'
import { badRequest } from '../http/graph-error.ts'

/** What a resource is called and which properties it may be asked for. */
export type ResourceShape = { readonly type: string; readonly known: readonly string[] }

/** The names in a $select; 400 for one the type does not have, as the gateway says it. Paths count by their first name. */
export function readSelect(select: string | null, shape: ResourceShape): ReadonlySet<string> | null {
  if (select === null || select.trim() === '' || select.trim() === '*') return null
  // Names are taken in any case; the answer has them as the type has.
  const asked = select.split(',').map((name) => name.trim().split('/')[0] ?? '')
  const names = asked.map((name) => shape.known.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name)
  for (const name of names) {
    if (!shape.known.includes(name) && !name.startsWith('@')) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${shape.type}'.`,
      )
    }
  }
  return new Set(names)
}

/** Keeps the selected properties, annotations (@odata...) and those in `always`. */
export function applySelect(
  resource: JsonObject,
  select: string | null,
  shape: ResourceShape,
  always: readonly string[] = [],
): JsonObject {
  const names = readSelect(select, shape)
  return names === null ? resource : pick(resource, names, always)
}

/** The same for names already read. */
export function pick(resource: JsonObject, names: ReadonlySet<string>, always: readonly string[] = []): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).filter(
      ([name]) =>
        names.has(name) ||
        always.includes(name) ||
        (name.includes('@') && names.has(name.split('@')[0] || name)) ||
        name.startsWith('@odata'),
    ),
  )
}
