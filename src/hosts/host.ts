import type { MeetingKey } from '../shared/ids.ts'

/** Where in the host the app is shown; decides the layout, not what a person may do. */
export type Surface = 'tab' | 'sidePanel' | 'stage' | 'tabSettings' | 'invitation' | 'mail' | 'compose' | 'browser'

/** The host's theme, as far as the app follows it: Teams' translucent one counts as dark. */
export type HostTheme = 'light' | 'dark' | 'contrast'

/** Who the host says is looking; a hint for texts, never proof of identity. */
export type HostContext = {
  readonly surface: Surface
  readonly theme: HostTheme
  readonly language: 'da' | 'en'
  /** From the tab's settings, a deep link (`subPageId`) or the address (`?m=`). */
  readonly meetingKey: MeetingKey | null
  readonly forumId: string | null
  /** The meeting chat's thread id, "19:meeting_...@thread.v2". */
  readonly threadId: string | null
  readonly loginHint: string | null
}

/** What Outlook shows beside the pane. Texts are untrusted. `restId` is Graph's id, null when it cannot be had. */
export type OutlookItem =
  | {
      readonly kind: 'invitation'
      readonly restId: string | null
      readonly subject: string
      readonly startIso: string
      readonly endIso: string
      readonly organizerMail: string
      readonly bodyText: string
      readonly isOrganizer: boolean
    }
  | {
      readonly kind: 'mail'
      readonly restId: string | null
      readonly subject: string
      readonly senderName: string
      readonly senderMail: string
      readonly bodyText: string
      readonly attachments: readonly MailAttachment[]
    }
  | { readonly kind: 'compose'; readonly subject: string; readonly startIso: string | null }

/** A file on the mail that lies open, as Outlook names it; the name is untrusted, the size a claim. */
export type MailAttachment = {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly sizeBytes: number
  readonly isInline: boolean
}

/** The two app registrations (ARCHITECTURE rule 4). */
export type Registration = 'forum-data' | 'my-calendar'

/** Who is signed in, as the tenant that made the token knows them. */
export type Account = { readonly name: string; readonly mail: string; readonly tenantId: string }

/** A token for Graph with the tenant it was made for, checked before first use. Never stored. */
export type Token = {
  readonly value: string
  readonly tenantId: string
  readonly expiresAt: number
  readonly account: Account
}

/**
 * Gets tokens. Throws ServiceError 'signInNeeded', 'consentMissing', 'wrongTenant', 'offline'.
 * `interaction: 'allowed'` only from a click.
 */
export interface SignIn {
  token(
    registration: Registration,
    options: {
      readonly interaction: 'never' | 'allowed'
      readonly scopes?: readonly string[]
      /** The value of a token Graph refused: it is not given again. */
      readonly refused?: string
      /** What Graph demands of a new token, as JSON; handed on once. */
      readonly claims?: string
    },
  ): Promise<Token>
  /** The page where an administrator consents, to show when consent is missing. */
  consentAddress(registration: Registration): string
}

/** The program that shows the app: Teams, Outlook or a browser. Abilities are asked for, names are not compared. */
export interface Host {
  readonly can: {
    readonly openCalendarEvent: boolean
    readonly readItem: boolean
    readonly writeBody: boolean
    readonly configureTab: boolean
  }
  context(): Promise<HostContext>
  /** Returns the function that stops listening. */
  onThemeChange(listener: (theme: HostTheme) => void): () => void
  onItemChange(listener: () => void): () => void
  openLink(url: string): Promise<void>
  /** Opens a calendar entry in the host; only when `can.openCalendarEvent`. */
  openCalendarEvent(restId: string): Promise<void>
  readItem(): Promise<OutlookItem | null>
  readAttachment(id: string): Promise<File>
  /** Puts text at the end of the invitation being written; only when `can.writeBody`. */
  appendToBody(html: string): Promise<void>
  /** Saves the tab's address; only when `can.configureTab`. */
  saveTab(settings: {
    readonly contentUrl: string
    readonly entityId: string
    readonly displayName: string
  }): Promise<void>
}
