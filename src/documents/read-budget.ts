import { type ReadLimits, UnreadableError } from './document-reading.ts'

const breathMilliseconds = 25

/** Keeps count of what one reading has used, and gives the thread back now and then. */
export class ReadBudget {
  readonly limits: ReadLimits
  private elements = 0
  private letters = 0
  private readonly startedAt = performance.now()
  private breathedAt = this.startedAt

  constructor(limits: ReadLimits) {
    this.limits = limits
  }

  /** Throws UnreadableError('tooComplex') beyond the limits of elements and of nesting. */
  countElement(depth: number): void {
    this.elements += 1
    if (this.elements > this.limits.elements || depth > this.limits.elementDepth)
      throw new UnreadableError('tooComplex')
  }

  /** Throws UnreadableError('tooLarge') beyond the limit of letters in all. */
  countText(length: number): void {
    this.letters += length
    if (this.letters > this.limits.textLength) throw new UnreadableError('tooLarge')
  }

  /** Call between chunks of work: lets others run after 25 ms, throws UnreadableError('tooSlow') past the time limit. */
  async breathe(): Promise<void> {
    const now = performance.now()
    if (now - this.startedAt > this.limits.milliseconds) throw new UnreadableError('tooSlow')
    // A worker or a command line has nothing else to do; only a page must stay able to answer.
    if (typeof document === 'undefined' || now - this.breathedAt < breathMilliseconds) return
    await letOthersRun()
    this.breathedAt = performance.now()
  }

  /** The promise's value, or UnreadableError('tooSlow') when the time is up before it settles. */
  async within<T>(work: Promise<T>): Promise<T> {
    const left = Math.max(1, this.limits.milliseconds - (performance.now() - this.startedAt))
    let timer: ReturnType<typeof setTimeout> | undefined
    const timeUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UnreadableError('tooSlow')), left)
    })
    try {
      return await Promise.race([work, timeUp])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Waits until the work has ended, well or badly, but no longer than so many milliseconds. */
export async function settleWithin(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([Promise.allSettled([work]), timeUp])
  clearTimeout(timer)
}

/** A message to oneself comes back as soon as others have had their turn; a timer waits for a millisecond or more. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
