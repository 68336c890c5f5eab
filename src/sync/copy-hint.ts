const prefix = 'moedetraad:copy:'

/** What the browser keeps small marks in; null where it keeps none for us. */
function openMarks(): Storage | null {
  try {
    return globalThis.localStorage
  } catch {
    // Denied in a cross-site frame or by the person's own settings: then there is no hint, and nothing else is lost.
    return null
  }
}

/**
 * Whether a copy of this meeting was kept on this machine by anybody. A hint that can be read at once, while the copies
 * themselves take a moment to open: without it, reading from Graph can start right away.
 */
export function hasCopyHint(meetingKey: string): boolean {
  return openMarks()?.getItem(prefix + meetingKey) === '1'
}

/** Leaves the hint; a full or closed store is no loss. */
export function leaveCopyHint(meetingKey: string): void {
  try {
    openMarks()?.setItem(prefix + meetingKey, '1')
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
