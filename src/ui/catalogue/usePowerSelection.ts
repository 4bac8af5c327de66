import { useCallback, useMemo, useState } from 'react'
import type { Id } from '../../model/chart.ts'

export interface PowerSelection {
  readonly ids: ReadonlySet<Id>
  /** Toggles one power; with `range`, all from the last toggled one to this. */
  readonly toggle: (id: Id, how: { readonly range: boolean }) => void
  readonly set: (ids: readonly Id[]) => void
}

/** `listed`: ids in screen order. Selected powers that are not listed do not count. */
export function usePowerSelection(listed: readonly Id[]): PowerSelection {
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set())
  const [last, setLast] = useState<Id | null>(null)
  const ids = useMemo(() => {
    const there = new Set(listed)
    return new Set([...chosen].filter((id) => there.has(id)))
  }, [chosen, listed])
  const toggle = useCallback(
    (id: Id, { range }: { readonly range: boolean }) => {
      const from = last === null ? -1 : listed.indexOf(last)
      const to = listed.indexOf(id)
      const span = range && from >= 0 ? listed.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
      setChosen((before) => {
        const next = new Set(before)
        const isOn = !before.has(id)
        for (const one of span) {
          if (isOn) next.add(one)
          else next.delete(one)
        }
        return next
      })
      setLast(id)
    },
    [last, listed],
  )
  const set = useCallback((all: readonly Id[]) => setChosen(new Set(all)), [])
  return { ids, toggle, set }
}
