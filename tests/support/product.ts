import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** How a product is started; what is left out is fresh, so that runs do not see each other. */
export type ProductOptions = {
  readonly seed?: string
  /** ISO instant the world is laid out around, and the product's now. */
  readonly now?: string
  /** A folder kept by the caller; without it an own one, deleted when the product stops for good. */
  readonly dataDir?: string
}

/** The local product as `npm start` gives it, on a port of its own. */
export type Product = {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  readonly origin: string
  readonly dataDir: string
  /** GET /local/world.json as it was when the product started. */
  readonly world: WorldJson
  /** Ends the process; 'hard' is kill -9. The data stays until the end of the test file. */
  stop(how?: 'gently' | 'hard'): Promise<void>
  /** Starts again with the same data on the same port, so that open pages find it. */
  restart(): Promise<void>
}

/** What /local/world.json says (src/local-tenant/ADDRESSES.md); every address is a path on the product's origin. */
export type WorldJson = {
  readonly now: string
  readonly persons: readonly WorldPerson[]
  readonly forums: readonly {
    readonly id: string
    readonly name: string
    readonly members: readonly { readonly name: string; readonly mail: string; readonly role: string }[]
    readonly meetingKeys: readonly string[]
  }[]
  readonly meetings: readonly WorldMeeting[]
  readonly invitations: readonly WorldInvitation[]
  readonly mails: readonly WorldMail[]
}

type WorldPerson = {
  readonly id: string
  readonly name: string
  readonly mail: string
  readonly about: string
  readonly tenant: { readonly id: string; readonly name: string; readonly domain: string }
  readonly addresses: { readonly browser: string; readonly compose: string }
}

type WorldMeeting = {
  readonly key: string
  readonly forumId: string
  readonly forumName: string
  readonly title: string
  readonly startIso: string
  readonly status: string
  readonly agendaState: string
  readonly supersedesKey: string | null
  /** By person id: "content", "sidePanel", "meetingStage", and "unconfigured" where there is a chat. */
  readonly addresses: { readonly [personId: string]: { readonly [surface: string]: string } }
}

type WorldInvitation = {
  readonly person: string
  readonly eventId: string
  readonly subject: string
  readonly start: string
  readonly isOrganizer: boolean
  readonly meetingKey: string | null
  readonly forumId: string | null
  /** "current", "superseded" for a stale invitation, null when nobody has tied it. */
  readonly tie: string | null
  readonly address: string
}

type WorldMail = {
  readonly person: string
  readonly messageId: string
  readonly subject: string
  readonly isInvitation: boolean
  readonly hasAttachments: boolean
  readonly attachments: readonly string[]
  readonly address: string
}

/** The day all browser tests live on: a Tuesday in the weeks before the demo world's next meeting. */
const testNow = '2026-09-08T08:00:00Z'

const root = resolve(import.meta.dirname, '../..')
const patienceMs = 60_000
const running = new Set<{ readonly child: ChildProcess; readonly ownFolder: string | null }>()

/** Starts the product; it ends with the test file at the latest. The app itself is built once a run (build-once.ts). */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const ownFolder = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'product-')) : null
  const dataDir = options.dataDir ?? ownFolder ?? ''
  const words = ['--data', dataDir, '--now', options.now ?? testNow]
  if (options.seed !== undefined) words.push('--seed', options.seed)
  let server = await launch([...words, '--port', '0'], ownFolder)
  const { origin } = server
  return {
    origin,
    dataDir,
    world: await readWorld(origin),
    stop: (how = 'gently') => end(server.child, how),
    async restart() {
      await end(server.child, 'gently')
      server = await launch([...words, '--port', new URL(origin).port], ownFolder)
    },
  }
}

/** Ends every product of this worker and deletes the folders that were made for them. */
export async function stopProducts(): Promise<void> {
  for (const { child, ownFolder } of running) {
    await end(child, 'hard')
    if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true, maxRetries: 3 })
  }
  running.clear()
}

async function launch(words: readonly string[], ownFolder: string | null) {
  const { NODE_ENV: _, ...env } = process.env
  const command = ['--import', 'tsx', 'src/entry/start.ts', '--no-build', ...words]
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add({ child, ownFolder })
  return { child, origin: await readAddress(child) }
}

/** The first address the process prints; an error with everything it said when it ends or stays silent instead. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    const giveUp = setTimeout(() => fail(new Error(`The product did not start:\n${said}`)), patienceMs)
    const listen = (bytes: Buffer) => {
      said += bytes.toString('utf8')
      const [address] = /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(said) ?? []
      if (address === undefined) return
      clearTimeout(giveUp)
      done(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8')
    })
    child.on('exit', (code) => fail(new Error(`The product ended (exit ${code}) before it was ready:\n${said}`)))
  })
}

async function readWorld(origin: string): Promise<WorldJson> {
  const answer = await fetch(`${origin}/local/world.json`)
  if (!answer.ok) throw new Error(`/local/world.json answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as WorldJson
}

function end(child: ChildProcess, how: 'gently' | 'hard'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill(how === 'hard' ? 'SIGKILL' : 'SIGTERM')
  })
}
