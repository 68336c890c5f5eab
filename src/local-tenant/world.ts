/**
 * What a seed says: the whole of an invented Microsoft 365 at one moment, in words near Graph's own.
 * The tenant turns it into rows once, when its data folder is new. Times are ISO UTC unless a zone is named.
 */
export type World = {
  readonly now: string
  readonly tenants: readonly WorldTenant[]
  readonly persons: readonly WorldPerson[]
  readonly sites: readonly WorldSite[]
  readonly events: readonly WorldEvent[]
  readonly messages: readonly WorldMessage[]
  readonly chats: readonly WorldChat[]
}

/** The two app registrations (ARCHITECTURE rule 4), by the names the local tenant knows them by. */
export type RegistrationName = 'forum-data' | 'my-calendar'

/** One organisation's Microsoft 365. */
export type WorldTenant = {
  /** GUID. */
  readonly id: string
  readonly name: string
  readonly domain: string
  /** What the tenant's administrator has consented to; a registration left out has no consent. */
  readonly consents: readonly { readonly registration: RegistrationName; readonly scopes: readonly string[] }[]
}

/** A person with a mailbox in the home tenant. */
export type WorldPerson = {
  /** Short and stable, used in local addresses: "lone", "mads". */
  readonly id: string
  readonly oid: string
  readonly name: string
  readonly mail: string
  readonly homeTenantId: string
  /** Tenants where this person is a guest: there `/me` has no mailbox. */
  readonly guestIn: readonly string[]
  readonly jobTitle: string
  /** For the local front page only, e.g. "Sekretariat", "Direktør, Lyngvig Kommune". */
  readonly about: string
}

/** A SharePoint site: one forum's. */
export type WorldSite = {
  /** "host,siteGuid,webGuid" as Graph gives it. */
  readonly id: string
  readonly tenantId: string
  readonly name: string
  /** Server-relative: "/sites/chefforum". */
  readonly path: string
  /** Person ids. Owners have everything, members read and write, visitors read; anybody else gets 403. */
  readonly owners: readonly string[]
  readonly members: readonly string[]
  readonly visitors: readonly string[]
  readonly lists: readonly WorldList[]
  /** Graph's id of the default library's drive, "b!...": list rows (Enclosures.DriveId) point at it. */
  readonly driveId: string
  /** Files of the default library "Dokumenter". */
  readonly files: readonly WorldFile[]
}

/** A SharePoint list with its columns and first rows. */
export type WorldList = {
  readonly name: string
  /** Graph columnDefinition resources as they would be posted. */
  readonly columns: readonly Record<string, unknown>[]
  readonly rows: readonly WorldRow[]
  /** Its inheritance is broken: members and visitors are refused (403) and do not see it. */
  readonly ownersOnly?: boolean
}

/** One list item. `fields` by column name; author and times are what the server will say they are. */
export type WorldRow = {
  readonly fields: Record<string, string | number | boolean | null>
  readonly createdBy: string
  readonly createdAt: string
  readonly modifiedBy?: string
  readonly modifiedAt?: string
}

/** A file in the site's default library; its folders are made as needed. */
export type WorldFile = {
  /** "<MeetingKey>/Bilag 1 - Samarbejdsmodel.pdf" */
  readonly path: string
  readonly content: Uint8Array
  readonly contentType: string
  readonly createdBy: string
  readonly createdAt: string
  /** drive item id, so that list rows can point at it. */
  readonly id: string
  readonly fields?: Record<string, string>
}

/** One invitation; the tenant puts a copy with an id of its own into the organiser's and each attendee's mailbox. */
export type WorldEvent = {
  readonly iCalUId: string
  /** Person id, or a mailbox outside the world. */
  readonly organizer: string | { readonly name: string; readonly mail: string }
  readonly subject: string
  readonly startUtc: string
  readonly endUtc: string
  /** Windows name, e.g. "Romance Standard Time". */
  readonly timeZone: string
  readonly isAllDay?: boolean
  readonly location?: string
  readonly bodyHtml?: string
  readonly joinUrl?: string
  readonly sensitivity?: 'normal' | 'private'
  readonly isCancelled?: boolean
  readonly createdAt: string
  readonly attendees: readonly {
    readonly person: string | { readonly name: string; readonly mail: string }
    readonly response: 'none' | 'accepted' | 'tentativelyAccepted' | 'declined'
  }[]
  /** Graph patternedRecurrence of a series master, with exceptions by original date. */
  readonly recurrence?: Record<string, unknown>
  readonly exceptions?: readonly {
    readonly originalStartUtc: string
    readonly startUtc?: string
    readonly endUtc?: string
    readonly subject?: string
    readonly deleted?: boolean
  }[]
}

/** A mail in one person's inbox. */
export type WorldMessage = {
  /** Short and stable, used in local addresses. */
  readonly id: string
  readonly mailbox: string
  readonly from: { readonly name: string; readonly mail: string }
  readonly subject: string
  readonly bodyHtml: string
  readonly receivedAt: string
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly content: Uint8Array }[]
  /** When the message is an invitation: the event's iCalUId. */
  readonly eventICalUId?: string
}

/** The chat of a Teams meeting. Person ids. */
export type WorldChat = {
  readonly threadId: string
  readonly topic: string
  readonly joinUrl: string
  readonly organizer: string
  readonly members: readonly string[]
}
