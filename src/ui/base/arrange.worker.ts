import { arrange } from '../../layout/arrange.ts'
import { rememberedMeasure } from '../../layout/rememberedMeasure.ts'
import { measure } from '../../sheet/measure.ts'
import { orientedContent, pictureContent } from '../../sheet/pageContent.ts'
import type { ArrangeAnswer, ArrangeCall, FitRequest, Fitted } from './arrangeCall.ts'

const cancelled = new Set<number>()

/** An edit changes few boxes: the worker measures only those again. */
const remembered = rememberedMeasure(measure)

addEventListener('message', ({ data }: MessageEvent<ArrangeCall>) => {
  if ('cancel' in data) cancelled.add(data.cancel)
  else void answer(data)
})

async function answer(asked: Exclude<ArrangeCall, { readonly cancel: number }>): Promise<void> {
  const { call } = asked
  try {
    if ('fit' in asked) {
      const fitted = await fit(asked.fit, async () => breathe(call))
      postMessage({ call, fitted } satisfies ArrangeAnswer)
      return
    }
    const { chart, view, edition } = asked
    const arrangement = arrange(chart, { view, edition, measure: remembered })
    postMessage({ call, arrangement } satisfies ArrangeAnswer)
  } catch (error) {
    postMessage({
      call,
      error: error instanceof Error ? error.message : String(error),
    } satisfies ArrangeAnswer)
  } finally {
    cancelled.delete(call)
  }
}

async function fit({ order, picture }: FitRequest, between: () => Promise<void>): Promise<Fitted> {
  const search = { between }
  if (picture === null) {
    const { content, page } = await orientedContent(order, search)
    return { arrangement: content.arrangement, page }
  }
  const { arrangement } = await pictureContent(picture, order, search)
  return { arrangement, page: { paper: order.paper, landscape: order.landscape ?? false } }
}

const channel = new MessageChannel()

/** Lets other messages in, so that an edit need not wait for a search; a cancelled search ends here. */
async function breathe(call: number): Promise<void> {
  await new Promise((resolve) => {
    channel.port1.addEventListener('message', resolve, { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })
  if (cancelled.has(call)) throw new Error('cancelled')
}
