import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './meeting-panel.module.css'

/** The item the meeting is at, big, with the way to its neighbours; `children` are decision and notes. */
export function CurrentItem({
  children,
  item,
  minutesUsed,
  onStep,
  position,
  total,
}: {
  children: ReactNode
  item: AgendaItem
  /** Whole minutes since this item was taken up. */
  minutesUsed: number
  onStep: (step: -1 | 1) => void
  /** From 1. */
  position: number
  total: number
}) {
  const texts = useTexts()
  return (
    <article aria-label={texts.agenda.item(item.number, item.title)} className={styles['current']}>
      <div className={styles['steps']}>
        <Button aria-label={texts.common.previous} disabled={position === 1} onClick={() => onStep(-1)} size="small">
          ←
        </Button>
        <span>{texts.panel.itemOf(position, total)}</span>
        <Button aria-label={texts.common.next} disabled={position === total} onClick={() => onStep(1)} size="small">
          →
        </Button>
      </div>
      <h1 className={styles['title']}>{texts.agenda.item(item.number, item.title)}</h1>
      <p className={styles['facts']}>
        {[
          item.purpose ? texts.agenda.purpose[item.purpose] : null,
          item.presenters.length > 0 ? texts.agenda.presenters(item.presenters.join(', ')) : null,
        ]
          .filter((fact) => fact !== null)
          .join(' · ')}
      </p>
      <p className={styles['time']}>
        {texts.panel.timeUsed}: {texts.common.minutes(minutesUsed)}
        {item.durationMinutes ? ` · ${texts.panel.timeLeft(item.durationMinutes - minutesUsed)}` : ''}
      </p>
      {children}
    </article>
  )
}
