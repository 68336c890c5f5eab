import { createContext } from 'react'
import type { MeetingKey } from '../../shared/ids.ts'
import type { StoredAgenda } from '../../workflows/plan-import.ts'

/** What the meeting holds already; empty for a meeting without an agenda. */
export const StoredAgendaContext = createContext<StoredAgenda>({
  meetingKey: '' as MeetingKey,
  items: [],
  enclosures: [],
})
