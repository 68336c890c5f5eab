import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createOutside } from '#outside'
import { App } from '../features/app/app.tsx'
import type { AppServices } from '../features/app/services.ts'
import { meetingQueryKey } from '../features/app/use-meeting.ts'
import type { HostContext } from '../hosts/host.ts'
import type { ForumId } from '../shared/ids.ts'
import { invariant } from '../shared/invariant.ts'
import { loadTexts } from '../ui/texts/texts.tsx'
import { loadTheme } from '../ui/themed.tsx'
import { openMeeting } from '../workflows/open-meeting.ts'
import { composeServices } from './compose-services.ts'
import type { PageKind } from './outside.ts'
import { readPageDeployment } from './read-page-deployment.ts'

async function start(): Promise<void> {
  const root = document.getElementById('app')
  invariant(root, 'the page has no #app')
  const page = document.documentElement.dataset['page'] as PageKind
  const deployment = readPageDeployment()
  const outside = createOutside(deployment, new URLSearchParams(location.search))
  const host = await outside.openHost(page)
  const context = await host.context()
  const services = await composeServices(outside, host, deployment)
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
}

/** Puts the copy of the last visit in place before the first paint; without one the reading starts now, not after it. */
async function openFirst(queryClient: QueryClient, services: AppServices, context: HostContext): Promise<void> {
  const { forumId, meetingKey } = context
  if (!forumId || !meetingKey) return
  const queryKey = meetingQueryKey(forumId as ForumId, meetingKey)
  const copy = await services.readCopy(forumId as ForumId, meetingKey)
  if (copy) queryClient.setQueryData(queryKey, copy, { updatedAt: Date.parse(copy.readAt) })
  else {
    void queryClient.prefetchQuery({
      queryKey,
      queryFn: () => openMeeting(services.forum, forumId as ForumId, meetingKey),
      retry: false,
    })
  }
}

void start()
