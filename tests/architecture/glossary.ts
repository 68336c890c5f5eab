import ts from 'typescript'
import { type ParsedFile, placeOf, walk } from './project-files.ts'

/** A word the glossary rejects, the one to use, and where it is right after all. */
export type RejectedWord = {
  readonly word: string
  /** The word cut at its capitals: "dueDate" is "due", "date". */
  readonly parts: readonly string[]
  readonly instead: string
  readonly homes: readonly string[]
}

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The rejected words of all tables that have a column "not". */
export function readGlossary(markdown: string): RejectedWord[] {
  return tablesOf(markdown).flatMap(({ header, rows }) => {
    const column = { not: header.indexOf('not'), home: header.indexOf('home') }
    if (column.not < 0) return []
    const instead = Math.max(header.indexOf('in code'), header.indexOf('instead of'))
    return rows.flatMap((cells) =>
      inBackticks(cells[column.not]).map((word) => ({
        word,
        parts: wordsOf(word),
        instead: (cells[instead] ?? '').replaceAll('`', ''),
        homes: inBackticks(cells[column.home]),
      })),
    )
  })
}

/** Names in a file that use a rejected word outside its home, as sentences that say what to do. */
export function findRejectedWords(file: ParsedFile, glossary: readonly RejectedWord[]): string[] {
  const away = glossary.filter(({ homes }) => !homes.some((home) => below(file.path).startsWith(home)))
  const base = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\..*$/, '')
  const names = [{ name: base, place: file.path, isType: false }, ...declaredNames(file)]
  return names.flatMap(({ name, place, isType }) => {
    const words = wordsOf(name)
    return away
      .filter(({ word, parts }) => (/^[A-Z]/.test(word) ? isType && name === word : uses(words, parts)))
      .map(
        ({ word, instead, homes }) =>
          `${place} "${name}" uses "${word}": say ${instead}${homes.length > 0 ? ` (right only in ${homes.join(', ')})` : ''}; see src/domain/GLOSSARY.md`,
      )
  })
}

/** A name that the file itself declares. */
export type DeclaredName = { readonly name: string; readonly place: string; readonly isType: boolean }

/** Names the file chooses; those it only takes over from others (imports, keys taken out of an object) are left out. */
export function declaredNames(file: ParsedFile): DeclaredName[] {
  const names: DeclaredName[] = []
  walk(file.tree, (node) => {
    const name = chosenName(node)
    if (name === undefined) return
    const isType = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)
    names.push({ name: name.text, place: placeOf(file, name), isType })
  })
  return names
}

function chosenName(node: ts.Node): ts.Identifier | undefined {
  const chooses =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isEnumMember(node) ||
    ts.isParameter(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isTypeParameterDeclaration(node) ||
    (ts.isBindingElement(node) && node.propertyName !== undefined)
  return chooses && node.name !== undefined && ts.isIdentifier(node.name) ? node.name : undefined
}

function uses(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, start) =>
    sought.every((part, offset) => {
      const found = words[start + offset]
      return found === part || (offset === sought.length - 1 && found === `${part}s`)
    }),
  )
}

/** "lastDueDate", "last-due-date" and "LAST_DUE_DATE" are the same three words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_\-$]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

function below(path: string): string {
  return path.replace(/^(src|tests)\//, '')
}

function inBackticks(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '')
}

function tablesOf(markdown: string): Table[] {
  return markdown.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('|'))
    const [header, rule, ...rows] = lines.map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    )
    return header === undefined || rule === undefined ? [] : [{ header, rows }]
  })
}
