/**
 * Chooses the main exit of each step. The exit with the longest way to an end wins; 是、同意、通过
 * add to an exit's score, 否、不予、退回 subtract from it.
 */
import type { Plan } from '../planning/plan.ts'
import { isDrawnBeside } from './drawnBeside.ts'

const positive =
  /^(是|有|同意|通过|批准|准予|合格|齐全|符合|属于|受理|成立|无异议|核准|批复|维持|合法|完整|需要|达标|一致|已|予以)/
const negative = /^(否|不|未|无(?!异议)|退|驳|补|缺|超|修改|撤销|仍|非|没)/

export function branchPolarity(text: string): number {
  if (negative.test(text)) return -1
  return positive.test(text) ? 1 : 0
}

/**
 * By step: the flowline of its main exit, or null at an end. An exit that a person drew to a side of
 * the step is no main one: the main path runs down.
 */
export function mainExits(plan: Plan, order: readonly number[]): readonly (number | null)[] {
  const way = new Float64Array(plan.steps.length)
  const main: (number | null)[] = plan.steps.map(() => null)
  for (let at = order.length - 1; at >= 0; at--) {
    const step = order[at]!
    let best = -Infinity
    for (const index of plan.exits[step]!) {
      const line = plan.flowlines[index]!
      if (line.return) continue
      way[step] = Math.max(way[step]!, way[line.to]! + 1)
      if (isDrawnBeside(plan, index)) continue
      const sameLane = plan.steps[line.from]!.lane === plan.steps[line.to]!.lane ? 0.5 : 0
      // Logarithmic, so that one more step does not change which exit is the main one.
      const worth = Math.round(Math.log2(1 + way[line.to]!)) + 2.5 * branchPolarity(line.text) + sameLane
      if (worth > best) {
        best = worth
        main[step] = index
      }
    }
  }
  return main
}
