import type { app, pages } from '@microsoft/teams-js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readThreadId } from '../../../src/hosts/teams/read-thread-id.ts'
import { prepareTabConfiguration } from '../../../src/hosts/teams/tab-configuration.ts'
import { toHostContext } from '../../../src/hosts/teams/teams-context.ts'

const meetingKey = '11111111-2222-4333-8444-555555555555'
const otherKey = '66666666-7777-4888-8999-aaaaaaaaaaaa'
const site = `host.sharepoint.com,${meetingKey},${otherKey}`
const address = `https://moedetraad.example/tab.html?m=${meetingKey}&f=${encodeURIComponent(site)}`

function aContext(
  changes: { page?: object; app?: object; chat?: object; meeting?: object; user?: object } = {},
): app.Context {
  return {
    dialogParameters: {},
    page: { id: 'tab', frameContext: 'content', ...changes.page },
    app: { locale: 'da-dk', theme: 'default', ...changes.app },
    ...(changes.chat ? { chat: changes.chat } : {}),
    ...(changes.meeting ? { meeting: changes.meeting } : {}),
    ...(changes.user ? { user: changes.user } : {}),
  } as unknown as app.Context
}

test('a configured tab knows its meeting and forum from its address', () => {
  expect(toHostContext(aContext({ user: { loginHint: 'hanne@lyngvig.example' } }), address)).toEqual({
    surface: 'tab',
    theme: 'light',
    language: 'da',
    meetingKey,
    forumId: site,
    threadId: null,
    loginHint: 'hanne@lyngvig.example',
  })
})

test('a deep link goes before what the tab was set up for', () => {
  expect(toHostContext(aContext({ page: { subPageId: otherKey.toUpperCase() } }), address).meetingKey).toBe(otherKey)
  expect(toHostContext(aContext({ page: { subPageId: 'punkt 4' } }), address).meetingKey).toBe(meetingKey)
})

test('an address with anything but ids names no meeting', () => {
  const context = toHostContext(aContext(), 'https://moedetraad.example/tab.html?m=../x&f=<script>')
  expect(context).toMatchObject({ meetingKey: null, forumId: null })
})

test.each([
  ['content', 'tab'],
  ['sidePanel', 'sidePanel'],
  ['meetingStage', 'stage'],
  ['settings', 'tabSettings'],
  ['remove', 'tab'],
])('[F1.2] frame context %s is the surface %s', (frameContext, surface) => {
  expect(toHostContext(aContext({ page: { frameContext } }), address).surface).toBe(surface)
})

test.each([
  ['default', 'light'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
  ['glass', 'dark'],
  ['a new one', 'light'],
])('[F8.5] Teams theme %s is %s', (theme, expected) => {
  expect(toHostContext(aContext({ app: { theme } }), address).theme).toBe(expected)
})

test('[F1.12] an anonymous person has no login hint', () => {
  expect(toHostContext(aContext(), address).loginHint).toBeNull()
})

test('[F1.3] the thread id comes from the chat, or else out of the meeting id', () => {
  const thread = '19:meeting_MzE0YjEw-x_z@thread.v2'
  expect(readThreadId(thread, undefined)).toBe(thread)
  expect(readThreadId(undefined, btoa(`0#${thread}#0`))).toBe(thread)
  expect(readThreadId('19:8f@unq.gbl.spaces', btoa(`0#${thread}#0`))).toBe(thread)
  expect(readThreadId(undefined, 'no base64 at all')).toBeNull()
  for (const padding of ['+/=', 'abc==', 'ab===', 'abcd=']) expect(readThreadId(undefined, padding)).toBeNull()
  expect(readThreadId(undefined, undefined)).toBeNull()
})

test('[F1.3] whatever stands in a meeting id, what is read is a thread id or nothing', () => {
  fc.assert(
    fc.property(
      fc.option(fc.string({ maxLength: 300 }), { nil: undefined }),
      fc.string({ maxLength: 300 }),
      (chat, meeting) => {
        const found = readThreadId(chat, meeting)
        expect(found === null || /^19:[\w.-]+@thread\.\w+$/.test(found)).toBe(true)
      },
    ),
  )
})

test("the tab is saved when Teams' own button is pressed, with what was chosen last", async () => {
  const validity: boolean[] = []
  const saved: pages.InstanceConfig[] = []
  let press: (event: pages.config.SaveEvent) => void = () => undefined
  const config = {
    setValidityState: (state: boolean) => void validity.push(state),
    registerOnSaveHandler: (handler: typeof press) => {
      press = handler
    },
    setConfig: async (settings: pages.InstanceConfig) => void saved.push(settings),
  } as unknown as typeof pages.config
  const saveTab = prepareTabConfiguration(config)
  const outcome = (): Promise<string> =>
    new Promise((resolve) =>
      press({ result: {}, notifySuccess: () => resolve('saved'), notifyFailure: (why) => resolve(why ?? '') }),
    )
  expect(await outcome()).toMatch(/Vælg/)
  await saveTab({ contentUrl: 'https://moedetraad.example/tab.html?m=1', entityId: 'one', displayName: 'Et møde' })
  await saveTab({ contentUrl: address, entityId: meetingKey, displayName: 'Chefforum' })
  expect(await outcome()).toBe('saved')
  expect(validity).toEqual([false, true, true])
  expect(saved).toEqual([
    { contentUrl: address, websiteUrl: address, entityId: meetingKey, suggestedDisplayName: 'Chefforum' },
  ])
})
