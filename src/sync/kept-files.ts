import type { Enclosure } from '../domain/enclosure/enclosure.ts'
import type { Instant } from '../shared/ids.ts'
import type { SnapshotStore } from './snapshot-store.ts'

type KeptFile = { readonly content: Blob; readonly keptAt: Instant }

const MOST_FILES = 40
/** A bigger file is read anew each time rather than filling the browser's share of the disk. */
const LARGEST_KEPT_BYTES = 12 * 1024 * 1024

function fileKey(driveId: string, driveItemId: string): string {
  return `${driveId}/${driveItemId}`
}

/** Keeps a copy of an opened file; the longest untouched ones make room. */
export async function keepFile(
  store: SnapshotStore,
  driveId: string,
  driveItemId: string,
  content: Blob,
  keptAt: Instant,
): Promise<void> {
  if (content.size > LARGEST_KEPT_BYTES) return
  await store.write('files', fileKey(driveId, driveItemId), { content, keptAt } satisfies KeptFile)
  const files = (await store.readAll('files')).flatMap(([key, kept]) => (isKeptFile(kept) ? [{ key, kept }] : []))
  const oldest = files.toSorted((a, b) => (a.kept.keptAt < b.kept.keptAt ? -1 : 1)).slice(0, -MOST_FILES)
  for (const { key } of oldest) await store.remove('files', key)
}

/** The copy of a file; null when there is none. */
export async function findFile(store: SnapshotStore, driveId: string, driveItemId: string): Promise<Blob | null> {
  const kept = await store.read('files', fileKey(driveId, driveItemId))
  return isKeptFile(kept) ? kept.content : null
}

/** Throws the copies of these enclosures' files away. */
export async function dropFiles(store: SnapshotStore, enclosures: readonly Enclosure[]): Promise<void> {
  for (const { content } of enclosures) {
    if (content.kind === 'file') await store.remove('files', fileKey(content.driveId, content.driveItemId))
  }
}

function isKeptFile(kept: unknown): kept is KeptFile {
  return typeof kept === 'object' && kept !== null && 'content' in kept && kept.content instanceof Blob
}
