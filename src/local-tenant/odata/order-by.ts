import { badRequest } from '../http/graph-error.ts'

/** One part of $orderby. */
export type SortKey = { readonly path: string; readonly descending: boolean }

/** Reads $orderby; 400 when it is not "path [asc|desc]" parts with commas. */
export function parseOrderBy(text: string | null): readonly SortKey[] {
  if (text === null) return []
  return text.split(',').map((part) => {
    const match = /^\s*([A-Za-z_][\w/]*)(?:\s+(asc|desc))?\s*$/i.exec(part)
    if (!match) throw badRequest(`Syntax error in $orderby near '${part.trim().slice(0, 100)}'.`)
    return { path: match[1] ?? '', descending: match[2]?.toLowerCase() === 'desc' }
  })
}
