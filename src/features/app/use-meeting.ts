import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { liveMeetingOf, openMeeting } from '../../workflows/open-meeting.ts'
import { useServices } from './services.ts'

/** Milliseconds between looks for news while the page is visible (PLATFORM 10.4: 30-60 s). */
const pollMilliseconds = 30_000

/** Where the query cache keeps an opened meeting. */
export const meetingQueryKey = (forumId: ForumId, key: MeetingKey) => ['meeting', forumId, key] as const

/**
 * The opened meeting, kept fresh while somebody looks: read whole at first, later only what changed. The copy of the
 * last visit is put in by the shell before the first paint.
 */
export function useMeeting(forumId: ForumId, key: MeetingKey) {
  const { forum } = useServices()
  const seen = useRef<MeetingKey | null>(null)
  return useQuery({
    queryKey: meetingQueryKey(forumId, key),
    queryFn: async () => {
      const record =
        seen.current === null ? await openMeeting(forum, forumId, key) : await forum.pollMeeting(forumId, seen.current)
      // A meeting that was moved by a new row meanwhile has another live key; it is opened as at first.
      const isLive = liveMeetingOf(record)?.key === record.meetingKey
      seen.current = isLive ? record.meetingKey : null
      return record
    },
    refetchInterval: pollMilliseconds,
    retry: false,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}
