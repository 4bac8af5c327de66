/** Texts that are typed in place and are not in the chart yet: a name on the canvas, a cell of the table. */
import { useEffect } from 'react'
import { create } from 'zustand'

const useDrafts = create<{ readonly open: number }>(() => ({ open: 0 }))

/** Notes that this text is open while `isOpen`. */
export function useOpenDraft(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined
    useDrafts.setState(({ open }) => ({ open: open + 1 }))
    return () => useDrafts.setState(({ open }) => ({ open: open - 1 }))
  }, [isOpen])
}

/** Whether such a text is open; draws again when that changes. */
export function useHasOpenDraft(): boolean {
  return useDrafts(({ open }) => open > 0)
}

export function hasOpenDraft(): boolean {
  return useDrafts.getState().open > 0
}
