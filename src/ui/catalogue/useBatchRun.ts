import { useRef, useState } from 'react'
import { runBatch, type BatchResult } from '../../files/catalogue/runBatch.ts'
import type { Id } from '../../model/chart.ts'
import { sayBatchError } from './exportedChart.ts'

export interface BatchItem {
  readonly id: Id
  readonly title: string
}

export type Ran<T, Item = BatchItem> = BatchResult<Item, T>

export type RunState = 'waiting' | 'running' | 'stopping' | 'stopped' | 'finished'

export interface BatchRun<T, Item> {
  readonly state: RunState
  /** Of everything that was run so far; what is run again takes the place of what it gave before. */
  readonly results: readonly Ran<T, Item>[]
  /** How many these will be. */
  readonly all: number
  /** One after another. `after` belongs to the work: it is still running until that is done. */
  readonly start: (items: readonly Item[], after?: (end: RunEnd<T, Item>) => Promise<void>) => Promise<void>
  /** When what is being done now is done. */
  readonly stop: () => void
}

export interface RunEnd<T, Item = BatchItem> {
  readonly done: readonly Ran<T, Item>[]
  readonly isStopped: boolean
}

/** A batch as the screen follows it. */
export function useBatchRun<T, Item extends BatchItem>(work: (item: Item) => Promise<T>): BatchRun<T, Item> {
  const [results, setResults] = useState<readonly Ran<T, Item>[]>([])
  const [state, setState] = useState<RunState>('waiting')
  const [all, setAll] = useState(0)
  const stopped = useRef(false)
  return {
    results,
    state,
    all,
    start: async (items, after) => {
      const again = new Set(items.map(({ id }) => id))
      const before = results.filter(({ id }) => !again.has(id))
      stopped.current = false
      setResults(before)
      setAll(before.length + items.length)
      setState('running')
      const done = await runBatch(items, {
        work,
        sayError: sayBatchError,
        onProgress: (now) => setResults([...before, ...now]),
        isStopped: () => stopped.current,
      })
      await after?.({ done, isStopped: stopped.current })
      setState(stopped.current && done.length < items.length ? 'stopped' : 'finished')
    },
    stop: () => {
      stopped.current = true
      setState((now) => (now === 'running' ? 'stopping' : now))
    },
  }
}
