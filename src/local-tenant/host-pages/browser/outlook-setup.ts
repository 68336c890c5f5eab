import type { OpenItem, OutlookTheme } from './outlook-wire.ts'

/** What the page that plays Outlook needs to know; put into the page as JSON by the server. */
export type OutlookSetup = {
  readonly personId: string
  readonly profile: { readonly name: string; readonly mail: string }
  readonly language: 'da' | 'en'
  readonly theme: OutlookTheme
  readonly item: OpenItem
  /** Where to ask whether the open entry is still in the calendar; null for what cannot go. */
  readonly stateUrl: string | null
  readonly appUrl: string
}
