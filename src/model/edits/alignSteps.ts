/** Lines steps up, or spreads them evenly. The steps stand there by hand afterwards. */
import type { EditionName, Id, Position, View, Chart } from '../chart.ts'
import { placeSteps } from './placeSteps.ts'
import type { Edit } from './refusal.ts'

/** Where a step stands now; sizes and places in units of the arrangement. */
export interface PlacedStep {
  readonly id: Id
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'across' | 'down'

/** `across` and `down` make the gaps equal; the outermost steps stay. */
export function alignSteps(
  chart: Chart,
  steps: readonly PlacedStep[],
  how: Alignment,
  at: { readonly view: View; readonly edition: EditionName },
): Edit {
  return placeSteps(chart, at.view, at.edition, new Map(aligned(steps, how)))
}

function aligned(steps: readonly PlacedStep[], how: Alignment): readonly (readonly [Id, Position])[] {
  const left = Math.min(...steps.map(({ x }) => x))
  const top = Math.min(...steps.map(({ y }) => y))
  const right = Math.max(...steps.map(({ x, width }) => x + width))
  const bottom = Math.max(...steps.map(({ y, height }) => y + height))
  const place = (of: (step: PlacedStep) => Position) => steps.map((step) => [step.id, of(step)] as const)
  switch (how) {
    case 'left':
      return place((step) => [left + step.width / 2, middleOf(step)])
    case 'centre':
      return place((step) => [(left + right) / 2, middleOf(step)])
    case 'right':
      return place((step) => [right - step.width / 2, middleOf(step)])
    case 'top':
      return place((step) => [centreOfStep(step), top + step.height / 2])
    case 'middle':
      return place((step) => [centreOfStep(step), (top + bottom) / 2])
    case 'bottom':
      return place((step) => [centreOfStep(step), bottom - step.height / 2])
    case 'across':
      return spread(steps.map((step) => ({ step, from: step.x, length: step.width }))).map(
        ({ step, at }) => [step.id, [at, middleOf(step)]] as const,
      )
    case 'down':
      return spread(steps.map((step) => ({ step, from: step.y, length: step.height }))).map(
        ({ step, at }) => [step.id, [centreOfStep(step), at]] as const,
      )
  }
}

const centreOfStep = ({ x, width }: PlacedStep): number => x + width / 2
const middleOf = ({ y, height }: PlacedStep): number => y + height / 2

interface Stretch {
  readonly step: PlacedStep
  readonly from: number
  readonly length: number
}

/** The same gap between each two neighbours; `at` is the middle of the stretch. */
function spread(
  stretches: readonly Stretch[],
): readonly { readonly step: PlacedStep; readonly at: number }[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from)
  const first = sorted[0]?.from ?? 0
  const last = Math.max(...sorted.map(({ from, length }) => from + length))
  const used = sorted.reduce((sum, { length }) => sum + length, 0)
  const gap = sorted.length < 2 ? 0 : (last - first - used) / (sorted.length - 1)
  let next = first
  return sorted.map(({ step, length }) => {
    const at = next + length / 2
    next += length + gap
    return { step, at }
  })
}
