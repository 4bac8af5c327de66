/** Runs layout in a worker. No other module knows about the worker. */
import type { Arrangement } from '../../layout/arrangement.ts'
import type { ArrangeAnswer, ArrangeCall, ArrangeRequest } from './arrangeCall.ts'

export interface Arranger {
  /** Starts the worker, which loads ELK, in parallel with the chart. Called only where charts are drawn. */
  readonly prepare: () => void
  readonly arrange: (request: ArrangeRequest) => Promise<Arrangement>
}

interface Waiting {
  readonly resolve: (arrangement: Arrangement) => void
  readonly reject: (error: Error) => void
}

/** Creates the arranger. A failure of the worker rejects all pending calls. */
export function startArranger(): Arranger {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let calls = 0
  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
    worker?.terminate()
    worker = undefined
  }
  const start = () => {
    const started = new Worker(new URL('./arrange.worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<ArrangeAnswer>) => {
      const asked = waiting.get(data.call)
      waiting.delete(data.call)
      if ('arrangement' in data) asked?.resolve(data.arrangement)
      else asked?.reject(new Error(data.error))
    })
    started.addEventListener('error', (event) => failAll(event.message))
    return started
  }
  return {
    prepare: () => {
      worker ??= start()
    },
    arrange: async (request) => {
      worker ??= start()
      const call = (calls += 1)
      worker.postMessage({ ...request, call } satisfies ArrangeCall)
      return new Promise((resolve, reject) => waiting.set(call, { resolve, reject }))
    },
  }
}
