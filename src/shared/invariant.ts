/** Our own bug: says so loudly. Never for what users, documents or Graph do. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}
