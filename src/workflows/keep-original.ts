import type { Enclosure } from '../domain/enclosure/enclosure.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { EnclosureKey, ItemKey, MeetingKey } from '../shared/ids.ts'
import { keyOfParts } from '../shared/key-of-parts.ts'
import { sha256 } from '../shared/sha256.ts'
import type { ForumPort } from './ports.ts'

/** The key of the row that holds a document a meeting was read from: one for the same bytes, however often they come. */
export async function originalKey(meetingKey: MeetingKey, original: Blob): Promise<EnclosureKey> {
  const content = await sha256(new Uint8Array(await original.arrayBuffer()))
  return (await keyOfParts('original', meetingKey, content)) as EnclosureKey
}

/** The documents a meeting was read from, among its enclosures. */
export function originalsOf(enclosures: readonly Enclosure[], meetingKey: MeetingKey): readonly Enclosure[] {
  return enclosures.filter(({ itemKey }) => (itemKey as string) === meetingKey)
}

/** Keeps the file a meeting was read from in its folder, with a row that leads to it; nothing when `known` has it. */
export async function keepOriginal(
  forum: Pick<ForumPort, 'addEnclosure' | 'storeFile'>,
  live: Pick<Meeting, 'forumId' | 'key'>,
  original: File,
  openness: Enclosure['openness'],
  known: readonly Enclosure[],
): Promise<void> {
  const key = await originalKey(live.key, original)
  if (known.some((enclosure) => enclosure.key === key)) return
  const stored = await forum.storeFile(live.forumId, live.key, key as unknown as ItemKey, original)
  await forum.addEnclosure(live.forumId, {
    key,
    meetingKey: live.key,
    itemKey: live.key,
    number: null,
    title: original.name.slice(0, 250),
    content: {
      kind: 'file',
      driveId: stored.driveId,
      driveItemId: stored.driveItemId,
      fileName: stored.fileName,
    },
    openness,
  })
}
