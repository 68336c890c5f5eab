import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function runLink(text: string | null): {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
} {
  const folder = mkdtempSync(join(tmpdir(), 'link-'))
  const file = join(folder, 'input.json')
  if (text !== null) writeFileSync(file, text)
  const result = spawnSync(process.execPath, ['src/entry/run-command.mjs', 'link', file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return result
}

test('the command answers in the shape of the contract and names malformed events', () => {
  const moment = (dateTime: string) => ({ dateTime, timeZone: 'UTC' })
  const event = {
    id: 'a',
    subject: 'Chefforum',
    start: moment('2026-10-06T07:00:00'),
    end: moment('2026-10-06T09:00:00'),
    organizer: { emailAddress: { address: 's@x.example' } },
  }
  const forum = { id: 'f', name: 'Chefforum', aliases: [], members: ['me@x.example'], secretariat: ['s@x.example'] }
  const { status, stdout } = runLink(
    JSON.stringify({
      now: '2026-09-01T00:00:00Z',
      me: 'me@x.example',
      forums: [forum],
      events: [event, { id: 'b' }],
      agendas: [],
    }),
  )
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    meetings: [
      {
        forumId: 'f',
        currentEventId: 'a',
        eventIds: ['a'],
        agendaId: null,
        reasons: ['subject-names-forum: Chefforum', 'organizer-is-secretariat'],
      },
    ],
    replacements: [],
    warnings: [{ eventId: 'b', message: expect.stringContaining('starttid') }],
  })
})

test.each([
  [null, 'kan ikke læses'],
  ['{', 'ikke gyldig JSON'],
  ['[]', 'JSON-objekt'],
  ['{"forums": []}', '"events"'],
])('bad input %s is refused with a Danish sentence and 2', (text, sentence) => {
  const { status, stderr } = runLink(text)
  expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)])
})
