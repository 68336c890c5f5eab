import { createHash } from 'node:crypto'
import type { HostPagesTenant, HostPerson } from './host-pages-tenant.ts'
import { readAs, readRecord, readRecords, readText } from './read-graph.ts'

type HostSite = ReturnType<HostPagesTenant['sites']>[number]

/** A forum's meeting; a date that is no more is one of its own, with status "moved". */
export type LocalMeeting = {
  readonly key: string
  readonly forumId: string
  readonly forumName: string
  readonly title: string
  readonly startIso: string
  readonly endIso: string
  readonly status: string
  readonly agendaState: string
  readonly supersedesKey: string | null
  /** The Teams chat's thread id when the join link names it. */
  readonly thread: string | null
}

type LocalMember = { readonly name: string; readonly mail: string; readonly role: string }

/** A stored tie between an invitation and a meeting, found by the hash of the invitation's iCalUId. */
export type LocalTie = { readonly valueHash: string; readonly meetingKey: string; readonly state: string }

export type LocalForum = {
  readonly id: string
  readonly name: string
  readonly members: readonly LocalMember[]
  readonly meetings: readonly LocalMeeting[]
  readonly ties: readonly LocalTie[]
}

/** Every forum of the tenant, as somebody sees it who may. */
export async function listForums(tenant: HostPagesTenant): Promise<readonly LocalForum[]> {
  const forums = await Promise.all(tenant.sites().map((site) => readForum(tenant, site)))
  lastForums.set(tenant, forums)
  return forums
}

const lastForums = new WeakMap<HostPagesTenant, readonly LocalForum[]>()

/**
 * The forums as they were last read, if `has` finds in them what is looked for, else read anew. A page that frames the
 * product then opens without asking Graph, so that a fault set for the product is the product's to meet.
 */
export async function recallForums(
  tenant: HostPagesTenant,
  has: (forums: readonly LocalForum[]) => boolean,
): Promise<readonly LocalForum[]> {
  const last = lastForums.get(tenant)
  return last && has(last) ? last : listForums(tenant)
}

async function readForum(tenant: HostPagesTenant, site: HostSite): Promise<LocalForum> {
  const rows = await readAsAnybody(tenant, site.id)
  const [config] = rows['Config'] ?? []
  return {
    id: site.id,
    name: readText(config?.['ForumName']) || site.name,
    members: readMembers(config?.['Members']),
    meetings: (rows['Meetings'] ?? [])
      .map((fields) => toMeeting(fields, site))
      .sort((a, b) => a.startIso.localeCompare(b.startIso)),
    ties: (rows['MeetingLinks'] ?? []).map((fields) => ({
      valueHash: readText(fields['ValueHash']),
      meetingKey: readText(fields['MeetingKey']),
      state: readText(fields['State']),
    })),
  }
}

type Fields = readonly Record<string, unknown>[]

/** The three lists as the first person sees them who may open the site; nothing when nobody may. */
async function readAsAnybody(tenant: HostPagesTenant, siteId: string): Promise<Readonly<Record<string, Fields>>> {
  for (const person of tenant.persons()) {
    const read = async (list: string): Promise<Fields | null> => {
      const path = `/sites/${siteId}/lists/${list}/items?$expand=fields&$top=200`
      const found = await readAs(tenant, person.id)?.tryList(path)
      return found?.map((row) => readRecord(row['fields'])) ?? null
    }
    const Config = await read('Config')
    if (Config === null) continue
    const [Meetings, MeetingLinks] = await Promise.all([read('Meetings'), read('MeetingLinks')])
    return { Config, Meetings: Meetings ?? [], MeetingLinks: MeetingLinks ?? [] }
  }
  return {}
}

function toMeeting(fields: Record<string, unknown>, site: HostSite): LocalMeeting {
  return {
    key: readText(fields['MeetingKey']),
    forumId: site.id,
    forumName: site.name,
    title: readText(fields['Title']) || site.name,
    startIso: readText(fields['Start']),
    endIso: readText(fields['End']),
    status: readText(fields['Status']),
    agendaState: readText(fields['AgendaState']),
    supersedesKey: readText(fields['SupersedesKey']) || null,
    thread: readThread(readText(fields['JoinUrl'])),
  }
}

function readMembers(json: unknown): readonly LocalMember[] {
  try {
    return readRecords(JSON.parse(readText(json))).map((member) => ({
      name: readText(member['name']),
      mail: readText(member['mail']).toLowerCase(),
      role: readText(member['role']),
    }))
  } catch {
    // Somebody may have written anything into the list; then nobody has a role here.
    return []
  }
}

// The thread id in a long Teams join link, encoded once or twice; null for other links.
function readThread(joinUrl: string): string | null {
  const once = /\/l\/meetup-join\/([^/?]+)/.exec(joinUrl)?.[1]
  if (once === undefined) return null
  try {
    const thread = decodeURIComponent(decodeURIComponent(once))
    return /^19:[^@\s]+@thread\.v2$/.test(thread) ? thread : null
  } catch {
    return null
  }
}

/** The tie of an invitation, by the hash all sides share (ARCHITECTURE, MeetingLinks); null when nobody has made one. */
export function findTie(
  forums: readonly LocalForum[],
  iCalUId: string,
): (LocalTie & { readonly forumId: string }) | null {
  const hash = createHash('sha256').update(`ical:${iCalUId.toUpperCase()}`).digest('hex')
  for (const forum of forums) {
    const tie = forum.ties.find((candidate) => candidate.valueHash === hash)
    if (tie) return { ...tie, forumId: forum.id }
  }
  return null
}

/** The forums a person is in, with the role there. */
export function rolesOf(
  forums: readonly LocalForum[],
  person: HostPerson,
): readonly { readonly forumId: string; readonly forumName: string; readonly role: string }[] {
  return forums.flatMap((forum) => {
    const member = forum.members.find((candidate) => candidate.mail === person.mail.toLowerCase())
    return member ? [{ forumId: forum.id, forumName: forum.name, role: member.role }] : []
  })
}
