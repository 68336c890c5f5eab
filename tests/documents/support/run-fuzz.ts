import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a fuzz child says of each damaged file: its seed and what came of it. */
export type FuzzOutcome = { readonly seed: number; readonly outcome: string }

export type FuzzPlan = {
  readonly firstSeed: number
  readonly runs: number
  /** A child that says nothing for so long hangs, and is ended. */
  readonly longestSilenceMilliseconds: number
  /** The child's heap; a file that needs more crashes it. */
  readonly memoryMegabytes: number
}

/** Reads damaged files in a process of its own, as the command line does; a crash or a hang is told with its seed. */
export function runFuzz(plan: FuzzPlan): Promise<{ outcomes: Map<string, number>; end: string }> {
  const child = fork(
    fileURLToPath(new URL('fuzz-child.ts', import.meta.url)),
    [String(plan.firstSeed), String(plan.runs)],
    {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${plan.memoryMegabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  const outcomes = new Map<string, number>()
  let lastSeed = plan.firstSeed - 1
  let complaint = ''
  return new Promise((resolve) => {
    const finish = (end: string) => {
      clearTimeout(silence)
      child.kill('SIGKILL')
      resolve({ outcomes, end })
    }
    const watch = () => setTimeout(() => finish(`hangs at seed ${lastSeed + 1}`), plan.longestSilenceMilliseconds)
    let silence = watch()
    child.stderr?.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString()).slice(-2_000)
    })
    child.on('message', ({ seed, outcome }: FuzzOutcome) => {
      lastSeed = seed
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      clearTimeout(silence)
      silence = watch()
    })
    child.on('exit', (code) =>
      finish(code === 0 ? 'done' : `crashes with ${code} at seed ${lastSeed + 1}: ${complaint}`),
    )
  })
}
