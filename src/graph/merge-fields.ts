import type { Fields } from './row-codec.ts'

/** What a three-way merge of one row says: columns still to write, and those changed differently on both sides. */
export type FieldMerge = { readonly toWrite: Fields; readonly conflicts: readonly string[] }

/**
 * Merges one row column by column. `before` is what the user saw, `mine` what the user wants, `theirs` what the server has now.
 * Only one's own changes are written; a column both sides changed to the same value is no conflict.
 */
export function mergeFields(before: Fields, mine: Fields, theirs: Fields): FieldMerge {
  const toWrite: Record<string, string | number | null> = {}
  const conflicts: string[] = []
  for (const [column, value] of Object.entries(mine)) {
    if (value === before[column] || value === theirs[column]) continue
    if (theirs[column] === before[column]) toWrite[column] = value
    else conflicts.push(column)
  }
  return { toWrite, conflicts }
}
