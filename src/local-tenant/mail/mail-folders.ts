import { mailboxContext } from '../calendar/mailbox.ts'
import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { errorItemNotFound, methodNotAllowed, notImplemented } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import type { PersonRow } from '../identity/people.ts'
import { applySelect } from '../odata/select.ts'
import { messagesIn } from './message-query.ts'
import { folderId } from './message-resource.ts'
import type { MessageData } from './message-store.ts'

const folders = ['inbox', 'drafts', 'sentitems', 'deleteditems']
const folderNames: Record<string, string> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
}
// Folders that every mailbox has in Exchange and none here.
const absentFolders = [
  'archive',
  'clutter',
  'conflicts',
  'conversationhistory',
  'junkemail',
  'localfailures',
  'msgfolderroot',
  'outbox',
  'recoverableitemsdeletions',
  'scheduled',
  'searchfolders',
  'serverfailures',
  'syncissues',
]
const folderShape = {
  type: 'mailFolder',
  known: [
    'id',
    'displayName',
    'parentFolderId',
    'childFolderCount',
    'unreadItemCount',
    'totalItemCount',
    'sizeInBytes',
    'isHidden',
  ],
}

/** GET mailFolders, the four that every mailbox has here. */
export function listFolders(call: Call, person: PersonRow): Answer {
  if (call.method !== 'GET') throw methodNotAllowed(['GET'])
  call.query.only('$top', '$select', '$skiptoken')
  const select = call.query.get('$select')
  const { page, next } = cutPage(call, folders, call.query.top() ?? 10)
  return ok({
    '@odata.context': contextOf(call, `${mailboxContext(person)}/mailFolders`),
    ...next,
    value: page.map((folder) => applySelect(folderResource(call, person, folder), select, folderShape, ['id'])),
  })
}

/** GET mailFolders/{folder}. */
export function answerFolder(call: Call, person: PersonRow, folder: string): Answer {
  if (call.method !== 'GET') throw methodNotAllowed(['GET'])
  call.query.only('$select')
  return ok({
    '@odata.context': contextOf(call, `${mailboxContext(person)}/mailFolders/$entity`),
    ...applySelect(folderResource(call, person, folder), call.query.get('$select'), folderShape, ['id']),
  })
}

/** The folder of an id or well-known name; 404 for any other. */
export function requireFolder(person: PersonRow, key: string): string {
  const folder = folders.find((name) => name === key.toLowerCase() || folderId(person.id, name) === key)
  if (absentFolders.includes(key.toLowerCase())) throw notImplemented(`the folder ${key}`)
  if (!folder) throw errorItemNotFound()
  return folder
}

function folderResource(call: Call, person: PersonRow, folder: string): JsonObject {
  const rows = messagesIn(call, person.id, folder)
  return {
    id: folderId(person.id, folder),
    displayName: folderNames[folder] ?? folder,
    parentFolderId: folderId(person.id, 'root'),
    childFolderCount: 0,
    unreadItemCount: rows.filter((row) => !(JSON.parse(row.data) as MessageData).isRead).length,
    totalItemCount: rows.length,
    sizeInBytes: 0,
    isHidden: false,
  }
}
