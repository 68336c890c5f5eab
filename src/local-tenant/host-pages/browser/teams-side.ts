import type { TeamsSetup, TeamsTheme } from './teams-setup.ts'

/** What Teams does around the app when the app asks. */
export type TeamsActions = {
  readonly openLink: (url: string) => void
  readonly showLink: (url: string) => void
  readonly showLoaded: () => void
  readonly showFailure: (reason: string) => void
  readonly allowSave: (allowed: boolean) => void
  readonly openSavedTab: (contentUrl: string) => void
  readonly showSaveFailure: (reason: string) => void
  readonly navigate: (subPageId: string | null) => void
  /** A call nobody here answers, for the log. */
  readonly noteUnanswered: (call: string) => void
}

/** Teams' side of the talk with teams-js in the frame. */
export type TeamsSide = {
  /** Takes a message from the frame; anything that is none of teams-js' is passed over. */
  readonly receive: (message: unknown) => void
  readonly changeTheme: (theme: TeamsTheme) => void
  /** The person has pressed Save in the settings page. */
  readonly save: () => void
}

type Call = { readonly id: number; readonly uuidAsString?: string; readonly func: string; readonly args: unknown[] }
type Answer = readonly unknown[] | null
type SavedTab = { readonly contentUrl?: unknown }

// What this host can do, in the form teams-js 2 reads from the answer to "initialize" (its runtime.ts, version 4).
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  supports: {
    pages: { config: {}, currentApp: {}, backStack: {} },
    dialog: { url: {}, update: {} },
    meeting: {},
    chat: {},
  },
}

const hostVersion = '2.58.0'

function readCall(message: unknown): Call | null {
  if (typeof message !== 'object' || message === null) return null
  const { id, func, args, uuidAsString } = message as Record<string, unknown>
  if (typeof id !== 'number' || typeof func !== 'string') return null
  return {
    id,
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}),
  }
}

// A meeting's id as Teams gives it to a tab: base64 of "0#<thread>#0" (PLATFORM F1.3).
function encodeMeetingId(thread: string): string {
  return btoa(`0#${thread}#0`)
}

// The context in the flat form of the wire, which teams-js turns into app.Context.
function describeContext(setup: TeamsSetup, theme: TeamsTheme, subPageId: string | null): object {
  const { person, thread } = setup
  return {
    locale: setup.language === 'da' ? 'da-dk' : 'en-us',
    theme,
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: setup.frame,
    appSessionId: 'local-session',
    sessionId: 'local-session',
    entityId: setup.meetingKey ?? '',
    subEntityId: subPageId ?? '',
    userObjectId: person.oid,
    userDisplayName: person.name,
    userPrincipalName: person.mail,
    loginHint: person.mail,
    userLicenseType: 'Unknown',
    tid: setup.tenantId,
    isFullScreen: false,
    isMultiWindow: false,
    ...(thread === null ? {} : { chatId: thread, meetingId: encodeMeetingId(thread) }),
  }
}

/** What changes while the app is open. */
type Session = { theme: TeamsTheme; subPageId: string | null; savedTab: SavedTab }
type Answers = Readonly<Record<string, (args: readonly unknown[]) => Answer>>

/** Plays Teams for one frame. `send` posts to it. */
export function createTeamsSide(setup: TeamsSetup, actions: TeamsActions, send: (message: object) => void): TeamsSide {
  const session: Session = { theme: setup.theme, subPageId: null, savedTab: {} }
  const answers: Answers = {
    initialize: () => [setup.frame, 'web', JSON.stringify(runtime), hostVersion],
    getContext: () => [describeContext(setup, session.theme, session.subPageId)],
    executeDeepLink: ([url]) => answerTo(() => actions.openLink(String(url))),
    shareDeepLink: ([, , url]) => silence(() => actions.showLink(String(url ?? ''))),
    ...lifecycleAnswers(actions),
    ...settingsAnswers(session, actions),
    ...navigationAnswers(session, actions),
  }
  return {
    receive: (message) => {
      const call = readCall(message)
      if (call === null) return
      const find = Object.hasOwn(answers, call.func) ? answers[call.func] : undefined
      if (!find) return actions.noteUnanswered(call.func)
      const args = find(call.args)
      if (args !== null) send({ id: call.id, uuidAsString: call.uuidAsString, args, timestamp: Date.now() })
    },
    changeTheme: (next) => {
      session.theme = next
      send({ func: 'themeChange', args: [next] })
    },
    save: () => send({ func: 'settings.save', args: [session.savedTab] }),
  }
}

/** The setup of a tab: the app says when it may be saved and with what. */
function settingsAnswers(session: Session, actions: TeamsActions): Answers {
  return {
    'settings.setValidityState': ([allowed]) => silence(() => actions.allowSave(allowed === true)),
    'settings.setSettings': ([tab]) =>
      answerTo(() => {
        session.savedTab = typeof tab === 'object' && tab !== null ? tab : {}
      }),
    'settings.getSettings': () => [session.savedTab],
    'settings.save.success': () => silence(() => actions.openSavedTab(String(session.savedTab.contentUrl ?? ''))),
    'settings.save.failure': ([reason]) => silence(() => actions.showSaveFailure(String(reason ?? ''))),
  }
}

/** Moves between the app's pages. The answer begins with an SdkError, undefined when there is none. */
function navigationAnswers(session: Session, actions: TeamsActions): Answers {
  const go = (subPageId: unknown): Answer => {
    session.subPageId = typeof subPageId === 'string' ? subPageId : null
    actions.navigate(session.subPageId)
    return [undefined, true]
  }
  return {
    'pages.currentApp.navigateTo': ([place]) => go((place as { subPageId?: unknown } | null | undefined)?.subPageId),
    'pages.currentApp.navigateToDefaultPage': () => go(null),
  }
}

/** Calls by which the app says how it is, and those that need nothing from us. */
function lifecycleAnswers(actions: TeamsActions): Answers {
  const fail = ([reason, message]: readonly unknown[]) =>
    silence(() => actions.showFailure([reason, message].filter(Boolean).join(': ')))
  return {
    'appInitialization.appLoaded': () => silence(() => actions.showLoaded()),
    'appInitialization.success': () => silence(() => actions.showLoaded()),
    'appInitialization.failure': fail,
    'appInitialization.expectedFailure': fail,
    registerHandler: () => null,
    setFrameContext: () => null,
    returnFocus: () => null,
    readyToUnload: () => null,
  }
}

/** Does it and answers that it went well. */
function answerTo(act: () => void): Answer {
  act()
  return [true]
}

/** Does it; teams-js expects no answer. */
function silence(act: () => void): Answer {
  act()
  return null
}
