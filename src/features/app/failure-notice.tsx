import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'

/** What failed, in a sentence, with the one thing to do: sign in, show the consent page, or try again. */
export function FailureNotice({
  error: given,
  onRetry,
  retrying,
}: {
  error: Error
  onRetry: () => void
  retrying: boolean
}) {
  const texts = useTexts()
  const { appOrigin, consentAddress, host, signIn } = useServices()
  // What signing in came to says more than why it was needed.
  const [afterClick, setAfterClick] = useState<ServiceError | null>(null)
  const error = afterClick ?? given
  const failure = error instanceof ServiceError ? error.failure : null
  const signInAgain = async () => {
    try {
      await signIn('forum-data')
      setAfterClick(null)
      onRetry()
    } catch (refused) {
      if (!(refused instanceof ServiceError)) throw refused
      setAfterClick(refused)
    }
  }
  return (
    <Notice
      actions={
        <>
          {failure?.kind === 'signInNeeded' ? (
            <Button appearance="primary" onClick={signInAgain} size="small">
              {texts.failure.signIn}
            </Button>
          ) : null}
          {failure?.kind === 'consentMissing' ? (
            <Button onClick={() => host.openLink(consentAddress(failure.registration))} size="small">
              {texts.failure.consentPage}
            </Button>
          ) : null}
          {failure?.kind === 'wrongTenant' ? (
            <Button onClick={() => host.openLink(`${appOrigin}/index.html`)} size="small">
              {texts.failure.openInBrowser}
            </Button>
          ) : null}
          <Button disabledFocusable={retrying} onClick={onRetry} size="small">
            {texts.common.retry}
          </Button>
        </>
      }
      intent="error"
    >
      {tellError(error, texts)}
    </Notice>
  )
}
