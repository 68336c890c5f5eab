import type { Comparison, Filter, Operand, Scalar } from './filter.ts'

/** Gives the value at a path of the resource; undefined counts as null. Lists are given for `any`. */
export type PropertyReader = (path: string) => Scalar | readonly PropertyReader[] | undefined

/** Whether a resource meets a filter. Texts compare without regard to case, as SharePoint and Exchange do; times as instants. */
export function meetsFilter(filter: Filter, read: PropertyReader): boolean {
  switch (filter.kind) {
    case 'and':
      return meetsFilter(filter.left, read) && meetsFilter(filter.right, read)
    case 'or':
      return meetsFilter(filter.left, read) || meetsFilter(filter.right, read)
    case 'not':
      return !meetsFilter(filter.inner, read)
    case 'compare':
      return compare(filter.op, operandValue(filter.left, read), operandValue(filter.right, read))
    case 'text':
      return compareText(filter.name, operandValue(filter.left, read), operandValue(filter.right, read))
    case 'any': {
      const members = read(filter.path)
      if (!Array.isArray(members)) return false
      return (members as readonly PropertyReader[]).some((member) =>
        meetsFilter(filter.inner, (path) =>
          member(path === filter.variable ? '' : path.slice(filter.variable.length + 1)),
        ),
      )
    }
  }
}

/** Every path a filter names; those inside `any` count as the list's path. */
export function pathsOf(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(filter.left), ...pathsOf(filter.right)]
    case 'not':
      return pathsOf(filter.inner)
    case 'any':
      return [filter.path]
    default:
      return [filter.left, filter.right].flatMap((operand) => (operand.kind === 'path' ? [operand.path] : []))
  }
}

function operandValue(operand: Operand, read: PropertyReader): Scalar {
  if (operand.kind === 'literal') return operand.value
  const value = read(operand.path)
  return value === undefined || typeof value === 'object' ? null : value
}

function compare(op: Comparison, left: Scalar, right: Scalar): boolean {
  if (op === 'eq') return order(left, right) === 0
  if (op === 'ne') return order(left, right) !== 0
  if (left === null || right === null) return false
  const sign = order(left, right)
  if (op === 'gt') return sign > 0
  if (op === 'ge') return sign >= 0
  return op === 'lt' ? sign < 0 : sign <= 0
}

function compareText(name: 'startswith' | 'endswith' | 'contains', left: Scalar, right: Scalar): boolean {
  const text = String(left ?? '').toLowerCase()
  const part = String(right ?? '').toLowerCase()
  if (name === 'startswith') return text.startsWith(part)
  return name === 'endswith' ? text.endsWith(part) : text.includes(part)
}

const instantShape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d|$)/

/** Orders two values: null first, numbers as numbers, instants as instants, the rest as text without regard to case. */
export function order(left: Scalar, right: Scalar): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1
  if (typeof left === 'string' && typeof right === 'string') return orderTexts(left, right)
  const a = Number(left)
  const b = Number(right)
  if (Number.isNaN(a) || Number.isNaN(b)) return orderTexts(String(left), String(right))
  return Math.sign(a - b)
}

function orderTexts(left: string, right: string): number {
  if (instantShape.test(left) && instantShape.test(right)) {
    const a = instantOf(left)
    const b = instantOf(right)
    if (!Number.isNaN(a) && !Number.isNaN(b)) return Math.sign(a - b)
  }
  const a = left.toLowerCase()
  const b = right.toLowerCase()
  return a === b ? 0 : a < b ? -1 : 1
}

/** Milliseconds of an ISO time; without a zone it counts as UTC, as Graph does in filters. */
function instantOf(text: string): number {
  const trimmed = text.replace(/(\.\d{3})\d+/, '$1')
  if (!trimmed.includes('T')) return Date.parse(trimmed)
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(trimmed) ? trimmed : `${trimmed}Z`)
}
