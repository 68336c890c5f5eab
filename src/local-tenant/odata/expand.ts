import { badRequest, notImplemented } from '../http/graph-error.ts'

export type InnerOption = 'select' | 'filter' | 'expand'

/** One expanded navigation with options of its own, e.g. `fields($select=A,B)`. */
export type Expansion = {
  readonly select: readonly string[] | null
  readonly filter: string | null
  readonly expand: string | null
}

/** An expansion without options. */
export const plainExpansion: Expansion = { select: null, filter: null, expand: null }

// Navigations that Graph has on the types this tenant shows: those are not implemented, others nobody has.
const graphNavigations = [
  'activities',
  'analytics',
  'attachments',
  'calendar',
  'calendarView',
  'calendars',
  'chats',
  'children',
  'columns',
  'contentTypes',
  'createdByUser',
  'directReports',
  'documentSetVersions',
  'drive',
  'driveItem',
  'drives',
  'event',
  'events',
  'extensions',
  'fields',
  'instances',
  'items',
  'lastMessagePreview',
  'lastModifiedByUser',
  'list',
  'listItem',
  'lists',
  'manager',
  'memberOf',
  'members',
  'messages',
  'multiValueExtendedProperties',
  'operations',
  'permissions',
  'root',
  'singleValueExtendedProperties',
  'sites',
  'subscriptions',
  'thumbnails',
  'versions',
]

/** Reads $expand; 400 for a navigation nobody has, 501 for one, or an option inside one, that `known` does not name. */
export function readExpand(
  text: string | null,
  known: Readonly<Record<string, readonly InnerOption[]>>,
): ReadonlyMap<string, Expansion> {
  const found = new Map<string, Expansion>()
  for (const part of splitOutside(text ?? '', ',')) {
    const match = /^\s*([\w./]+)\s*(?:\((.*)\))?\s*$/s.exec(part)
    if (!match) throw badRequest('Parsing OData Select and Expand failed: Syntax error in $expand.')
    const name = (match[1] ?? '').replace(/^microsoft\.graph\.eventMessage\//i, '')
    const allowed = Object.hasOwn(known, name) ? known[name] : undefined
    if (!allowed && !graphNavigations.includes(name))
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name.slice(0, 60)}'.`,
      )
    if (!allowed) throw notImplemented(`$expand=${name} here`)
    found.set(name, readInner(match[2] ?? '', allowed))
  }
  return found
}

function readInner(text: string, allowed: readonly InnerOption[]): Expansion {
  let inner = plainExpansion
  for (const option of splitOutside(text, ';')) {
    const [, name = '', value = ''] = /^\s*(\$?\w+)\s*=(.*)$/s.exec(option) ?? []
    const key = allowed.find((word) => word === name.replace('$', '').toLowerCase())
    if (key === undefined) throw notImplemented(`the option ${(name || option).slice(0, 60)} inside $expand`)
    inner = { ...inner, [key]: key === 'select' ? value.split(',').map((column) => column.trim()) : value }
  }
  return inner
}

// Splits at a mark that is not inside brackets or quotes.
function splitOutside(text: string, mark: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let start = 0
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place]
    if (letter === "'") quoted = !quoted
    else if (quoted) continue
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if (letter === mark && depth === 0) {
      parts.push(text.slice(start, place))
      start = place + 1
    }
  }
  if (text.slice(start).trim() !== '') parts.push(text.slice(start))
  return parts
}
