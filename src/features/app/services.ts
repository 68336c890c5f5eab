import { createContext, useContext } from 'react'
import type { Account, Host, Registration } from '../../hosts/host.ts'
import { invariant } from '../../shared/invariant.ts'
import type { CalendarFiles } from '../../workflows/calendar-files.ts'
import type { OutboxPort } from '../../workflows/outbox-port.ts'
import type { CalendarPort, Clock, KeyMaker, PollingForumPort, ReadMarkPort } from '../../workflows/ports.ts'
import type { AgendaFileReader } from '../../workflows/read-agenda-file.ts'

/** The outside world as the screens see it; put together once by the composition root. */
export type AppServices = {
  readonly forum: PollingForumPort
  readonly calendar: CalendarPort
  /** What waits to be sent; null while nobody is signed in. */
  readonly outbox: () => Promise<OutboxPort | null>
  /** What this person has read; null while nobody is signed in. */
  readonly readMarks: () => Promise<ReadMarkPort | null>
  readonly clock: Clock
  readonly keys: KeyMaker
  readonly host: Host
  /** The signed-in person as the forum's tenant knows them. */
  readonly account: () => Promise<Account>
  /** Signs in or asks for consent, from a click only. */
  readonly signIn: (registration: Registration) => Promise<void>
  /** Asks for the right to change the own calendar, from the click that changes it. Throws ServiceError. */
  readonly allowCalendarChange: () => Promise<void>
  readonly consentAddress: (registration: Registration) => string
  readonly agendaFiles: AgendaFileReader
  readonly calendarFiles: CalendarFiles
  /** Address of the app, to build links that open a meeting: "https://moedetraad.example". */
  readonly appOrigin: string
}

export const ServicesContext = createContext<AppServices | null>(null)

/** The services of the app; a component outside the shell is our own bug. */
export function useServices(): AppServices {
  const services = useContext(ServicesContext)
  invariant(services, 'useServices outside the shell')
  return services
}
