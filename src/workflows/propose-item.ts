import type { Purpose } from '../domain/agenda/agenda.ts'
import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import type { EnclosureKey, ForumId, MeetingKey, ProposalKey } from '../shared/ids.ts'
import type { ForumPort } from './ports.ts'

/** Largest *bilag* taken in, in bytes: what a mail can carry. */
export const enclosureLimitBytes = 25 * 1024 * 1024

/** A file to go with a proposal, with the key its enclosure row will bear however often the save is tried. */
export type ChosenFile = { readonly key: EnclosureKey; readonly file: File }

/** A proposal as filled in. The keys are made when the form opens, so that a repeated save finds the first one. */
export type ProposalForm = {
  readonly key: ProposalKey
  readonly forumId: ForumId | null
  /** null: the forum's next meeting, whichever it turns out to be. */
  readonly meetingKey: MeetingKey | null
  readonly title: string
  readonly recommendation: string
  readonly rationale: string
  readonly purpose: Purpose | null
  /** As typed. */
  readonly durationMinutes: string
  readonly organisation: string
  readonly sourceMessage: string
  readonly files: readonly ChosenFile[]
}

/** What stands in the way of saving; the field it belongs to is in the name. */
export type ProposalProblem =
  | { readonly kind: 'forumMissing' | 'titleMissing' | 'titleTooLong' | 'durationInvalid' }
  | { readonly kind: 'fileTooLarge'; readonly fileName: string }

/** Everything wrong with the form at once, in the order of its fields; empty when it can be saved. */
export function checkProposal(form: ProposalForm): readonly ProposalProblem[] {
  const problems: ProposalProblem[] = []
  if (form.forumId === null) problems.push({ kind: 'forumMissing' })
  const title = form.title.trim()
  if (title === '') problems.push({ kind: 'titleMissing' })
  // SharePoint's Title column holds 255 characters.
  if (title.length > 250) problems.push({ kind: 'titleTooLong' })
  if (readDuration(form.durationMinutes) === 'invalid') problems.push({ kind: 'durationInvalid' })
  for (const { file } of form.files) {
    if (file.size > enclosureLimitBytes) problems.push({ kind: 'fileTooLarge', fileName: file.name })
  }
  return problems
}

function readDuration(typed: string): number | null | 'invalid' {
  if (typed.trim() === '') return null
  const minutes = Number(typed.trim())
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 480 ? minutes : 'invalid'
}

/**
 * Saves a checked form: the proposal, then its files, then a row for each. May be called again with the same form
 * after a failure; nothing is made twice. `onProgress` gets the name of what is being saved.
 */
export async function proposeItem(
  forum: Pick<ForumPort, 'addProposal' | 'storeFile' | 'addEnclosure'>,
  form: ProposalForm,
  folder: MeetingKey,
  onProgress: (name: string) => void,
): Promise<AgendaProposal> {
  const forumId = form.forumId
  const durationMinutes = readDuration(form.durationMinutes)
  if (forumId === null || durationMinutes === 'invalid') throw new Error('proposeItem was given an unchecked form')
  onProgress(form.title)
  const proposal = await forum.addProposal(forumId, {
    key: form.key,
    meetingKey: form.meetingKey,
    title: form.title.trim(),
    recommendation: form.recommendation.trim(),
    rationale: form.rationale.trim(),
    purpose: form.purpose,
    durationMinutes,
    organisation: form.organisation,
    state: 'received',
    condition: '',
    answer: '',
    sourceMessage: form.sourceMessage.slice(0, 250),
  })
  for (const chosen of form.files) {
    onProgress(chosen.file.name)
    await addFile(forum, forumId, form.key, folder, chosen)
  }
  return proposal
}

async function addFile(
  forum: Pick<ForumPort, 'storeFile' | 'addEnclosure'>,
  forumId: ForumId,
  owner: ProposalKey,
  folder: MeetingKey,
  { file, key }: ChosenFile,
): Promise<void> {
  const { driveId, driveItemId, fileName } = await forum.storeFile(forumId, folder, owner, file)
  await forum.addEnclosure(forumId, {
    key,
    meetingKey: folder,
    itemKey: owner,
    number: null,
    title: file.name.replace(/\.[a-z0-9]{2,5}$/i, '').slice(0, 250),
    content: { kind: 'file', driveId, driveItemId, fileName },
    openness: 'open',
  })
}
