/** One file on an item, as Outlook lists it. */
export type OutlookFile = {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly sizeBytes: number
  readonly isInline: boolean
}

export type OutlookMailbox = { readonly name: string; readonly mail: string }

/** What stands open beside the pane. `ewsId` is the id in Exchange's form, which Graph does not take as it is. */
export type OpenItem =
  | {
      readonly kind: 'appointment'
      readonly ewsId: string
      readonly subject: string
      readonly startIso: string
      readonly endIso: string
      readonly organizer: OutlookMailbox
      readonly attendees: readonly OutlookMailbox[]
      readonly location: string
      readonly bodyHtml: string
      /** Exchange id of the series; null for single appointments and masters. */
      readonly seriesId: string | null
      readonly files: readonly OutlookFile[]
    }
  | {
      readonly kind: 'message'
      readonly ewsId: string
      readonly subject: string
      readonly from: OutlookMailbox
      /** "IPM.Note", or "IPM.Schedule.Meeting.Request" with the times of the meeting. */
      readonly itemClass: string
      readonly startIso: string | null
      readonly endIso: string | null
      readonly receivedIso: string
      readonly bodyHtml: string
      readonly files: readonly OutlookFile[]
    }
  /** A form being written; its values are asked for one by one, since the person may change them meanwhile. */
  | { readonly kind: 'compose'; readonly ewsId: string | null; readonly organizer: OutlookMailbox }

export type OutlookTheme = 'light' | 'dark' | 'contrast'

/** What Outlook tells the add-in when it starts. */
export type OutlookHello = {
  readonly item: OpenItem | null
  readonly profile: { readonly name: string; readonly mail: string }
  readonly language: 'da' | 'en'
  readonly theme: OutlookTheme
}

/** What the add-in asks Outlook for. */
export type OutlookQuestion =
  | { readonly what: 'hello' }
  | { readonly what: 'file'; readonly id: string }
  | { readonly what: 'field'; readonly field: 'subject' | 'start' | 'end' | 'body' }
  | { readonly what: 'set-body'; readonly html: string }
  | { readonly what: 'insert'; readonly place: 'start' | 'selection' | 'sending'; readonly html: string }
  | { readonly what: 'open-appointment'; readonly ewsId: string }

/** Frames both kinds of message, so that no other message is taken for one. */
export type ToOutlook = { readonly officeQuestion: OutlookQuestion; readonly number: number }
export type FromOutlook =
  | { readonly officeAnswer: number; readonly value: unknown; readonly problem: string | null }
  | { readonly officeNews: { readonly item: OpenItem | null } | { readonly theme: OutlookTheme } }
