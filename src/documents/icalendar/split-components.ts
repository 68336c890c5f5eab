import { decodeText } from '../text/decode-text.ts'

/** A calendar file cut into the pieces it consists of, each still as text. */
export type CalendarPieces = {
  /** PUBLISH, REQUEST, CANCEL, REPLY ..., in capitals; empty when it is not said. Of the calendar the piece stands in. */
  readonly entries: readonly { readonly text: string; readonly method: string; readonly zoneName: string }[]
  readonly zones: readonly string[]
  readonly isCalendar: boolean
}

/**
 * Cuts a file into its events and time zones by their BEGIN and END lines, so that one broken entry costs only itself. Folded
 * lines are joined before the bytes become letters: a fold may fall inside a letter (RFC 5545, 3.1). At most `most` events.
 */
export function splitComponents(bytes: Uint8Array, most: number): CalendarPieces {
  const entries: { text: string; method: string; zoneName: string }[] = []
  const zones: string[] = []
  let isCalendar = false
  let method = ''
  let zoneName = ''
  let open: { name: string; lines: string[]; depth: number } | null = null
  for (const line of decodeText(joinFolds(bytes)).split('\n')) {
    const [, edge = '', name = ''] = /^(BEGIN|END)\s*:\s*([A-Z-]+)\s*$/i.exec(line.slice(0, 60)) ?? []
    const component = name.toUpperCase()
    if (open) {
      // An event inside an event: the first was never closed.
      if (edge.toUpperCase() === 'BEGIN' && component === 'VEVENT') open = { name: component, lines: [], depth: 0 }
      open.lines.push(line)
      open.depth += edge === '' ? 0 : edge.toUpperCase() === 'BEGIN' ? 1 : -1
      if (open.depth > 0) continue
      const text = open.lines.join('\r\n')
      if (open.name === 'VTIMEZONE') zones.push(text)
      else entries.push({ text, method, zoneName })
      open = null
      if (entries.length > most) break
    } else if (edge.toUpperCase() === 'BEGIN' && (component === 'VEVENT' || component === 'VTIMEZONE')) {
      open = { name: component, lines: [line], depth: 1 }
    } else if (component === 'VCALENDAR') {
      isCalendar = true
      method = ''
      zoneName = ''
    } else if (/^METHOD\s*:/i.test(line))
      method = line
        .slice(line.indexOf(':') + 1)
        .trim()
        .toUpperCase()
    else if (/^X-WR-TIMEZONE[;:]/i.test(line)) zoneName = line.slice(line.lastIndexOf(':') + 1).trim()
  }
  return { entries, zones: zones.slice(0, 200), isCalendar }
}

const [newLine, carriageReturn, space, tab, zero] = [10, 13, 32, 9, 0]

/** Takes out line ends that are followed by a blank, and carriage returns. UTF-16 is told by its zeros and left as it is. */
function joinFolds(bytes: Uint8Array): Uint8Array {
  if (bytes.subarray(0, 40).includes(zero)) return bytes
  const joined = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === carriageReturn && bytes[at + 1] === newLine) continue
    const next = bytes[at + 1]
    if (byte === newLine && (next === space || next === tab)) at += 1
    else {
      joined[length] = byte === carriageReturn ? newLine : byte
      length += 1
    }
  }
  return joined.subarray(0, length)
}
