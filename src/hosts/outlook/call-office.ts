/// <reference types="office-js" />
import { toServiceError } from '../to-service-error.ts'
import { waitAtMost } from '../wait-at-most.ts'

const PATIENCE_MILLISECONDS = 15_000

/** Calls a member of Office.js that answers through a callback. Rejects with ServiceError, also when no answer comes. */
export async function callOffice<T>(
  call: (callback: (result: Office.AsyncResult<T>) => void) => void,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<T> {
  const answer = new Promise<T>((resolve, reject) => {
    // Office.AsyncResultStatus is an object of the loaded library; its values are these words.
    call((result) => (String(result.status) === 'succeeded' ? resolve(result.value) : reject(result.error)))
  })
  try {
    return await waitAtMost(patienceMilliseconds, answer)
  } catch (error) {
    throw toServiceError(error)
  }
}
