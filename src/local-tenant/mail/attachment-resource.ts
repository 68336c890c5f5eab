import type { JsonObject } from '../http/answer.ts'
import type { Store } from '../store/database.ts'
import { type AttachmentRow, contentOf } from './message-store.ts'

/** What the files hang on: a message or event of a mailbox, and how @odata.context calls it. */
export type AttachmentOwner = { readonly mailbox: string; readonly id: string; readonly context: string }

/** A file attachment as Graph shows it, with its bytes in base64 or without. */
export function attachmentResource(store: Store, row: AttachmentRow, withBytes: boolean): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': row.content_type,
    id: row.id,
    lastModifiedDateTime: row.modified_at,
    name: row.name,
    contentType: row.content_type,
    size: row.size,
    isInline: row.inline === 1,
    contentId: row.cid,
    contentLocation: null,
    ...(withBytes ? { contentBytes: Buffer.from(contentOf(store, row.content_id)).toString('base64') } : {}),
  }
}
