import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type Happening, ToastArea } from '../../ui/toast-area.tsx'
import { useServices } from './services.ts'

type Announce = (text: string, undo?: () => void) => void
const AnnounceContext = createContext<Announce>(() => undefined)

/** Keeps the latest happening and shows it, with "Fortryd" where there is a way back. */
export function Happenings({ children }: { children: ReactNode }) {
  const { keys } = useServices()
  const texts = useTexts()
  const [happening, setHappening] = useState<Happening | null>(null)
  const forget = useCallback(() => setHappening(null), [])
  const announce = useCallback<Announce>(
    (text, undo) =>
      setHappening({ id: keys.newKey(), text, undo: undo ? { label: texts.common.undo, run: undo } : null }),
    [keys, texts],
  )
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <ToastArea happening={happening} onDone={forget} />
    </AnnounceContext.Provider>
  )
}

/** Says that something has happened; `undo` brings it back. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}
