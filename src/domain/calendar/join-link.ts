import { decodeRepeatedly } from './decode-repeatedly.ts'

/** What a Teams join link tells: the chat's thread (long link), or only digits (short link, PLATFORM F1.6, F1.7). */
export type JoinLink =
  | { readonly kind: 'thread'; readonly threadId: string }
  | { readonly kind: 'short'; readonly digits: string }

const longest = 4096

/**
 * Reads a Teams join link of either shape, encoded once or twice, also wrapped by Outlook's "safelinks". null for
 * anything else, other hosts included. The thread id is given in lower case, as it is compared.
 */
export function readJoinLink(url: string): JoinLink | null {
  if (url.length > longest) return null
  const plain = /safelinks\.protection\.outlook\.com/i.test(url) ? decodeRepeatedly(unwrapSafeLink(url)) : url
  if (!/^https:\/\/(?:[a-z]+\.)?teams\.(microsoft|live|cloud\.microsoft)[./]/i.test(plain)) return null
  const short = /\/meet\/(\d{6,20})(?:[?#/]|$)/i.exec(plain)
  if (short?.[1]) return { kind: 'short', digits: short[1] }
  const long = /\/meetup-join\/([^?#]+)/i.exec(plain)
  const threadId = long?.[1] ? (decodeRepeatedly(long[1]).split('/')[0] ?? '').toLowerCase() : ''
  return /^19:[^/\s]+@thread\.(v2|tacv2|skype)$/.test(threadId) ? { kind: 'thread', threadId } : null
}

function unwrapSafeLink(url: string): string {
  return /[?&]url=([^&]+)/i.exec(url)?.[1] ?? ''
}

/**
 * The join links that stand in a text, as a forwarded or typed invitation carries them, and "Møde-id: 312 456 789 012".
 * At most ten.
 */
export function findJoinLinks(text: string): readonly JoinLink[] {
  const found = new Map<string, JoinLink>()
  for (const [url] of text.matchAll(/https:\/\/[^\s<>"')\]]{10,4000}/g)) {
    const link = readJoinLink(url)
    if (link) found.set(link.kind === 'thread' ? link.threadId : link.digits, link)
    if (found.size >= 10) break
  }
  for (const [, printed = ''] of text.matchAll(/(?:møde-?\s?id|meeting id)\s*:?\s*((?:\d{2,4} ?){3,5})/gi)) {
    const digits = printed.replaceAll(' ', '')
    if (digits.length >= 9 && found.size < 10) found.set(digits, { kind: 'short', digits })
  }
  return [...found.values()]
}
