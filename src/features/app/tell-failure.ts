import { formatSize } from '../../ui/dates.ts'
import type { Texts } from '../../ui/texts/da.ts'
import { ServiceError, type ServiceFailure } from '../../workflows/failure.ts'

/** One sentence for each way the outside can fail: what failed, what is safe, what to do. */
export function tellFailure(failure: ServiceFailure, texts: Texts): string {
  const told = texts.failure
  switch (failure.kind) {
    case 'offline':
      return told.offline
    case 'throttled':
      return told.throttled
    case 'unavailable':
      return told.unavailable
    case 'signInNeeded':
      return told.signInNeeded
    case 'consentMissing':
      return failure.registration === 'my-calendar' ? told.consentCalendar : told.consentForum
    case 'wrongTenant':
      return told.wrongTenant
    case 'notInvited':
      return told.notInvited
    case 'noRights':
      return told.noRights
    case 'notFound':
      return told.notFound
    case 'changedMeanwhile':
      return told.changedMeanwhile
    case 'rejected':
      return told.rejected(failure.reason)
    case 'tooLarge':
      return told.tooLarge(formatSize(failure.limitBytes, texts.language))
    case 'storageFull':
      return told.storageFull
  }
}

/** The sentence for something caught; what is no failure of the outside is our own bug and goes on up. */
export function tellError(error: unknown, texts: Texts): string {
  if (error instanceof ServiceError) return tellFailure(error.failure, texts)
  throw error
}

/** As `tellError`, for a save: lost rights then mean lost meanwhile, and what was typed must be saved elsewhere. */
export function tellSaveError(error: unknown, texts: Texts): string {
  if (error instanceof ServiceError && error.failure.kind === 'noRights') return texts.failure.noRightsMeanwhile
  return tellError(error, texts)
}
