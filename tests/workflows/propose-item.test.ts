import { expect, test } from 'vitest'
import type { EnclosureKey, ForumId, MeetingKey, ProposalKey } from '../../src/shared/ids.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { NewEnclosure, NewProposal, StoredFile } from '../../src/workflows/ports.ts'
import { checkProposal, type ProposalForm, proposeItem } from '../../src/workflows/propose-item.ts'

function aForm(part: Partial<ProposalForm> = {}): ProposalForm {
  return {
    key: 'p1' as ProposalKey,
    forumId: 'forum' as ForumId,
    meetingKey: 'live' as MeetingKey,
    title: 'Fælles vagtplan',
    recommendation: '',
    rationale: '',
    purpose: 'discussion',
    durationMinutes: '20',
    organisation: 'Lyngvig Kommune',
    sourceMessage: '',
    files: [],
    ...part,
  }
}

const aFile = (name: string, sizeBytes: number): File => {
  const file = new File(['x'], name)
  Object.defineProperty(file, 'size', { value: sizeBytes })
  return file
}

/** Keeps rows by key, as the site's unique column does; loses the answer of the call named in `loseAnswerOf`. */
function aSite(loseAnswerOf?: string) {
  const proposals = new Map<string, NewProposal>()
  const enclosures = new Map<string, NewEnclosure>()
  let lost = false
  const answer = <T>(call: string, value: T): T => {
    if (call === loseAnswerOf && !lost) {
      lost = true
      throw new ServiceError({ kind: 'offline' })
    }
    return value
  }
  return {
    proposals,
    enclosures,
    addProposal: async (_: ForumId, proposal: NewProposal) => {
      if (!proposals.has(proposal.key)) proposals.set(proposal.key, proposal)
      return answer('addProposal', { ...proposal, author: '', createdAt: '' as never, eTag: null })
    },
    storeFile: async (_: ForumId, folder: MeetingKey, owner: string, file: File): Promise<StoredFile> =>
      answer('storeFile', {
        driveId: 'd',
        driveItemId: `${folder}/${owner}/${file.name}`,
        fileName: file.name,
        sizeBytes: 1,
      }),
    addEnclosure: async (_: ForumId, enclosure: NewEnclosure) => {
      if (!enclosures.has(enclosure.key)) enclosures.set(enclosure.key, enclosure)
      return answer('addEnclosure', { ...enclosure, eTag: null })
    },
  }
}

test('every problem of the form is told at once', () => {
  const form = aForm({
    forumId: null,
    title: '  ',
    durationMinutes: 'en time',
    files: [{ key: 'e1' as EnclosureKey, file: aFile('stor.pdf', 40 * 1024 * 1024) }],
  })
  expect(checkProposal(form)).toEqual([
    { kind: 'forumMissing' },
    { kind: 'titleMissing' },
    { kind: 'durationInvalid' },
    { kind: 'fileTooLarge', fileName: 'stor.pdf' },
  ])
  expect(checkProposal(aForm({ durationMinutes: '' }))).toEqual([])
})

test('a proposal without files is one row', async () => {
  const site = aSite()
  await proposeItem(site, aForm(), 'live' as MeetingKey, () => undefined)
  expect([...site.proposals.values()]).toMatchObject([
    { title: 'Fælles vagtplan', durationMinutes: 20, state: 'received' },
  ])
})

test.each(['addProposal', 'storeFile', 'addEnclosure'])(
  'a save whose %s lost its answer makes nothing twice when tried again',
  async (call) => {
    const site = aSite(call)
    const form = aForm({ files: [{ key: 'e1' as EnclosureKey, file: aFile('bilag.pdf', 10) }] })
    await expect(proposeItem(site, form, 'live' as MeetingKey, () => undefined)).rejects.toThrow('offline')
    await proposeItem(site, form, 'live' as MeetingKey, () => undefined)
    expect(site.proposals.size).toBe(1)
    expect([...site.enclosures.values()]).toMatchObject([{ key: 'e1', itemKey: 'p1', title: 'bilag' }])
  },
)
