import { Button, Toast, Toaster, ToastFooter, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { useEffect } from 'react'

/** Something that has happened, and the way back from it when there is one. `id` tells two equal ones apart. */
export type Happening = {
  readonly id: string
  readonly text: string
  readonly undo: { readonly label: string; readonly run: () => void } | null
}

/** Shows happenings in the corner, each for a while. Loaded with the first one. */
export function ToastArea({ happening }: { happening: Happening }) {
  const toasterId = useId('toaster')
  const { dispatchToast, dismissToast } = useToastController(toasterId)
  useEffect(() => {
    const toastId = happening.id
    dispatchToast(
      <Toast>
        <ToastTitle>{happening.text}</ToastTitle>
        {happening.undo ? (
          <ToastFooter>
            <Button
              appearance="transparent"
              onClick={() => {
                dismissToast(toastId)
                happening.undo?.run()
              }}
              size="small"
            >
              {happening.undo.label}
            </Button>
          </ToastFooter>
        ) : null}
      </Toast>,
      { intent: 'success', timeout: happening.undo ? 10_000 : 5_000, toastId },
    )
  }, [dismissToast, dispatchToast, happening])
  return <Toaster position="bottom" toasterId={toasterId} />
}
