import { argv } from 'node:process'

const benches: Readonly<Record<string, () => Promise<{ runBench(words: readonly string[]): Promise<boolean> }>>> = {
  open: () => import('./open.ts'),
  parse: () => import('./parse.ts'),
  link: () => import('./link.ts'),
  tenant: () => import('./tenant.ts'),
  sync: () => import('./sync.ts'),
}

const [name = '', ...words] = argv.slice(2)
const load = Object.hasOwn(benches, name) ? benches[name] : undefined

if (load === undefined) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [--runs N]`)
  process.exitCode = 2
} else {
  const { runBench } = await load()
  process.exitCode = (await runBench(words)) ? 0 : 1
}
