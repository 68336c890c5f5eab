import type { Json, JsonObject } from '../http/answer.ts'
import { invalidRequest } from '../http/graph-error.ts'
import type { Cell } from '../store/database.ts'
import type { Column } from './columns.ts'

/** Field values by column name; empty ones are left out, as SharePoint leaves them out of its answers. */
export type Fields = Readonly<Record<string, Json>>

const singleLineLimit = 255
const multiLineLimit = 63_999
const serverFields = [
  'id',
  'ID',
  'Created',
  'Modified',
  'AuthorLookupId',
  'EditorLookupId',
  '_UIVersionString',
  'Attachments',
]

/** Checks posted fields against the list's columns. Result holds null for a field to be emptied. */
export function readFields(posted: JsonObject, columns: readonly Column[]): Fields {
  const fields: Record<string, Json> = {}
  for (const [name, value] of Object.entries(posted)) {
    if (name.includes('@') || name === 'ContentType') continue
    if (serverFields.includes(name)) throw invalidRequest(`Field '${name}' is read-only`)
    const column = findColumn(columns, name)
    if (!column) throw invalidRequest(`Field '${name}' is not recognized`)
    if (column.readOnly) throw invalidRequest(`Field '${name}' is read-only`)
    fields[name] = isEmpty(value) ? null : readValue(column, name, value)
  }
  return fields
}

function findColumn(columns: readonly Column[], name: string): Column | undefined {
  return columns.find(
    (column) =>
      column.name === name ||
      ((column.kind === 'lookup' || column.kind === 'personOrGroup') && `${column.name}LookupId` === name),
  )
}

function isEmpty(value: Json): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function readValue(column: Column, name: string, value: Json): Json {
  switch (column.kind) {
    case 'text':
      return readText(column, value)
    case 'choice':
      return readChoice(column, value)
    case 'number':
    case 'currency':
      return readNumber(column, value)
    case 'boolean':
      if (typeof value !== 'boolean') throw invalidRequest(`Invalid boolean value for field '${name}'.`)
      return value
    case 'dateTime':
      return readMoment(column, value)
    case 'hyperlinkOrPicture':
      return readLink(name, value)
    case 'lookup':
    case 'personOrGroup':
      if (!/^\d+$/.test(String(value)) || name === column.name)
        throw invalidRequest(`Field '${column.name}' is set by ${column.name}LookupId.`)
      return String(value)
    case 'calculated':
      throw invalidRequest(`Field '${name}' is read-only`)
  }
}

function readText(column: Column, value: Json): string {
  if (typeof value !== 'string') throw invalidRequest(`Invalid text value for field '${column.name}'.`)
  const facet = column.definition['text'] as JsonObject
  const own = facet['maxLength']
  const limit =
    facet['allowMultipleLines'] === true
      ? multiLineLimit
      : typeof own === 'number'
        ? Math.min(own, singleLineLimit)
        : singleLineLimit
  if (value.length > limit) {
    throw invalidRequest(
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
    )
  }
  if (facet['allowMultipleLines'] !== true && /[\r\n]/.test(value)) {
    throw invalidRequest(
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
    )
  }
  return value
}

function readChoice(column: Column, value: Json): Json {
  const facet = column.definition['choice'] as JsonObject
  const choices = facet['choices'] as readonly string[]
  const many = facet['displayAs'] === 'checkBoxes'
  const values = Array.isArray(value) ? value : [value]
  if (Array.isArray(value) !== many) throw invalidRequest(`Invalid choice value for field '${column.name}'.`)
  for (const one of values) {
    if (typeof one !== 'string' || (!choices.includes(one) && facet['allowTextEntry'] !== true)) {
      throw invalidRequest(`The value '${String(one).slice(0, 100)}' is not a valid choice for field '${column.name}'.`)
    }
  }
  return value
}

function readNumber(column: Column, value: Json): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number))
    throw invalidRequest(`Invalid number value for field '${column.name}'.`)
  const facet = (column.definition['number'] ?? {}) as JsonObject
  const { minimum, maximum } = facet
  if ((typeof minimum === 'number' && number < minimum) || (typeof maximum === 'number' && number > maximum)) {
    throw invalidRequest(`The value of field '${column.name}' is out of range.`)
  }
  return number
}

// SharePoint keeps whole seconds in UTC; a column for dates keeps midnight (site in UTC, see SUPPORT.md).
function readMoment(column: Column, value: Json): string {
  const text = typeof value === 'string' ? value : ''
  const shape = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  const instant = shape ? Date.parse(shape[2] === undefined || shape[5] !== undefined ? text : `${text}Z`) : Number.NaN
  if (Number.isNaN(instant)) throw invalidRequest(`Invalid date value for field '${column.name}'.`)
  const iso = new Date(instant).toISOString()
  const facet = column.definition['dateTime'] as JsonObject
  return facet['format'] === 'dateOnly' ? `${iso.slice(0, 10)}T00:00:00Z` : `${iso.slice(0, 19)}Z`
}

function readLink(name: string, value: Json): JsonObject {
  const link = value as JsonObject
  if (
    typeof value !== 'object' ||
    Array.isArray(value) ||
    typeof link['Url'] !== 'string' ||
    link['Url'].length > singleLineLimit
  ) {
    throw invalidRequest(`Invalid hyperlink value for field '${name}'.`)
  }
  return { Description: typeof link['Description'] === 'string' ? link['Description'] : link['Url'], Url: link['Url'] }
}

/** Values that columns give to a new item when nothing was posted for them. */
export function defaultFields(columns: readonly Column[]): Fields {
  const fields: Record<string, Json> = {}
  for (const column of columns) {
    const value = (column.definition['defaultValue'] as JsonObject | undefined)?.['value']
    if (typeof value === 'string' && value !== '') {
      fields[column.name] =
        column.kind === 'boolean' ? value === '1' || value === 'true' : readValue(column, column.name, value)
    }
  }
  return fields
}

/** Old and new together, without what is now empty. */
export function mergeFields(old: Fields, changes: Fields): Fields {
  return Object.fromEntries(
    Object.entries({ ...old, ...changes }).filter(([, value]) => value !== null && value !== undefined),
  )
}

/** The cell by which an index finds a value: texts without regard to case, '' for nothing. */
export function indexCell(value: Json): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase().slice(0, singleLineLimit)
}
