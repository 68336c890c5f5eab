import type { AgendaDraft } from '../domain/agenda/agenda-draft.ts'
import { titleLimit } from '../domain/agenda/edit-draft.ts'
import type { AgendaState, Meeting } from '../domain/meeting/meeting.ts'
import type { ItemKey } from '../shared/ids.ts'
import { eachAtMost } from './each-at-most.ts'
import { keepOriginal } from './keep-original.ts'
import { type PlannedItem, planImport } from './plan-import.ts'
import type { ForumPort, MeetingRecord, NewEnclosure } from './ports.ts'

/** The writes an import needs. */
export type ImportPort = Pick<
  ForumPort,
  'addAgendaItem' | 'changeAgendaItem' | 'addEnclosure' | 'changeEnclosure' | 'changeAgendaState' | 'storeFile'
>

/** Items written at the same time: waiting for the network is most of a save, and Graph counts requests. */
const rowsAtOnce = 4

/** What an import has done: items added, items something was added to, and those that said nothing new. */
export type ImportOutcome = { readonly added: number; readonly changed: number; readonly same: number }

/**
 * Saves a reviewed draft on a meeting (what `planImport` shows) and keeps the original file with the meeting, unless it holds
 * closed items that are left out. A draft agenda
 * stays one: nobody but the secretariat sees it before it is published. Safe to repeat with the same draft, also after a save
 * that broke off. `onProgress` gets how many steps are done of how many.
 */
export async function importAgenda(
  forum: ImportPort,
  live: Meeting,
  record: Pick<MeetingRecord, 'items' | 'enclosures'>,
  draft: AgendaDraft,
  original: File,
  onProgress: (done: number, all: number) => void,
): Promise<ImportOutcome> {
  const plan = planImport(draft, { meetingKey: live.key, items: record.items, enclosures: record.enclosures })
  if (plan.length === 0) return { added: 0, changed: 0, same: 0 }
  const closed = draft.items.filter(({ openness }) => openness === 'closed')
  // A closed item that is left out stands in the original too.
  if (closed.every(({ taken }) => taken))
    await keepOriginal(forum, live, original, closed.length > 0 ? 'closed' : 'open', record.enclosures)
  onProgress(1, plan.length + 1)
  const outcome = await savePlan(forum, live, plan, (done) => onProgress(done + 1, plan.length + 1))
  const state = stateAfter(live.agendaState, draft, plan)
  if (state !== live.agendaState) await forum.changeAgendaState(live.forumId, live.key, state)
  return outcome
}

/** Writes what a plan says, a few items at a time. `onDone` gets how many are written. */
export async function savePlan(
  forum: ImportPort,
  live: Meeting,
  plan: readonly PlannedItem[],
  onDone: (done: number) => void = () => undefined,
): Promise<ImportOutcome> {
  let done = 0
  await eachAtMost(plan, rowsAtOnce, async (planned) => {
    await savePlanned(forum, live, planned)
    onDone(++done)
  })
  const added = plan.filter((planned) => planned.added !== null).length
  const changed = plan.filter(isChanging).length
  return { added, changed, same: plan.length - added - changed }
}

function isChanging({ enclosures, merged }: PlannedItem): boolean {
  if (merged === null) return false
  return merged.after !== merged.before || enclosures.some(({ kind }) => kind !== 'there')
}

/** What members can read already gets minutes once decisions are there; what they cannot stays a draft. */
function stateAfter(state: AgendaState, draft: AgendaDraft, plan: readonly PlannedItem[]): AgendaState {
  if (state === 'none') return 'draft'
  const decides = plan.some(({ draft: item }) =>
    item.parts.some(({ role }) => role === 'decision' || role === 'minutes'),
  )
  return state === 'published' && draft.kind === 'referat' && decides ? 'minutes' : state
}

async function savePlanned(forum: ImportPort, live: Meeting, planned: PlannedItem): Promise<void> {
  const { added, merged } = planned
  if (added) await forum.addAgendaItem(live.forumId, { ...added, title: added.title.slice(0, titleLimit) })
  if (merged && merged.after !== merged.before) await forum.changeAgendaItem(live.forumId, merged.before, merged.after)
  const itemKey = merged?.before.key ?? planned.draft.key
  for (const announced of planned.enclosures) {
    if (announced.kind === 'linked') await forum.changeEnclosure(live.forumId, announced.before, announced.after)
    if (announced.kind === 'new')
      await forum.addEnclosure(live.forumId, toNewEnclosure(live, itemKey, planned, announced.enclosure))
  }
}

function toNewEnclosure(
  live: Meeting,
  itemKey: ItemKey,
  { draft: { openness } }: PlannedItem,
  { key, number, title, url }: PlannedItem['draft']['enclosures'][number],
): NewEnclosure {
  return {
    key,
    meetingKey: live.key,
    itemKey,
    number,
    title: title.slice(0, titleLimit),
    // Announced without a link, its file is yet to be put in place, whether it was called "eftersendes" or not.
    content: url ? { kind: 'url', url } : { kind: 'pending', promisedDate: null, owner: null },
    openness,
  }
}
