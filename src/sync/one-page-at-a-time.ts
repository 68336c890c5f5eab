/** Keeps the pages of one person on one machine from doing the same thing at once, and lets them hear of each other. */
export type Neighbours = {
  /** Runs the work when no other page is at it. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Runs the work only when no page, this one included, is at it now; else gives `otherwise`. */
  aloneNow<T>(work: () => Promise<T>, otherwise: T): Promise<T>
  /** Tells the other pages that something has changed. */
  tell(): void
  listen(listener: () => void): void
}

/** For a page that has no neighbours: one whose copies are in memory, and tests. */
export function noNeighbours(): Neighbours {
  let last: Promise<unknown> = Promise.resolve()
  let running = 0
  const alone: Neighbours['alone'] = (work) => {
    running += 1
    const turn = last.then(work).finally(() => {
      running -= 1
    })
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    alone,
    aloneNow: async (work, otherwise) => (running > 0 ? otherwise : alone(work)),
    tell: () => undefined,
    listen: () => undefined,
  }
}

/**
 * The other pages with the same `name`, by Web Locks and a BroadcastChannel. A frame that may keep nothing may also be
 * denied locks; it has no copies in common with anybody, so it goes on alone.
 */
export function createNeighbours(name: string): Neighbours {
  const locks = globalThis.navigator?.locks
  if (!locks || typeof BroadcastChannel === 'undefined') return noNeighbours()
  const self = noNeighbours()
  const channel = new BroadcastChannel(name)
  const underLock = async <T>(
    options: LockOptions,
    work: () => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    let begun = false
    try {
      return await locks.request(name, options, async (lock) => {
        begun = true
        return lock === null ? otherwise() : work()
      })
    } catch (error) {
      if (begun || !(error instanceof DOMException)) throw error
      return work()
    }
  }
  return {
    alone: (work) => self.alone(() => underLock({}, work, work)),
    aloneNow: (work, otherwise) =>
      self.aloneNow(() => underLock({ ifAvailable: true }, work, async () => otherwise), otherwise),
    tell: () => channel.postMessage('changed'),
    listen: (listener) => channel.addEventListener('message', listener),
  }
}
