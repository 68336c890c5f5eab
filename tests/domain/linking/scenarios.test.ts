import { expect, test } from 'vitest'
import { linkCalendar } from '../../../src/domain/linking/link-calendar.ts'
import { isInputFault, readLinkInput } from '../../../src/entry/read-link-input.ts'
import { heldOutScenarios } from './scenarios/held-out.ts'
import { drawScenarios } from './scenarios/kinds.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { addScore, emptyScore, f1, type Score } from './scenarios/score.ts'

function scoreOf(scenarios: readonly Scenario[]): Score {
  const score = emptyScore()
  for (const scenario of scenarios) {
    const input = readLinkInput(JSON.parse(JSON.stringify(scenario.input)))
    if (isInputFault(input)) throw new Error(input.fault)
    addScore(score, scenario, linkCalendar(input))
  }
  return score
}

test.each([
  ['drawn', drawScenarios(8, 4711)],
  ['once held back', heldOutScenarios()],
])('scenarios %s: links at least 0.97, replacements at least 0.95, no live event called stale', (_, scenarios) => {
  const score = scoreOf(scenarios)
  expect(score.wrongStale, score.misses.join('\n')).toBe(0)
  expect(f1(score.links), score.misses.join('\n')).toBeGreaterThanOrEqual(0.97)
  expect(f1(score.replaced), score.misses.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(f1(score.agendas), score.misses.join('\n')).toBeGreaterThanOrEqual(0.95)
})
