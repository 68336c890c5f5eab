import { useEffect } from 'react'

const parts = [
  () => import('../outbox/outbox-bar.tsx'),
  () => import('../../ui/conflict-fields.tsx'),
  () => import('./enclosures-pane.tsx'),
  () => import('./proposals-pane.tsx'),
  () => import('./status-pane.tsx'),
  () => import('./minutes-pane.tsx'),
  () => import('./status-section.tsx'),
  () => import('./agenda-item-editing.tsx'),
] as const

const whenIdle: (work: () => void) => void =
  'requestIdleCallback' in globalThis ? (work) => requestIdleCallback(work) : (work) => void setTimeout(work, 500)

/** Fetches the code of what may be opened next once the meeting is readable: without a connection it could not be had. */
export function useFetchAhead(): void {
  useEffect(() => {
    whenIdle(() => {
      // What does not come now is asked for again when it is opened, and told then.
      for (const part of parts) part().catch(() => undefined)
    })
  }, [])
}
