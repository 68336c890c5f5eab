import { accessDenied, errorAccessDenied, GraphError } from '../http/graph-error.ts'
import type { Store } from '../store/database.ts'
import { findPerson, oidIn, type PersonRow } from './people.ts'
import type { TokenClaims } from './token-mint.ts'

/** Who asks, as the token says. */
export type Caller = {
  readonly person: PersonRow
  /** The tenant the token was made for. */
  readonly tenantId: string
  /** Object id in that tenant. */
  readonly oid: string
  readonly isGuest: boolean
  readonly scopes: ReadonlySet<string>
  readonly appId: string
  /** A token for scripts: at home for the mailbox and in the host tenant for sites at once. */
  readonly everywhere: boolean
}

/** The caller of a token, or 401 when the person is no longer there. */
export function callerOf(store: Store, claims: TokenClaims): Caller {
  const person = findPerson(store, claims.person)
  const oid = person ? oidIn(store, person, claims.tid) : null
  if (!person || oid === null) {
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'The identity of the calling application could not be established.',
    )
  }
  return {
    person,
    tenantId: claims.tid,
    oid,
    isGuest: person.home_tenant !== claims.tid,
    scopes: new Set(claims.scp.split(' ').filter(Boolean)),
    appId: claims.appid,
    everywhere: claims.reach === 'everywhere',
  }
}

/** True when the token acts in that tenant. */
export function actsIn(caller: Caller, tenantId: string): boolean {
  return caller.everywhere || caller.tenantId === tenantId
}

const siteReadScopes = [
  'Sites.Selected',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Sites.FullControl.All',
]
const siteWriteScopes = siteReadScopes.filter((scope) => scope !== 'Sites.Read.All')
const fileReadScopes = ['Files.Read', 'Files.Read.All', 'Files.ReadWrite', 'Files.ReadWrite.All']
const fileWriteScopes = ['Files.ReadWrite', 'Files.ReadWrite.All']

/** Scopes, any of which lets a call through. A scope that lets one write lets one read. */
export const scopes = {
  siteRead: siteReadScopes,
  siteWrite: siteWriteScopes,
  siteFileRead: [...siteReadScopes, ...fileReadScopes],
  siteFileWrite: [...siteWriteScopes, ...fileWriteScopes],
  ownFileRead: [...fileReadScopes, 'Files.ReadWrite.AppFolder'],
  ownFileWrite: [...fileWriteScopes, 'Files.ReadWrite.AppFolder'],
  calendarRead: ['Calendars.Read', 'Calendars.ReadWrite', 'Calendars.ReadBasic'],
  calendarWrite: ['Calendars.ReadWrite'],
  mailRead: ['Mail.Read', 'Mail.ReadWrite', 'Mail.ReadBasic'],
  mailWrite: ['Mail.ReadWrite'],
  mailSend: ['Mail.Send'],
  chatRead: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'],
  meetingRead: ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'],
  userRead: ['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'],
  othersRead: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'],
  activitySend: ['TeamsActivity.Send'],
  // /search/query knows no Sites.Selected (PLATFORM F4.17).
  search: [
    'Files.Read.All',
    'Files.ReadWrite.All',
    'Sites.Read.All',
    'Sites.ReadWrite.All',
    'Sites.Manage.All',
    'Sites.FullControl.All',
  ],
} as const

function hasScope(caller: Caller, wanted: readonly string[]): boolean {
  return wanted.some((scope) => caller.scopes.has(scope))
}

/** 403 of SharePoint when the token lacks every one of these. */
export function requireSiteScope(caller: Caller, wanted: readonly string[]): void {
  if (!hasScope(caller, wanted)) throw accessDenied('Either scp or roles claim need to be present in the token.')
}

/** 403 of Exchange when the token lacks every one of these. */
export function requireMailboxScope(caller: Caller, wanted: readonly string[]): void {
  if (!hasScope(caller, wanted)) throw errorAccessDenied()
}

/** 403 of the directory and of Teams when the token lacks every one of these. */
export function requireScope(caller: Caller, wanted: readonly string[], code = 'Authorization_RequestDenied'): void {
  if (hasScope(caller, wanted)) return
  const message =
    code === 'Authorization_RequestDenied'
      ? 'Insufficient privileges to complete the operation.'
      : `Missing scope permissions on the request. API requires one of '${wanted.join(', ')}'. Scopes on the request '${[...caller.scopes].join(', ')}'`
  throw new GraphError(403, code, message)
}
