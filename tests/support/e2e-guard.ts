import { join, resolve } from 'node:path'
import { afterAll, afterEach, expect } from 'vitest'
import { closeProfiles, endBrowser } from './chromium.ts'
import { stopProducts } from './product.ts'

const failureFolder = resolve(import.meta.dirname, '../../dist/failures')

// A journey is over when nothing went wrong behind the user's back either.
afterEach(async (context) => {
  const failed = context.task.result?.state === 'fail'
  const folder = join(failureFolder, context.task.name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80))
  const problems = await closeProfiles(failed ? { folder } : null)
  if (failed) console.log(`Pictures of the failure: dist/failures/${folder.slice(failureFolder.length + 1)}`)
  expect(problems, 'the browser reported problems; allow(/.../) those the test plants').toEqual([])
})

afterAll(async () => {
  await endBrowser()
  await stopProducts()
})
