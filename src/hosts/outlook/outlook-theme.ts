/// <reference types="office-js" />
import { readBrowserTheme } from '../browser/browser-theme.ts'
import type { HostTheme } from '../host.ts'

/**
 * Outlook's theme by the colours it gives (`isDarkTheme` is not set in Outlook). Without colours, as on phones
 * (PLATFORM F3.12), the system's choice counts; high contrast in the system goes before both.
 */
export function toHostTheme(theme: Partial<Office.OfficeTheme> | undefined, page: Window): HostTheme {
  const ofSystem = readBrowserTheme(page)
  const background = readColour(theme?.bodyBackgroundColor)
  if (ofSystem === 'contrast' || background === null) return ofSystem
  const isAllBlack = background === 0 && readColour(theme?.controlBackgroundColor) === 0
  if (isAllBlack) return 'contrast'
  return background < 0.4 ? 'dark' : 'light'
}

/** How light "#RRGGBB" is, from 0 to 1; null when it is no such colour. */
function readColour(colour: string | undefined): number | null {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '')
  if (parts === null) return null
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16))
  // Weights of ITU-R BT.601.
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}
