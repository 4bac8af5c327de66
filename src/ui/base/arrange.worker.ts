import { arrange } from '../../layout/arrange.ts'
import { localElk } from '../../layout/localElk.ts'
import { measure } from '../../sheet/measure.ts'
import type { ArrangeAnswer, ArrangeCall } from './arrangeCall.ts'

const elk = localElk()

addEventListener('message', (event: MessageEvent<ArrangeCall>) => void answer(event.data))

async function answer({ call, chart, view, edition }: ArrangeCall): Promise<void> {
  try {
    const arrangement = await arrange(chart, { view, edition, measure, elk })
    postMessage({ call, arrangement } satisfies ArrangeAnswer)
  } catch (error) {
    postMessage({
      call,
      error: error instanceof Error ? error.message : String(error),
    } satisfies ArrangeAnswer)
  }
}
