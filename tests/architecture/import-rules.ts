import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type DependencyType, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { type ImportRow, importTable, shellFeature } from './import-table.ts'

const fromPackage = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-no-pkg',
  'npm-unknown',
  'npm-bundled',
] satisfies DependencyType[]

const typesOnly = ['type-only', 'triple-slash-type-reference'] as const

/** What the check of one tree found; `modulesSeen` is to be compared with the files on disk. */
export type ImportReport = {
  readonly modulesSeen: readonly string[]
  readonly importsSeen: number
  readonly broken: readonly string[]
}

/** Reads every import below `root`/src, types and dynamic imports included, against the import table. */
export async function checkImports(root: string): Promise<ImportReport> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir: root,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      preserveSymlinks: true,
      validate: true,
      ruleSet: { forbidden: [...importTable.flatMap(rulesOfRow), ...generalRules(root)] },
    },
    {
      alias: { '#outside': join(root, 'src/entry/outside-production.ts') },
      conditionNames: ['browser', 'import', 'types', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result')
  return toReport(output)
}

function toReport(output: ICruiseResult): ImportReport {
  const own = output.modules.filter(({ source }) => /^src\/.+\.[mc]?[jt]sx?$/.test(source))
  return {
    modulesSeen: own.map((module) => module.source).sort(),
    importsSeen: own.reduce((sum, module) => sum + module.dependencies.length, 0),
    broken: output.summary.violations.map(
      ({ from, to, rule }) => `${from} -> ${to} [${rule.name}]: ${adviceOf(rule.name)}`,
    ),
  }
}

function rulesOfRow(row: ImportRow): IForbiddenRuleType[] {
  const from = { path: `^src/${row.folder}/` }
  const packages = packagePaths(row.packages)
  const rules: IForbiddenRuleType[] = [
    {
      name: `${row.folder}: folders`,
      severity: 'error',
      from,
      to: {
        pathNot: ['(^|/)node_modules/', ...[row.folder, ...row.mayImport].map(toPattern)],
        dependencyTypesNot: ['core', ...fromPackage],
        couldNotResolve: false,
      },
    },
    {
      name: `${row.folder}: packages`,
      severity: 'error',
      from,
      to: {
        path: '(^|/)node_modules/',
        pathNot: [...packages, ...packagePaths(row.typePackages ?? [])],
      },
    },
    {
      name: `${row.folder}: types only`,
      severity: 'error',
      from,
      to: { path: packagePaths(row.typePackages ?? ['no-such-package']), dependencyTypesNot: [...typesOnly] },
    },
  ]
  if (row.node !== true) {
    rules.push({ name: `${row.folder}: node`, severity: 'error', from, to: { dependencyTypes: ['core'] } })
  }
  return rules
}

function generalRules(root: string): IForbiddenRuleType[] {
  const rules: IForbiddenRuleType[] = [
    { name: 'cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'orphan',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/entry/', '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'sibling feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: `^src/${shellFeature}/` },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'development package',
      severity: 'error',
      // Packing is done by developers, who have the tools that check manifests.
      from: { path: '^src/', pathNot: '^src/entry/packaging/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: [...typesOnly] },
    },
  ]
  const production = productionEntries(root)
  if (production.length > 0) {
    rules.push({
      name: 'local tenant in production',
      severity: 'error',
      from: { path: production.map((file) => `^src/entry/${escapePattern(file)}$`) },
      to: { path: ['^src/local-tenant/', '^src/entry/outside-local'], reachable: true },
    })
  }
  return rules
}

/** The scripts that the built pages load first, as their html says, and what stands in for `#outside` in production. */
function productionEntries(root: string): string[] {
  const folder = join(root, 'src/entry')
  if (!existsSync(folder)) return []
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const scripts = pages.flatMap((page) =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/<script[^>]+src="\.?\/?([^":]+\.tsx?)"/g)].map(
      ([, source]) => source ?? '',
    ),
  )
  return [...new Set([...scripts, 'outside-production.ts'])].filter((name) => existsSync(join(folder, name)))
}

function adviceOf(rule: string): string {
  if (rule === 'cycle') return 'break the circle: move what both need into a file that imports neither'
  if (rule === 'orphan') return 'nothing imports it and it imports nothing: use it or delete it'
  if (rule === 'unresolved') return 'the imported file or package does not exist under that name'
  if (rule === 'sibling feature') return `only ${shellFeature} may put features together; share through ui or workflows`
  if (rule === 'development package') return 'list it under dependencies, or import only its types'
  if (rule === 'local tenant in production') return 'what users get must not reach the local tenant; look at #outside'
  const row = importTable.find(({ folder }) => rule.startsWith(`${folder}:`))
  if (rule.endsWith(': node')) return `src/${row?.folder} must run in a browser`
  if (rule.endsWith(': types only')) return 'use "import type"'
  if (rule.endsWith(': packages'))
    return `allowed packages: ${list([...(row?.packages ?? []), ...(row?.typePackages ?? [])])}`
  return `src/${row?.folder} may import: ${list(row?.mayImport ?? [])} (tests/architecture/import-table.ts)`
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}

function toPattern(path: string): string {
  return path.endsWith('.ts') ? `^src/${escapePattern(path)}$` : `^src/${escapePattern(path)}/`
}

function packagePaths(names: readonly string[]): string[] {
  return names.map((name) => `(^|/)node_modules/(@types/)?${escapePattern(name)}/`)
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
