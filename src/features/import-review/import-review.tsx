import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { Outline } from '../../domain/agenda/outline.ts'
import type { Finding } from '../../shared/reading.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { KeyedDraftItem } from '../../workflows/import-agenda.ts'
import { DraftItemLine } from './draft-item-line.tsx'
import styles from './import-review.module.css'
import { OutlineView } from './outline-view.tsx'

/** What was read of a document, beside the document: findings first, each item to be taken in or left out. */
export function ImportReview({
  draft,
  findings,
  outline,
  saveLabel,
  saving,
  warnings,
  onCancel,
  onSave,
}: {
  draft: readonly KeyedDraftItem[]
  findings: readonly Finding[]
  onCancel: () => void
  onSave: (chosen: readonly KeyedDraftItem[]) => void
  outline: Outline
  saveLabel: string
  /** Words about a save that is under way, else null. */
  saving: string | null
  warnings: readonly string[]
}) {
  const texts = useTexts()
  const [items, setItems] = useState(draft)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [looking, setLooking] = useState<number | null>(null)
  const taken = items.filter((item) => !leftOut.has(item.key))
  const enclosures = taken.flatMap((item) => item.keyedEnclosures)
  const toggle = (key: string, take: boolean) => {
    const next = new Set(leftOut)
    if (take) next.delete(key)
    else next.add(key)
    setLeftOut(next)
  }
  return (
    <div className={styles['review']}>
      <FindingList findings={findings} onLook={setLooking} warnings={warnings} />
      <div className={styles['sides']}>
        <section aria-label={texts.importing.original} className={styles['side']}>
          <h3>{texts.importing.original}</h3>
          <OutlineView findings={findings} looking={looking} outline={outline} />
        </section>
        <section aria-label={texts.importing.understood} className={styles['side']}>
          <h3>{texts.importing.understood}</h3>
          <ol className={styles['items']}>
            {items.map((item) => (
              <li key={item.key}>
                <Checkbox
                  aria-label={`${texts.importing.takeIn}: ${item.title}`}
                  checked={!leftOut.has(item.key)}
                  onChange={(_, { checked }) => toggle(item.key, checked === true)}
                />
                <DraftItemLine
                  item={item}
                  onRename={(title) =>
                    setItems(items.map((other) => (other.key === item.key ? { ...item, title } : other)))
                  }
                />
              </li>
            ))}
          </ol>
        </section>
      </div>
      <div className={styles['sum']}>
        <span>
          {texts.importing.sum(
            taken.length,
            enclosures.length,
            enclosures.filter((enclosure) => enclosure.pending).length,
            findings.length,
          )}
        </span>
        <Button
          appearance="primary"
          disabledFocusable={saving !== null || taken.length === 0}
          onClick={() => onSave(taken)}
        >
          {saveLabel}
        </Button>
        <Button disabledFocusable={saving !== null} onClick={onCancel}>
          {texts.importing.another}
        </Button>
        <span role="status">{saving ?? ''}</span>
      </div>
    </div>
  )
}

function FindingList({
  findings,
  onLook,
  warnings,
}: {
  findings: readonly Finding[]
  onLook: (paragraph: number) => void
  warnings: readonly string[]
}) {
  const texts = useTexts()
  if (findings.length === 0 && warnings.length === 0)
    return <Notice intent="success">{texts.importing.noFindings}</Notice>
  return (
    <Notice intent="warning">
      <strong>{texts.importing.findings}</strong>
      <ul className={styles['findings']}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.place?.paragraph} ${finding.message}`}>
            {finding.place ? (
              <button className={styles['look']} onClick={() => onLook(finding.place?.paragraph ?? 0)} type="button">
                {finding.message}
                {finding.place.page ? ` (${texts.importing.page(finding.place.page)})` : ''}
              </button>
            ) : (
              finding.message
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
