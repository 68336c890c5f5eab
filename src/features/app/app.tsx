import type { Theme } from '@fluentui/react-components'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { HostContext } from '../../hosts/host.ts'
import { assertNever } from '../../shared/assert-never.ts'
import type { ForumId } from '../../shared/ids.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import type { Texts } from '../../ui/texts/da.ts'
import { TextsProvider } from '../../ui/texts/texts.tsx'
import { Themed } from '../../ui/themed.tsx'
import { CrashBoundary } from './crash-boundary.tsx'
import { Happenings } from './happenings.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { type AppServices, ServicesContext } from './services.ts'
import { TabRoot } from './tab-root.tsx'
import { useHostTheme } from './use-host-theme.ts'

const OutlookPane = lazy(async () => ({ default: (await import('./outlook-pane.tsx')).OutlookPane }))
const TabSettings = lazy(async () => ({ default: (await import('./tab-settings.tsx')).TabSettings }))

/** The whole app on one surface of one host. */
export function App({
  context,
  firstTheme,
  queryClient,
  services,
  texts,
}: {
  context: HostContext
  firstTheme: Theme
  queryClient: QueryClient
  services: AppServices
  texts: Texts
}) {
  const theme = useHostTheme(services.host, context.theme)
  return (
    <TextsProvider texts={texts}>
      <Themed first={firstTheme} name={theme}>
        <CrashBoundary>
          <QueryClientProvider client={queryClient}>
            <ServicesContext.Provider value={services}>
              <Happenings>
                <LeaveGuard>
                  <Suspense fallback={<Placeholder label={texts.common.loading} lines={8} />}>
                    <SurfaceRoot context={context} />
                  </Suspense>
                </LeaveGuard>
              </Happenings>
            </ServicesContext.Provider>
          </QueryClientProvider>
        </CrashBoundary>
      </Themed>
    </TextsProvider>
  )
}

function SurfaceRoot({ context }: { context: HostContext }) {
  const [opened, setOpened] = useState(
    context.meetingKey && context.forumId
      ? { forumId: context.forumId as ForumId, meetingKey: context.meetingKey }
      : null,
  )
  switch (context.surface) {
    case 'tab':
    case 'browser':
    case 'sidePanel':
    case 'stage':
      return <TabRoot context={context} onOpen={setOpened} opened={opened} />
    case 'tabSettings':
      return <TabSettings />
    case 'invitation':
    case 'mail':
    case 'compose':
      return <OutlookPane />
    default:
      return assertNever(context.surface)
  }
}
