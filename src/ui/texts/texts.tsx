import { createContext, type ReactNode, useContext } from 'react'
import { da, type Texts } from './da.ts'

const TextsContext = createContext<Texts>(da)

/** Gives the sentences below it one language. */
export function TextsProvider({ children, texts }: { children: ReactNode; texts: Texts }) {
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>
}

/** The sentences in the reader's language. */
export function useTexts(): Texts {
  return useContext(TextsContext)
}

/** The dictionary of a language; English is fetched only by those who read it. */
export async function loadTexts(language: 'da' | 'en'): Promise<Texts> {
  return language === 'da' ? da : (await import('./en.ts')).en
}
