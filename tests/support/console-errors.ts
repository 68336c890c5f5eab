type Notes = { readonly seen: string[]; readonly expected: RegExp[] }

// On globalThis, because the set-up file and the test may be given two copies of this module.
const holder = globalThis as { consoleErrorNotes?: Notes }
holder.consoleErrorNotes ??= { seen: [], expected: [] }
const notes: Notes = holder.consoleErrorNotes

/** Says that the test at hand makes console.error be called with words that match; it fails when that does not happen. */
export function expectConsoleError(words: RegExp): void {
  notes.expected.push(words)
}

/** Keeps what was said for the end of the test. */
export function noteConsoleError(words: readonly unknown[]): void {
  notes.seen.push(words.map(toText).join(' '))
}

/** What was said without being expected, and expected without being said; forgets both. */
export function takeConsoleSurprises(): { unexpected: string[]; missing: string[] } {
  const seen = notes.seen.splice(0)
  const expected = notes.expected.splice(0)
  return {
    unexpected: seen.filter((words) => !expected.some((pattern) => pattern.test(words))),
    missing: expected.filter((pattern) => !seen.some((words) => pattern.test(words))).map(String),
  }
}

function toText(word: unknown): string {
  return word instanceof Error ? (word.stack ?? word.message) : String(word)
}
