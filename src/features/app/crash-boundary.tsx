import { Component, type ReactNode } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'

/** Our own bug, said plainly; the text can be sent to those who mend it. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crash: Error | null }> {
  override state: { crash: Error | null } = { crash: null }

  static getDerivedStateFromError(crash: unknown): { crash: Error } {
    return { crash: crash instanceof Error ? crash : new Error(String(crash)) }
  }

  override render(): ReactNode {
    return this.state.crash ? <CrashNotice crash={this.state.crash} /> : this.props.children
  }
}

function CrashNotice({ crash }: { crash: Error }) {
  const texts = useTexts()
  return (
    <Notice intent="error">
      {texts.failure.unexpected} <code>{crash.message}</code>
    </Notice>
  )
}
