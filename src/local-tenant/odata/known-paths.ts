import { badRequest, type GraphError, notImplemented } from '../http/graph-error.ts'
import type { Filter } from './filter.ts'
import type { ResourceShape } from './select.ts'

/** A path this tenant does not filter or sort by: 501 when the type has the property, 400 when nobody has it. */
export function unknownPath(path: string, shape: ResourceShape, option: '$filter' | '$orderby'): GraphError {
  const name = path.split('/')[0] ?? ''
  const isKnown = shape.known.some((known) => known.toLowerCase() === name.toLowerCase())
  if (isKnown) return notImplemented(`${option} on ${path.slice(0, 60)} of the type ${shape.type}`)
  return badRequest(`Could not find a property named '${name.slice(0, 60)}' on type 'microsoft.graph.${shape.type}'.`)
}

/** 400 when a property is compared with a value of another type; paths are lower case. */
export function requireTypes(
  filter: Filter,
  types: { readonly boolean: readonly string[]; readonly string: readonly string[] },
): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      requireTypes(filter.left, types)
      requireTypes(filter.right, types)
      return
    case 'not':
      requireTypes(filter.inner, types)
      return
    case 'compare': {
      const { left, right } = filter
      if (left.kind !== 'path' || right.kind !== 'literal' || right.value === null) return
      const path = left.path.toLowerCase()
      const wanted = types.boolean.includes(path) ? 'boolean' : types.string.includes(path) ? 'string' : null
      if (wanted === null || typeof right.value === wanted) return
      throw badRequest(
        `A binary operator with incompatible types was detected. Found operand types for '${left.path.slice(0, 60)}' and '${String(right.value).slice(0, 60)}' for operator kind '${filter.op}'.`,
      )
    }
    default:
      return
  }
}
