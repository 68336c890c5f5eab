import type { Call } from './call.ts'

/** "*" matches anything; quotes and the weak mark W/ are not compared, as the service itself sends both forms. */
export function matchesTag(header: string, eTag: string): boolean {
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '').replace(/^"|"$/g, '')
  // A tag of SharePoint holds a comma itself: "guid,3".
  return (
    header.trim() === '*' ||
    bare(header) === bare(eTag) ||
    (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => bare(tag) === bare(eTag))
  )
}

/** False when the request has an If-Match that another version bears. */
export function meetsIfMatch(call: Call, eTag: string): boolean {
  const header = call.headers.get('if-match')
  return header === null || matchesTag(header, eTag)
}

/** True when the client already has this version (If-None-Match), so that 304 is the answer. */
export function isUnchanged(call: Call, eTag: string): boolean {
  const header = call.headers.get('if-none-match')
  return header !== null && header.trim() !== '*' && matchesTag(header, eTag)
}
