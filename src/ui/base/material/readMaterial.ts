/** Small input is read at once; large input in a worker, so that the page never stands still. */
import { TableFileError } from '../../../files/tableSource/tableFileError.ts'
import type { Id } from '../../../model/chart.ts'
import { materialFrom, type Material, type MaterialSource } from './material.ts'
import type { MaterialAnswer, MaterialCall } from './material.worker.ts'

/** Bytes or characters that take less than a frame or two to read. */
const large = 100_000
/** Milliseconds after which a file is refused as too large. */
const longest = 30_000

/** Undefined if there is nothing to read. Throws errors that `sayFileError` can describe. */
export async function readMaterial(source: MaterialSource, newId: () => Id): Promise<Material | undefined> {
  return sizeOf(source) > large
    ? inWorker({ source, prefix: newId().slice(0, 6) })
    : materialFrom(source, newId)
}

function sizeOf(source: MaterialSource): number {
  if ('file' in source) return source.file.size
  return 'written' in source ? source.written.length : source.pasted.text.length + source.pasted.html.length
}

async function inWorker(call: MaterialCall): Promise<Material | undefined> {
  const worker = new Worker(new URL('./material.worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<MaterialAnswer>((resolve, reject) => {
      setTimeout(() => reject(new TableFileError('documentTooLarge')), longest)
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.addEventListener('message', ({ data }: MessageEvent<MaterialAnswer>) => resolve(data))
      worker.postMessage(call)
    })
    if ('refused' in answer) throw new Error(answer.refused)
    return answer.material
  } finally {
    worker.terminate()
  }
}
