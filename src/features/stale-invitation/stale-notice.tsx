import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { Removal } from '../../workflows/remove-stale-invitation.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }))

/** What can be done with the stale copy: removed by its owner, or nothing, with the reason. */
export type RemovalOffer =
  | { readonly kind: 'offered'; readonly consequence: string; readonly remove: () => Promise<Removal | string> }
  | { readonly kind: 'refused'; readonly reason: string }

/** The bar a replaced invitation opens with: where the meeting is now, on what evidence, and the one button. */
export function StaleNotice({
  evidence,
  offer,
  onOpenLive,
  sentence,
}: {
  evidence: readonly string[]
  /** null when the copy is not in a calendar we may open, or the tie is only suggested. */
  offer: RemovalOffer | null
  /** null when the live invitation is not in this calendar. */
  onOpenLive: (() => void) | null
  sentence: string
}) {
  const texts = useTexts()
  const [asking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<Removal | string | null>(null)
  const gone = outcome === 'removed' || outcome === 'removedCancelled' || outcome === 'alreadyGone'
  const answer = async (confirmed: boolean) => {
    setAsking(false)
    if (confirmed && offer?.kind === 'offered') setOutcome(await offer.remove())
  }
  return (
    <>
      <Notice
        actions={
          <>
            {onOpenLive ? (
              <Button onClick={onOpenLive} size="small">
                {texts.outlook.openLive}
              </Button>
            ) : null}
            {offer?.kind === 'offered' && !gone ? (
              <Button onClick={() => setAsking(true)} size="small">
                {texts.outlook.removeMine}
              </Button>
            ) : null}
          </>
        }
        intent="warning"
      >
        <strong>{sentence}</strong>
        <ul>
          {evidence.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {offer?.kind === 'refused' ? <p>{offer.reason}</p> : null}
      </Notice>
      {outcome !== null ? <RemovalOutcome outcome={outcome} /> : null}
      {asking && offer?.kind === 'offered' ? (
        <Suspense>
          <ConfirmDialog
            action={texts.common.remove}
            consequence={offer.consequence}
            onAnswer={answer}
            title={texts.outlook.removeConfirmTitle}
          />
        </Suspense>
      ) : null}
    </>
  )
}

function RemovalOutcome({ outcome }: { outcome: Removal | string }) {
  const texts = useTexts()
  switch (outcome) {
    case 'removed':
      return <Notice intent="success">{texts.outlook.removed}</Notice>
    case 'removedCancelled':
      return <Notice intent="success">{texts.outlook.removedCancelled}</Notice>
    case 'alreadyGone':
      return <Notice intent="info">{texts.outlook.alreadyGone}</Notice>
    case 'youAreOrganizer':
      return <Notice intent="error">{texts.outlook.youAreOrganizer}</Notice>
    case 'nowLive':
      return <Notice intent="error">{texts.outlook.nowLive}</Notice>
    default:
      return <Notice intent="error">{outcome}</Notice>
  }
}
