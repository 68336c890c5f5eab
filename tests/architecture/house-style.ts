import { homedir } from 'node:os'
import { dirname } from 'node:path'
import ts from 'typescript'
import { type ParsedFile, type ProjectFile, placeOf, projectRoot, walk } from './project-files.ts'

/** File names: kebab-case, then at most a few endings ("a-name.test.tsx"); papers in capitals (README.md). */
export function findOddFileNames(paths: readonly string[]): string[] {
  return paths
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return !/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(name) && !/^[A-Z]+\.md$/.test(name)
    })
    .map((path) => `${path}: write the file name in kebab-case`)
}

/** Default exports and files that only hand on what others export. */
export function findExportFaults(file: ParsedFile): string[] {
  const { statements } = file.tree
  const faults = statements
    .filter(isDefaultExport)
    .map((node) => `${placeOf(file, node)} default export: give it a name`)
  const isBarrel = statements.length > 0 && statements.every(handsOnOwnFile)
  return isBarrel ? [...faults, `${file.path} only exports what others export: import from there directly`] : faults
}

/** Tests that are switched off or run alone, code that is not finished, checks that are silenced. */
export function findUnfinished(file: ParsedFile): string[] {
  const faults: string[] = []
  walk(file.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return
    if (!['test', 'it', 'describe', 'suite'].includes(node.expression.text)) return
    if (['skip', 'only', 'todo', 'fails'].includes(node.name.text)) {
      faults.push(
        `${placeOf(file, node)} ${node.getText(file.tree)}: run it, or skip inside with a reason that is printed`,
      )
    }
  })
  for (const { line, text } of commentsOf(file)) {
    const mark = new RegExp(unfinishedMarks.join('|')).exec(text)
    if (mark !== null) faults.push(`${file.path}:${line} "${mark[0]}": finish it; no check is silenced`)
  }
  return faults
}

const unfinishedMarks = [
  '\\bTO' + 'DO\\b',
  '\\bFIX' + 'ME\\b',
  '\\bXX' + 'X\\b',
  '@ts-(ignore|nocheck|expect-error)',
  'biome-ignore',
  'eslint-disable',
]

/** Paths that exist on one machine only: the project's own folder, its neighbours, home folders. */
export function findMachinePaths({ path, text }: ProjectFile, folders = machineFolders()): string[] {
  const pattern = new RegExp(
    [...folders.map(escapePattern), '/(home|root|Users)/[\\w.-]+/', '[A-Z]:\\\\\\\\?Users'].join('|'),
  )
  return text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line)
    return found === null
      ? []
      : [`${path}:${index + 1} names a place of one machine (${found[0]}): use a relative path`]
  })
}

// A folder right below the top, such as /app or /src, is no sign of a machine: addresses look the same.
function machineFolders(): string[] {
  return [projectRoot, dirname(projectRoot), homedir()].filter((folder) => folder.split('/').length > 2)
}

/** Exports that another folder imports although no comment says what they promise. */
export function findUndocumentedExports(files: readonly ParsedFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const wanted = new Set(files.flatMap(importedFromOtherFolders))
  return [...wanted].sort().flatMap((key) => {
    const [path = '', name = ''] = key.split('#')
    const file = byPath.get(path)
    const node = file?.tree.statements.find((statement) => exportsName(statement, name))
    if (file === undefined || node === undefined || ts.getJSDocCommentsAndTags(node).length > 0) return []
    return [`${placeOf(file, node)} ${name} is used by another folder: say in a doc comment what it promises`]
  })
}

function importedFromOtherFolders(file: ParsedFile): string[] {
  return file.tree.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const address = (statement.moduleSpecifier as ts.StringLiteral).text
    const bindings = statement.importClause?.namedBindings
    if (!address.startsWith('..') || bindings === undefined || !ts.isNamedImports(bindings)) return []
    const target = new URL(address, `file:///${file.path}`).pathname.slice(1)
    return bindings.elements.map((element) => `${target}#${(element.propertyName ?? element.name).text}`)
  })
}

// A package's part may be handed on: it gives the part a file, and so a chunk, of its own.
function handsOnOwnFile(node: ts.Statement): boolean {
  if (!ts.isExportDeclaration(node) || node.moduleSpecifier === undefined) return false
  return ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.startsWith('.')
}

function exportsName(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((one) => ts.isIdentifier(one.name) && one.name.text === name)
  }
  const declares =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return declares && statement.name?.text === name
}

function isDefaultExport(node: ts.Statement): boolean {
  if (ts.isExportAssignment(node)) return true
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  )
}

function commentsOf({ text, path }: ParsedFile): { line: number; text: string }[] {
  const scanner = ts.createScanner(
    ts.ScriptTarget.Latest,
    false,
    path.endsWith('.tsx') ? ts.LanguageVariant.JSX : ts.LanguageVariant.Standard,
    text,
  )
  const comments: { line: number; text: string }[] = []
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind !== ts.SyntaxKind.SingleLineCommentTrivia && kind !== ts.SyntaxKind.MultiLineCommentTrivia) continue
    const line = text.slice(0, scanner.getTokenStart()).split('\n').length
    comments.push({ line, text: scanner.getTokenText() })
  }
  return comments
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
