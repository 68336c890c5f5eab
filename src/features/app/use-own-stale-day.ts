import { useQuery } from '@tanstack/react-query'
import { traceDates } from '../../domain/meeting/date-thread.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { formatInstantDay } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { findOwnStaleCopy } from '../../workflows/find-own-invitation.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useServices } from './services.ts'

/** The day of a replaced invitation to this meeting that is still in my calendar; null when there is none, or nobody can say. */
export function useOwnStaleDay(record: MeetingRecord, live: Meeting): string | null {
  const { calendar } = useServices()
  const texts = useTexts()
  const dead = traceDates(record.meetings, live)
    .filter(({ state }) => state === 'dead')
    .map(({ meeting }) => meeting)
  const { data } = useQuery({
    enabled: dead.length > 0 && record.links.some((link) => link.state === 'superseded'),
    queryKey: ['own-stale', live.key, dead.map(({ key }) => key)],
    queryFn: () => findOwnStaleCopy(calendar, dead, record.links),
    retry: false,
    staleTime: 60_000,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
  return data ? formatInstantDay(data.start, live.timeZone, texts.language) : null
}
