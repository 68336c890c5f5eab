import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createForumPort } from '../../src/graph/forum-port.ts'
import { readAllPages } from '../../src/graph/paging.ts'
import { rowsPath, sitePathTo } from '../../src/graph/site.ts'
import type { Fault } from '../../src/local-tenant/faults/fault-board.ts'
import { chefforum } from '../../src/local-tenant/seeds/forums.ts'
import { buildWorld } from '../../src/local-tenant/seeds/index.ts'
import { openTenant, type Tenant } from '../../src/local-tenant/tenant.ts'
import type { ForumId, Instant, ItemKey, MeetingKey, NoteKey, ProposalKey } from '../../src/shared/ids.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { MeetingRecord, NewAgendaItem } from '../../src/workflows/ports.ts'
import { ModelClient, type ModelPlace, modelNow } from './model-client.ts'
import { WriteLog } from './write-log.ts'

/** One thing that happens; `who` and `which` are taken modulo what there is. */
export type Step =
  | { readonly kind: 'propose' | 'addItem' | 'read' | 'poll' | 'offline' | 'online' | 'restart'; readonly who: number }
  | { readonly kind: 'send' | 'takeBack'; readonly who: number }
  | { readonly kind: 'retitle' | 'note' | 'removeItem'; readonly who: number; readonly which: number }
  | { readonly kind: 'editItem'; readonly who: number; readonly which: number; readonly column: ItemColumn }
  | { readonly kind: 'settle'; readonly who: number; readonly choice: 'mine' | 'theirs' }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly seed: number }
  | { readonly kind: 'restartTenant' }

export type ItemColumn = 'decision' | 'minutes' | 'rank'
const COLUMN_NAMES: Record<ItemColumn, string> = { decision: 'Decision', minutes: 'Minutes', rank: 'SortRank' }
const BRIEFINGS = ['briefing-1', 'briefing-2'] as ItemKey[]

/** A run of the model: three persons, two of one organisation, at one meeting of a fresh tenant. */
export class ModelRun {
  readonly log = new WriteLog()
  readonly clients: readonly ModelClient[]
  private readonly place: ModelPlace
  private readonly folder = mkdtempSync(join(tmpdir(), 'moedetraad-model-'))
  private readonly addedItems = new Set<string>()
  private readonly removedItems = new Set<string>()
  private texts = 0

  constructor() {
    const place = { forumId: chefforum.siteId as ForumId, meetingKey: 'model-meeting' as MeetingKey }
    this.place = { ...place, tenant: this.openTenant() }
    const persons = [
      ['hanne', 'Lyngvig Kommune'],
      ['lars', 'Lyngvig Kommune'],
      ['lone', 'Sekretariatet'],
    ] as const
    this.clients = persons.map(([id, organisation]) => new ModelClient(id, organisation, this.place))
  }

  async start(): Promise<void> {
    for (const client of this.clients) await client.start()
    const [first] = this.clients
    if (!first) return
    await createForumPort(first.app.graph, {
      forums: [{ id: this.place.forumId, name: 'Chefforum' }],
      clock: { now: () => modelNow },
    }).addMeeting({
      key: this.place.meetingKey,
      forumId: this.place.forumId,
      title: 'Chefforum',
      start: '2026-10-06T07:00:00Z' as Instant,
      end: '2026-10-06T09:00:00Z' as Instant,
      timeZone: 'Europe/Copenhagen',
      status: 'planned',
      supersedesKey: null,
      moveReason: null,
      announcedOn: null,
      agendaState: 'published',
      location: null,
      joinUrl: null,
      proposalDeadline: null,
      statusNoteDeadline: null,
    })
  }

