import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError, type ServiceFailure } from '../../workflows/failure.ts'
import { useServices } from './services.ts'

/** Why the own calendar is not here, and the one thing that can be done about it; everything else works without. */
export function CalendarHint({ failure, onRetry }: { failure: ServiceFailure; onRetry: () => void }) {
  const texts = useTexts()
  const { consentAddress, host, signIn } = useServices()
  const [afterClick, setAfterClick] = useState<ServiceFailure | null>(null)
  const shown = afterClick ?? failure
  const askPerson = async () => {
    try {
      await signIn('my-calendar')
      setAfterClick(null)
      onRetry()
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      setAfterClick(error.failure)
    }
  }
  return (
    <>
      {shown.kind === 'consentMissing' ? texts.failure.consentCalendar : texts.mine.noCalendar}{' '}
      {shown.kind === 'consentMissing' ? (
        <Button onClick={() => host.openLink(consentAddress('my-calendar'))} size="small">
          {texts.failure.consentPage}
        </Button>
      ) : null}
      {shown.kind === 'signInNeeded' ? (
        <Button onClick={askPerson} size="small">
          {texts.failure.signIn}
        </Button>
      ) : null}
    </>
  )
}
