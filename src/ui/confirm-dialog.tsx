import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useTexts } from './texts/texts.tsx'

/** Asks before something that cannot be taken back, in the words of the consequence. */
export function ConfirmDialog({
  action,
  consequence,
  onAnswer,
  title,
}: {
  action: string
  consequence: string
  onAnswer: (confirmed: boolean) => void
  title: string
}) {
  const texts = useTexts()
  return (
    <Dialog modalType="alert" onOpenChange={(_, { open }) => !open && onAnswer(false)} open>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{consequence}</DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={() => onAnswer(false)}>
              {texts.common.cancel}
            </Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
