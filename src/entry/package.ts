import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildPackages } from './packaging/build-packages.ts'
import { readPackageSources } from './packaging/read-package-sources.ts'
import { isExample, readDeployment } from './read-deployment.ts'

// npm run package: the Teams package and the Outlook manifest of this installation, checked, in dist/package.
const root = resolve(import.meta.dirname, '../..')

const sources = readPackageSources(root)
const built = await buildPackages(sources)
if (built.kind === 'faulty') {
  console.error(`Pakkerne blev ikke lavet:\n${built.problems.map((problem) => `- ${problem}`).join('\n')}`)
  process.exitCode = 1
} else {
  const folder = join(root, 'dist/package')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'moedetraad-teams.zip'), built.teamsZip)
  writeFileSync(join(folder, 'outlook.xml'), built.outlookXml)
  console.log(
    [
      `Mødetråd ${sources.version} er pakket i dist/package:`,
      `- moedetraad-teams.zip (${built.teamsFiles.join(', ')}), til Teams Administration under "Administrer apps"`,
      '- outlook.xml, til Microsoft 365 Administration under "Integrerede apps"',
    ].join('\n'),
  )
  const reading = readDeployment(sources.deployment)
  if (reading.kind === 'read' && isExample(reading.deployment)) {
    console.log('Bemærk: deployment.json har endnu eksemplets værdier. Ret den, før pakkerne installeres.')
  }
}
