import { type Call, linkTo } from './call.ts'
import { badRequest } from './graph-error.ts'

/** Where the next page begins; opaque to clients. */
export type PageMark = Readonly<Record<string, string | number | boolean | null>>

/** A mark as text for an address. */
export function writeMark(mark: PageMark): string {
  return Buffer.from(JSON.stringify(mark), 'utf8').toString('base64url')
}

/** Reads a mark that writeMark made; 400 for anything else. */
export function readMark(text: string | null): PageMark | null {
  if (text === null) return null
  try {
    const mark: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (typeof mark === 'object' && mark !== null && !Array.isArray(mark)) return mark as PageMark
  } catch {
    throw badRequest('The skip token is not valid.')
  }
  throw badRequest('The skip token is not valid.')
}

/** A whole number of a mark, 0 when it is not there; 400 for anything else. */
export function markNumber(mark: PageMark | null, name: string): number {
  const value = mark?.[name]
  if (value === undefined) return 0
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw badRequest('The skip token is not valid.')
  return value
}

/** The absolute link to the next page: the same request with a mark. */
export function nextLink(call: Call, mark: PageMark, name = '$skiptoken'): string {
  return `${linkTo(call, call.path)}?${call.query.with({ [name]: writeMark(mark), $skip: null })}`
}

/** Cuts one page out of a list that is at hand, with its link to the next. */
export function cutPage<T>(
  call: Call,
  all: readonly T[],
  pageSize: number,
): { readonly page: readonly T[]; readonly next: Record<string, string> } {
  const start = markNumber(readMark(call.query.get('$skiptoken')), 'offset')
  const page = all.slice(start, start + pageSize)
  const end = start + page.length
  return { page, next: end < all.length ? { '@odata.nextLink': nextLink(call, { offset: end }) } : {} }
}
