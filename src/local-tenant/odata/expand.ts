import { badRequest, notImplemented } from '../http/graph-error.ts'

/** One expanded navigation with its own $select, e.g. `fields($select=A,B)`. */
export type Expansion = { readonly select: readonly string[] | null; readonly filter: string | null }

/** Reads $expand; 501 for a navigation that is not in `known`, and for inner options other than $select and $filter. */
export function readExpand(text: string | null, known: readonly string[]): ReadonlyMap<string, Expansion> {
  const found = new Map<string, Expansion>()
  for (const part of splitOutside(text ?? '', ',')) {
    const match = /^\s*([\w./]+)\s*(?:\((.*)\))?\s*$/s.exec(part)
    if (!match) throw badRequest('Parsing OData Select and Expand failed: Syntax error in $expand.')
    const name = (match[1] ?? '').replace(/^microsoft\.graph\.eventMessage\//i, '')
    if (!known.includes(name)) throw notImplemented(`$expand=${name} here`)
    found.set(name, readInner(match[2] ?? ''))
  }
  return found
}

function readInner(text: string): Expansion {
  let select: string[] | null = null
  let filter: string | null = null
  for (const option of splitOutside(text, ';')) {
    const [, name = '', value = ''] = /^\s*(\$?\w+)\s*=(.*)$/s.exec(option) ?? []
    const key = name.replace('$', '').toLowerCase()
    if (key === 'select') select = value.split(',').map((column) => column.trim())
    else if (key === 'filter') filter = value
    else throw notImplemented(`the option ${name || option} inside $expand`)
  }
  return { select, filter }
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
