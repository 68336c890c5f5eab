import { ServiceError } from '../workflows/failure.ts'
import type { CalendarPort, Clock } from '../workflows/ports.ts'
import type { SnapshotStore } from './snapshot-store.ts'

type Events = Awaited<ReturnType<CalendarPort['readWindow']>>
type KeptWindow = { readonly events: Events; readonly keptAt: string }

const MOST_WINDOWS = 20

/** Keeps the calendar windows that were looked into, so that one's own invitation can be seen and answered without a connection. */
export function cacheCalendar(calendar: CalendarPort, store: SnapshotStore, clock: Pick<Clock, 'now'>): CalendarPort {
  return {
    ...calendar,
    readWindow: async (from, to) => {
      const key = `${from}/${to}`
      try {
        const events = await calendar.readWindow(from, to)
        void keepWindow(store, key, { events, keptAt: clock.now() })
        return events
      } catch (error) {
        const isCut =
          error instanceof ServiceError && ['offline', 'unavailable', 'throttled'].includes(error.failure.kind)
        const kept = isCut ? await store.read('calendar', key) : undefined
        if (!isWindow(kept)) throw error
        return kept.events
      }
    },
  }
}

async function keepWindow(store: SnapshotStore, key: string, window: KeptWindow): Promise<void> {
  await store.write('calendar', key, window)
  const windows = (await store.readAll('calendar')).flatMap(([name, kept]) => (isWindow(kept) ? [{ name, kept }] : []))
  const oldest = windows.toSorted((a, b) => (a.kept.keptAt < b.kept.keptAt ? -1 : 1)).slice(0, -MOST_WINDOWS)
  for (const { name } of oldest) await store.remove('calendar', name)
}

function isWindow(kept: unknown): kept is KeptWindow {
  return typeof kept === 'object' && kept !== null && 'events' in kept && Array.isArray(kept.events)
}
