import { createContext, type RefObject, useContext, useEffect, useRef, useState } from 'react'
import type { AgendaDraft } from '../../domain/agenda/agenda-draft.ts'
import { beginHistory, redoStep, takeStep, undoStep } from '../../domain/agenda/edit-history.ts'
import { invariant } from '../../shared/invariant.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'

/** What else a step is: the field that is typed in, what to say aloud, the element that gets the focus. */
type StepNote = { readonly field?: string; readonly said?: string; readonly focus?: string }

/** The draft under review and the ways to change it. */
export type Review = {
  readonly draft: AgendaDraft
  readonly edit: (next: AgendaDraft, note?: StepNote) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What the last step did, for those who hear the page. */
  readonly said: string
  readonly newKeys: () => { readonly item: string; readonly part: string }
}

/** Keeps the steps of a review. `onDirty` hears whether anything would be lost by leaving. */
export function useReviewHistory(
  start: AgendaDraft,
  newKey: () => string,
  onDirty: (isDirty: boolean) => void,
): Review & { readonly area: RefObject<HTMLDivElement | null> } {
  const texts = useImportReviewTexts()
  const [history, setHistory] = useState(() => beginHistory(start))
  const [note, setNote] = useState<StepNote>({})
  const isDirty = history.past.length > 0
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  useEffect(() => {
    if (note.focus) document.getElementById(note.focus)?.focus()
    // What had the focus may be gone with the step; the keys must go on working.
    if (document.activeElement === document.body) area.current?.focus()
  }, [note])
  const undo = () => {
    setHistory(undoStep)
    setNote({ said: texts.undone })
  }
  const redo = () => {
    setHistory(redoStep)
    setNote({ said: texts.redone })
  }
  useStepKeys(area, undo, redo)
  return {
    draft: history.present,
    edit: (next, step = {}) => {
      setHistory((before) => takeStep(before, next, step.field ?? null))
      setNote(step)
    },
    undo,
    redo,
    canUndo: isDirty,
    canRedo: history.future.length > 0,
    said: note.said ?? '',
    newKeys: () => ({ item: newKey(), part: newKey() }),
    area,
  }
}

/** Ctrl+Z and Ctrl+Y anywhere in the area, also in its fields: their own undo knows nothing of the draft. */
function useStepKeys(area: RefObject<HTMLDivElement | null>, undo: () => void, redo: () => void): void {
  useEffect(() => {
    const box = area.current
    const onKeyDown = (press: KeyboardEvent) => {
      const key = press.key.toLowerCase()
      if (!(press.ctrlKey || press.metaKey) || press.altKey || (key !== 'z' && key !== 'y')) return
      press.preventDefault()
      if (key === 'y' || press.shiftKey) redo()
      else undo()
    }
    box?.addEventListener('keydown', onKeyDown)
    return () => box?.removeEventListener('keydown', onKeyDown)
  })
}

export const ReviewContext = createContext<Review | null>(null)

/** The review this component is part of; outside one is our own bug. */
export function useReview(): Review {
  const review = useContext(ReviewContext)
  invariant(review, 'useReview outside a review')
  return review
}

/** Id of the element that stands for an item, so that it can be found and focused. */
export function rowId(itemKey: string): string {
  return `review-${itemKey}`
}
