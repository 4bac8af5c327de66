import { useEffect } from 'react'
import { create } from 'zustand'
import { pageStorage } from '../pageStorage.ts'
import type { ThemeName } from './antdTheme.ts'

const key = 'qingquan-theme'

const useThemeName = create<{ readonly name: ThemeName }>(() => ({ name: 'light' }))

/** Applies the chosen theme, otherwise the system's. Called once, in main.tsx. */
export function beginTheme(): void {
  const kept = pageStorage().getItem(key)
  const machine = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  useThemeName.setState({ name: kept === 'dark' || kept === 'light' ? kept : machine })
}

/** Switches between light and dark, and stores the choice. */
export function turnTheme(): void {
  const name = useThemeName.getState().name === 'dark' ? 'light' : 'dark'
  pageStorage().setItem(key, name)
  useThemeName.setState({ name })
}

/** The current theme; also sets it for the style sheets. */
export function useTheme(): ThemeName {
  const { name } = useThemeName()
  useEffect(() => {
    document.documentElement.dataset['theme'] = name
  }, [name])
  return name
}
