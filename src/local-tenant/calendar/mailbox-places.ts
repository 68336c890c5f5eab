import { GraphError } from '../http/graph-error.ts'

const mostAtATime = 4
const mailboxPath = /^\/(me|users\/[^/]+)\/(events|calendar|calendars|calendarview|messages|mailfolders|sendmail)/i

/** True for addresses that lead into a mailbox. */
export function leadsToMailbox(target: string): boolean {
  return mailboxPath.test(target)
}

/** Who is in a mailbox at the same time: four requests and no more (PLATFORM F5.15). */
export type MailboxPlaces = {
  /** Takes a place and gives the way out; null when all are taken. */
  enter(person: string): (() => void) | null
}

export function createMailboxPlaces(): MailboxPlaces {
  const taken = new Map<string, number>()
  return {
    enter: (person) => {
      const many = taken.get(person) ?? 0
      if (many >= mostAtATime) return null
      taken.set(person, many + 1)
      return () => void taken.set(person, (taken.get(person) ?? 1) - 1)
    },
  }
}

/** 429 as Exchange says it. */
export function mailboxFull(headers: Record<string, string>): GraphError {
  return new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { headers })
}
