import type { app } from '@microsoft/teams-js'
import type { HostContext, HostTheme, Surface } from '../host.ts'
import { readAddress, readMeetingKey } from '../read-address.ts'
import { readLanguage } from '../read-language.ts'
import { readThreadId } from './read-thread-id.ts'

// Frame contexts of Teams that are not 'content' (PLATFORM F1.2).
const surfaces: Readonly<Record<string, Surface>> = {
  sidePanel: 'sidePanel',
  meetingStage: 'stage',
  stage: 'stage',
  settings: 'tabSettings',
}

// "glass" is translucent over a dark meeting window.
const themes: Readonly<Record<string, HostTheme>> = { dark: 'dark', contrast: 'contrast', glass: 'dark' }

/** What Teams says of where the app stands. `address` is the page's own, with what the tab's settings put into it. */
export function toHostContext(context: app.Context, address: string): HostContext {
  const { meetingKey, forumId } = readAddress(address)
  return {
    surface: surfaces[context.page.frameContext] ?? 'tab',
    theme: toHostTheme(context.app.theme),
    language: readLanguage(context.app.locale),
    // A deep link names its meeting; it goes before the one the tab was set up for.
    meetingKey: readMeetingKey(context.page.subPageId) ?? meetingKey,
    forumId,
    threadId: readThreadId(context.chat?.id, context.meeting?.id),
    loginHint: context.user?.loginHint ?? context.user?.userPrincipalName ?? null,
  }
}

/** One of our three themes for a Teams theme; a theme not known is light, Teams' own default. */
export function toHostTheme(theme: string): HostTheme {
  return themes[theme] ?? 'light'
}
