import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Enclosure } from '../../domain/enclosure/enclosure.ts'
import { isNew, isRead, noMarks, type Stamps, stampOfEnclosure, stampOfItem } from '../../domain/reading/read-marks.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useServices } from './services.ts'

const idle = () => () => undefined

/** What of the meeting I have read, what is new to me, and the ways to say that something has been read. */
export function useReading(record: MeetingRecord) {
  const { readMarks } = useServices()
  const { data: port = null } = useQuery({
    queryKey: ['read-marks'],
    queryFn: readMarks,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const { meetingKey } = record
  const marks = useSyncExternalStore(
    port ? (listener) => port.subscribe(listener) : idle,
    () => port?.marksOf(meetingKey) ?? noMarks,
  )
  const reach = useSyncExternalStore(port ? (listener) => port.subscribe(listener) : idle, () => port?.reach() ?? null)
  return useMemo(
    () => ({
      reach,
      isItemRead: (item: AgendaItem) => isRead(marks, item.key, stampOfItem(item)),
      isItemNew: (item: AgendaItem) => isNew(marks, item.key, stampOfItem(item)),
      isEnclosureNew: (enclosure: Enclosure) => isNew(marks, enclosure.key, stampOfEnclosure(enclosure)),
      markItem: (item: AgendaItem) => port?.markRead(meetingKey, { [item.key]: stampOfItem(item) }),
      markEnclosure: (enclosure: Enclosure) =>
        port?.markRead(meetingKey, { [enclosure.key]: stampOfEnclosure(enclosure) }),
      port,
    }),
    [marks, meetingKey, port, reach],
  )
}

/** Takes up the meeting's marks once there is something to read; `items` are those this person may see. */
export function useFirstLook(record: MeetingRecord, items: readonly AgendaItem[]): void {
  const { port } = useReading(record)
  const hasItems = items.length > 0
  const present = useMemo(() => stampsOf(items, record.enclosures), [items, record.enclosures])
  useEffect(() => {
    if (port && hasItems) void port.open(record.meetingKey, present)
  }, [port, hasItems, present, record.meetingKey])
}

function stampsOf(items: readonly AgendaItem[], enclosures: readonly Enclosure[]): Stamps {
  return Object.fromEntries([
    ...items.map((item) => [item.key, stampOfItem(item)] as const),
    ...enclosures.map((enclosure) => [enclosure.key, stampOfEnclosure(enclosure)] as const),
  ])
}
