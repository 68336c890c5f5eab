import { Button } from '@fluentui/react-components'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './panes.module.css'

/** What is seldom needed, at the end of every surface of a meeting. */
export function MoreLinks({ onShow }: { onShow: (part: 'stale' | 'log') => void }) {
  const texts = useTexts()
  return (
    <nav aria-label={texts.log.more} className={styles['more']}>
      <Button appearance="subtle" onClick={() => onShow('stale')} size="small">
        {texts.stale.title}
      </Button>
      <Button appearance="subtle" onClick={() => onShow('log')} size="small">
        {texts.log.title}
      </Button>
    </nav>
  )
}
