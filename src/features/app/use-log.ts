import { useQuery } from '@tanstack/react-query'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { useServices } from './services.ts'

/** What was done about a meeting's invitations, oldest first. */
export function useLog(forumId: ForumId, meetingKey: MeetingKey) {
  const { forum } = useServices()
  return useQuery({
    queryKey: ['log', forumId, meetingKey],
    queryFn: () => forum.readLog(forumId, meetingKey),
    retry: false,
    staleTime: 30_000,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}
