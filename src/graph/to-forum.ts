import type { Forum, Member, MemberRole } from '../domain/forum/forum.ts'
import type { ForumId } from '../shared/ids.ts'
import { readChoice, readList, readRecord, readText } from './read-wire.ts'
import { readWireRow } from './row-codec.ts'

const ROLES: readonly MemberRole[] = ['chair', 'viceChair', 'secretary', 'member']
const MOST_MEMBERS = 1000

/** Columns of the list Config; it has one row. */
export const CONFIG_COLUMNS = ['SchemaVersion', 'ForumName', 'TimeZone', 'Members', 'Aliases'] as const

/** The forum of a site, from the rows of its list Config; the first row counts. A site without a row is known by `knownName`. */
export function toForum(rows: readonly unknown[], id: ForumId, knownName: string): Forum {
  const fields = readWireRow(rows[0])?.fields ?? {}
  return {
    id,
    name: readText(fields['ForumName']) || knownName,
    aliases: readJsonList(fields['Aliases']).map(readText).filter(Boolean),
    timeZone: readText(fields['TimeZone']) || 'Europe/Copenhagen',
    members: readJsonList(fields['Members']).slice(0, MOST_MEMBERS).map(toMember),
  }
}

function toMember(wire: unknown): Member {
  const member = readRecord(wire)
  return {
    name: readText(member['name']),
    mail: readText(member['mail']).toLowerCase(),
    organisation: readText(member['organisation']),
    role: readChoice(member['role'], ROLES, 'member'),
  }
}

// A hand-edited cell that is no JSON leaves the forum without members rather than the meeting unread.
function readJsonList(value: unknown): readonly unknown[] {
  try {
    return readList(JSON.parse(readText(value) || '[]'))
  } catch {
    return []
  }
}
