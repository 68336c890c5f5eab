import ts from 'typescript'
import { type ParsedFile, placeOf, walk } from './project-files.ts'

/** Lines at which a reader is warned, and those that fail the check. */
const limits = {
  function: { warn: 40, fail: 60 },
  component: { warn: 80, fail: 120 },
  file: { warn: 250, fail: 400 },
} as const

/** Something long: what it is, how long, where. */
export type Measure = {
  readonly kind: keyof typeof limits
  readonly name: string
  readonly lines: number
  readonly place: string
}

/** Lines of the file and of each function in it; a React component is a function that holds JSX and has a capital. */
export function measureSizes(file: ParsedFile): Measure[] {
  const { tree } = file
  const measures: Measure[] = [
    { kind: 'file', name: file.path, lines: file.text.trimEnd().split('\n').length, place: file.path },
  ]
  walk(tree, (node) => {
    if (!isFunctionWithBody(node) || isTestGroup(node, tree)) return
    const name = nameOf(node, tree)
    measures.push({
      kind: /^[A-Z]/.test(name) && holdsJsx(node) ? 'component' : 'function',
      name,
      lines: linesOf(node, tree),
      place: placeOf(file, node),
    })
  })
  return measures
}

/** The measures above a limit as sentences that say what to do. */
export function tooLong(measures: readonly Measure[], limit: 'warn' | 'fail'): string[] {
  return measures
    .filter(({ kind, lines }) => lines > limits[kind][limit])
    .sort((a, b) => b.lines - a.lines)
    .map(({ kind, name, lines, place }) => {
      const advice = kind === 'file' ? 'split it by concept' : 'give its steps names of their own'
      return `${place} ${kind} ${kind === 'file' ? '' : `${name} `}has ${lines} lines, limit ${limits[kind][limit]}: ${advice}`
    })
}

type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration

function isFunctionWithBody(node: ts.Node): node is FunctionNode {
  return (
    (ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isConstructorDeclaration(node) ||
      ts.isAccessor(node)) &&
    node.body !== undefined
  )
}

// The callback of describe only groups tests, which are measured one by one.
function isTestGroup(node: ts.Node, tree: ts.SourceFile): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText(tree))
}

function nameOf(node: FunctionNode, tree: ts.SourceFile): string {
  if (node.name !== undefined) return node.name.getText(tree)
  for (let above: ts.Node = node.parent; !ts.isSourceFile(above); above = above.parent) {
    if (ts.isVariableDeclaration(above) || ts.isPropertyAssignment(above)) return above.name.getText(tree)
    if (!ts.isCallExpression(above) && !ts.isParenthesizedExpression(above)) break
  }
  return ts.isConstructorDeclaration(node) ? 'constructor' : '(without name)'
}

function holdsJsx(node: ts.Node): boolean {
  let found = false
  walk(node, (inner) => {
    found ||= ts.isJsxElement(inner) || ts.isJsxSelfClosingElement(inner) || ts.isJsxFragment(inner)
  })
  return found
}

function linesOf(node: ts.Node, tree: ts.SourceFile): number {
  const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line
  return tree.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1
}
