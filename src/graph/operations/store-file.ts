import { ServiceError } from '../../workflows/failure.ts'
import type { StoredFile } from '../../workflows/ports.ts'
import { readNumber, readRecord, readText } from '../read-wire.ts'
import { type Site, sitePathTo } from '../site.ts'
import { toFileName } from '../to-file-name.ts'
import { SINGLE_REQUEST_BYTES, troubleOf } from '../to-service-error.ts'
import { uploadInChunks } from './upload-in-chunks.ts'

/**
 * Puts a file at folder/owner/name of the site's library. The place is made of keys, so that a second try writes the same
 * file anew, and two owners' files of one name stay apart. Over 4 MB it goes in pieces.
 */
export async function storeFile(site: Site, folder: string, ownerKey: string, file: File): Promise<StoredFile> {
  const fileName = toFileName(file.name)
  const place = `${sitePathTo(site.forumId, 'drive')}/root:/${[folder, ownerKey, fileName].map(encodeURIComponent).join('/')}:`
  const answer =
    file.size <= SINGLE_REQUEST_BYTES
      ? await site.graph.put(`${place}/content`, file)
      : await uploadAgainWhenLost(site, place, fileName, file)
  return toStoredFile(answer)
}

// A session can end without our hearing of it (expired, or its last answer lost); the place is the same, so once more is safe.
async function uploadAgainWhenLost(site: Site, place: string, fileName: string, file: File): Promise<unknown> {
  const upload = async (): Promise<unknown> => {
    const item = { '@microsoft.graph.conflictBehavior': 'replace', name: fileName }
    const session = await site.graph.post(`${place}/createUploadSession`, { item }, { repeatable: true })
    return uploadInChunks(site.graph, readText(readRecord(session)['uploadUrl']), file)
  }
  return upload().catch((error: unknown) => {
    if (troubleOf(error)?.status !== 404) throw error
    return upload()
  })
}

function toStoredFile(wire: unknown): StoredFile {
  const item = readRecord(wire)
  const driveItemId = readText(item['id'])
  const driveId = readText(readRecord(item['parentReference'])['driveId'])
  if (driveItemId === '' || driveId === '') throw new ServiceError({ kind: 'unavailable' }, { cause: wire })
  return { driveId, driveItemId, fileName: readText(item['name']), sizeBytes: readNumber(item['size']) ?? 0 }
}
