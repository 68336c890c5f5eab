import type { HostTheme } from '../host.ts'

const contrast = '(forced-colors: active)'
const dark = '(prefers-color-scheme: dark)'

/** What the person has chosen in the system: high contrast before dark. */
export function readBrowserTheme(page: Window): HostTheme {
  if (page.matchMedia(contrast).matches) return 'contrast'
  return page.matchMedia(dark).matches ? 'dark' : 'light'
}

/** Tells of every change of that choice. Returns the function that stops listening. */
export function watchBrowserTheme(page: Window, listener: (theme: HostTheme) => void): () => void {
  const choices = [contrast, dark].map((query) => page.matchMedia(query))
  const tell = (): void => listener(readBrowserTheme(page))
  for (const choice of choices) choice.addEventListener('change', tell)
  return () => {
    for (const choice of choices) choice.removeEventListener('change', tell)
  }
}
