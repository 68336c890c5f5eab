import { Badge, Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AgendaProposal } from '../../domain/proposal/agenda-proposal.ts'
import { PlainText } from '../../ui/plain-text.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './proposal-list.module.css'

/** The proposals for a meeting with their state, as their proposers see them; secretaries may put one on the agenda. */
export function ProposalList({
  enclosuresOf,
  onOpenLink,
  onPutOnAgenda,
  proposals,
}: {
  enclosuresOf: (proposal: AgendaProposal) => ReactNode
  onOpenLink: (url: string) => void
  /** null for those who may not. */
  onPutOnAgenda: ((proposal: AgendaProposal) => void) | null
  proposals: readonly AgendaProposal[]
}) {
  const texts = useTexts()
  return (
    <ul aria-label={texts.proposals.title} className={styles['list']}>
      {proposals.map((proposal) => (
        <li className={styles['proposal']} key={proposal.key}>
          <div className={styles['head']}>
            <h2 className={styles['title']}>{proposal.title}</h2>
            <Badge appearance="tint" color={proposal.state === 'received' ? 'brand' : 'informative'}>
              {texts.proposals.state[proposal.state]}
            </Badge>
          </div>
          <ProposalFacts proposal={proposal} />
          {proposal.condition ? (
            <p className={styles['condition']}>
              <strong>{texts.proposals.condition}:</strong> {proposal.condition}
            </p>
          ) : null}
          <PlainText onOpenLink={onOpenLink} text={proposal.recommendation} />
          <details className={styles['more']}>
            <summary>{texts.agenda.casePresentation}</summary>
            <PlainText onOpenLink={onOpenLink} text={proposal.rationale} />
          </details>
          {enclosuresOf(proposal)}
          {proposal.answer ? (
            <p>
              <strong>{texts.proposals.answer}:</strong> {proposal.answer}
            </p>
          ) : null}
          {onPutOnAgenda && proposal.state !== 'on-agenda' ? (
            <Button onClick={() => onPutOnAgenda(proposal)} size="small">
              {texts.proposals.putOnAgenda}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function ProposalFacts({ proposal }: { proposal: AgendaProposal }) {
  const texts = useTexts()
  const facts = [
    texts.proposals.by(proposal.author, proposal.organisation),
    proposal.purpose ? texts.agenda.purpose[proposal.purpose] : null,
    proposal.durationMinutes ? texts.common.minutes(proposal.durationMinutes) : null,
    proposal.sourceMessage ? texts.proposals.fromMail(proposal.sourceMessage) : null,
  ].filter((fact) => fact !== null)
  return <p className={styles['facts']}>{facts.join(' · ')}</p>
}
