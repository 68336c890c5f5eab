import type { BrowserContext, Request } from 'playwright-core'

/** What went wrong in a browser context while a test ran. */
export type ProblemWatch = {
  /** Problems whose sentence matches are expected from now on: for faults the test plants itself. */
  allow(pattern: RegExp): void
  /** The problems nobody allowed; waits up to `patienceMs` for requests that have no answer yet. */
  take(patienceMs: number): Promise<string[]>
}

/**
 * teams-js asks Microsoft for a list of hosts when it is loaded and uses its own list when there is no answer. It
 * offers no way to leave that out, and here there never is an answer.
 */
const knownHabit = /https:\/\/res\.cdn\.office\.net\/teams-js\/validDomains\//

const ownHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Notes every console.error, uncaught error, lost rejection (workers and frames too), failed or unanswered request,
 * and every request to another machine.
 */
export function watchProblems(context: BrowserContext): ProblemWatch {
  const problems: string[] = []
  const allowed: RegExp[] = [knownHabit]
  const pending = new Set<Request>()
  context.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error') problems.push(`console.error: ${message.text()}${url === '' ? '' : ` (${url})`}`)
  })
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().stack ?? String(error.error())}`))
  context.on('request', (request) => {
    if (leavesTheMachine(request.url())) problems.push(`request to another machine: ${request.url()}`)
    if (/^https?:/.test(request.url())) pending.add(request)
  })
  context.on('requestfinished', (request) => pending.delete(request))
  context.on('requestfailed', (request) => {
    pending.delete(request)
    const reason = request.failure()?.errorText ?? 'failed'
    // Aborted is what the page itself does on leaving or on giving up a question: no failure of the product.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${reason}`)
  })
  return {
    allow: (pattern) => allowed.push(pattern),
    async take(patienceMs) {
      const isAllowed = (problem: string) => allowed.some((pattern) => pattern.test(problem))
      const unanswered = () => [...pending].map(toUnanswered).filter((problem) => !isAllowed(problem))
      await until(() => unanswered().length === 0, patienceMs)
      return [...problems.splice(0).filter((problem) => !isAllowed(problem)), ...unanswered()]
    },
  }
}

function toUnanswered(request: Request): string {
  return `request without answer: ${request.method()} ${request.url()}`
}

function leavesTheMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return /^(https?|wss?):$/.test(protocol) && !ownHosts.has(hostname)
}

async function until(condition: () => boolean, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs
  while (!condition() && performance.now() < end) await new Promise((done) => setTimeout(done, 20))
}
