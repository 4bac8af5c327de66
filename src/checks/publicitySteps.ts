/** Steps of 公示 before something takes effect. 公示 of a result at the end (办结,存档并公示) does not count. */
import type { Step } from '../model/chart.ts'
import { bracketed, publicityWord } from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'

/** The steps of 公示 that precede an effect. */
export function publicitySteps({ chart, graph }: Facts): readonly Step[] {
  return chart.steps.filter(
    ({ id, kind, name }) =>
      kind !== 'terminator' &&
      kind !== 'decision' &&
      publicityWord.test(name.replaceAll(bracketed, '')) &&
      graph.exits(id).length > 0,
  )
}
