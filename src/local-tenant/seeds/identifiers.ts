import { createHash } from 'node:crypto'

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A GUID that is the same for the same name in every run, lower case, of the shape of version 4. */
export function guidOf(name: string): string {
  const hex = sha256(`moedetraad-demo:${name}`)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const globalObjectIdClass = '040000008200E00074C5B7101A82E008'
const fileTimeEpochMs = Date.parse('1601-01-01T00:00:00Z')

/**
 * An iCalUId as Outlook makes it: the Global Object Id with its class, four zero bytes where an occurrence has its
 * date, the moment it was made as a FILETIME, a length and 16 bytes of its own (PLATFORM F2.2).
 */
export function globalObjectId(name: string, createdAt: string): string {
  const fileTime = BigInt(Date.parse(createdAt) - fileTimeEpochMs) * 10_000n
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(fileTime)
  const own = guidOf(`goid:${name}`).replaceAll('-', '')
  return `${globalObjectIdClass}00000000${bytes.toString('hex')}${'0'.repeat(16)}10000000${own}`.toUpperCase()
}

/** A Teams meeting's chat thread id, in mixed case as Teams writes it. */
export function threadId(name: string): string {
  const body = Buffer.from(guidOf(`thread:${name}`).replaceAll('-', ''))
    .toString('base64')
    .replaceAll('=', '')
  return `19:meeting_${body}@thread.v2`
}

/** The long join link, which names thread, organiser's tenant and organiser (PLATFORM F1.6). */
export function longJoinLink(thread: string, tenantId: string, organizerOid: string): string {
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: organizerOid }))
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${context}`
}

/** The digits of a short join link, which name the meeting and nothing else (PLATFORM F1.7). */
export function shortMeetingDigits(name: string): string {
  const digits = BigInt(`0x${sha256(`short:${name}`).slice(0, 14)}`)
    .toString()
    .padStart(13, '3')
  return digits.slice(0, 13).replace(/^0/, '3')
}

/** The short join link of a meeting. */
export function shortJoinLink(name: string): string {
  const pass = Buffer.from(sha256(`pass:${name}`), 'hex')
    .toString('base64url')
    .replace(/[-_]/g, 'x')
    .slice(0, 18)
  return `https://teams.microsoft.com/meet/${shortMeetingDigits(name)}?p=${pass}`
}

/** A drive id as Graph gives it: "b!" and three GUIDs in base64url. */
export function driveIdOf(siteName: string): string {
  const bytes = ['site', 'web', 'list'].map((part) => guidOf(`drive:${part}:${siteName}`).replaceAll('-', '')).join('')
  return `b!${Buffer.from(bytes, 'hex').toString('base64url')}`
}

/** A drive item id as Graph gives it: "01", then 32 letters and digits. */
export function driveItemIdOf(name: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bytes = Buffer.from(sha256(`file:${name}`), 'hex')
  return `01${[...bytes].map((byte) => alphabet[byte % 32]).join('')}`
}

/** A site id as Graph gives it: host, site GUID, web GUID. */
export function siteIdOf(host: string, name: string): string {
  return `${host},${guidOf(`site:${name}`)},${guidOf(`web:${name}`)}`
}

/** Kinds of outside identities that are stored with a meeting (PLATFORM 10.1). */
export type LinkKind = 'ical' | 'series' | 'thread' | 'short' | 'token' | 'manual'

/** The hash by which a tie is found: SHA-256 hex of kind and normalised value. */
export function valueHash(kind: LinkKind, value: string): string {
  return sha256(`${kind}:${value}`)
}

/** The key of one tie: SHA-256 hex of kind, normalised value and the occurrence's date, if it is one. */
export function linkKey(kind: LinkKind, value: string, occurrenceDate: string | null): string {
  return sha256(`${kind}:${value}:${occurrenceDate ?? ''}`)
}
