import type { Host } from '../host.ts'
import { lacking } from '../lacking.ts'
import { openWindow } from '../open-window.ts'
import { readAddress } from '../read-address.ts'
import { readLanguage } from '../read-language.ts'
import { readBrowserTheme, watchBrowserTheme } from './browser-theme.ts'

export type BrowserHostOptions = {
  /** The window the app runs in; the page's own unless said. */
  readonly page?: Window
}

/** The app alone in a browser: the way that always works (PLATFORM 10.3). Never fails to open. */
export async function openBrowserHost({ page = window }: BrowserHostOptions = {}): Promise<Host> {
  return {
    can: { openCalendarEvent: false, readItem: false, writeBody: false, configureTab: false },
    context: async () => ({
      surface: 'browser',
      theme: readBrowserTheme(page),
      language: readLanguage(page.navigator.language),
      ...readAddress(page.location.href),
      threadId: null,
      loginHint: null,
    }),
    onThemeChange: (listener) => watchBrowserTheme(page, listener),
    onItemChange: () => () => undefined,
    openLink: async (url) => openWindow(page, url),
    openCalendarEvent: lacking('openCalendarEvent'),
    readItem: async () => null,
    readAttachment: lacking('readAttachment'),
    appendToBody: lacking('appendToBody'),
    saveTab: lacking('saveTab'),
  }
}
