import { relative } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { projectRoot } from './project-files.ts'

/** What a build of the app consists of: the modules that went in, and the files that came out. */
export type Bundle = {
  readonly modules: readonly string[]
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

// Run as a process of its own: `tsx list-bundle.ts production|local-tenant` prints the bundle as JSON. Inside the test
// runner NODE_ENV is "test", which would build another React.
const modules = new Set<string>()
const collect = (): Plugin => ({
  name: 'collect-modules',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') for (const id of Object.keys(file.modules)) modules.add(relative(projectRoot, id))
    }
  },
})

const output = await build({
  configFile: `${projectRoot}/vite.config.ts`,
  mode: process.argv[2] ?? 'production',
  logLevel: 'error',
  plugins: [collect()],
  worker: { plugins: () => [collect()] },
  build: { write: false },
})

const files = (Array.isArray(output) ? output : [output])
  .flatMap((part) => ('output' in part ? part.output : []))
  .map((file) => ({ name: file.fileName, text: textOf(file) }))
console.log(JSON.stringify({ modules: [...modules].sort(), files } satisfies Bundle))

function textOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): string {
  if (file.type === 'chunk') return file.code
  return typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString('latin1')
}
