import type { ReplayAnswer, ReplayCall } from './replay.worker.ts'

/** Judges cases in a worker that ends with the answer. Rejects if the worker cannot start or fails. */
export async function replayInWorker(call: ReplayCall): Promise<ReplayAnswer> {
  const worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.addEventListener('message', ({ data }: MessageEvent<ReplayAnswer>) => resolve(data))
      worker.postMessage(call)
    })
  } finally {
    worker.terminate()
  }
}
