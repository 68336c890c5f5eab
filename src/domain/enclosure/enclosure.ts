import type { EnclosureKey, ETag, ItemKey, LocalDate, MeetingKey, ProposalKey } from '../../shared/ids.ts'

/** Where the content of a *bilag* is: a file in the site's library, a public link, or nowhere yet (*eftersendes*). */
export type EnclosureContent =
  | { readonly kind: 'file'; readonly driveId: string; readonly driveItemId: string; readonly fileName: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'pending'; readonly promisedDate: LocalDate | null; readonly owner: string | null }

/** *Bilag*. `number` runs through the whole agenda and is fixed once the agenda is published. */
export type Enclosure = {
  readonly key: EnclosureKey
  readonly meetingKey: MeetingKey
  /** The item it belongs to, the proposal it came with while that waits, or the meeting itself for a document it was read from. */
  readonly itemKey: ItemKey | ProposalKey | MeetingKey
  readonly number: number | null
  readonly title: string
  readonly content: EnclosureContent
  readonly openness: 'open' | 'closed'
  readonly eTag: ETag | null
}