  close(): void {
    this.place.tenant.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Does one step. Failures a person would be told of are part of the game. */
  async take(step: Step): Promise<void> {
    try {
      await this.takeUnguarded(step)
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
    }
  }

  private async takeUnguarded(step: Step): Promise<void> {
    if (step.kind === 'fault') return this.place.tenant.faults.set([step.fault], step.seed)
    if (step.kind === 'restartTenant') return this.restartTenant()
    const client = pick(this.clients, step.who)
    switch (step.kind) {
      case 'propose':
        return this.propose(client)
      case 'retitle':
        return this.retitle(client, step.which)
      case 'note':
        return this.note(client, pick(BRIEFINGS, step.which))
      case 'addItem':
        return this.addItem(client)
      case 'editItem':
        return this.editItem(client, step.which, step.column)
      case 'removeItem':
        return this.removeItem(client, step.which)
      case 'read':
        return this.look(client, () => client.app.forum.readMeeting(this.place.forumId, this.place.meetingKey))
      case 'poll':
        return this.look(client, () => client.app.forum.pollMeeting(this.place.forumId, this.place.meetingKey))
      case 'offline':
      case 'online':
        client.offline = step.kind === 'offline'
        return
      case 'restart':
        return client.start()
      case 'send':
        return client.app.outbox.send()
      case 'takeBack':
        return this.takeBack(client)
      case 'settle':
        return this.settle(client, step.choice)
    }
  }

  private openTenant(): Tenant {
    const now = () => new Date(modelNow)
    return openTenant({ dataDir: this.folder, now, world: buildWorld('tom', now()) })
  }

  private restartTenant(): void {
    this.place.tenant.close()
    this.place.tenant = this.openTenant()
  }

  private newText(client: ModelClient): string {
    this.texts += 1
    return `${client.personId} skrev ${this.texts}`
  }

  private async look(client: ModelClient, read: () => Promise<MeetingRecord>): Promise<void> {
    client.seen = await read()
  }

  private async propose(client: ModelClient): Promise<void> {
    const key = client.newKey<ProposalKey>()
    const title = this.newText(client)
    this.log.meant(client.personId, { rowKey: key, column: 'Title' }, null, title)
    await client.app.forum.addProposal(this.place.forumId, {
      key,
      meetingKey: this.place.meetingKey,
      title,
      recommendation: '',
      rationale: '',
      purpose: null,
      durationMinutes: null,
      organisation: client.organisation,
      state: 'received',
      condition: '',
      answer: '',
      sourceMessage: '',
    })
    this.log.told(title)
  }

  private async retitle(client: ModelClient, which: number): Promise<void> {
    const row = pickOrNull(client.seen?.proposals ?? [], which)
    if (!row) return
    const title = this.newText(client)
    this.mean(client, row.key, 'Title', row.title, title)
    await client.app.forum.changeProposal(this.place.forumId, row, { ...row, title })
    this.log.told(title)
  }

  private async note(client: ModelClient, itemKey: ItemKey): Promise<void> {
    const key = `${itemKey}:${client.organisation}` as NoteKey
    const row = client.seen?.notes.find((note) => note.key === key)
    const text = this.newText(client)
    this.mean(client, key, 'Text', row?.text ?? null, text)
    const { forum } = client.app
    if (row) {
      await forum.changeStatusNote(this.place.forumId, row, { ...row, text })
      this.log.told(text)
      return
    }
    const { meetingKey, forumId } = this.place
    const stored = await forum.addStatusNote(forumId, {
      ...{ key, meetingKey, itemKey, organisation: client.organisation, text, state: 'sent' as const },
    })
    // Another text coming back tells the person that a colleague was first.
    if (stored.text === text) this.log.told(text)
  }

  // What the client itself has waiting is known to its person, seen or not.
  private mean(client: ModelClient, rowKey: string, column: string, before: string | null, after: string): void {
    const own = this.log.lastOf(client.personId, { rowKey, column })
    this.log.meant(client.personId, { rowKey, column }, before, after)
    if (own !== null && own !== before) this.log.meant(client.personId, { rowKey, column }, own, after)
  }

  private async addItem(client: ModelClient): Promise<void> {
    const rank = this.newText(client)
    const item = anItem(client.newKey(), this.place.meetingKey, rank)
    this.log.meant(client.personId, { rowKey: item.key, column: 'SortRank' }, null, rank)
    await client.app.forum.addAgendaItem(this.place.forumId, item)
    this.addedItems.add(item.key)
  }

  private async editItem(client: ModelClient, which: number, column: ItemColumn): Promise<void> {
    const row = pickOrNull(client.seen?.items ?? [], which)
    if (!row) return
    const text = this.newText(client)
    this.log.meant(client.personId, { rowKey: row.key, column: COLUMN_NAMES[column] }, row[column] || null, text)
    await client.app.forum.changeAgendaItem(this.place.forumId, row, { ...row, [column]: text })
    this.log.told(text)
  }

  private async removeItem(client: ModelClient, which: number): Promise<void> {
    const row = pickOrNull(client.seen?.items ?? [], which)
    if (!row) return
    // Whether it worked is not known while no answer comes.
    this.addedItems.delete(row.key)
    await client.app.forum.removeAgendaItem(this.place.forumId, row)
    this.removedItems.add(row.key)
  }

  private async takeBack(client: ModelClient): Promise<void> {
    const entry = client.app.outbox.entries().at(-1)
    if (!entry || !(await client.app.outbox.takeBack(entry.id))) return
    this.giveUp(client, entry.action)
  }

  private async settle(client: ModelClient, choice: 'mine' | 'theirs'): Promise<void> {
    const { outbox } = client.app
    const entry = outbox.entries().find(({ state }) => state.kind === 'conflict')
    if (entry?.state.kind !== 'conflict') return
    const { theirs } = entry.state
    const column = 'text' in theirs ? 'Text' : 'Title'
    const mine = this.log.lastOf(client.personId, { rowKey: theirs.key, column })
    if (choice === 'theirs') this.giveUp(client, entry.action)
    else if (mine !== null) this.mean(client, theirs.key, column, 'text' in theirs ? theirs.text : theirs.title, mine)
    await outbox.resolve(entry.id, Object.fromEntries(entry.state.fields.map(({ field }) => [field, choice])))
  }

  private giveUp(
    client: ModelClient,
    action: ReturnType<ModelClient['app']['outbox']['entries']>[number]['action'],
  ): void {
    if (action.kind === 'respond' || action.kind === 'storeReadMarks') return
    const rowKey = 'proposal' in action ? action.proposal.key : 'note' in action ? action.note.key : action.before.key
    for (const text of this.log.textsOf(client.personId, rowKey)) this.log.gaveUp(text)
  }

  /** All is calm again: what waits is sent, conflicts are settled. Gives what could not be. */
  async calmDown(): Promise<string[]> {
    this.place.tenant.faults.clear()
    for (const client of this.clients) client.offline = false
    for (let round = 0; round < 12; round += 1) {
      for (const client of this.clients) {
        const { outbox } = client.app
        for (const { id, state } of outbox.entries()) if (state.kind === 'failed') await outbox.retry(id)
        await this.settle(client, 'mine')
        await outbox.send()
      }
      if (this.clients.every((client) => client.app.outbox.entries().length === 0)) return []
    }
    return this.clients.flatMap((client) =>
      client.app.outbox.entries().map((entry) => `${client.personId} still has ${JSON.stringify(entry)}`),
    )
  }

  /** Everything that is not as promised. */
  async findBreaches(): Promise<string[]> {
    const { forumId, meetingKey } = this.place
    const views: MeetingRecord[] = []
    for (const { app } of this.clients) {
      views.push(await app.forum.readMeeting(forumId, meetingKey), await app.forum.pollMeeting(forumId, meetingKey))
    }
    const [first] = views
    const shapes = new Set(views.map((view) => JSON.stringify(inOrder(view))))
    const keys = new Set<string>(first?.items.map((item) => item.key))
    return [
      ...(shapes.size === 1 ? [] : [`${shapes.size} different views of one meeting`]),
      ...[...this.addedItems].filter((key) => !keys.has(key)).map((key) => `item ${key} was acknowledged and is lost`),
      ...[...this.removedItems].filter((key) => keys.has(key)).map((key) => `item ${key} was removed and is back`),
      ...(await this.breachesIn('Proposals', 'ProposalKey', ['Title'])),
      ...(await this.breachesIn('StatusNotes', 'NoteKey', ['Text'])),
      ...(await this.breachesIn('AgendaItems', 'ItemKey', Object.values(COLUMN_NAMES))),
    ]
  }

  private async breachesIn(list: string, keyColumn: string, columns: readonly string[]): Promise<string[]> {
    const graph = pick(this.clients, 0).app.graph
    const { forumId } = this.place
    const rows = (await readAllPages(graph, rowsPath(forumId, list, [keyColumn]))) as WireItem[]
    const rowKeys = rows.map((row) => String(row.fields[keyColumn]))
    const breaches = new Set(rowKeys).size === rowKeys.length ? [] : [`a row of ${list} is there twice`]
    for (const [index, { id }] of rows.entries()) {
      const path = `${sitePathTo(forumId, 'lists', list, 'items', id, 'versions')}?$expand=fields`
      const versions = ((await readAllPages(graph, path)) as WireItem[]).toReversed()
      for (const column of columns) {
        const history = [null, ...versions.map(({ fields }) => (fields[column] as string | undefined) ?? null)]
        breaches.push(...this.log.breaches({ rowKey: rowKeys[index] ?? '', column }, history))
      }
    }
    const missing = list === 'AgendaItems' ? [] : this.log.missing(keyColumnOf(list), new Set(rowKeys))
    return [...breaches, ...missing]
  }
}

type WireItem = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }

function keyColumnOf(list: string): string {
  return list === 'Proposals' ? 'Title' : 'Text'
}

function pick<T>(some: readonly T[], which: number): T {
  const picked = some[which % some.length]
  if (picked === undefined) throw new Error('Nothing to pick from')
  return picked
}

function pickOrNull<T>(some: readonly T[], which: number): T | null {
  return some[which % Math.max(some.length, 1)] ?? null
}

function anItem(key: ItemKey, meetingKey: MeetingKey, rank: string): NewAgendaItem {
  return {
    key,
    meetingKey,
    rank,
    number: null,
    title: 'Punkt',
    purpose: null,
    kind: 'item',
    recommendation: '',
    casePresentation: '',
    decision: '',
    minutes: '',
    presenters: [],
    durationMinutes: null,
    openness: 'open',
    fromProposalKey: null,
  }
}

// What has no order of its own comes in any.
function inOrder(view: MeetingRecord): object {
  const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : 1)
  return {
    meetings: view.meetings,
    items: view.items,
    proposals: view.proposals.toSorted(byKey),
    notes: view.notes.toSorted(byKey),
  }
}
