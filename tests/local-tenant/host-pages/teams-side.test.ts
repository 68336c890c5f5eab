import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TeamsSetup } from '../../../src/local-tenant/host-pages/browser/teams-setup.ts'
import { createTeamsSide } from '../../../src/local-tenant/host-pages/browser/teams-side.ts'

const setup: TeamsSetup = {
  person: { id: 'peter', oid: 'oid', name: 'Peter', mail: 'peter@fjordhoej.example' },
  tenantId: 'host-tenant',
  frame: 'content',
  theme: 'default',
  language: 'da',
  thread: '19:meeting_AbC@thread.v2',
  meetingKey: 'key',
  appUrl: '/app/tab.html',
}

function playTeams(changes: Partial<TeamsSetup> = {}) {
  const sent: Record<string, unknown>[] = []
  const done: string[] = []
  const side = createTeamsSide(
    { ...setup, ...changes },
    {
      openLink: (url) => done.push(`open ${url}`),
      showLink: (url) => done.push(`show ${url}`),
      showLoaded: () => done.push('loaded'),
      showFailure: (reason) => done.push(`failed ${reason}`),
      allowSave: (allowed) => done.push(`save ${allowed}`),
      openSavedTab: (url) => done.push(`tab ${url}`),
      showSaveFailure: (reason) => done.push(`not saved ${reason}`),
      navigate: (page) => done.push(`to ${page}`),
      noteUnanswered: (call) => done.push(`unanswered ${call}`),
    },
    (message) => sent.push(message as Record<string, unknown>),
  )
  const call = (func: string, ...args: unknown[]) => {
    side.receive({ id: 1, uuidAsString: 'u', func, args, apiVersionTag: 'v2_test' })
    return sent.at(-1)?.['args']
  }
  return { side, sent, done, call }
}

test('[teams] an answer carries the number and the uuid of its call', () => {
  const { side, sent } = playTeams()
  side.receive({ id: 7, uuidAsString: 'abc', func: 'initialize', args: [] })
  expect(sent).toEqual([{ id: 7, uuidAsString: 'abc', args: expect.anything(), timestamp: expect.any(Number) }])
})

test('[teams] the context names person, chat, and the meeting as base64 of "0#thread#0" (F1.3)', () => {
  const { call } = playTeams()
  const [context] = call('getContext') as [Record<string, string>]
  expect(context).toMatchObject({
    chatId: setup.thread,
    loginHint: 'peter@fjordhoej.example',
    tid: 'host-tenant',
    locale: 'da-dk',
    frameContext: 'content',
  })
  expect(atob(context['meetingId'] ?? '')).toBe('0#19:meeting_AbC@thread.v2#0')
})

test('[teams] without a thread there is neither chat nor meeting (F1.5)', () => {
  const [context] = playTeams({ thread: null }).call('getContext') as [object]
  expect(context).not.toHaveProperty('chatId')
  expect(context).not.toHaveProperty('meetingId')
})

test('[teams] a theme chosen in the window is told, and is the one the context says afterwards', () => {
  const { side, sent, call } = playTeams()
  side.changeTheme('dark')
  expect(sent).toEqual([{ func: 'themeChange', args: ['dark'] }])
  expect(call('getContext')).toMatchObject([{ theme: 'dark' }])
})

test('[teams] a tab is saved when the app allows it, and only then opened', () => {
  const { side, sent, done, call } = playTeams({ frame: 'settings' })
  call('settings.setValidityState', true)
  side.save()
  expect(sent.at(-1)).toEqual({ func: 'settings.save', args: [{}] })
  call('settings.setSettings', { contentUrl: 'https://x/tab.html?m=1' })
  call('settings.save.success')
  expect(done).toEqual(['save true', 'tab https://x/tab.html?m=1'])
})

test('[teams] links are opened and answered; lifecycle calls are heard without an answer', () => {
  const { sent, done, call } = playTeams()
  expect(call('executeDeepLink', 'https://a.example/')).toEqual([true])
  call('appInitialization.appLoaded', '2.58.0')
  call('appInitialization.failure', 'Timeout', 'langsomt')
  call('registerHandler', 'themeChange')
  call('calendar.openCalendarItem', {})
  expect(sent).toHaveLength(1)
  expect(done).toEqual([
    'open https://a.example/',
    'loaded',
    'failed Timeout: langsomt',
    'unanswered calendar.openCalendarItem',
  ])
})

test('[teams] whatever a frame posts, nothing breaks and nothing but calls is answered', () => {
  const message = fc.oneof(
    fc.anything(),
    fc.record({
      id: fc.oneof(fc.integer(), fc.string()),
      func: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'getContext')),
      args: fc.anything(),
    }),
  )
  fc.assert(
    fc.property(message, (posted) => {
      const { side, sent } = playTeams()
      side.receive(posted)
      for (const answer of sent) expect(answer['args']).toBeInstanceOf(Array)
    }),
  )
})
