/** Where Teams would show the app; the names are teams-js' own (FrameContexts). */
export type TeamsFrame = 'content' | 'sidePanel' | 'meetingStage' | 'settings'

/** The names Teams has for its themes. */
export type TeamsTheme = 'default' | 'dark' | 'contrast'

/** What the page that plays Teams needs to know; put into the page as JSON by the server. */
export type TeamsSetup = {
  readonly person: { readonly id: string; readonly oid: string; readonly name: string; readonly mail: string }
  /** The tenant the person looks from: a guest has switched to the host tenant. */
  readonly tenantId: string
  readonly frame: TeamsFrame
  readonly theme: TeamsTheme
  readonly language: 'da' | 'en'
  /** The meeting chat's thread id; null when Teams knows none (PLATFORM F1.5). */
  readonly thread: string | null
  /** Meeting the tab was configured for; null for a tab that never was. */
  readonly meetingKey: string | null
  /** Address of the app in the frame, on this origin. */
  readonly appUrl: string
}
