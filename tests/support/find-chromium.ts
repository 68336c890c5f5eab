import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Where Debian puts it; CHROMIUM_PATH names another. */
export function chromiumPath(): string {
  return process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
}

/**
 * Makes sure there is a Chromium for the browser tests: on Debian as root it is installed, elsewhere a sentence in
 * Danish and English says what to do. Returns false when there is none in the end.
 */
export function ensureChromium(): boolean {
  if (existsSync(chromiumPath())) return true
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installFromDebian()
  if (existsSync(chromiumPath())) return true
  console.log(
    [
      `Browsertestene mangler Chromium (${chromiumPath()}). Installer den med "sudo apt-get install chromium",`,
      'eller sæt CHROMIUM_PATH til en Chromium eller Chrome, og kør npm test igen.',
      `The browser tests need Chromium (${chromiumPath()}). Install it with "sudo apt-get install chromium",`,
      'or set CHROMIUM_PATH to a Chromium or Chrome, and run npm test again.',
    ].join('\n'),
  )
  return false
}

function installFromDebian(): void {
  console.log('Chromium is missing; installing it from Debian ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8' })
    if (status !== 0) console.log(`apt-get ${words.join(' ')} failed:\n${stdout}${stderr}`)
  }
}
