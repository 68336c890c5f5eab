import { useQuery } from '@tanstack/react-query'
import { addDaysToInstant } from '../../domain/time/zoned-time.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { useServices } from './services.ts'

/** The forums I may open with their meetings of the last year and all to come. */
export function usePlans() {
  const { clock, forum } = useServices()
  return useQuery({
    queryKey: ['plans'],
    queryFn: () => forum.readPlans(addDaysToInstant(clock.now(), -365)),
    staleTime: 60_000,
    retry: false,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}
