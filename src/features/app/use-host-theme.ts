import { useEffect, useState } from 'react'
import type { Host, HostTheme } from '../../hosts/host.ts'

/** The host's theme, now and when it changes; the page's own colour scheme follows, for scroll bars and form parts. */
export function useHostTheme(host: Host, first: HostTheme): HostTheme {
  const [theme, setTheme] = useState(first)
  useEffect(() => host.onThemeChange(setTheme), [host])
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark'
  }, [theme])
  return theme
}
