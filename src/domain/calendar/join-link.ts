/** What a Teams join link tells: the chat's thread (long link), or only digits (short link, PLATFORM F1.6, F1.7). */
export type JoinLink =
  | { readonly kind: 'thread'; readonly threadId: string }
  | { readonly kind: 'short'; readonly digits: string }

const longest = 4096

/**
 * Reads a Teams join link of either shape, encoded once or twice. null for anything else, other hosts included.
 * The thread id is given in lower case, as it is compared.
 */
export function readJoinLink(url: string): JoinLink | null {
  if (url.length > longest || !/^https:\/\/teams\.(microsoft|live|cloud\.microsoft)[./]/i.test(url)) return null
  const short = /\/meet\/(\d{6,20})(?:[?#/]|$)/i.exec(url)
  if (short?.[1]) return { kind: 'short', digits: short[1] }
  const long = /\/meetup-join\/([^/?#]+)/i.exec(url)
  const threadId = long?.[1] ? decodeRepeatedly(long[1]).toLowerCase() : ''
  return /^19:[^/\s]+@thread\.(v2|tacv2|skype)$/.test(threadId) ? { kind: 'thread', threadId } : null
}

function decodeRepeatedly(text: string): string {
  let decoded = text
  for (let turn = 0; turn < 3 && decoded.includes('%'); turn += 1) {
    try {
      decoded = decodeURIComponent(decoded)
    } catch {
      // A stray "%" is no encoding; what was decoded so far is what there is.
      return decoded
    }
  }
  return decoded
}
