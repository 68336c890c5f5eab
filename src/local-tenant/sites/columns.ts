import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../http/answer.ts'
import { type BodyTypes, requireBodyTypes } from '../http/body-types.ts'
import { GraphError, invalidRequest, notImplemented } from '../http/graph-error.ts'
import type { Row, Store } from '../store/database.ts'

type ColumnKind =
  | 'text'
  | 'number'
  | 'currency'
  | 'boolean'
  | 'dateTime'
  | 'choice'
  | 'lookup'
  | 'personOrGroup'
  | 'hyperlinkOrPicture'
  | 'calculated'

/** A column of a list, as much of columnDefinition as the tenant acts on, and the definition as it was given. */
export type Column = {
  readonly id: string
  readonly name: string
  readonly kind: ColumnKind
  readonly indexed: boolean
  readonly unique: boolean
  readonly readOnly: boolean
  readonly definition: JsonObject
}

const kinds: readonly ColumnKind[] = [
  'text',
  'number',
  'currency',
  'boolean',
  'dateTime',
  'choice',
  'lookup',
  'personOrGroup',
  'hyperlinkOrPicture',
  'calculated',
]
// What Graph knows of columns and this tenant does not act on.
const absentFacets = ['term', 'thumbnail', 'geolocation', 'contentApprovalStatus', 'validation']
const definitionParts = [
  'id',
  'name',
  'displayName',
  'description',
  'columnGroup',
  'defaultValue',
  'enforceUniqueValues',
  'hidden',
  'indexed',
  'isDeletable',
  'isReorderable',
  'isSealed',
  'propagateChanges',
  'readOnly',
  'required',
  'type',
]
const columnTypes: BodyTypes = {
  ...Object.fromEntries(kinds.map((kind) => [kind, 'object' as const])),
  displayName: 'string',
  description: 'string',
  indexed: 'boolean',
  enforceUniqueValues: 'boolean',
  hidden: 'boolean',
  readOnly: 'boolean',
  required: 'boolean',
}
/** What a column may be asked for. */
export const columnShape = { type: 'columnDefinition', known: [...definitionParts, ...kinds] }
const mostIndexed = 20
const columnName = /^[A-Za-z_][A-Za-z0-9_]{0,31}$/

type ColumnRow = Row & { id: string; name: string; definition: string }

const cache = new WeakMap<Store, Map<string, readonly Column[]>>()

/** The list's own columns, Title first. */
export function columnsOf(store: Store, listId: string): readonly Column[] {
  const lists = cache.get(store) ?? new Map<string, readonly Column[]>()
  cache.set(store, lists)
  const known = lists.get(listId)
  if (known) return known
  const columns = store
    .all<ColumnRow>('SELECT id, name, definition FROM list_columns WHERE list_id = ? ORDER BY position', listId)
    .map((row) => toColumn(row.id, JSON.parse(row.definition) as JsonObject))
  lists.set(listId, columns)
  return columns
}

/** Forgets what was read; to be called after a change, and when a transaction with changes failed. */
export function forgetColumns(store: Store): void {
  cache.delete(store)
}

/** Checks a posted columnDefinition and makes it complete; 400 for a name or kind that SharePoint would refuse. */
export function readColumnDefinition(posted: JsonObject): JsonObject {
  const name = posted['name']
  if (typeof name !== 'string' || !columnName.test(name))
    throw invalidRequest('The column name is missing or not valid.')
  for (const key of Object.keys(posted)) {
    if (absentFacets.includes(key)) throw notImplemented(`columns with ${key}`)
    if (!definitionParts.includes(key) && !kinds.some((kind) => kind === key) && !key.includes('@'))
      throw invalidRequest(`The property '${key.slice(0, 60)}' of a column is not known.`)
  }
  requireBodyTypes(posted, columnTypes)
  const facets = kinds.filter((kind) => kind in posted)
  if (facets.length > 1) throw invalidRequest('A column can have one type only.')
  const kind = facets[0] ?? 'text'
  const choice = posted['choice'] as JsonObject | undefined
  if (kind === 'choice' && !Array.isArray(choice?.['choices']))
    throw invalidRequest('A choice column needs its choices.')
  return {
    columnGroup: 'Custom Columns',
    description: '',
    displayName: name,
    enforceUniqueValues: false,
    hidden: false,
    indexed: posted['enforceUniqueValues'] === true,
    readOnly: kind === 'calculated',
    required: false,
    ...posted,
    name,
    [kind]: { ...defaultFacet(kind), ...(posted[kind] as JsonObject | undefined) },
  }
}

function defaultFacet(kind: ColumnKind): JsonObject {
  switch (kind) {
    case 'text':
      return { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 }
    case 'choice':
      return { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' }
    case 'dateTime':
      return { displayAs: 'default', format: 'dateTime' }
    case 'number':
      return { decimalPlaces: 'automatic', displayAs: 'number' }
    default:
      return {}
  }
}

/** Adds a column; its definition must come from readColumnDefinition. */
export function addColumn(store: Store, listId: string, definition: JsonObject): Column {
  const columns = columnsOf(store, listId)
  const column = toColumn(randomUUID(), definition)
  if (columns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase())) {
    throw new GraphError(409, 'nameAlreadyExists', 'A column with this name already exists in this list.')
  }
  checkIndexLimit([...columns, column])
  store.run(
    'INSERT INTO list_columns (id, list_id, name, position, definition) VALUES (?, ?, ?, ?, ?)',
    column.id,
    listId,
    column.name,
    columns.length,
    JSON.stringify(definition),
  )
  forgetColumns(store)
  return column
}

/** A list can have twenty indexed columns. */
export function checkIndexLimit(columns: readonly Column[]): void {
  if (columns.filter(({ indexed }) => indexed).length > mostIndexed) {
    throw invalidRequest('A list can have at most 20 indexed columns.')
  }
}

export function toColumn(id: string, definition: JsonObject): Column {
  return {
    id,
    name: String(definition['name']),
    kind: kinds.find((kind) => kind in definition) ?? 'text',
    indexed: definition['indexed'] === true || definition['enforceUniqueValues'] === true,
    unique: definition['enforceUniqueValues'] === true,
    readOnly: definition['readOnly'] === true,
    definition,
  }
}

const builtInColumns: readonly JsonObject[] = [
  builtIn('c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'ContentType', 'Content Type', { text: {} }),
  builtIn('28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', {
    dateTime: { displayAs: 'default', format: 'dateTime' },
  }),
  builtIn('8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', {
    dateTime: { displayAs: 'default', format: 'dateTime' },
  }),
  builtIn('1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', {
    personOrGroup: { allowMultipleSelection: false },
  }),
  builtIn('d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', {
    personOrGroup: { allowMultipleSelection: false },
  }),
  builtIn('1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'ID', { number: {} }),
]

function builtIn(id: string, name: string, displayName: string, facet: JsonObject): JsonObject {
  return {
    columnGroup: 'Base Columns',
    description: '',
    displayName,
    enforceUniqueValues: false,
    hidden: false,
    id,
    indexed: name === 'ID',
    name,
    readOnly: true,
    required: false,
    ...facet,
  }
}

/** The columns as GET columns shows them: the list's own and SharePoint's. */
export function columnResources(store: Store, listId: string): readonly JsonObject[] {
  return [...columnsOf(store, listId).map(columnResource), ...builtInColumns]
}

export function columnResource(column: Column): JsonObject {
  return { ...column.definition, id: column.id }
}
