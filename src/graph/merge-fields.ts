import { type LineRule, mergeLines } from '../domain/conflict/merge-lines.ts'
import type { Fields } from './row-codec.ts'

/** What a three-way merge of one row says: columns still to write, and those changed differently on both sides. */
export type FieldMerge = { readonly toWrite: Fields; readonly conflicts: readonly string[] }

/**
 * Merges one row column by column. `before` is what the user saw, `mine` what the user wants, `theirs` what the server has now.
 * Only one's own changes are written; a column both sides changed to the same value is no conflict, and neither is a long
 * text (`lineColumns`) both changed in different places.
 */
export function mergeFields(
  before: Fields,
  mine: Fields,
  theirs: Fields,
  lineColumns: Readonly<Record<string, LineRule>> = {},
): FieldMerge {
  const toWrite: Record<string, string | number | null> = {}
  const conflicts: string[] = []
  for (const [column, value] of Object.entries(mine)) {
    const [old, stored] = [before[column], theirs[column]]
    if (value === old || value === stored) continue
    const rule = lineColumns[column]
    const merged =
      rule === undefined ? null : mergeLines(String(old ?? ''), String(value ?? ''), String(stored ?? ''), rule)
    if (stored === old) toWrite[column] = value
    else if (merged === null) conflicts.push(column)
    else toWrite[column] = merged === '' ? null : merged
  }
  return { toWrite, conflicts }
}
