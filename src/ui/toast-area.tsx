import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import styles from './toast-area.module.css'

/** Something that has happened, and the way back from it when there is one. `id` tells two equal ones apart. */
export type Happening = {
  readonly id: string
  readonly text: string
  readonly undo: { readonly label: string; readonly run: () => void } | null
}

const milliseconds = { plain: 6_000, undo: 12_000 }

/** Shows the latest happening at the bottom for a while, and says it to screen readers without taking the focus. */
export function ToastArea({ happening, onDone }: { happening: Happening | null; onDone: () => void }) {
  useEffect(() => {
    if (happening === null) return undefined
    const timer = setTimeout(onDone, happening.undo ? milliseconds.undo : milliseconds.plain)
    return () => clearTimeout(timer)
  }, [happening, onDone])
  return (
    <div className={styles['area']} role="status">
      {happening ? (
        <div className={styles['toast']} key={happening.id}>
          <span>{happening.text}</span>
          {happening.undo ? (
            <Button
              onClick={() => {
                happening.undo?.run()
                onDone()
              }}
              size="small"
            >
              {happening.undo.label}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
