import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'

/** The project's own folder, absolute. */
export const projectRoot = resolve(import.meta.dirname, '../..')

/** A file of the project; `path` is relative to its root with "/" between the parts. */
export type ProjectFile = { readonly path: string; readonly text: string }

/** A file of code with its syntax tree. */
export type ParsedFile = ProjectFile & { readonly tree: ts.SourceFile }

const notOurs = new Set(['node_modules', 'dist', '.git', '.vite', 'pictures', 'coverage'])

/** Paths of all files below a folder of the project, sorted; installed and built files are left out. */
export function listFiles(folder: string, root: string = projectRoot): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => notOurs.has(part)))
    .sort()
}

/** Reads one file of the project. */
export function readProjectFile(path: string): ProjectFile {
  return { path, text: readFileSync(join(projectRoot, path), 'utf8') }
}

/** Parses code without resolving anything: enough for names, sizes and shapes. */
export function parse({ path, text }: ProjectFile): ParsedFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) }
}

/** All code of the given folders, parsed. */
export function parseFolders(...folders: readonly string[]): ParsedFile[] {
  return folders
    .flatMap((folder) => listFiles(folder))
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path))
    .map((path) => parse(readProjectFile(path)))
}

/** "src/x.ts:12", the line from 1. */
export function placeOf(file: ParsedFile, node: ts.Node): string {
  return `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1}`
}

/** Calls `visit` for a node and everything below it, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}
