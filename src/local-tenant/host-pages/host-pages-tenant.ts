/** A person as the local hosts need to know one. */
export type HostPerson = {
  readonly id: string
  readonly oid: string
  readonly name: string
  readonly mail: string
  readonly homeTenantId: string
  readonly about: string
}

/** Somebody named in an invitation or a mail. */
export type HostMailbox = { readonly name: string; readonly mail: string }

/** An entry of a calendar. `id` is Graph's usual one, which Outlook knows; the product may hand back the other. */
export type HostEvent = {
  readonly id: string
  readonly immutableId: string
  readonly iCalUId: string
  readonly subject: string
  readonly startUtc: string
  readonly endUtc: string
  readonly location: string
  readonly bodyHtml: string
  readonly organizer: HostMailbox
  readonly isOrganizer: boolean
  readonly isCancelled: boolean
  readonly isAllDay: boolean
  readonly attendees: readonly HostMailbox[]
}

/** A mail of an inbox with the files on it. */
export type HostMessage = {
  readonly id: string
  /** As the seed called it: stable in addresses; null for a mail made later. */
  readonly shortId: string | null
  readonly subject: string
  readonly bodyHtml: string
  readonly from: HostMailbox | null
  readonly receivedAt: string
  readonly eventICalUId: string | null
  readonly attachments: readonly {
    readonly id: string
    readonly name: string
    readonly contentType: string
    readonly sizeBytes: number
    readonly isInline: boolean
  }[]
}

/**
 * The part of the local tenant that its host pages use. Mailboxes are read directly, so that a fault set for the
 * product does not strike the page around it; the rest goes through Graph, like anybody's.
 */
export type HostPagesTenant = {
  /** Answers a request for https://graph.microsoft.com/v1.0/... */
  readonly handle: (request: Request) => Promise<Response>
  /** A token with every scope; null for an unknown person. */
  readonly issueScriptToken: (personId: string) => string | null
  readonly persons: () => readonly HostPerson[]
  readonly tenants: () => readonly { readonly id: string; readonly name: string; readonly domain: string }[]
  readonly sites: () => readonly { readonly id: string; readonly tenantId: string; readonly name: string }[]
  readonly eventsOf: (personId: string) => readonly HostEvent[]
  readonly messagesOf: (personId: string) => readonly HostMessage[]
}
