import { useTexts } from '../../ui/texts/texts.tsx'
import { hasReported, mutualBriefings, reportingOrganisations } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import styles from './mine.module.css'

/** What waits for the secretariat: new proposals, enclosures that have not come, organisations that have not written. */
export function WaitingList({ record }: { record: MeetingRecord }) {
  const texts = useTexts()
  const newProposals = record.proposals.filter((proposal) => proposal.state === 'received').length
  const missingEnclosures = record.enclosures.filter((enclosure) => enclosure.content.kind === 'pending').length
  const briefings = mutualBriefings(record.items)
  const silent = reportingOrganisations(record).filter((organisation) =>
    briefings.some((item) => !hasReported(record.notes, item, organisation)),
  ).length
  const lines = [
    newProposals > 0 ? texts.mine.newProposals(newProposals) : null,
    missingEnclosures > 0 ? texts.mine.missingEnclosures(missingEnclosures) : null,
    silent > 0 ? texts.mine.missingStatus(silent) : null,
  ].filter((line) => line !== null)
  if (lines.length === 0) return null
  return (
    <section aria-label={texts.mine.waiting} className={styles['mine']}>
      <h2 className={styles['title']}>{texts.mine.waiting}</h2>
      <ul className={styles['list']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
