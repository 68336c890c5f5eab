import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stamp } from '../../src/domain/reading/read-marks.ts'
import { createForumPort } from '../../src/graph/forum-port.ts'
import type { Fault } from '../../src/local-tenant/faults/fault-board.ts'
import { chefforum } from '../../src/local-tenant/seeds/forums.ts'
import { buildWorld } from '../../src/local-tenant/seeds/index.ts'
import { openTenant, type Tenant } from '../../src/local-tenant/tenant.ts'
import type { ForumId, Instant, ItemKey, MeetingKey, NoteKey, ProposalKey } from '../../src/shared/ids.ts'
import type { OutboxAction } from '../../src/sync/outbox-entry.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { MeetingRecord } from '../../src/workflows/ports.ts'
import { saveAgendaItem, settleAgendaItem } from '../../src/workflows/save-agenda-item.ts'
import { aMachine, ModelClient, type ModelPlace, modelNow } from './model-client.ts'
import { aModelItem, aModelProposal, pick, pickOrNull } from './model-rows.ts'
import { WriteLog } from './write-log.ts'

/** One thing that happens; `who` and `which` are taken modulo what there is. */
export type Step =
  | { readonly kind: 'propose' | 'addItem' | 'read' | 'poll' | 'offline' | 'online' | 'restart'; readonly who: number }
  | { readonly kind: 'send' | 'takeBack' | 'moveMeeting'; readonly who: number }
  | {
      readonly kind: 'retitle' | 'note' | 'removeItem' | 'takeMinutes'
      readonly who: number
      readonly which: number
    }
  | { readonly kind: 'decide'; readonly who: number; readonly which: number; readonly choice: 'mine' | 'theirs' }
  | { readonly kind: 'moveItem'; readonly who: number; readonly which: number }
  | { readonly kind: 'settle'; readonly who: number; readonly choice: 'mine' | 'theirs' }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly seed: number }
  | { readonly kind: 'restartTenant' }
  | ReadingStep

type ReadingStep =
  | { readonly kind: 'takeUp' | 'passTime'; readonly who: number }
  | { readonly kind: 'readItem'; readonly who: number; readonly which: number }

const BRIEFINGS = ['briefing-1', 'briefing-2'] as ItemKey[]
const SECOND = 1000

/** A run of the model at one meeting of a fresh tenant: two persons of one organisation, and the secretariat in two tabs. */
export class ModelRun {
  readonly log = new WriteLog()
  readonly clients: readonly ModelClient[]
  readonly place: ModelPlace
  /** Rows that were told to be stored, and not removed by anybody since. */
  readonly addedRows = new Map<string, 'AgendaItems' | 'Meetings'>()
  readonly removedItems = new Set<string>()
  /** Paragraphs of minutes told to be stored, by item. */
  readonly paragraphs: { readonly itemKey: string; readonly text: string }[] = []
  /** What each person has read. */
  readonly readings: { readonly personId: string; readonly key: string; readonly stamp: Stamp }[] = []
  private readonly folder = mkdtempSync(join(tmpdir(), 'moedetraad-model-'))
  private texts = 0

  constructor() {
    const place = { forumId: chefforum.siteId as ForumId, meetingKey: 'model-meeting' as MeetingKey }
    this.place = { ...place, tenant: this.openTenant() }
    const office = aMachine()
    this.clients = [
      new ModelClient('hanne', 'Lyngvig Kommune', aMachine(), this.place),
      new ModelClient('lars', 'Lyngvig Kommune', aMachine(), this.place),
      new ModelClient('lone', 'Sekretariatet', office, this.place),
      new ModelClient('lone-2', 'Sekretariatet', office, this.place),
    ]
  }

