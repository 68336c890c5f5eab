import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { findOwnInvitation } from '../../workflows/find-own-invitation.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'

/** My own copy of the invitation, for answering it; the calendar may be closed to us, and everything else works on. */
export function useOwnInvitation(record: MeetingRecord, live: Meeting) {
  const { calendar } = useServices()
  const texts = useTexts()
  const client = useQueryClient()
  const queryKey = ['own-invitation', live.key, live.start]
  const [trouble, setTrouble] = useState<string | null>(null)
  const query = useQuery({
    queryKey,
    queryFn: () => findOwnInvitation(calendar, live, record.links),
    retry: false,
    staleTime: 60_000,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
  const respond = async (response: 'accepted' | 'tentative' | 'declined') => {
    const event = query.data
    if (!event) return
    client.setQueryData(queryKey, { ...event, response })
    setTrouble(null)
    try {
      await calendar.respond(event.id, response, '')
    } catch (error) {
      client.setQueryData(queryKey, event)
      setTrouble(tellError(error, texts))
    }
  }
  const failure = query.error instanceof ServiceError && !query.data ? query.error.failure : null
  return { event: query.data ?? null, trouble, failure, retry: () => void query.refetch(), respond }
}
