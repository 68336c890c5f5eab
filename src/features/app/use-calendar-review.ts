import { useQuery } from '@tanstack/react-query'
import { ServiceError } from '../../workflows/failure.ts'
import { useServices } from './services.ts'

/** What of my own calendar somebody should look at; the calendar may be closed to us (see `error`). */
export function useCalendarReview() {
  const { account, calendar, clock, forum } = useServices()
  return useQuery({
    queryKey: ['calendar-review'],
    queryFn: async () => {
      const { reviewCalendar } = await import('../../workflows/review-calendar.ts')
      return reviewCalendar({ calendar, forum }, (await account()).mail, clock.now())
    },
    retry: false,
    staleTime: 60_000,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}
