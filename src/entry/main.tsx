import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createOutside } from '#outside'
import { App } from '../features/app/app.tsx'
import { meetingQueryKey } from '../features/app/use-meeting.ts'
import type { HostContext } from '../hosts/host.ts'
import type { ForumId } from '../shared/ids.ts'
import { invariant } from '../shared/invariant.ts'
import { hasCopyHint } from '../sync/copy-hint.ts'
import { loadTexts } from '../ui/texts/texts.tsx'
import { loadTheme } from '../ui/themed.tsx'
import { type ComposedServices, composeServices } from './compose-services.ts'
import type { PageKind } from './outside.ts'
import { readPageDeployment } from './read-page-deployment.ts'

/** Long enough for the meeting and what may be opened next to have come. */
const KEEP_MILLISECONDS = 4000

async function start(): Promise<void> {
  const root = document.getElementById('app')
  invariant(root, 'the page has no #app')
  const page = document.documentElement.dataset['page'] as PageKind
  const deployment = readPageDeployment()
  const outside = createOutside(deployment, new URLSearchParams(location.search))
  const host = await outside.openHost(page)
  const context = await host.context()
  const services = composeServices(outside, host, deployment)
  const queryClient = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: true } } })
  document.documentElement.lang = context.language
  const [texts, firstTheme] = await Promise.all([
    loadTexts(context.language),
    loadTheme(context.theme),
    openFirst(queryClient, services, context),
  ])
  createRoot(root).render(
    <App context={context} firstTheme={firstTheme} queryClient={queryClient} services={services} texts={texts} />,
  )
  keepLater()
}

/** Once everything is shown: what the next visit without a connection needs. */
function keepLater(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  setTimeout(() => {
    import('./keep-pages.ts').then(
      ({ keepPages }) => keepPages(),
      // The connection went meanwhile: the next visit keeps them.
      () => undefined,
    )
  }, KEEP_MILLISECONDS)
}

/**
 * Puts the copy of the last visit in place before the first paint. Where no copy can be, reading from Graph begins at
 * once, while the page is still being put together.
 */
async function openFirst(queryClient: QueryClient, services: ComposedServices, context: HostContext): Promise<void> {
  const { forumId, meetingKey } = context
  if (!forumId || !meetingKey) return
  if (!hasCopyHint(meetingKey)) {
    services.startReading(forumId as ForumId, meetingKey)
    return
  }
  const copy = await services.readCopy(meetingKey)
  if (!copy) return
  const queryKey = meetingQueryKey(forumId as ForumId, meetingKey)
  queryClient.setQueryData(queryKey, copy, { updatedAt: Date.parse(copy.readAt) })
}

void start()
