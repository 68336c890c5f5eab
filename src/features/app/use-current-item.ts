import { useEffect, useState } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Instant, ItemKey } from '../../shared/ids.ts'
import { useServices } from './services.ts'

/** Which item this screen has come to and for how many whole minutes; steps stop at the ends of the agenda. */
export function useCurrentItem(items: readonly AgendaItem[]) {
  const { clock } = useServices()
  const [taken, setTaken] = useState<{ key: ItemKey | null; since: Instant }>(() => ({ key: null, since: clock.now() }))
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 10_000)
    return () => clearInterval(timer)
  }, [clock])
  const index = Math.max(
    0,
    items.findIndex((item) => item.key === taken.key),
  )
  const item = items[index]
  return {
    item,
    position: index + 1,
    minutesUsed: Math.max(0, Math.floor((Date.parse(now) - Date.parse(taken.since)) / 60_000)),
    step: (step: -1 | 1) => {
      const next = items[index + step]
      if (!next) return
      setTaken({ key: next.key, since: clock.now() })
      setNow(clock.now())
    },
  }
}
