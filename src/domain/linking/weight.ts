import type { Evidence } from './link-types.ts'

/** Evidence with what it counts for: natural log of the odds, positive for, negative against. */
export type Weighed = Evidence & { readonly weight: number }

/** Acts by itself from here on. */
export const certain = 0.9
/** Suggests from here on; below it nothing is said. */
export const worthSaying = 0.6

/** Adds evidence up to a confidence between 0 and 1: 0 is fifty-fifty, 0.41 is 0.6, 2.2 is 0.9. */
export function confidenceOf(weights: readonly Weighed[]): number {
  const sum = weights.reduce((total, { weight }) => total + weight, 0)
  return roundConfidence(1 / (1 + Math.exp(-sum)))
}

/** Three digits are all a reader can use; 1 is kept for what a person has decided. */
function roundConfidence(confidence: number): number {
  return Math.min(0.99, Math.max(0, Math.round(confidence * 1000) / 1000))
}
