import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }))

/** What is asked before something unsaved is left. */
export type LeaveQuestion = { readonly title: string; readonly consequence: string; readonly action: string }

type Guard = {
  /** Goes on, at once or after the question is answered. */
  readonly leave: (goOn: () => void) => void
  readonly hold: (question: LeaveQuestion | null) => void
}

const GuardContext = createContext<Guard>({ leave: (goOn) => goOn(), hold: () => undefined })

/** Asks before work that is not saved is left, by a tab of the meeting, a way back, or the window being closed. */
export function LeaveGuard({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<LeaveQuestion | null>(null)
  const [asked, setAsked] = useState<{ readonly goOn: () => void } | null>(null)
  useEffect(() => {
    if (question === null) return
    const stop = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stop)
    return () => removeEventListener('beforeunload', stop)
  }, [question])
  const leave = useCallback((goOn: () => void) => (question === null ? goOn() : setAsked({ goOn })), [question])
  const guard = useMemo(() => ({ leave, hold: setQuestion }), [leave])
  const answer = (isSure: boolean) => {
    setAsked(null)
    if (!isSure) return
    setQuestion(null)
    asked?.goOn()
  }
  return (
    <GuardContext.Provider value={guard}>
      {children}
      {asked && question ? (
        <Suspense>
          <ConfirmDialog {...question} onAnswer={answer} />
        </Suspense>
      ) : null}
    </GuardContext.Provider>
  )
}

/** A way on that asks first while something unsaved is shown. */
export function useLeave(): Guard['leave'] {
  return useContext(GuardContext).leave
}

/** While `question` is set, leaving asks it. */
export function useHold(question: LeaveQuestion | null): void {
  const { hold } = useContext(GuardContext)
  useEffect(() => {
    hold(question)
    return () => hold(null)
  }, [hold, question])
}
