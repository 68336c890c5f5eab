import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A rank that sorts between two others as text (code unit order); null stands for the beginning or the end. */
export function rankBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after)
}

/** `count` ranks in order, all after the given one. */
export function ranksAfter(before: string | null, count: number): readonly string[] {
  return generateNKeysBetween(before, null, count)
}

/** Order of ranks as text by code units, the same in every language. */
export function compareRanks(a: { readonly rank: string }, b: { readonly rank: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0
}
