/** Renders publications in a thread of its own, so that rooms are not blocked. */
import { parentPort } from 'node:worker_threads'
import { renderPicture, renderPublication } from '../../publicationRenderer/publication.ts'
import { UndrawableError } from '../../publicationRenderer/refuseUndrawable.ts'
import type { RenderAnswer, RenderRequest } from './renderMessages.ts'

const port = parentPort!

port.on('message', (order: RenderRequest) => {
  void answered(order).then((answer) => port.postMessage(answer))
})

async function answered(order: RenderRequest): Promise<RenderAnswer> {
  const { id, chart, view } = order
  try {
    if (order.kind === 'picture') return { id, ok: true, made: await renderPicture(chart, view) }
    return { id, ok: true, made: await renderPublication(chart, view, order.imprint) }
  } catch (error) {
    if (error instanceof UndrawableError) return { id, ok: false, message: error.message, fault: error.fault }
    return { id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
