import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarEvent } from '../../domain/calendar/calendar-event.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { LogEntry, MoveWay } from '../../domain/meeting/meeting-log.ts'
import type { LogKey } from '../../shared/ids.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { findMeetingInvitation } from '../../workflows/find-meeting-invitation.ts'
import { hasUnfinishedMove, type MoveWish, moveMeeting } from '../../workflows/move-meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { undoMove } from '../../workflows/undo-move.ts'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { useRefreshTies } from './use-ties.ts'

/** From where a move starts: the invitation in my calendar, and how a move would reach the others. */
export type MoveStart = {
  readonly event: CalendarEvent | null
  readonly way: MoveWay
  readonly isUnfinished: boolean
}

/** Looks up my invitation to the meeting, by which it is decided how a move is made. */
export function useMoveStart(record: MeetingRecord, live: Meeting) {
  const { account, calendar, clock, forum } = useServices()
  return useQuery({
    queryKey: ['move-start', live.key, live.start],
    queryFn: async (): Promise<MoveStart> => {
      const { mail } = await account()
      const log = await forum.readLog(record.forum.id, live.key)
      const isUnfinished = await hasUnfinishedMove(log, live)
      try {
        const event = await findMeetingInvitation(calendar, record, live, mail, clock.now())
        return { event, way: event?.isOrganizer ? 'sameInvitation' : 'newInvitation', isUnfinished }
      } catch (error) {
        if (error instanceof ServiceError && ['consentMissing', 'noRights'].includes(error.failure.kind)) {
          return { event: null, way: 'onlyHere', isUnfinished }
        }
        throw error
      }
    },
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}

/** Does the move, from the click that wants it, and takes it back. Failures come as sentences. */
export function useMove(record: MeetingRecord, live: Meeting) {
  const { account, allowCalendarChange, calendar, clock, forum } = useServices()
  const texts = useTexts()
  const refresh = useRefreshTies()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const attempt = async <T>(work: (by: string) => Promise<T>): Promise<T | null> => {
    setBusy(true)
    setFailed(null)
    try {
      return await work((await account()).name)
    } catch (error) {
      setFailed(tellSaveError(error, texts))
      return null
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    failed,
    move: (start: MoveStart, wish: MoveWish): Promise<LogEntry | null> =>
      attempt(async (by) => {
        if (start.way !== 'onlyHere') await allowCalendarChange()
        const ground = { record, live, event: start.event, way: start.way }
        return moveMeeting({ forum, calendar, clock }, ground, wish, by)
      }),
    refresh,
  }
}

/** Takes a move back; null when it is done, else what to tell. */
export function useUndoMove() {
  const { account, allowCalendarChange, calendar, clock, forum, keys } = useServices()
  const texts = useTexts()
  const client = useQueryClient()
  const refresh = useRefreshTies()
  return async (entry: LogEntry, record: MeetingRecord): Promise<string | null> => {
    try {
      const fresh = await forum.readMeeting(record.forum.id, record.meetingKey)
      const live = fresh.meetings.find(({ key }) => key === entry.meetingKey)
      const { mail, name } = await account()
      let event: CalendarEvent | null = null
      if (live && entry.before?.kind === 'move' && entry.before.way === 'sameInvitation') {
        await allowCalendarChange()
        event = await findMeetingInvitation(calendar, fresh, live, mail, clock.now())
      }
      await undoMove({ calendar, forum }, fresh, entry, { by: name, event, undoKey: keys.newKey() as LogKey })
      return null
    } catch (error) {
      return tellSaveError(error, texts)
    } finally {
      client.removeQueries({ queryKey: ['move-start'] })
      await refresh()
    }
  }
}
