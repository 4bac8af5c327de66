import { useCallback, useMemo, useState } from 'react'
import type { Id } from '../../model/chart.ts'

export interface PowerSelection {
  readonly ids: ReadonlySet<Id>
  /** One more or one less; with `range`, all between the last one and this. */
  readonly toggle: (id: Id, how: { readonly range: boolean }) => void
  readonly set: (ids: readonly Id[]) => void
}

/** `listed`: ids in the order of the screen. What is not listed any more stays selected only while it is there. */
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
