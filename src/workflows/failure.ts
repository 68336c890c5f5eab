/** How the outside world can fail us; a closed union, told in words by ui/texts. Made in one place of graph/ and hosts/. */
export type ServiceFailure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'signInNeeded' }
  | { readonly kind: 'consentMissing'; readonly registration: 'forum-data' | 'my-calendar' }
  | { readonly kind: 'wrongTenant'; readonly expected: string; readonly got: string }
  | { readonly kind: 'noRights' }
  /** The forum's tenant does not know the account: nobody has invited the person as a guest yet. */
  | { readonly kind: 'notInvited' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'tooLarge'; readonly limitBytes: number }
  | { readonly kind: 'storageFull' }

/** The one error class for expected trouble outside; the original stays as `cause`. */
export class ServiceError extends Error {
  readonly failure: ServiceFailure
  constructor(failure: ServiceFailure, options?: { cause?: unknown }) {
    super(`Service failure: ${failure.kind}`, options)
    this.name = 'ServiceError'
    this.failure = failure
  }
}
