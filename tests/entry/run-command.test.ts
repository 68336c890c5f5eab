import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

test('[C1] a command runs from a bundle, which is made at its first run and then used again', async () => {
  const root = plantProject()
  expect(await runLink(root)).toEqual({ code: 3, said: 'one: a b' })
  const [bundle] = bundlesIn(root)
  expect(await runLink(root)).toEqual({ code: 3, said: 'one: a b' })
  expect(bundlesIn(root)).toEqual([bundle])
})

test('[C2] after an edit the new code runs, also where size and time of writing are the old ones', async () => {
  const root = plantProject()
  await runLink(root)
  const path = join(root, 'src/entry/word.ts')
  const { atime, mtime } = statSync(path)
  writeFileSync(path, readFileSync(path, 'utf8').replace('one', 'two'))
  utimesSync(path, atime, mtime)
  expect(await runLink(root)).toEqual({ code: 3, said: 'two: a b' })
})

test('[C3] where no bundle can be kept, the command runs all the same', async () => {
  const root = plantProject()
  // A file where the folder should be: nothing can be written there, not even by a superuser.
  writeFileSync(join(root, 'node_modules/.cache'), '')
  expect(await runLink(root)).toEqual({ code: 3, said: 'one: a b' })
})

test('[C4] first runs at the same time do not disturb each other', async () => {
  const root = plantProject()
  const answers = await Promise.all([runLink(root), runLink(root), runLink(root)])
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ code: 3, said: 'one: a b' })))
  expect(await runLink(root)).toEqual({ code: 3, said: 'one: a b' })
})

test('[C5] a spoilt record or a missing bundle is made anew', async () => {
  const root = plantProject()
  await runLink(root)
  writeFileSync(join(root, 'node_modules/.cache/commands/link.json'), '{')
  expect(await runLink(root)).toEqual({ code: 3, said: 'one: a b' })
  for (const bundle of bundlesIn(root)) rmSync(bundle, { recursive: true })
  expect(await runLink(root)).toEqual({ code: 3, said: 'one: a b' })
})

test('[C6] an unknown command is told which there are', async () => {
  const { code, said } = await run(plantProject(), ['lnik'])
  expect(code).toBe(2)
  expect(said).toMatch(/^Kommandoen skal være en af: .*\blink\b/)
})

/** A small project with the launcher, the packages it needs and a command named link. */
function plantProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'run-command-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'src/entry'), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  for (const name of ['vite', 'tsx']) symlinkSync(join(project, 'node_modules', name), join(root, 'node_modules', name))
  for (const file of ['run-command.mjs', 'command-cache.mjs', 'bundle-command.mjs'])
    copyFileSync(join(project, 'src/entry', file), join(root, 'src/entry', file))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'src/entry/word.ts'), `export const word: string = 'one'\n`)
  const command = `import { word } from './word.ts'
const said: string = process.argv.slice(2).join(' ')
process.stdout.write(word + ': ' + said)
process.exitCode = 3
`
  writeFileSync(join(root, 'src/entry/link.ts'), command)
  return root
}

function bundlesIn(root: string): string[] {
  const folder = join(root, 'node_modules/.cache/commands')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => join(folder, one.name))
}

function runLink(root: string) {
  return run(root, ['link', 'a', 'b'])
}

function run(root: string, words: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'src/entry/run-command.mjs'), ...words])
    let said = ''
    const hear = (bytes: Buffer) => {
      said += bytes.toString('utf8')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', fail)
    child.on('close', (code) => done({ code, said }))
  })
}
