import { type LineRule, mergeLines } from './merge-lines.ts'

/** One row three times: as I saw it, as I want it, and as somebody else has stored it meanwhile. */
export type ThreeRows<Row> = { readonly before: Row; readonly mine: Row; readonly theirs: Row }

/** Fields whose long texts are merged line by line. */
export type LineRules<Row> = { readonly [Field in keyof Row]?: LineRule }

/** *Konflikt*: a field we have both changed, each in our own way. */
export type FieldConflict = { readonly field: string; readonly mine: string; readonly theirs: string }

/** How one field's conflict ends. With a text neither side's is used as it was. */
type ConflictChoice = 'mine' | 'theirs' | { readonly text: string }

/** By field; a field without a choice keeps what is stored. */
export type ConflictChoices = Readonly<Record<string, ConflictChoice>>

// Set by the server, or what makes the row the same row.
const NOT_OURS = ['key', 'eTag', 'author', 'createdAt', 'modifiedAt']

/** The fields that need somebody to choose; empty when everything can be merged. */
export function findConflicts<Row extends object>(
  rows: ThreeRows<Row>,
  rules: LineRules<Row>,
): readonly FieldConflict[] {
  return fieldsOf(rows.mine).flatMap((field) => {
    if (mergeField(rows, field, rules) !== null) return []
    return [{ field: String(field), mine: toText(rows.mine[field]), theirs: toText(rows.theirs[field]) }]
  })
}

/** The row as it shall be: everybody's changes, and the choices where they clash. To be written over `theirs`. */
export function settleConflicts<Row extends object>(
  rows: ThreeRows<Row>,
  rules: LineRules<Row>,
  choices: ConflictChoices,
): Row {
  const settled = { ...rows.theirs }
  for (const field of fieldsOf(rows.mine)) {
    const merged = mergeField(rows, field, rules)
    settled[field] = merged ? merged.value : chosen(rows, field, choices[String(field)] ?? 'theirs')
  }
  return settled
}

function fieldsOf<Row extends object>(row: Row): readonly (keyof Row)[] {
  return (Object.keys(row) as (keyof Row)[]).filter((field) => !NOT_OURS.includes(String(field)))
}

function mergeField<Row extends object, Field extends keyof Row>(
  { before, mine, theirs }: ThreeRows<Row>,
  field: Field,
  rules: LineRules<Row>,
): { readonly value: Row[Field] } | null {
  if (isSame(mine[field], before[field])) return { value: theirs[field] }
  if (isSame(theirs[field], before[field]) || isSame(mine[field], theirs[field])) return { value: mine[field] }
  const rule = rules[field]
  if (rule === undefined) return null
  const merged = mergeLines(String(before[field]), String(mine[field]), String(theirs[field]), rule)
  return merged === null ? null : { value: merged as Row[Field] }
}

function chosen<Row extends object, Field extends keyof Row>(
  { mine, theirs }: ThreeRows<Row>,
  field: Field,
  choice: ConflictChoice,
): Row[Field] {
  if (choice === 'mine') return mine[field]
  if (choice === 'theirs') return theirs[field]
  // Only texts can be written anew; a list of names is one name a line.
  const isList = Array.isArray(mine[field])
  return (isList ? choice.text.split('\n').filter((line) => line.trim() !== '') : choice.text) as Row[Field]
}

// A list gives line ends back as "\n", however they were sent, and keeps an empty text as nothing.
function isSame(one: unknown, other: unknown): boolean {
  return shapeOf(one) === shapeOf(other)
}

function shapeOf(value: unknown): string {
  return JSON.stringify(value === '' ? null : (value ?? null)).replaceAll('\\r\\n', '\\n')
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n')
  return value === null || value === undefined ? '' : String(value)
}
