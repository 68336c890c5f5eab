import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toLocal } from '../domain/time/zoned-time.ts'
import type { Send } from '../graph/transport.ts'
import type { Instant, LocalDate } from '../shared/ids.ts'
import type { Clock } from '../workflows/ports.ts'

/** What `npm run import` was asked for. */
export type ImportWishes = {
  readonly folder: string
  /** Id of the forum's site, or its name in the local tenant. */
  readonly forum: string
  readonly anyForum: boolean
  /** Data folder of the local tenant. */
  readonly data: string
  /** Port of a running local product; null: none. */
  readonly port: number | null
  /** A token for Microsoft Graph; null: the local tenant is meant. */
  readonly token: string | null
  /** Whom the local tenant takes us for; null: whoever may write in the forum. */
  readonly person: string | null
}

/** Where the import goes: Graph by way of `send`, and the forum there. */
export type Destination = {
  readonly forum: { readonly id: string; readonly name: string }
  readonly send: Send
  readonly clock: Clock
  readonly close: () => void
}

const usage =
  'Brug: npm run import -- MAPPE --forum ID [--data MAPPE | --port N | --token TOKEN] [--person ID] [--any-forum]'

/** Reads the words of the command; a sentence when they cannot be understood. */
export function readImportWishes(words: readonly string[]): ImportWishes | string {
  const read = parseWords(words)
  if (read === null) return usage
  const { positionals, values } = read
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0 || values.forum === undefined) return usage
  const port = values.port === undefined ? null : Number(values.port)
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536)) return '--port skal være et tal.'
  return {
    folder,
    forum: values.forum,
    anyForum: values['any-forum'] === true,
    data: values.data ?? join(homedir(), '.moedetraad'),
    port,
    token: values.token ?? process.env['MOEDETRAAD_TOKEN'] ?? null,
    person: values.person ?? null,
  }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        forum: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        token: { type: 'string' },
        person: { type: 'string' },
        'any-forum': { type: 'boolean' },
      },
    })
  } catch {
    // A word it does not know: the usage says which there are.
    return null
  }
}

/** Opens the place the import goes to; a sentence when it is not there. */
export async function openDestination(wishes: ImportWishes): Promise<Destination | string> {
  if (wishes.token !== null) return overGraph(wishes.forum, wishes.token)
  return wishes.port === null ? overData(wishes) : overPort(wishes, wishes.port)
}

function clockAt(now: () => Date): Clock {
  const instant = (): Instant => now().toISOString() as Instant
  return { now: instant, today: (timeZone): LocalDate => toLocal(instant(), timeZone).date }
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers)
  // A place to upload to carries its own permission, and a token sent there would be given away.
  if (new URL(request.url).host === 'graph.microsoft.com') headers.set('Authorization', `Bearer ${token}`)
  return new Request(request, { headers })
}

function overGraph(forumId: string, token: string): Destination {
  return {
    forum: { id: forumId, name: forumId },
    send: (request) => fetch(withToken(request, token)),
    clock: clockAt(() => new Date()),
    close: () => undefined,
  }
}

async function overData({ data, forum, person }: ImportWishes): Promise<Destination | string> {
  if (!existsSync(join(data, 'tenant.sqlite')))
    return `Der er ingen lokal lejer i "${data}". Start den først med npm start.`
  const { openTenant } = await import('../local-tenant/tenant.ts')
  const now = () => new Date()
  const tenant = openTenant({ dataDir: data, now, world: null })
  const site = tenant.sites().find(({ id, name }) => id === forum || name === forum)
  const personId = person ?? tenant.persons()[0]?.id ?? ''
  const answer = tenant.issueToken({ personId, registration: 'forum-data' })
  if (!site || answer.kind !== 'token') {
    const forums = tenant.sites().map(({ id, name }) => `  ${name}: ${id}`)
    tenant.close()
    if (site) return `Den lokale lejer kender ikke personen "${personId}" i dette forum.`
    return [`Der er intet forum "${forum}". Der er:`, ...forums].join('\n')
  }
  return {
    forum: { id: site.id, name: site.name },
    send: (request) => tenant.handle(withToken(request, answer.accessToken)),
    clock: clockAt(now),
    close: () => tenant.close(),
  }
}

async function overPort({ forum, person }: ImportWishes, port: number): Promise<Destination | string> {
  const origin = `http://127.0.0.1:${port}`
  const world = await readWorld(origin)
  if (world === null) return `Der svarer intet Mødetråd på ${origin}/.`
  const found = world.forums.find(({ id, name }) => id === forum || name === forum)
  if (!found)
    return [`Der er intet forum "${forum}". Der er:`, ...world.forums.map(({ id, name }) => `  ${name}: ${id}`)].join(
      '\n',
    )
  const { createLocalSignIn } = await import('../hosts/sign-in/local-sign-in.ts')
  const signIn = createLocalSignIn({ personId: person ?? world.persons[0]?.id ?? '', origin })
  const { value } = await signIn.token('forum-data', { interaction: 'never' })
  const lead = Date.parse(world.now) - Date.now()
  return {
    forum: found,
    send: async (request) => {
      const sent = withToken(request, value)
      const body = sent.method === 'GET' || sent.method === 'HEAD' ? null : await sent.arrayBuffer()
      const url = sent.url.replace('https://graph.microsoft.com', `${origin}/graph`)
      return fetch(url, { method: sent.method, headers: sent.headers, body, signal: request.signal })
    },
    clock: clockAt(() => new Date(Date.now() + lead)),
    close: () => undefined,
  }
}

type LocalWorld = {
  readonly now: string
  readonly forums: readonly { readonly id: string; readonly name: string }[]
  readonly persons: readonly { readonly id: string }[]
}

async function readWorld(origin: string): Promise<LocalWorld | null> {
  try {
    const answer = await fetch(`${origin}/local/world.json`)
    return answer.ok ? ((await answer.json()) as LocalWorld) : null
  } catch {
    // Nobody listens there.
    return null
  }
}
