import type { ItemStart } from './item-start.ts'

/** Lines of each item, its heading left out. */
export type LineRange = { readonly from: number; readonly to: number }

/** Which lines belong to which item, in their order; an item that is only listed has none. */
export function itemRanges(starts: readonly ItemStart[], lineCount: number): readonly LineRange[] {
  return starts.map((start, i) => {
    const from = Math.min(start.bodyFrom, lineCount)
    return { from, to: Math.max(from, Math.min(starts[i + 1]?.at ?? lineCount, lineCount)) }
  })
}
