/// <reference types="office-js" />
import { htmlToText } from './browser/html-to-text.ts'
import type { FromOutlook, OpenItem, OutlookHello, OutlookQuestion, OutlookTheme } from './browser/outlook-wire.ts'
import { toEwsId, toRestId } from './office-ids.ts'
import { createItem } from './office-item.ts'
import { answerLater, pickCallback } from './office-results.ts'

/** The way to the page that plays Outlook. `ask` rejects with an Error when Outlook says no. */
export type OutlookTalk = { readonly ask: (question: OutlookQuestion) => Promise<unknown> }

/** The members of Office.js that this host has; everything else is missing, as it is in some of the real ones. */
export type OfficeFake = {
  readonly onReady: (callback?: (info: OfficeInfo) => void) => Promise<OfficeInfo>
  readonly context: {
    readonly displayLanguage: string
    readonly contentLanguage: string
    readonly host: string
    readonly platform: string
    readonly requirements: { readonly isSetSupported: (name: string, version?: string | number) => boolean }
    readonly officeTheme: Pick<
      Office.OfficeTheme,
      | 'bodyBackgroundColor'
      | 'bodyForegroundColor'
      | 'controlBackgroundColor'
      | 'controlForegroundColor'
      | 'isDarkTheme'
    >
    readonly mailbox: MailboxFake
  }
  /** Takes what Outlook says by itself: another item, another theme. */
  readonly take: (news: Extract<FromOutlook, { officeNews: unknown }>['officeNews']) => void
}

/** What onReady says; both null when the page was opened outside Office. */
export type OfficeInfo = { readonly host: string | null; readonly platform: string | null }

type Handler = (event: { readonly type: string }) => void

type MailboxFake = Pick<
  Office.Mailbox,
  'addHandlerAsync' | 'removeHandlerAsync' | 'convertToRestId' | 'convertToEwsId' | 'displayAppointmentForm'
> & {
  readonly item: object | null
  readonly userProfile: Pick<Office.UserProfile, 'accountType' | 'displayName' | 'emailAddress' | 'timeZone'>
  readonly diagnostics: Pick<Office.Diagnostics, 'hostName' | 'hostVersion' | 'OWAView'>
}

/** The enumerations that code written against Office.js compares with; values as in the real library. */
export const officeEnums = {
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  CoercionType: { Text: 'text', Html: 'html' },
  EventType: { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged' },
  HostType: { Outlook: 'Outlook' },
  PlatformType: { OfficeOnline: 'OfficeOnline', PC: 'PC', Mac: 'Mac' },
  MailboxEnums: {
    AttachmentContentFormat: { Base64: 'base64', Url: 'url', Eml: 'eml', ICalendar: 'iCalendar' },
    AttachmentType: { File: 'file', Item: 'item', Cloud: 'cloud' },
    ItemType: { Message: 'message', Appointment: 'appointment' },
    RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' },
  },
} as const

// White pane, dark pane, and Windows' black high contrast.
const colours: Record<OutlookTheme, readonly [background: string, foreground: string, control: string]> = {
  light: ['#FFFFFF', '#242424', '#F5F5F5'],
  dark: ['#1F1F1F', '#FFFFFF', '#292929'],
  contrast: ['#000000', '#FFFFFF', '#000000'],
}

/** The highest sets this host claims; what a manifest and PLATFORM F3.6 speak of lies below. */
const supportedSets: Readonly<Record<string, number>> = { mailbox: 1.14, sharedruntime: 1.1, dialogapi: 1.2 }

/** Makes an Office object that has already heard Outlook's hello. */
export function createOffice(hello: OutlookHello, talk: OutlookTalk): OfficeFake {
  let item = makeItem(hello.item, talk)
  let theme = hello.theme
  const handlers = new Map<string, Set<Handler>>()
  const call = (type: string) => {
    for (const handler of handlers.get(type) ?? []) handler({ type })
  }
  const info: OfficeInfo = { host: 'Outlook', platform: 'OfficeOnline' }
  const language = hello.language === 'da' ? 'da-DK' : 'en-US'
  return {
    onReady: async (callback) => {
      callback?.(info)
      return info
    },
    context: {
      displayLanguage: language,
      contentLanguage: language,
      host: 'Outlook',
      platform: 'OfficeOnline',
      requirements: { isSetSupported },
      mailbox: createMailbox(hello, talk, handlers, () => item),
      get officeTheme() {
        return describeTheme(theme)
      },
    },
    take: (news) => {
      if ('theme' in news) {
        theme = news.theme
        call(officeEnums.EventType.OfficeThemeChanged)
      } else {
        item = makeItem(news.item, talk)
        call(officeEnums.EventType.ItemChanged)
      }
    },
  }
}

function describeTheme(theme: OutlookTheme): OfficeFake['context']['officeTheme'] {
  const [background, foreground, control] = colours[theme]
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: control,
    controlForegroundColor: foreground,
    isDarkTheme: theme !== 'light',
  }
}

function makeItem(openItem: OpenItem | null, talk: OutlookTalk): object | null {
  return openItem === null ? null : createItem(openItem, talk.ask, htmlToText)
}

function isSetSupported(name: string, version: string | number = '1.1'): boolean {
  const highest = supportedSets[name.toLowerCase()]
  if (highest === undefined) return false
  const minor = (text: string) => Number(text.split('.')[1] ?? 0)
  return minor(String(version)) <= minor(String(highest)) && String(version).startsWith('1')
}

function createMailbox(
  hello: OutlookHello,
  talk: OutlookTalk,
  handlers: Map<string, Set<Handler>>,
  readItem: () => object | null,
): MailboxFake {
  return {
    get item() {
      return readItem()
    },
    userProfile: {
      accountType: 'office365',
      displayName: hello.profile.name,
      emailAddress: hello.profile.mail,
      timeZone: 'Romance Standard Time',
    },
    diagnostics: { hostName: 'OutlookWebApp', hostVersion: '20.0.0.0', OWAView: 'ThreeColumns' },
    addHandlerAsync: (eventType: string, handler: Handler, ...rest: readonly unknown[]) => {
      const known = handlers.get(eventType) ?? new Set()
      handlers.set(eventType, known.add(handler))
      answerLater(pickCallback(rest), Promise.resolve(undefined))
    },
    removeHandlerAsync: (eventType: string, ...rest: readonly unknown[]) => {
      handlers.delete(eventType)
      answerLater(pickCallback(rest), Promise.resolve(undefined))
    },
    convertToRestId: (id) => toRestId(id),
    convertToEwsId: (id) => toEwsId(id),
    displayAppointmentForm: (ewsId) => void talk.ask({ what: 'open-appointment', ewsId }),
  }
}
