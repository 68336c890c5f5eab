import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { encodePng } from './packaging/encode-png.ts'
import { drawIcon, type IconKind } from './packaging/icon-drawing.ts'

// Draws the icons anew: tsx src/entry/draw-icons.ts. Teams takes two into its package, the others are served.
const root = resolve(import.meta.dirname, '../..')
const icons: readonly (readonly [path: string, kind: IconKind, size: number])[] = [
  ['appPackage/color.png', 'colour', 192],
  ['appPackage/outline.png', 'outline', 32],
  ...[16, 32, 64, 80, 128].map((size) => [`src/entry/public/icons/icon-${size}.png`, 'colour', size] as const),
]

for (const [path, kind, size] of icons) {
  const file = resolve(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, encodePng(size, drawIcon(kind, size)))
}
