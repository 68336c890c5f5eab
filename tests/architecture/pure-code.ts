import ts from 'typescript'
import { type ParsedFile, placeOf, walk } from './project-files.ts'

/** Globals that domain and workflows may not touch, with what to do instead. */
const banned: Readonly<Record<string, string>> = {
  console: 'return a finding or a result; the caller decides who hears of it',
  document: 'take what is needed as a parameter',
  fetch: 'ask a port of workflows/ports.ts',
  globalThis: 'take what is needed as a parameter',
  indexedDB: 'ask a port of workflows/ports.ts',
  localStorage: 'ask a port of workflows/ports.ts',
  location: 'take what is needed as a parameter',
  navigator: 'take what is needed as a parameter',
  performance: 'take the time as a parameter',
  process: 'take what is needed as a parameter',
  queueMicrotask: 'leave waiting to the caller',
  self: 'take what is needed as a parameter',
  sessionStorage: 'ask a port of workflows/ports.ts',
  setInterval: 'leave waiting to the caller',
  setTimeout: 'leave waiting to the caller',
  window: 'take what is needed as a parameter',
  XMLHttpRequest: 'ask a port of workflows/ports.ts',
}

const clock = 'take the time as a parameter, or from the Clock port'
const dice = 'take the key as a parameter, or from the KeyMaker port'

/** Where a file reads the clock, rolls dice or reaches outside, as sentences that say what to do. */
export function findImpurities(file: ParsedFile): string[] {
  const found: string[] = []
  walk(file.tree, (node) => {
    const [what, instead] = impurityOf(node) ?? []
    if (what !== undefined) found.push(`${placeOf(file, node)} ${what}: ${instead}`)
  })
  return found
}

function impurityOf(node: ts.Node): readonly [what: string, instead: string] | undefined {
  if (ts.isNewExpression(node) && isGlobal(node.expression, 'Date') && (node.arguments ?? []).length === 0) {
    return ['new Date()', clock]
  }
  if (ts.isCallExpression(node) && isGlobal(node.expression, 'Date')) return ['Date()', clock]
  if (ts.isPropertyAccessExpression(node)) {
    if (isGlobal(node.expression, 'Date') && node.name.text === 'now') return ['Date.now', clock]
    if (isGlobal(node.expression, 'Math') && node.name.text === 'random') return ['Math.random', dice]
    if (isGlobal(node.expression, 'crypto') && node.name.text !== 'subtle') return [`crypto.${node.name.text}`, dice]
  }
  if (!ts.isIdentifier(node)) return undefined
  const instead = Object.hasOwn(banned, node.text) ? banned[node.text] : undefined
  return instead !== undefined && isUse(node) && isGlobal(node, node.text) ? [node.text, instead] : undefined
}

/** True for a name that stands for a value; not for the name of a property, a member or a declaration. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent)) return false
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if (ts.isPropertyAssignment(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent)) {
    return parent.initializer === node
  }
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false
  return ts.isShorthandPropertyAssignment(parent) || !('name' in parent && parent.name === node)
}

/** True when no declaration between here and the top of the file gives the name another meaning. */
function isGlobal(node: ts.Node, name: string): boolean {
  if (!ts.isIdentifier(node) || node.text !== name) return false
  for (let scope: ts.Node | undefined = node.parent; scope !== undefined; scope = scope.parent) {
    if (declares(scope, name)) return false
  }
  return true
}

function declares(scope: ts.Node, name: string): boolean {
  if (ts.isFunctionLike(scope)) return scope.parameters.some((parameter) => binds(parameter.name, name))
  if (ts.isCatchClause(scope)) return binds(scope.variableDeclaration?.name, name)
  if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
    return bindsInList(scope.initializer, name)
  }
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return false
  return scope.statements.some((statement) => {
    if (ts.isVariableStatement(statement)) return bindsInList(statement.declarationList, name)
    if (ts.isImportDeclaration(statement)) return importsAs(statement, name)
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name
  })
}

function bindsInList(list: ts.ForInitializer | undefined, name: string): boolean {
  return (
    list !== undefined && ts.isVariableDeclarationList(list) && list.declarations.some((one) => binds(one.name, name))
  )
}

function binds(target: ts.BindingName | undefined, name: string): boolean {
  if (target === undefined) return false
  if (ts.isIdentifier(target)) return target.text === name
  return target.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name))
}

function importsAs(statement: ts.ImportDeclaration, name: string): boolean {
  const { importClause } = statement
  if (importClause?.name?.text === name) return true
  const bindings = importClause?.namedBindings
  if (bindings === undefined) return false
  return ts.isNamespaceImport(bindings)
    ? bindings.name.text === name
    : bindings.elements.some((element) => element.name.text === name)
}
