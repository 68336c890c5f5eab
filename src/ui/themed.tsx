import { FluentProvider, type Theme, teamsLightTheme } from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import styles from './themed.module.css'

export type ThemeName = 'light' | 'dark' | 'contrast'

const loaders: Record<ThemeName, () => Promise<Theme>> = {
  light: async () => teamsLightTheme,
  dark: async () => (await import('./theme-dark.ts')).darkTheme,
  contrast: async () => (await import('./theme-contrast.ts')).contrastTheme,
}

/** The values of a theme; those of dark and high contrast are fetched only by those who use them. */
export function loadTheme(name: ThemeName): Promise<Theme> {
  return loaders[name]()
}

/**
 * Everything below wears the host's theme; `first` is the loaded one of `name` at the start. The root is the container
 * that layouts measure, so a pane counts as narrow.
 */
export function Themed({ children, first, name }: { children: ReactNode; first: Theme; name: ThemeName }) {
  const [theme, setTheme] = useState(first)
  useEffect(() => {
    let wanted = true
    void loadTheme(name).then((loaded) => {
      if (wanted) setTheme(loaded)
    })
    return () => {
      wanted = false
    }
  }, [name])
  return (
    <FluentProvider className={styles['root'] ?? ''} data-theme={name} theme={theme}>
      {children}
    </FluentProvider>
  )
}
