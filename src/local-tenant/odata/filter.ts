import { badRequest, notImplemented } from '../http/graph-error.ts'

/** A value that a filter can compare. */
export type Scalar = string | number | boolean | null
/** The comparing operators of OData. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type Operand =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'literal'; readonly value: Scalar }

/** A read $filter. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Operand; readonly right: Operand }
  | {
      readonly kind: 'text'
      readonly name: 'startswith' | 'endswith' | 'contains'
      readonly left: Operand
      readonly right: Operand
    }
  | { readonly kind: 'any'; readonly path: string; readonly variable: string; readonly inner: Filter }

type Token = { readonly kind: 'word' | 'text' | 'number' | 'mark'; readonly text: string; readonly at: number }

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']
const textFunctions: readonly string[] = ['startswith', 'endswith', 'contains']
const deepest = 50

/** Reads an OData filter; 400 with the place of a mistake, 501 for functions this tenant does not have. */
export function parseFilter(text: string): Filter {
  const reader = new FilterReader(tokenise(text), text)
  const filter = reader.readOr(0)
  reader.expectEnd()
  return filter
}

function syntaxError(at: number, text: string): never {
  throw badRequest(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`)
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const pattern =
    /\s+|'((?:[^']|'')*)'|(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)|(-?\d+(?:\.\d+)?(?![\w-]))|([A-Za-z_@][\w.@]*(?:\/[A-Za-z_@][\w.@]*)*)|([(),:/])/y
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) syntaxError(at, text)
    const [, quoted, moment, number, word, mark] = match
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'"), at })
    else if (moment !== undefined) {
      if (Number.isNaN(Date.parse(moment))) syntaxError(at, text)
      tokens.push({ kind: 'text', text: moment, at })
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at })
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, at })
  }
  return tokens
}

class FilterReader {
  private place = 0
  private readonly tokens: readonly Token[]
  private readonly source: string

  constructor(tokens: readonly Token[], source: string) {
    this.tokens = tokens
    this.source = source
  }

  readOr(depth: number): Filter {
    let left = this.readAnd(depth)
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.readAnd(depth) }
    return left
  }

  expectEnd(): void {
    if (this.peek()) this.fail()
  }

  private readAnd(depth: number): Filter {
    let left = this.readOne(depth)
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.readOne(depth) }
    return left
  }

  private readOne(depth: number): Filter {
    if (depth > deepest) this.fail()
    if (this.takeWord('not')) return { kind: 'not', inner: this.readOne(depth + 1) }
    if (this.takeMark('(')) {
      const inner = this.readOr(depth + 1)
      this.expectMark(')')
      return inner
    }
    const token = this.peek()
    const next = this.tokens[this.place + 1]
    if (token?.kind === 'word' && next?.text === '(' && next.kind === 'mark') return this.readCall(token, depth)
    return this.readComparison()
  }

  private readCall(token: Token, depth: number): Filter {
    const name = token.text.toLowerCase()
    this.place += 2
    if (name.endsWith('/any')) return this.readAny(token.text.slice(0, -4), depth)
    if (!textFunctions.includes(name)) throw notImplemented(`the filter function ${token.text}`)
    const left = this.readOperand()
    this.expectMark(',')
    const right = this.readOperand()
    this.expectMark(')')
    // "startswith(...) eq true" is allowed too.
    if (this.takeWord('eq')) {
      const value = this.readOperand()
      if (value.kind !== 'literal' || typeof value.value !== 'boolean') this.fail()
      const call: Filter = { kind: 'text', name: name as 'startswith', left, right }
      return value.value ? call : { kind: 'not', inner: call }
    }
    return { kind: 'text', name: name as 'startswith', left, right }
  }

  private readAny(path: string, depth: number): Filter {
    const variable = this.next('word').text
    this.expectMark(':')
    const inner = this.readOr(depth + 1)
    this.expectMark(')')
    return { kind: 'any', path, variable, inner }
  }

  private readComparison(): Filter {
    const left = this.readOperand()
    const token = this.peek()
    const op = token?.kind === 'word' ? token.text.toLowerCase() : ''
    if (op === 'in') {
      this.place += 1
      return this.readIn(left)
    }
    if (!comparisons.includes(op)) {
      // A boolean property alone: "isAllDay".
      if (left.kind === 'path') return { kind: 'compare', op: 'eq', left, right: { kind: 'literal', value: true } }
      this.fail()
    }
    this.place += 1
    return { kind: 'compare', op: op as Comparison, left, right: this.readOperand() }
  }

  private readIn(left: Operand): Filter {
    this.expectMark('(')
    let filter: Filter = { kind: 'compare', op: 'eq', left, right: this.readOperand() }
    while (this.takeMark(',')) {
      filter = { kind: 'or', left: filter, right: { kind: 'compare', op: 'eq', left, right: this.readOperand() } }
    }
    this.expectMark(')')
    return filter
  }

  private readOperand(): Operand {
    const token = this.tokens[this.place]
    if (!token || token.kind === 'mark') this.fail()
    this.place += 1
    if (token.kind === 'text') return { kind: 'literal', value: token.text }
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
    const word = token.text.toLowerCase()
    if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true' }
    if (word === 'null') return { kind: 'literal', value: null }
    return { kind: 'path', path: token.text }
  }

  private peek(): Token | undefined {
    return this.tokens[this.place]
  }

  private next(kind: Token['kind']): Token {
    const token = this.tokens[this.place]
    if (token?.kind !== kind) this.fail()
    this.place += 1
    return token
  }

  private takeWord(word: string): boolean {
    const token = this.peek()
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false
    this.place += 1
    return true
  }

  private takeMark(mark: string): boolean {
    const token = this.peek()
    if (token?.kind !== 'mark' || token.text !== mark) return false
    this.place += 1
    return true
  }

  private expectMark(mark: string): void {
    if (!this.takeMark(mark)) this.fail()
  }

  private fail(): never {
    syntaxError(this.peek()?.at ?? this.source.length, this.source)
  }
}
