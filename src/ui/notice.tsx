import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** One sentence that must be seen, with what can be done about it. */
export function Notice({
  actions,
  children,
  intent,
}: {
  actions?: ReactNode
  children: ReactNode
  intent: 'info' | 'success' | 'warning' | 'error'
}) {
  return (
    <MessageBar intent={intent} layout="multiline" politeness={intent === 'error' ? 'assertive' : 'polite'}>
      <MessageBarBody>{children}</MessageBarBody>
      {actions ? <MessageBarActions>{actions}</MessageBarActions> : null}
    </MessageBar>
  )
}
