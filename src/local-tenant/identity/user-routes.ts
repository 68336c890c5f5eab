import { type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { applySelect } from '../odata/select.ts'
import { requireScope, scopes } from './caller.ts'
import { guestPrincipalName, oidIn, type PersonRow } from './people.ts'

const userProperties = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
]
const askedForProperties = ['userType', 'accountEnabled', 'companyName', 'department', 'mailNickname']

/** GET /me and GET /users/{id}: the person's object in the token's tenant. */
export function answerUser(call: Call, person: PersonRow) {
  call.query.only('$select')
  // User.Read opens one's own object only.
  requireScope(call.caller, person.id === call.caller.person.id ? scopes.userRead : scopes.othersRead)
  const user = userResource(call, person)
  const select = call.query.get('$select')
  const body =
    select === null
      ? Object.fromEntries(userProperties.map((name) => [name, user[name]]))
      : applySelect(user, select, { type: 'user', known: [...userProperties, ...askedForProperties] })
  const shape = select === null ? '' : `(${select.replaceAll(' ', '')})`
  return ok({ '@odata.context': contextOf(call, `users${shape}/$entity`), ...body })
}

function userResource(call: Call, person: PersonRow): JsonObject {
  const { store } = call.service
  const isGuest = person.home_tenant !== call.caller.tenantId
  const words = person.name.split(' ')
  return {
    businessPhones: [],
    displayName: person.name,
    givenName: words.slice(0, -1).join(' ') || person.name,
    jobTitle: person.job_title || null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'da-DK',
    surname: words.length > 1 ? (words.at(-1) ?? null) : null,
    userPrincipalName: isGuest ? guestPrincipalName(store, person, call.caller.tenantId) : person.mail,
    id: oidIn(store, person, call.caller.tenantId) ?? person.oid,
    userType: isGuest ? 'Guest' : 'Member',
    accountEnabled: true,
    companyName: null,
    department: null,
    mailNickname: person.mail.split('@')[0] ?? '',
  }
}
