import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { OutboxPort, WaitingEntry } from '../../workflows/outbox-port.ts'
import { useServices } from './services.ts'
import { tellFailure } from './tell-failure.ts'

const OutboxBar = lazy(async () => ({ default: (await import('../outbox/outbox-bar.tsx')).OutboxBar }))

const nothing: readonly WaitingEntry[] = []

/** Shows what waits to be sent, and sends it when the connection is back; warns where it would not outlive the page. */
export function WaitingBar() {
  const { outbox } = useServices()
  const { data } = useQuery({
    queryKey: ['outbox'],
    queryFn: outbox,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data ? <WaitingEntries outbox={data} /> : null
}

function WaitingEntries({ outbox }: { outbox: OutboxPort }) {
  const texts = useTexts()
  const entries = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.entries(),
    () => nothing,
  )
  const unsafe = entries.length > 0 && !outbox.outlivesPage()
  useEffect(() => {
    const send = () => void outbox.send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [outbox])
  useEffect(() => {
    if (!unsafe) return undefined
    const warn = (leaving: BeforeUnloadEvent) => leaving.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsafe])
  if (entries.length === 0) return null
  return (
    <>
      {unsafe ? <Notice intent="warning">{texts.failure.memoryOnly}</Notice> : null}
      <Suspense>
        <OutboxBar
          entries={entries}
          onResolve={(id, choices) => void outbox.resolve(id, choices).then(() => outbox.send())}
          onRetry={(id) => void outbox.retry(id).then(() => outbox.send())}
          onTakeBack={(id) => void outbox.takeBack(id)}
          tellFailure={({ failure }) => tellFailure(failure, texts)}
        />
      </Suspense>
    </>
  )
}
