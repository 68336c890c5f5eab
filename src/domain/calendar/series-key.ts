/** How every iCalUId made by Outlook begins (PLATFORM F2.2). */
const outlookPrefix = '040000008200E00074C5B7101A82E008'

/**
 * The key all occurrences of a series share: an Outlook iCalUId with its four date bytes (hex 32-39) set to zero.
 * Foreign UIDs (Google, Apple) are kept whole.
 */
export function seriesKeyOf(iCalUId: string): string {
  const upper = iCalUId.toUpperCase()
  return upper.startsWith(outlookPrefix) && upper.length > 40
    ? `${upper.slice(0, 32)}00000000${upper.slice(40)}`
    : upper
}
