import type { AgendaItem } from '../domain/agenda/agenda.ts'
import { compareRanks, ranksAfter } from '../domain/agenda/rank.ts'
import type { DraftEnclosure, DraftItem } from '../domain/agenda/to-agenda-items.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { EnclosureKey, ItemKey } from '../shared/ids.ts'
import type { ForumPort, KeyMaker } from './ports.ts'

/** A draft with the keys its rows will bear, so that a save that broke off can be tried again without making doubles. */
export type KeyedDraftItem = DraftItem & {
  readonly key: ItemKey
  readonly keyedEnclosures: readonly (DraftEnclosure & { readonly key: EnclosureKey })[]
}

/** Gives every item and enclosure of a draft its key. */
export function keyDraft(draft: readonly DraftItem[], keys: KeyMaker): readonly KeyedDraftItem[] {
  return draft.map((item) => ({
    ...item,
    key: keys.newKey() as ItemKey,
    keyedEnclosures: item.enclosures.map((enclosure) => ({ ...enclosure, key: keys.newKey() as EnclosureKey })),
  }))
}

/**
 * Saves a reviewed draft on a meeting, after the items that are there, and keeps the original file in the meeting's
 * folder. The agenda stays (or becomes) a draft: nobody but the secretariat sees it before it is published. Safe to
 * repeat with the same draft. `onProgress` gets how many rows are done of how many.
 */
export async function importAgenda(
  forum: Pick<ForumPort, 'addAgendaItem' | 'addEnclosure' | 'changeAgendaState' | 'storeFile'>,
  live: Meeting,
  existing: readonly AgendaItem[],
  draft: readonly KeyedDraftItem[],
  original: File,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const ownKeys = new Set<string>(draft.map((item) => item.key))
  const last =
    existing
      .filter((item) => !ownKeys.has(item.key))
      .sort(compareRanks)
      .at(-1)?.rank ?? null
  const ranks = ranksAfter(last, draft.length)
  const all = draft.reduce((sum, item) => sum + 1 + item.keyedEnclosures.length, 1)
  let done = 0
  const first = draft[0]
  if (!first) return
  await forum.storeFile(live.forumId, live.key, first.key, original)
  onProgress(++done, all)
  if (live.agendaState === 'none') await forum.changeAgendaState(live.forumId, live.key, 'draft')
  for (const [index, { enclosures: _, keyedEnclosures, position: __, ...item }] of draft.entries()) {
    const rank = ranks[index] ?? ''
    await forum.addAgendaItem(live.forumId, { ...item, meetingKey: live.key, rank, fromProposalKey: null })
    onProgress(++done, all)
    for (const enclosure of keyedEnclosures) {
      await addAnnounced(forum, live, item.key, enclosure)
      onProgress(++done, all)
    }
  }
}

async function addAnnounced(
  forum: Pick<ForumPort, 'addEnclosure'>,
  live: Meeting,
  itemKey: ItemKey,
  { key, number, title, url }: KeyedDraftItem['keyedEnclosures'][number],
): Promise<void> {
  await forum.addEnclosure(live.forumId, {
    key,
    meetingKey: live.key,
    itemKey,
    number,
    title: title.slice(0, 250),
    // Announced without a link, its file is yet to be put in place, whether it was called "eftersendes" or not.
    content: url ? { kind: 'url', url } : { kind: 'pending', promisedDate: null, owner: null },
    openness: 'open',
  })
}
