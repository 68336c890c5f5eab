import { silentHostError } from './to-service-error.ts'

/** The answer, or ServiceError 'unavailable' when there is none in time. teams-js and Office.js can stay silent for ever. */
export async function waitAtMost<T>(milliseconds: number, answer: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silentHostError(milliseconds)), milliseconds)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}
