/** Who had the copies on this machine last: enough to open them, and nothing that opens anything else. */
export type KnownOwner = { readonly name: string; readonly mail: string; readonly tenantId: string }

const prefix = 'moedetraad:owner:'

/** The owner noted under what the host calls the person ('' where it names nobody); null when none was, or may be kept. */
export function recallOwner(hint: string): KnownOwner | null {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(prefix + hint.toLowerCase()) ?? 'null')
    return isOwner(kept) ? { name: kept.name, mail: kept.mail, tenantId: kept.tenantId } : null
  } catch {
    // Denied in a cross-site frame, or not what we wrote: then the person is known when the token is there.
    return null
  }
}

/** Notes who the person turned out to be, or with null that it was somebody else. */
export function noteOwner(hint: string, owner: KnownOwner | null): void {
  const key = prefix + hint.toLowerCase()
  try {
    if (owner === null) globalThis.localStorage.removeItem(key)
    else globalThis.localStorage.setItem(key, JSON.stringify(owner))
  } catch (error) {
    // Denied or full: the next visit asks for the token first.
    if (!(error instanceof DOMException)) throw error
  }
}

function isOwner(kept: unknown): kept is KnownOwner {
  if (typeof kept !== 'object' || kept === null) return false
  return (['name', 'mail', 'tenantId'] as const).every(
    (field) => typeof (kept as Record<string, unknown>)[field] === 'string',
  )
}
