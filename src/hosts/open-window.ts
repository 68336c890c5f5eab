import { rejectedError } from './to-service-error.ts'

const openable = ['https:', 'http:', 'mailto:']

/**
 * The address as it may be handed to a host. Links come from documents, mails and lists, so that one that would run
 * code or open a local file throws ServiceError 'rejected'.
 */
export function toSafeLink(url: string): string {
  const link = readUrl(url)
  if (link === null || !openable.includes(link.protocol)) {
    throw rejectedError('linket er ikke en adresse, der kan åbnes', url.slice(0, 200))
  }
  return link.href
}

function readUrl(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

/** Opens an address in a window of its own, which cannot reach back into ours. */
export function openWindow(page: Window, url: string): void {
  page.open(toSafeLink(url), '_blank', 'noopener,noreferrer')
}
