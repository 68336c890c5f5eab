import { useQuery } from '@tanstack/react-query'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { openMeeting } from '../../workflows/open-meeting.ts'
import { useServices } from './services.ts'

/** Milliseconds between looks for news while the page is visible (PLATFORM 10.4: 30-60 s). */
const pollMilliseconds = 30_000

export const meetingQueryKey = (forumId: ForumId, key: MeetingKey) => ['meeting', forumId, key] as const

/** The opened meeting, kept fresh while somebody looks. The copy of the last visit is put in by the shell before the first paint. */
export function useMeeting(forumId: ForumId, key: MeetingKey) {
  const { forum } = useServices()
  return useQuery({
    queryKey: meetingQueryKey(forumId, key),
    queryFn: () => openMeeting(forum, forumId, key),
    refetchInterval: pollMilliseconds,
    retry: false,
    // Rights that were taken away must show at once, not the old copy.
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}
