/** What can be undone and redone. `field` names what the last step changed, so that typing in one field is one step. */
export type EditHistory<T> = {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  readonly field: string | null
}

/** A history that begins here; there is nothing to undo. */
export function beginHistory<T>(present: T): EditHistory<T> {
  return { past: [], present, future: [], field: null }
}

/** Takes a step. Steps in a row with the same `field` count as one; null never joins. An equal value is no step. */
export function takeStep<T>(history: EditHistory<T>, next: T, field: string | null): EditHistory<T> {
  if (next === history.present) return history
  const joins = field !== null && field === history.field && history.past.length > 0
  const past = joins ? history.past : [...history.past, history.present]
  return { past, present: next, future: [], field }
}

/** The value before the last step; the same history when there is none. */
export function undoStep<T>(history: EditHistory<T>): EditHistory<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  const future = [history.present, ...history.future]
  return { past: history.past.slice(0, -1), present: before, future, field: null }
}

/** The value after the step last undone; the same history when there is none. */
export function redoStep<T>(history: EditHistory<T>): EditHistory<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, field: null }
}
