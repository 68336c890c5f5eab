import { Button } from '@fluentui/react-components'
import { useRef } from 'react'

/** The button that opens the computer's own file chooser for documents; `several` lets more than one be chosen. */
export function FileChoice({
  accept = '.docx,.pdf,.txt,.odt,.html',
  hint,
  label,
  onChoose,
  several = false,
}: {
  /** What the chooser offers, as the browser's own attribute. */
  accept?: string
  hint: string
  label: string
  onChoose: (files: readonly File[]) => void
  several?: boolean
}) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <p>{hint}</p>
      <input
        accept={accept}
        aria-label={label}
        hidden
        multiple={several}
        onChange={(picked) => {
          const files = [...(picked.target.files ?? [])]
          picked.target.value = ''
          if (files.length > 0) onChoose(files)
        }}
        ref={picker}
        type="file"
      />
      <div>
        <Button appearance="primary" onClick={() => picker.current?.click()}>
          {label}
        </Button>
      </div>
    </>
  )
}
