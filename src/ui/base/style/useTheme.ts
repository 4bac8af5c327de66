import { useEffect } from 'react'
import { create } from 'zustand'
import type { ThemeName } from './antdTheme.ts'

const key = 'qingquan-theme'

const useThemeName = create<{ readonly name: ThemeName }>(() => ({ name: 'light' }))

/** Takes what the person chose; else what the machine is set to. Called once, at the front door. */
export function beginTheme(): void {
  const kept = localStorage.getItem(key)
  const machine = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  useThemeName.setState({ name: kept === 'dark' || kept === 'light' ? kept : machine })
}

export function turnTheme(): void {
  const name = useThemeName.getState().name === 'dark' ? 'light' : 'dark'
  localStorage.setItem(key, name)
  useThemeName.setState({ name })
}

/** The theme as it is; tells the style sheets too. */
export function useTheme(): ThemeName {
  const { name } = useThemeName()
  useEffect(() => {
    document.documentElement.dataset['theme'] = name
  }, [name])
  return name
}
