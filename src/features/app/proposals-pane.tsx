import { useState } from 'react'
import type { Member } from '../../domain/forum/forum.ts'
import { mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { AgendaProposal } from '../../domain/proposal/agenda-proposal.ts'
import { formatDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { EnclosureList } from '../enclosures/enclosure-list.tsx'
import { ProposalList } from '../proposals/proposal-list.tsx'
import { EnclosureOpener } from './enclosure-opener.tsx'
import { useAnnounce } from './happenings.tsx'
import styles from './panes.module.css'
import { ProposePane } from './propose-pane.tsx'
import { useServices } from './services.ts'
import { useMeetingActions } from './use-meeting-actions.ts'
import { useReading } from './use-reading.ts'

/** The proposals for the meeting, and the form for one more. */
export function ProposalsPane({ live, me, record }: { live: Meeting; me: Member | undefined; record: MeetingRecord }) {
  const texts = useTexts()
  const { host } = useServices()
  const announce = useAnnounce()
  const reading = useReading(record)
  const { putOnAgenda, refresh } = useMeetingActions(record)
  const [failed, setFailed] = useState<string | null>(null)
  const deadline = live.proposalDeadline ? formatDay(live.proposalDeadline, texts.language) : null
  const put = async (proposal: AgendaProposal) => {
    const failure = await putOnAgenda(proposal)
    setFailed(failure)
    if (failure === null) announce(texts.proposals.onAgendaDone(proposal.title))
  }
  return (
    <EnclosureOpener onRead={reading.markEnclosure}>
      {(open) => (
        <div className={styles['pane']}>
          {failed ? <Notice intent="error">{failed}</Notice> : null}
          {record.proposals.length === 0 ? (
            <p>
              {texts.proposals.empty} {deadline ? texts.proposals.deadline(deadline) : ''}
            </p>
          ) : (
            <ProposalList
              enclosuresOf={(proposal) => {
                const enclosures = record.enclosures.filter((enclosure) => enclosure.itemKey === proposal.key)
                if (enclosures.length === 0) return null
                return (
                  <EnclosureList
                    enclosures={enclosures}
                    isNew={reading.isEnclosureNew}
                    label={texts.agenda.enclosures}
                    onOpen={open}
                  />
                )
              }}
              onOpenLink={(url) => host.openLink(url)}
              onPutOnAgenda={mayEditAgenda(me) ? put : null}
              proposals={record.proposals}
            />
          )}
          {me && live.status === 'planned' ? (
            <section aria-label={texts.proposals.form}>
              <h2 className={styles['title']}>{texts.proposals.form}</h2>
              <ProposePane
                mail={null}
                onSent={refresh}
                targets={[
                  {
                    forumId: record.forum.id,
                    forumName: record.forum.name,
                    organisation: me.organisation,
                    meeting: live,
                  },
                ]}
              />
            </section>
          ) : null}
        </div>
      )}
    </EnclosureOpener>
  )
}
