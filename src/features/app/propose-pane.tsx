import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { OutlookItem } from '../../hosts/host.ts'
import type { EnclosureKey, MeetingKey, ProposalKey } from '../../shared/ids.ts'
import { formatInstantDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type ChosenFile, type ProposalForm, proposeItem } from '../../workflows/propose-item.ts'
import { ProposalFormView, type ProposalTarget, type SaveState } from '../proposals/proposal-form.tsx'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'

type Mail = Extract<OutlookItem, { kind: 'mail' }>

/**
 * The form for a proposal with its saving. From a mail it is filled in: title from the subject, text from the body, the
 * attachments on offer. What was typed stays through every failure, and a repeated save finds what the first one made.
 */
export function ProposePane({
  mail,
  onSent,
  targets,
}: {
  mail: Mail | null
  onSent: () => void
  targets: readonly ProposalTarget[]
}) {
  const texts = useTexts()
  const { clock, forum, host, keys } = useServices()
  const [form, setForm] = useState<ProposalForm>(() => emptyForm(keys.newKey() as ProposalKey, mail, targets))
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(
    () => new Set((mail?.attachments ?? []).filter((file) => !file.isInline).map((file) => file.id)),
  )
  const [attachmentKeys] = useState(() => new Map((mail?.attachments ?? []).map((file) => [file.id, keys.newKey()])))
  const [save, setSave] = useState<SaveState>({ kind: 'editing' })
  const [sent, setSent] = useState(false)
  const target = targets.find((candidate) => candidate.forumId === form.forumId)
  const send = async () => {
    setSave({ kind: 'saving', name: form.title })
    try {
      const files = [...form.files]
      for (const id of chosenIds) {
        const key = attachmentKeys.get(id)
        if (key) files.push({ key: key as EnclosureKey, file: await host.readAttachment(id) })
      }
      // A forum without a coming meeting keeps the files in the proposal's own folder.
      const folder = form.meetingKey ?? (form.key as unknown as MeetingKey)
      await proposeItem(forum, { ...form, files }, folder, (name) => setSave({ kind: 'saving', name }))
      setSave({ kind: 'editing' })
      setSent(true)
      onSent()
    } catch (error) {
      setSave({ kind: 'failed', sentence: tellSaveError(error, texts) })
    }
  }
  if (targets.length === 0) return <Notice intent="info">{texts.proposals.noForum}</Notice>
  if (sent) {
    const again = () => {
      setForm(emptyForm(keys.newKey() as ProposalKey, null, targets))
      setChosenIds(new Set())
      setSent(false)
    }
    return (
      <Notice
        actions={
          <Button onClick={again} size="small">
            {texts.proposals.another}
          </Button>
        }
        intent="success"
      >
        {describeSent(target, texts)}
      </Notice>
    )
  }
  return (
    <ProposalFormView
      form={form}
      makeFile={(file): ChosenFile => ({ key: keys.newKey() as EnclosureKey, file })}
      offered={(mail?.attachments ?? []).filter((file) => !file.isInline)}
      offeredChosen={chosenIds}
      onChange={(next) => {
        setForm(next)
        if (save.kind === 'failed') setSave({ kind: 'editing' })
      }}
      onChooseOffered={setChosenIds}
      onSend={send}
      save={save}
      targets={targets}
      today={clock.today(target?.meeting?.timeZone ?? 'Europe/Copenhagen')}
    />
  )
}

function describeSent(target: ProposalTarget | undefined, texts: ReturnType<typeof useTexts>): string {
  const meeting = target?.meeting
  if (!target || !meeting) return texts.proposals.sent
  return texts.proposals.sentTo(target.forumName, formatInstantDay(meeting.start, meeting.timeZone, texts.language))
}

function emptyForm(key: ProposalKey, mail: Mail | null, targets: readonly ProposalTarget[]): ProposalForm {
  const only = targets.length === 1 ? targets[0] : undefined
  return {
    key,
    forumId: only?.forumId ?? null,
    meetingKey: only?.meeting?.key ?? null,
    title: (mail?.subject ?? '').replace(/^\s*((sv|vs|re|fw|fwd)\s*:\s*)+/i, '').slice(0, 250),
    recommendation: '',
    rationale: mail?.bodyText.trim() ?? '',
    purpose: null,
    durationMinutes: '',
    organisation: only?.organisation ?? '',
    sourceMessage: mail?.subject ?? '',
    files: [],
  }
}
