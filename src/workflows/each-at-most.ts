/** Does something with each of a list, at most so many at the same time. The first failure ends it, once what runs is done. */
export async function eachAtMost<T>(
  list: readonly T[],
  most: number,
  work: (entry: T) => Promise<void>,
): Promise<void> {
  const waiting = list.values()
  const failures: unknown[] = []
  const runner = async (): Promise<void> => {
    for (const entry of waiting) {
      if (failures.length > 0) return
      try {
        await work(entry)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, runner))
  if (failures.length > 0) throw failures[0]
}
