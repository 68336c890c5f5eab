import { existsSync } from 'node:fs'
import { join } from 'node:path'

const names = ['open', 'parse', 'link', 'sync']
const [name = '', ...words] = process.argv.slice(2)
const file = join(import.meta.dirname, `${name}.ts`)

if (!names.includes(name) || !existsSync(file)) {
  console.error(
    `Usage: npm run bench -- ${names.filter((one) => existsSync(join(import.meta.dirname, `${one}.ts`))).join('|')} [--runs N]`,
  )
  process.exitCode = 2
} else {
  const bench = (await import(file)) as { runBench: (words: readonly string[]) => Promise<boolean> }
  const kept = await bench.runBench(words)
  process.exitCode = kept ? 0 : 1
}
