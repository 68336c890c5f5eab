import { type ReactNode, useEffect, useRef } from 'react'

/** How long something must be before somebody's eyes to count as read. */
const readingMilliseconds = 1000

/** Tells when its content has been on a visible screen for a second. `state` names what is shown: another begins anew. */
export function SeenWatch({
  children,
  onSeen,
  state,
}: {
  children: ReactNode
  onSeen: (state: string) => void
  state: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const tell = useRef(onSeen)
  useEffect(() => {
    tell.current = onSeen
  })
  useEffect(() => {
    if (!place.current) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let onScreen = false
    const weigh = () => {
      clearTimeout(timer)
      if (onScreen && document.visibilityState === 'visible')
        timer = setTimeout(() => tell.current(state), readingMilliseconds)
    }
    const observer = new IntersectionObserver((entries) => {
      onScreen = entries.at(-1)?.isIntersecting ?? false
      weigh()
    })
    observer.observe(place.current)
    document.addEventListener('visibilitychange', weigh)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('visibilitychange', weigh)
    }
  }, [state])
  return <div ref={place}>{children}</div>
}
