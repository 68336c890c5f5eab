import { decodeRepeatedly } from './decode-repeatedly.ts'

/** Our own link to a meeting, ".../tab.html?m=KEY", and the key in the context of a Teams deep link. */
const forms: readonly RegExp[] = [
  /tab\.html\?(?:[^\s<>"'#]{0,200}?&(?:amp;)?)?m=([\w.-]{6,100})/gi,
  /"subEntityId"\s*:\s*"([\w.-]{6,100})"/gi,
]

/** Quick no for the many texts without a link of ours. */
export function mayHoldToken(text: string): boolean {
  return /tab\.html|subEntityId/i.test(text)
}

/**
 * The keys of meetings that a text links to, as Mødetråd stamps them into invitations, in lower case, each once. Links may be
 * percent-encoded, twice over too. A key is evidence: the caller checks it against the forum's list.
 */
export function findTokens(text: string): readonly string[] {
  if (!mayHoldToken(text)) return []
  const plain = decodeRepeatedly(text.slice(0, 100_000))
  const found = forms.flatMap((form) => [...plain.matchAll(form)].map(([, key = '']) => key.toLowerCase()))
  return [...new Set(found)].slice(0, 10)
}