  async start(): Promise<void> {
    for (const client of this.clients) await client.start()
    const { graph } = pick(this.clients, 0).app
    const { forumId, meetingKey } = this.place
    const clock = { now: () => modelNow }
    const start = '2026-10-06T07:00:00Z' as Instant
    await createForumPort(graph, { forums: [{ id: forumId, name: 'Chefforum' }], clock }).addMeeting({
      key: meetingKey,
      forumId,
      title: 'Chefforum',
      start,
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
    this.log.meant('nobody', { rowKey: meetingKey, column: 'Start' }, null, start)
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
      case 'decide':
        return this.decide(client, step.which, step.choice)
      case 'takeMinutes':
        return this.takeMinutes(client, step.which)
      case 'moveItem':
        return this.moveItem(client, step.which)
      case 'removeItem':
        return this.removeItem(client, step.which)
      case 'moveMeeting':
        return this.moveMeeting(client)
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
      case 'takeUp':
      case 'passTime':
      case 'readItem':
        return this.takeReading(client, step)
    }
  }

  private async takeReading(client: ModelClient, step: ReadingStep): Promise<void> {
    const { meetingKey } = this.place
    const { readMarks } = client.app
    if (step.kind !== 'readItem') {
      return step.kind === 'takeUp' ? readMarks.open(meetingKey, {}) : client.app.passTime()
    }
    this.texts += 1
    const [key, stamp] = [`row-${step.which}`, { version: this.texts, print: client.name }]
    readMarks.markRead(meetingKey, { [key]: stamp })
    this.readings.push({ personId: client.personId, key, stamp })
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
    const proposal = aModelProposal(key, this.place.meetingKey, title, client.organisation)
    await client.app.forum.addProposal(this.place.forumId, proposal)
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
    const item = aModelItem(client.newKey(), this.place.meetingKey, rank)
    this.log.meant(client.personId, { rowKey: item.key, column: 'SortRank' }, null, rank)
    await client.app.forum.addAgendaItem(this.place.forumId, item)
    this.addedRows.set(item.key, 'AgendaItems')
  }

  /** Writes the decision; where somebody else was first, both texts are there to choose from. */
  private async decide(client: ModelClient, which: number, choice: 'mine' | 'theirs'): Promise<void> {
    const row = pickOrNull(client.seen?.items ?? [], which)
    if (!row) return
    const spot = { rowKey: row.key, column: 'Decision' }
    const decision = this.newText(client)
    const { forumId } = this.place
    this.log.meant(client.personId, spot, row.decision || null, decision)
    const saved = await saveAgendaItem(client.app.forum, forumId, row, { ...row, decision })
    if (saved.kind === 'saved') return this.log.told(decision)
    if (choice === 'theirs') return
    this.log.meant(client.personId, spot, saved.rows.theirs.decision || null, decision)
    const settled = settleAgendaItem(saved.rows, { decision: 'mine' })
    const again = await saveAgendaItem(client.app.forum, forumId, saved.rows.theirs, settled)
    if (again.kind === 'saved') this.log.told(decision)
  }

  /** Goes on with the minutes where they stood when seen, as two minute takers do. */
  private async takeMinutes(client: ModelClient, which: number): Promise<void> {
    const row = pickOrNull(client.seen?.items ?? [], which)
    if (!row) return
    const text = this.newText(client)
    const minutes = row.minutes === '' ? text : `${row.minutes}\n\n${text}`
    await client.app.forum.changeAgendaItem(this.place.forumId, row, { ...row, minutes })
    this.paragraphs.push({ itemKey: row.key, text })
  }

  private async moveItem(client: ModelClient, which: number): Promise<void> {
    const row = pickOrNull(client.seen?.items ?? [], which)
    if (!row) return
    const rank = this.newText(client)
    this.log.meant(client.personId, { rowKey: row.key, column: 'SortRank' }, row.rank, rank)
    await client.app.forum.changeAgendaItem(this.place.forumId, row, { ...row, rank })
    this.log.told(rank)
  }

  private async removeItem(client: ModelClient, which: number): Promise<void> {
    const row = pickOrNull(client.seen?.items ?? [], which)
    if (!row) return
    // Whether it worked is not known while no answer comes.
    this.addedRows.delete(row.key)
    await client.app.forum.removeAgendaItem(this.place.forumId, row)
    this.removedItems.add(row.key)
  }

  /** Moves the meeting: the date it loses becomes a row of its own (decision 002). */
  private async moveMeeting(client: ModelClient): Promise<void> {
    const live = client.seen?.meetings.find((meeting) => meeting.key === this.place.meetingKey)
    if (!live) return
    this.texts += 1
    const start = new Date(Date.parse('2026-11-01T08:00:00Z') + this.texts * SECOND).toISOString().slice(0, 19)
    const moved = { ...live, start: `${start}Z` as Instant, end: `${start}Z` as Instant }
    const dead = { ...live, key: client.newKey<MeetingKey>(), status: 'moved' as const }
    await client.app.forum.addMeeting(dead)
    this.addedRows.set(dead.key, 'Meetings')
    this.log.meant(client.personId, { rowKey: live.key, column: 'Start' }, live.start, moved.start)
    await client.app.forum.changeMeeting(live, { ...moved, supersedesKey: dead.key })
    this.log.told(moved.start)
  }

  private async takeBack(client: ModelClient): Promise<void> {
    const entry = client.app.outbox.entries().at(-1)
    if (!entry || !(await client.app.outbox.takeBack(entry.id))) return
    this.giveUp(client, entry.action)
  }

  async settle(client: ModelClient, choice: 'mine' | 'theirs'): Promise<void> {
    const { outbox } = client.app
    const entry = outbox.entries().find(({ state }) => state.kind === 'conflict')
    if (entry?.state.kind !== 'conflict') return
    const { theirs } = entry.state
    const column = 'text' in theirs ? 'Text' : 'Title'
    const mine = textOf(entry.action)
    if (choice === 'theirs') this.giveUp(client, entry.action)
    else if (mine !== null) this.mean(client, theirs.key, column, 'text' in theirs ? theirs.text : theirs.title, mine)
    await outbox.resolve(entry.id, Object.fromEntries(entry.state.fields.map(({ field }) => [field, choice])))
  }

  private giveUp(client: ModelClient, action: OutboxAction): void {
    if (action.kind === 'respond' || action.kind === 'storeReadMarks') return
    const rowKey = 'proposal' in action ? action.proposal.key : 'note' in action ? action.note.key : action.before.key
    for (const text of this.log.textsOf(client.personId, rowKey)) this.log.gaveUp(text)
  }
}

/** The text an action would put where the conflict is. */
function textOf(action: OutboxAction): string | null {
  switch (action.kind) {
    case 'addStatusNote':
      return action.note.text
    case 'changeStatusNote':
      return action.after.text
    case 'addProposal':
      return action.proposal.title
    case 'changeProposal':
      return action.after.title
    case 'respond':
    case 'storeReadMarks':
      return null
  }
}
