// Several persons, random work, faults, offline spells, restarts of the apps and of the tenant: in the end what anybody was
// told to be safe is there exactly once, nobody overwrote what they had not seen, and all views agree.
//
// MODEL_RUNS=10000 npx vitest run tests/sync/model.test.ts    more runs
// MODEL_SEED=...                                              another seed; the one of a failed run repeats it
// MODEL_SEED=... MODEL_PATH=...                               only the failed run itself
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calmDown, findBreaches } from './model-check.ts'
import { ModelRun, type Step } from './model-run.ts'

const runs = Number(process.env['MODEL_RUNS'] ?? 12)
const path = process.env['MODEL_PATH']
const seed = Number(process.env['MODEL_SEED'] ?? 20_261_124)

const who = fc.nat(3)
const which = fc.nat(5)
const choice = fc.constantFrom('mine', 'theirs')
const fault = fc.record({
  kind: fc.constantFrom(
    'throttle',
    'unavailable',
    'dropBefore',
    'dropAfter',
    'loseRace',
    'expireDelta',
    'expireToken',
    'removeRights',
  ),
  times: fc.integer({ min: 1, max: 12 }),
  probability: fc.constantFrom(0.2, 0.5, 1),
})
const write = fc.oneof(
  fc.record({ kind: fc.constantFrom('propose', 'addItem', 'moveMeeting'), who }),
  fc.record({
    kind: fc.constantFrom('retitle', 'note', 'note', 'removeItem', 'takeMinutes', 'takeMinutes', 'moveItem'),
    who,
    which,
  }),
  fc.record({ kind: fc.constant('decide'), who, which, choice }),
)
const reading = fc.oneof(
  fc.record({ kind: fc.constantFrom('takeUp', 'passTime', 'passTime'), who }),
  fc.record({ kind: fc.constant('readItem'), who, which }),
)
const step = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 2, arbitrary: reading },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('read', 'poll'), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('offline', 'online', 'online', 'restart'), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('send', 'takeBack'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle'), who, choice }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault'), fault, seed: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restartTenant' }) },
) as fc.Arbitrary<Step>
// Up to three things at a time, so that they meet on the server.
const moments = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 40 })

test(
  `nothing is lost, doubled or overwritten unseen (${runs} runs, seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (steps) => {
        const run = new ModelRun()
        try {
          await run.start()
          for (const together of steps) await Promise.all(together.map((one) => run.take(one)))
          expect(await calmDown(run)).toEqual([])
          expect(await findBreaches(run)).toEqual([])
        } finally {
          run.close()
        }
      }),
      { numRuns: runs, seed, ...(path ? { path } : {}), endOnFailure: process.env['MODEL_SHRINK'] === undefined },
    )
  },
  30_000 + runs * 5_000,
)
