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
  /** Results of all runs so far; a repeated item replaces its earlier result. */
  readonly results: readonly Ran<T, Item>[]
  /** Total number of items. */
  readonly all: number
  /** Runs the items one by one, then `after`; the state is `running` until both are done. */
  readonly start: (items: readonly Item[], after?: (end: RunEnd<T, Item>) => Promise<void>) => Promise<void>
  /** Stops after the current item. */
  readonly stop: () => void
}

export interface RunEnd<T, Item = BatchItem> {
  readonly done: readonly Ran<T, Item>[]
  readonly isStopped: boolean
}

/** Runs a batch and exposes its progress to the screen. */
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
