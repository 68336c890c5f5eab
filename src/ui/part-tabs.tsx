import { type KeyboardEvent, useId, useRef } from 'react'
import styles from './part-tabs.module.css'

/**
 * A row of tabs that choose one part of a page, after the tabs pattern of WAI-ARIA: one stop for the Tab key, arrows, Home
 * and End between them. Not Fluent's TabList: see decisions/005.
 */
export function PartTabs<Part extends string>({
  label,
  onSelect,
  parts,
  selected,
}: {
  label: string
  onSelect: (part: Part) => void
  parts: readonly { readonly part: Part; readonly label: string }[]
  selected: Part
}) {
  const id = useId()
  const bar = useRef<HTMLDivElement>(null)
  const move = (press: KeyboardEvent) => {
    const at = parts.findIndex(({ part }) => part === selected)
    const count = parts.length
    const places: Record<string, number> = {
      ArrowRight: (at + 1) % count,
      ArrowLeft: (at + count - 1) % count,
      Home: 0,
      End: count - 1,
    }
    const place = places[press.key]
    const target = place === undefined ? undefined : parts[place]
    if (!target) return
    press.preventDefault()
    onSelect(target.part)
    bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[place ?? 0]?.focus()
  }
  return (
    <div aria-label={label} className={styles['bar']} onKeyDown={move} ref={bar} role="tablist" tabIndex={-1}>
      {parts.map(({ label: words, part }) => (
        <button
          aria-selected={part === selected}
          className={styles['tab']}
          id={`${id}${part}`}
          key={part}
          onClick={() => onSelect(part)}
          role="tab"
          tabIndex={part === selected ? 0 : -1}
          type="button"
        >
          {/* The bold form underneath keeps the width when the choice changes. */}
          <span className={styles['words']} data-words={words}>
            {words}
          </span>
        </button>
      ))}
    </div>
  )
}
