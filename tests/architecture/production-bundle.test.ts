import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { findMachinePaths } from './house-style.ts'
import type { Bundle } from './list-bundle.ts'
import { projectRoot } from './project-files.ts'

// Two whole builds, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 180_000 })

const production = readBundle('production')
const local = readBundle('local-tenant')

/** Words that only the local product has; each must be in the local build, or it proves nothing. */
const localWords = ['/local/token', 'clockLead', '}/graph']
const localModules = /^src\/(local-tenant\/|entry\/(outside-local|serve-|start|local-)|hosts\/sign-in\/local-)/

test('the production bundle holds no module of the local tenant or of the local signing in', async () => {
  const { modules } = await production
  expect(modules).toContain('src/entry/outside-production.ts')
  expect(modules.filter((module) => module.startsWith('src/')).length).toBeGreaterThan(50)
  expect(modules.filter((module) => localModules.test(module))).toEqual([])
  expect((await local).modules.filter((module) => localModules.test(module))).not.toEqual([])
})

test.each(localWords)('the production bundle does not say "%s", the local one does', async (word) => {
  expect(await filesWith(production, word)).toEqual([])
  expect(await filesWith(local, word)).not.toEqual([])
})

test('the production bundle has no source map and no path of the machine that built it', async () => {
  const { files } = await production
  expect(files.filter(({ name, text }) => name.endsWith('.map') || text.includes('sourceMappingURL='))).toEqual([])
  const written = files.filter(({ name }) => /\.(m?js|css|html|json)$/.test(name))
  expect(written.flatMap(({ name, text }) => findMachinePaths({ path: name, text }))).toEqual([])
})

test('the built pages run no script and no style that stands in the page itself', async () => {
  const pages = (await production).files.filter(({ name }) => name.endsWith('.html'))
  expect(pages.map(({ name }) => name).sort()).toEqual([
    'index.html',
    'outlook.html',
    'sign-in-relay.html',
    'sign-in.html',
    'tab.html',
  ])
  for (const { name, text } of pages) {
    const inline = [...text.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/json")[^>]*>/g)].map(String)
    expect([...inline, ...(text.match(/\son[a-z]+=|\sstyle=|<style/g) ?? [])], name).toEqual([])
  }
})

async function filesWith(bundle: Promise<Bundle>, word: string): Promise<string[]> {
  const loaded = (await bundle).files.filter(({ name }) => /\.(m?js|html)$/.test(name))
  return loaded.filter(({ text }) => text.includes(word)).map(({ name }) => name)
}

async function readBundle(mode: 'production' | 'local-tenant'): Promise<Bundle> {
  const { NODE_ENV: _, ...env } = process.env
  const script = join(import.meta.dirname, 'list-bundle.ts')
  const command = ['--import', 'tsx', script, mode]
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: projectRoot,
    env,
    maxBuffer: 200_000_000,
  })
  return JSON.parse(stdout) as Bundle
}
