import { Badge, Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { PlainText } from '../../ui/plain-text.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './agenda-item-view.module.css'

/** One agenda item for reading: recommendation set apart, case, decision, minutes; `children` are its enclosures and notes. */
export function AgendaItemView({
  actions,
  children,
  item,
  onBack,
  onOpenLink,
}: {
  actions: ReactNode
  children: ReactNode
  item: AgendaItem
  onBack: () => void
  onOpenLink: (url: string) => void
}) {
  const texts = useTexts()
  return (
    <article aria-label={texts.agenda.item(item.number, item.title)} className={styles['item']}>
      <div className={styles['back']}>
        <Button appearance="subtle" onClick={onBack} size="small">
          ← {texts.agenda.backToList}
        </Button>
      </div>
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          {item.number ? <span className={styles['number']}>{item.number}</span> : null}
          {item.title}
        </h2>
        {actions}
      </div>
      <ItemFacts item={item} />
      <Part
        className={styles['recommendation']}
        onOpenLink={onOpenLink}
        text={item.recommendation}
        title={texts.agenda.recommendation}
      />
      <Part onOpenLink={onOpenLink} text={item.casePresentation} title={texts.agenda.casePresentation} />
      {children}
      <Part className={styles['decision']} onOpenLink={onOpenLink} text={item.decision} title={texts.agenda.decision} />
      <Part onOpenLink={onOpenLink} text={item.minutes} title={texts.agenda.minutes} />
    </article>
  )
}

function ItemFacts({ item }: { item: AgendaItem }) {
  const texts = useTexts()
  const facts = [
    item.purpose ? texts.agenda.purpose[item.purpose] : null,
    item.durationMinutes ? texts.common.minutes(item.durationMinutes) : null,
    item.presenters.length > 0 ? texts.agenda.presenters(item.presenters.join(', ')) : null,
  ].filter((fact) => fact !== null)
  if (facts.length === 0 && item.openness === 'open') return null
  return (
    <p className={styles['facts']}>
      {facts.join(' · ')}{' '}
      {item.openness === 'closed' ? (
        <Badge appearance="outline" color="important">
          {texts.agenda.closed}
        </Badge>
      ) : null}
    </p>
  )
}

function Part({
  className,
  onOpenLink,
  text,
  title,
}: {
  className?: string | undefined
  onOpenLink: (url: string) => void
  text: string
  title: string
}) {
  if (text.trim() === '') return null
  return (
    <section className={className}>
      <h3 className={styles['label']}>{title}</h3>
      <PlainText onOpenLink={onOpenLink} text={text} />
    </section>
  )
}
