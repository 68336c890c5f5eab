import type { TeamsFrame, TeamsTheme } from './browser/teams-setup.ts'

/** How the pages are to look; carried along in every address. */
export type Look = { readonly theme: TeamsTheme; readonly language: 'da' | 'en' }

function address(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null)
  // Site ids hold commas, which stay readable; everything else is escaped.
  const text = given.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  return text.length === 0 ? path : `${path}?${text.join('&')}`
}

function lookQuery(
  look: Look | null,
  themes: Readonly<Record<TeamsTheme, string>> | null,
): Record<string, string | null> {
  if (look === null) return {}
  const theme = look.theme === 'default' ? null : (themes?.[look.theme] ?? look.theme)
  return { theme, lang: look.language === 'da' ? null : look.language }
}

const outlookThemes = { default: 'light', dark: 'dark', contrast: 'contrast' } as const

/** The front page with a person picked. */
export function frontAddress(personId: string | null, look: Look | null): string {
  return address('/', { person: personId, ...lookQuery(look, null) })
}

/** The page that plays Teams around a tab configured for a meeting. */
export function teamsAddress(
  personId: string,
  meeting: { readonly key: string; readonly forumId: string },
  frame: TeamsFrame,
  look: Look | null,
): string {
  const query = { person: personId, meeting: meeting.key, forum: meeting.forumId, frame }
  return address('/local/teams', { ...query, ...lookQuery(look, null) })
}

/** The same around a tab that was never configured; `frame` 'settings' is its setup. */
export function threadAddress(personId: string, thread: string, frame: TeamsFrame, look: Look | null): string {
  return address('/local/teams', { person: personId, thread, frame, ...lookQuery(look, null) })
}

/** The page that plays Outlook around an open item. */
export function outlookAddress(
  personId: string,
  item: { readonly event: string } | { readonly message: string } | { readonly compose: string },
  look: Look | null,
): string {
  return address('/local/outlook', { person: personId, ...item, ...lookQuery(look, outlookThemes) })
}

/** The app alone. */
export function browserAddress(personId: string): string {
  return address('/app/index.html', { person: personId })
}

/** The app as Teams frames it. */
export function tabAddress(personId: string, meetingKey: string | null, forumId: string | null): string {
  return address('/app/tab.html', { person: personId, m: meetingKey, f: forumId })
}

/** The app as Outlook frames it. */
export function paneAddress(personId: string): string {
  return address('/app/outlook.html', { person: personId })
}
