import type { AgendaItem } from '../domain/agenda/agenda.ts'
import { compareRanks, rankBetween, ranksAfter } from '../domain/agenda/rank.ts'
import type { Enclosure } from '../domain/enclosure/enclosure.ts'
import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import type { ForumId, ItemKey, MeetingKey } from '../shared/ids.ts'
import { ServiceError } from './failure.ts'
import type { ForumPort, NewAgendaItem } from './ports.ts'

/** An empty item to be filled, last on the agenda. */
export function newAgendaItem(key: ItemKey, meetingKey: MeetingKey, items: readonly AgendaItem[]): NewAgendaItem {
  const last = [...items].sort(compareRanks).at(-1)?.rank ?? null
  return {
    key,
    meetingKey,
    rank: ranksAfter(last, 1)[0] ?? rankBetween(last, null),
    number: String(items.length + 1),
    title: '',
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

/** The rank that puts an item one place up or down; null when it stands at the end already. */
export function rankAfterMove(items: readonly AgendaItem[], item: AgendaItem, direction: 'up' | 'down'): string | null {
  const sorted = [...items].sort(compareRanks)
  const index = sorted.findIndex((other) => other.key === item.key)
  const rankAt = (position: number): string | null => sorted[position]?.rank ?? null
  if (direction === 'up') return index <= 0 ? null : rankBetween(rankAt(index - 2), rankAt(index - 1))
  return index < 0 || index >= sorted.length - 1 ? null : rankBetween(rankAt(index + 1), rankAt(index + 2))
}

/** Gives an item its new rank. Where somebody else has moved it meanwhile, the later move holds: both see where it went. */
export async function moveAgendaItem(
  forum: Pick<ForumPort, 'changeAgendaItem' | 'readMeeting'>,
  forumId: ForumId,
  item: AgendaItem,
  rank: string,
): Promise<void> {
  try {
    await forum.changeAgendaItem(forumId, item, { ...item, rank })
  } catch (error) {
    if (!(error instanceof ServiceError) || error.failure.kind !== 'changedMeanwhile') throw error
    const { items } = await forum.readMeeting(forumId, item.meetingKey)
    const theirs = items.find((other) => other.key === item.key)
    if (!theirs) throw new ServiceError({ kind: 'notFound' })
    await forum.changeAgendaItem(forumId, theirs, { ...theirs, rank })
  }
}

/**
 * Makes a waiting proposal an agenda item, last on the agenda. The item's key is the proposal's, so that doing it
 * twice makes one item, and the files that came with the proposal belong to the item at once.
 */
export async function putProposalOnAgenda(
  forum: Pick<ForumPort, 'addAgendaItem' | 'changeProposal'>,
  forumId: ForumId,
  meetingKey: MeetingKey,
  items: readonly AgendaItem[],
  proposal: AgendaProposal,
): Promise<AgendaItem> {
  const item = await forum.addAgendaItem(forumId, {
    ...newAgendaItem(proposal.key as unknown as ItemKey, meetingKey, items),
    title: proposal.title,
    purpose: proposal.purpose,
    recommendation: proposal.recommendation,
    casePresentation: proposal.rationale,
    durationMinutes: proposal.durationMinutes,
    presenters: proposal.author === '' ? [] : [proposal.author],
    fromProposalKey: proposal.key,
  })
  await forum.changeProposal(forumId, proposal, { ...proposal, meetingKey, state: 'on-agenda' })
  return item
}

/**
 * Lets all members read the agenda: numbers the enclosures through in item order (numbers given before stay), then
 * turns the meeting's agenda state. Safe to repeat.
 */
export async function publishAgenda(
  forum: Pick<ForumPort, 'changeEnclosure' | 'changeAgendaState'>,
  forumId: ForumId,
  meetingKey: MeetingKey,
  items: readonly AgendaItem[],
  enclosures: readonly Enclosure[],
): Promise<void> {
  const inOrder = [...items]
    .sort(compareRanks)
    .flatMap((item) => enclosures.filter((enclosure) => enclosure.itemKey === item.key))
  let highest = Math.max(0, ...inOrder.map((enclosure) => enclosure.number ?? 0))
  for (const enclosure of inOrder) {
    if (enclosure.number !== null) continue
    highest += 1
    await forum.changeEnclosure(forumId, enclosure, { ...enclosure, number: highest })
  }
  await forum.changeAgendaState(forumId, meetingKey, 'published')
}
