import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import styles from './themed.module.css'

export type ThemeName = 'light' | 'dark' | 'contrast'

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

/** Everything below wears the host's theme. The root is the container that layouts measure, so a pane counts as narrow. */
export function Themed({ children, theme }: { children: ReactNode; theme: ThemeName }) {
  return (
    <FluentProvider className={styles['root']} data-theme={theme} theme={themes[theme]}>
      {children}
    </FluentProvider>
  )
}
