import { readFileSync } from 'node:fs'
import { linkCalendar } from '../domain/linking/link-calendar.ts'
import type { LinkedMeeting, LinkResult, Replacement } from '../domain/linking/link-types.ts'
import { isInputFault, readLinkInput } from './read-link-input.ts'

/** `npm run --silent link -- input.json`: prints which entries are which meeting; 2 and a Danish sentence for bad input. */
function main(path: string | undefined): number {
  if (path === undefined) return refuse('Angiv en fil: npm run --silent link -- input.json')
  const text = readText(path)
  if (text === null) return refuse(`Filen "${path}" kan ikke læses.`)
  const parsed = parseJson(text)
  if (parsed === undefined) return refuse(`Filen "${path}" er ikke gyldig JSON.`)
  const input = readLinkInput(parsed)
  if (isInputFault(input)) return refuse(input.fault)
  const { warnings, ...rest } = input
  process.stdout.write(`${JSON.stringify(toAnswer(linkCalendar(rest), warnings), null, 2)}\n`)
  return 0
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Whatever the reason (absent, a folder, no rights), the answer is the same sentence.
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown
  } catch {
    // Not JSON: the caller says so.
    return undefined
  }
}

/** The answer of contracts/linking.md: reasons as codes. */
function toAnswer(result: LinkResult, warnings: readonly unknown[]): unknown {
  const codes = ({ because }: LinkedMeeting | Replacement) => because.map(({ code }) => code)
  return {
    meetings: result.meetings.map((meeting) => ({
      forumId: meeting.forumId,
      currentEventId: meeting.currentEventId,
      eventIds: meeting.eventIds,
      agendaId: meeting.agendaId,
      confidence: meeting.confidence,
      reasons: codes(meeting),
    })),
    replacements: result.replacements.map((replacement) => ({
      staleEventId: replacement.staleEventId,
      currentEventId: replacement.currentEventId,
      confidence: replacement.confidence,
      reasons: codes(replacement),
    })),
    warnings,
  }
}

process.exitCode = main(process.argv[2])
