/** Middle value and the ends of a row of measurements. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number }

/** The spread of measurements; of an even number the mean of the two in the middle. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}

/** "276 ms [233-367]" */
export function tellSpread({ median, min, max }: Spread, unit: string, digits = 0): string {
  return `${median.toFixed(digits)} ${unit} [${min.toFixed(digits)}-${max.toFixed(digits)}]`
}

/** The exponent b of time = a * size^b through the first and the last point. */
export function growthExponent(points: readonly (readonly [size: number, value: number])[]): number {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return Number.NaN
  return Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])
}

/** One thing a bench promises: a figure and the most it may be. */
export type Promised = { readonly what: string; readonly value: number; readonly atMost: number; readonly unit: string }

/** Prints each promise with its figure; true when all are kept. */
export function judge(promises: readonly Promised[]): boolean {
  const width = Math.max(...promises.map(({ what }) => what.length))
  for (const { what, value, atMost, unit } of promises) {
    // A figure that could not be measured is no success.
    const kept = value <= atMost
    console.log(`${kept ? 'ok    ' : 'FAILED'}  ${what.padEnd(width)}  ${value.toFixed(2)} ${unit} (at most ${atMost})`)
  }
  return promises.every(({ value, atMost }) => value <= atMost)
}
