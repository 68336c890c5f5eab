import type { Call } from './call.ts'
import { GraphError } from './graph-error.ts'
import { type PageMark, readMark, writeMark } from './paging.ts'

/** Token value that asks for changes from now on only. */
const latest = 'latest'

/**
 * Reads the token of a drive's or list's delta: null for a first round. 410 with a Location when a fault has ended
 * it, or when it is none of ours (resync from the start; PLATFORM F5.10).
 */
export function readDeltaToken(call: Call, freshLink: string): PageMark | 'latest' | null {
  const text = call.query.get('token') ?? call.query.get('$skiptoken') ?? call.query.get('$deltatoken')
  if (text === null || text === '') return null
  if (text === latest) return latest
  const ended = call.service.faults.take('expireDelta', {
    method: call.method,
    path: call.path,
    person: call.caller.person.id,
  })
  const mark = ended ? null : tryReadMark(text)
  if (mark === null || typeof mark['seq'] !== 'number') throw resyncRequired(freshLink)
  return mark
}

/** A token for readDeltaToken; survives a restart, as it holds all it says. */
export function writeDeltaToken(mark: PageMark): string {
  return writeMark(mark)
}

function tryReadMark(text: string): PageMark | null {
  try {
    return readMark(text)
  } catch {
    return null
  }
}

function resyncRequired(location: string): GraphError {
  return new GraphError(
    410,
    'resyncRequired',
    "Resync required. Replace any local items with the server's version (including deletes) if you're sure that the service was up to date with your local changes when you last sync'd. Upload any local changes that the server doesn't know about.",
    {
      headers: { Location: location },
      innerCode: 'resyncChangesApplyDifferences',
    },
  )
}
