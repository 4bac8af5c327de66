/** Main-thread side of the renderer thread: started on first use, stopped after a minute without work. */
import { Worker } from 'node:worker_threads'
import type { View } from '../../model/chart.ts'
import type { PublicChart } from '../../model/editions/edition.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import type { PublicationDate } from '../../publicationRenderer/publicPage.ts'
import { RequestError } from '../requestError.ts'
import type { RenderAnswer, RenderRequest } from './renderMessages.ts'

export interface PublicationRenderer {
  readonly publication: (
    chart: PublicChart,
    view: View,
    imprint: PublicationDate,
  ) => Promise<PublicationFiles>
  /** PNG, A4 at 300 dpi. */
  readonly picture: (chart: PublicChart, view: View) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (made: PublicationFiles | Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** ms without work after which the thread ends and frees fonts and layout engine. */
const idle = 60_000

export function openPublicationRenderer(): PublicationRenderer {
  let worker: Worker | undefined
  let ending: NodeJS.Timeout | undefined
  let count = 0
  const waiting = new Map<number, Waiting>()
  const stop = async () => {
    clearTimeout(ending)
    const stopped = worker
    worker = undefined
    await stopped?.terminate()
  }
  const started = (): Worker => {
    if (worker) return worker
    const fresh = new Worker(new URL('./publicationRenderer.worker.ts', import.meta.url))
    fresh.on('message', (answer: RenderAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.ok) asked?.resolve(answer.made)
      else asked?.reject(errorOf(answer))
      if (waiting.size > 0) return
      clearTimeout(ending)
      ending = setTimeout(() => void stop(), idle)
      ending.unref()
    })
    fresh.on('error', (error) => failAll(fresh, error instanceof Error ? error : new Error(String(error))))
    fresh.on('exit', () => failAll(fresh, new Error('the renderer stopped')))
    worker = fresh
    return fresh
  }
  const failAll = (fallen: Worker, error: Error) => {
    if (worker === fallen) worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const order = async (what: DistributiveOmit<RenderRequest, 'id'>) => {
    count += 1
    const id = count
    return new Promise<PublicationFiles | Uint8Array>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      started().postMessage({ ...what, id })
    })
  }
  return {
    publication: async (chart, view, imprint) =>
      (await order({ kind: 'publication', chart, view, imprint })) as PublicationFiles,
    picture: async (chart, view) => (await order({ kind: 'picture', chart, view })) as Uint8Array,
    close: stop,
  }
}

/** What cannot be drawn is a person's to mend; all else is ours. */
function errorOf({ message, fault }: RenderAnswer & { readonly ok: false }): Error {
  return fault === undefined ? new Error(message) : new RequestError('refused', message)
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
