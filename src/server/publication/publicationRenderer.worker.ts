/** Drawing takes time that the rooms must not wait for: it is done in this thread. */
import { parentPort } from 'node:worker_threads'
import { pressPicture, pressPublication } from '../../publicationRenderer/publication.ts'
import type { PressAnswer, PressOrder } from './publicationRenderer.ts'

const port = parentPort!

port.on('message', (order: PressOrder) => {
  void answered(order).then((answer) => port.postMessage(answer))
})

async function answered(order: PressOrder): Promise<PressAnswer> {
  const { id, chart, view } = order
  try {
    if (order.kind === 'picture') return { id, ok: true, made: await pressPicture(chart, view) }
    return { id, ok: true, made: await pressPublication(chart, view, order.imprint) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
