import { startTransition, useEffect, useState } from 'react'

/**
 * How many entries of a list to show now: of a long one `step` more after each task, so that the page can answer
 * meanwhile. The first `needed` are shown in any case.
 */
export function useGradually(count: number, step: number, needed = 0): number {
  const [shown, setShown] = useState(step)
  useEffect(() => {
    if (shown >= count) return
    const next = setTimeout(() => startTransition(() => setShown(shown + step)))
    return () => clearTimeout(next)
  }, [count, shown, step])
  return Math.min(count, Math.max(shown, needed))
}
