/// <reference types="office-js" />
import { watchBrowserTheme } from '../browser/browser-theme.ts'
import type { Host } from '../host.ts'
import { lacking } from '../lacking.ts'
import { openWindow, toSafeLink } from '../open-window.ts'
import { readAddress } from '../read-address.ts'
import { readLanguage } from '../read-language.ts'
import { toServiceError } from '../to-service-error.ts'
import { waitAtMost } from '../wait-at-most.ts'
import { appendToBody } from './append-to-body.ts'
import { toHostTheme } from './outlook-theme.ts'
import { readAttachment } from './read-attachment.ts'
import { readOpenItem, surfaceOf } from './read-open-item.ts'
import { restoreHistory } from './restore-history.ts'

export type OutlookHostOptions = {
  /** How long Outlook may take to be ready. */
  readonly patienceMilliseconds?: number
  /** The window the app runs in, into which a script tag has loaded Office.js; the page's own unless said. */
  readonly page?: Window
}

type PageWithOffice = Window & { readonly Office?: typeof Office }

const PATIENCE_MILLISECONDS = 8000

/** Outlook around us, or null: no Office.js, not inside Outlook, or no answer. Then the browser host serves. */
export async function openOutlookHost(options: OutlookHostOptions = {}): Promise<Host | null> {
  const { page = window, patienceMilliseconds = PATIENCE_MILLISECONDS } = options
  const office = (page as PageWithOffice).Office
  if (!office) return null
  try {
    await waitAtMost(patienceMilliseconds, office.onReady())
  } catch {
    return null
  } finally {
    restoreHistory(page)
  }
  // Outside Outlook the library is ready too, but has no mailbox.
  return office.context?.mailbox ? createOutlookHost(office, page) : null
}

function createOutlookHost(office: typeof Office, page: Window): Host {
  const { mailbox } = office.context
  const isWriting = surfaceOf(mailbox) === 'compose'
  const canOpenEvents = typeof mailbox.displayAppointmentForm === 'function'
  return {
    can: { openCalendarEvent: canOpenEvents, readItem: true, writeBody: isWriting, configureTab: false },
    context: async () => ({
      surface: surfaceOf(mailbox),
      theme: toHostTheme(office.context.officeTheme, page),
      language: readLanguage(office.context.displayLanguage),
      ...readAddress(page.location.href),
      threadId: null,
      loginHint: mailbox.userProfile.emailAddress || null,
    }),
    onThemeChange(listener) {
      const tell = (): void => listener(toHostTheme(office.context.officeTheme, page))
      const stops = [listen(office, 'OfficeThemeChanged', tell), watchBrowserTheme(page, tell)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    onItemChange: (listener) => listen(office, 'ItemChanged', listener),
    openLink: async (url) => openOutside(office, page, url),
    openCalendarEvent: canOpenEvents ? async (restId) => openEvent(mailbox, restId) : lacking('openCalendarEvent'),
    readItem: () => readOpenItem(mailbox),
    readAttachment: (id) => readAttachment(mailbox, id),
    appendToBody: isWriting ? (html) => appendToBody(mailbox, html) : lacking('appendToBody'),
    saveTab: lacking('saveTab'),
  }
}

/** Outlooks that do not know the event answer with a failure, which means no more than that it never comes. */
function listen(office: typeof Office, name: 'ItemChanged' | 'OfficeThemeChanged', listener: () => void): () => void {
  const { mailbox } = office.context
  let isListening = true
  // removeHandlerAsync takes away every handler of the event, also those of others; so ours just falls silent.
  const tell = (): void => {
    if (isListening) listener()
  }
  mailbox.addHandlerAsync(office.EventType[name], tell, () => undefined)
  return () => {
    isListening = false
  }
}

function openOutside(office: typeof Office, page: Window, url: string): void {
  const link = toSafeLink(url)
  // Desktop Outlook opens windows inside its own web view unless told otherwise; Outlook on the web has no such call.
  const { ui, requirements } = office.context
  if (requirements?.isSetSupported('OpenBrowserWindowApi', '1.1')) ui.openBrowserWindow(link)
  else openWindow(page, link)
}

function openEvent(mailbox: Office.Mailbox, restId: string): void {
  try {
    mailbox.displayAppointmentForm(mailbox.convertToEwsId(restId, 'v2.0'))
  } catch (error) {
    throw toServiceError(error)
  }
}
