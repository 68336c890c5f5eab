import { joinMarks, noMarks, type ReadMarks, type Stamps, sameMarks } from '../domain/reading/read-marks.ts'
import type { MeetingKey } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { ReadMarkFiles } from '../workflows/ports.ts'
import { sendBatch } from './batch.ts'
import { outsideAddress } from './outside-address.ts'
import { readNumber, readRecord, readText } from './read-wire.ts'
import { readInstant } from './row-codec.ts'
import { toFileName } from './to-file-name.ts'
import type { Graph } from './transport.ts'

const MOST_TRIES = 5
/** Far more than any meeting has rows; a file beyond it is not one of ours. */
const MOST_BYTES = 500_000

type StoredMarks = { readonly marks: ReadMarks; readonly eTag: string | null }

/** Read marks in the app folder of one's own OneDrive (special/approot), signed in by "my-calendar" in the home tenant. */
export function createReadMarkFiles(graph: Graph): ReadMarkFiles {
  return {
    readMarks: async (meetingKey) => (await readStored(graph, meetingKey))?.marks ?? null,
    storeMarks: async (meetingKey, marks) => {
      for (let tries = 1; ; tries += 1) {
        const stored = await readStored(graph, meetingKey)
        const joined = joinMarks(stored?.marks ?? noMarks, marks)
        if (stored && sameMarks(stored.marks, joined)) return joined
        if (await writeMarks(graph, meetingKey, joined, stored?.eTag ?? null)) return joined
        if (tries === MOST_TRIES) throw new ServiceError({ kind: 'changedMeanwhile' })
      }
    },
  }
}

function placeOf(meetingKey: MeetingKey): string {
  return `/me/drive/special/approot:/${encodeURIComponent(toFileName(`read-marks-${meetingKey}.json`))}`
}

async function readStored(graph: Graph, meetingKey: MeetingKey): Promise<StoredMarks | null> {
  const path = `${placeOf(meetingKey)}?$select=id,size,eTag,file,@microsoft.graph.downloadUrl`
  // In a batch, since a browser complains aloud of every 404, and a meeting without marks is nothing to complain of.
  const [answer] = await sendBatch(graph, [{ method: 'GET', path }])
  if (answer?.kind !== 'ok') {
    if (answer && answer.error.failure.kind !== 'notFound') throw answer.error
    return null
  }
  const file = readRecord(answer.body)
  if ((readNumber(file['size']) ?? 0) > MOST_BYTES) return { marks: noMarks, eTag: readText(file['eTag']) || null }
  const address = outsideAddress(readText(file['@microsoft.graph.downloadUrl']))
  const text = await graph.exchange(
    (signal) => new Request(address, { signal }),
    (response) => response.text(),
    { repeatable: true },
  )
  return { marks: parseMarks(text), eTag: readText(file['eTag']) || null }
}

// False when another device wrote meanwhile.
async function writeMarks(graph: Graph, meetingKey: MeetingKey, marks: ReadMarks, eTag: string | null) {
  const content = new Blob([JSON.stringify(marks)], { type: 'application/json' })
  const isNew = eTag === null
  const address = `${placeOf(meetingKey)}:/content${isNew ? '?@microsoft.graph.conflictBehavior=fail' : ''}`
  try {
    await graph.put(address, content, isNew ? {} : { ifMatch: eTag })
    return true
  } catch (error) {
    if (error instanceof ServiceError && error.failure.kind === 'changedMeanwhile') return false
    throw error
  }
}

/** A file that is not what we write counts as no marks: they are a convenience and are written anew. */
function parseMarks(text: string): ReadMarks {
  const file = readRecord(parseJson(text))
  const look = readRecord(file['firstLook'])
  const at = readInstant(look['at'])
  return {
    firstLook: at === null ? null : { at, stamps: readStamps(look['stamps']) },
    read: readStamps(file['read']),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut off by a half upload or edited by hand.
    return null
  }
}

function readStamps(value: unknown): Stamps {
  const stamps = Object.entries(readRecord(value)).flatMap(([key, stamp]) => {
    const version = readNumber(readRecord(stamp)['version'])
    return version === null ? [] : [[key, { version, print: readText(readRecord(stamp)['print']) }] as const]
  })
  return Object.fromEntries(stamps)
}
