import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, onTestFinished, test } from 'vitest'
import { checkImports } from './import-rules.ts'
import { importTable } from './import-table.ts'
import { listFiles, parseFolders, projectRoot, walk } from './project-files.ts'

const report = checkImports(projectRoot)

test('every import of src follows the import table', async () => {
  expect((await report).broken).toEqual([])
})

test('the import check has seen every module that is on disk', async () => {
  const onDisk = listFiles('src').filter((path) => /\.[mc]?[jt]sx?$/.test(path))
  const { modulesSeen, importsSeen } = await report
  expect(modulesSeen).toEqual(onDisk)
  expect(onDisk.length).toBeGreaterThan(20)
  expect(importsSeen).toBeGreaterThanOrEqual(countImportingFiles())
})

test('every folder of src has a row in the import table', () => {
  const rows = importTable.map(({ folder }) => `src/${folder}/`)
  const outside = listFiles('src').filter((path) => /\.tsx?$/.test(path) && !rows.some((row) => path.startsWith(row)))
  expect(outside, 'add the folder to tests/architecture/import-table.ts, or move the file').toEqual([])
})

test('files loaded by address stay in the folder that loads them', () => {
  // A worker named by new URL('./x.ts', import.meta.url) is an import that dependency-cruiser does not see.
  expect(parseFolders('src').flatMap(addressedModules).filter(leavesItsFolder)).toEqual([])
})

const planted: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['shared: folders', 'src/shared/a.ts', `import '../domain/time/a.ts'`],
  ['domain/time: folders', 'src/domain/time/b.ts', `import type { A } from '../agenda/a.ts'; export type B = A`],
  ['domain/agenda: folders', 'src/domain/agenda/b.ts', `export type B = import('../linking/a.ts').A`],
  ['domain/agenda: packages', 'src/domain/agenda/b.ts', `import 'react'`],
  ['domain/agenda: node', 'src/domain/agenda/b.ts', `import 'node:fs'`],
  ['workflows: folders', 'src/workflows/b.ts', `export const load = () => import('../graph/a.ts')`],
  ['graph: folders', 'src/graph/b.ts', `import '../workflows/a.ts'`],
  ['graph: packages', 'src/graph/b.ts', `import { Client } from '@microsoft/microsoft-graph-client'; Client`],
  ['ui: packages', 'src/ui/b.ts', `import type { Hono } from 'hono'; export type B = Hono`],
  ['sync: folders', 'src/sync/b.ts', `export * from '../graph/a.ts'`],
  ['features: folders', 'src/features/agenda/b.ts', `import '../../graph/a.ts'`],
  ['features: packages', 'src/features/agenda/b.ts', `import '@microsoft/teams-js'`],
  ['features: packages', 'src/features/agenda/b.ts', `import '@azure/msal-browser'`],
  ['workflows: packages', 'src/workflows/b.ts', `import 'react'`],
  ['graph: packages', 'src/graph/b.ts', `import 'libsql'`],
  ['sibling feature', 'src/features/agenda/b.ts', `import '../minutes/a.ts'`],
  ['local-tenant: folders', 'src/local-tenant/b.ts', `import type { A } from '../graph/a.ts'; export type B = A`],
  ['local-tenant: folders', 'src/local-tenant/b.ts', `import '../domain/time/a.ts'`],
  ['shared: folders', 'src/shared/a.ts', `import '../../tests/a.ts'`],
  ['cycle', 'src/shared/a.ts', `import './b.ts'`],
  ['unresolved', 'src/shared/a.ts', `import './not-there.ts'`],
  ['development package', 'src/entry/b.ts', `import 'mammoth'`],
  ['orphan', 'src/shared/lonely.ts', 'export const lonely = 1'],
  ['local tenant in production', 'src/entry/page.ts', `import '../ui/a.ts'; import './deep.ts'`],
]

test.each(planted)('a planted import is refused: %s in %s: %s', async (rule, file, line) => {
  const root = plantTree({ [file]: line })
  const { broken } = await checkImports(root)
  expect(broken.map((sentence) => /\[(.+)\]/.exec(sentence)?.[1])).toContain(rule)
})

test('a tree that follows the table passes', async () => {
  expect((await checkImports(plantTree({}))).broken).toEqual([])
})

/** A small tree that is right, with the given files put over it. */
function plantTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'import-check-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const a = 'export type A = string; export const a = 1'
  const tree: Record<string, string> = {
    'package.json':
      '{ "type": "module", "dependencies": { "react": "*", "valibot": "*" }, "devDependencies": { "mammoth": "*" } }',
    'tests/a.ts': a,
    'src/shared/a.ts': a,
    'src/shared/b.ts': `import './a.ts'`,
    'src/domain/time/a.ts': `import '../../shared/a.ts'\n${a}`,
    'src/domain/agenda/a.ts': `import '../time/a.ts'\n${a}`,
    'src/domain/linking/a.ts': `import '../agenda/a.ts'\n${a}`,
    'src/workflows/ports.ts': `import '../domain/agenda/a.ts'\n${a}`,
    'src/workflows/a.ts': `import '../domain/agenda/a.ts'\n${a}`,
    'src/graph/a.ts': `import '../workflows/ports.ts'\n${a}`,
    'src/graph/c.ts': `import { object } from 'valibot'\nexport const c = object`,
    'src/ui/c.ts': `import { useState } from 'react'\nexport const c = useState`,
    'src/ui/a.ts': `import '../shared/a.ts'\n${a}`,
    'src/features/minutes/a.ts': `import '../../ui/a.ts'\n${a}`,
    'src/features/app/a.ts': `import '../minutes/a.ts'\n${a}`,
    'src/local-tenant/a.ts': `import '../shared/a.ts'\n${a}`,
    'src/entry/index.html': '<script type="module" src="./page.ts"></script>',
    'src/entry/page.ts': `import '../features/app/a.ts'`,
    'src/entry/deep.ts': `import '../local-tenant/a.ts'`,
    ...files,
  }
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  return root
}

function countImportingFiles(): number {
  return parseFolders('src').filter(({ tree }) => tree.statements.some(ts.isImportDeclaration)).length
}

type AddressedModule = { readonly from: string; readonly address: string }

function addressedModules({ path, tree }: { path: string; tree: ts.SourceFile }): AddressedModule[] {
  const found: AddressedModule[] = []
  walk(tree, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText(tree) !== 'URL') return
    const [address, base] = node.arguments ?? []
    if (address === undefined || !ts.isStringLiteralLike(address) || base?.getText(tree) !== 'import.meta.url') return
    if (/\.tsx?$/.test(address.text)) found.push({ from: path, address: address.text })
  })
  return found
}

function leavesItsFolder({ address }: AddressedModule): boolean {
  return !address.startsWith('./')
}
