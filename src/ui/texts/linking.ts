import { type LinkingPart, linkingDa } from './da/linking.ts'
import type { Texts } from './da.ts'
import { linkingEn } from './en/linking.ts'
import { useTexts } from './texts.tsx'

/** The dictionary with the sentences about invitations, moves and the log. */
export type LinkingTexts = Texts & LinkingPart

// The same dictionary gives the same object, so that memos hold.
const known = new WeakMap<Texts, LinkingTexts>()

/** All sentences in the reader's language; those about invitations come with the panes that say them. */
export function useLinkingTexts(): LinkingTexts {
  const texts = useTexts()
  const found = known.get(texts)
  if (found) return found
  const made = { ...texts, ...(texts.language === 'en' ? linkingEn : linkingDa) }
  known.set(texts, made)
  return made
}
