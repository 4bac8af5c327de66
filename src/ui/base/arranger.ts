/** Runs layout in a worker. No other module knows about the worker. */
import type { Arrangement } from '../../layout/arrangement.ts'
import { askedOnce } from './askedOnce.ts'
import type { ArrangeAnswer, ArrangeCall, ArrangeRequest, FitRequest, Fitted } from './arrangeCall.ts'

export interface Arranger {
  /** Starts the worker in parallel with the chart. Called only where charts are drawn. */
  readonly prepare: () => void
  readonly arrange: (request: ArrangeRequest) => Promise<Arrangement>
  /** Looks for the arrangement with the largest text on a sheet; rejects once `signal` is aborted. */
  readonly fit: (request: FitRequest, signal?: AbortSignal) => Promise<Fitted>
}

interface Waiting {
  readonly resolve: (answer: ArrangeAnswer) => void
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
      if ('error' in data) asked?.reject(new Error(data.error))
      else asked?.resolve(data)
    })
    started.addEventListener('error', (event) => failAll(event.message))
    return started
  }
  const ask = async (
    call: number,
    asked: Exclude<ArrangeCall, { readonly cancel: number }>,
  ): Promise<ArrangeAnswer> => {
    worker ??= start()
    worker.postMessage(asked)
    return new Promise((resolve, reject) => waiting.set(call, { resolve, reject }))
  }
  return {
    prepare: () => {
      worker ??= start()
    },
    arrange: askedOnce(async (request) => {
      const call = (calls += 1)
      const answer = await ask(call, { ...request, call })
      if (!('arrangement' in answer)) throw new Error('not an arrangement')
      return answer.arrangement
    }),
    fit: async (fit, signal) => {
      const call = (calls += 1)
      signal?.addEventListener('abort', () => worker?.postMessage({ cancel: call } satisfies ArrangeCall), {
        once: true,
      })
      const answer = await ask(call, { call, fit })
      if (!('fitted' in answer)) throw new Error('not fitted')
      return answer.fitted
    },
  }
}
