/** The order of the steps: along the flow, and where it leaves a choice, as one reads the drawing. */
import type { FigureWay } from './flowOfFigures.ts'
import type { SceneShape } from './scene.ts'

/** Ids in order. */
export function stepOrder(steps: readonly SceneShape[], ways: readonly FigureWay[]): readonly SceneShape[] {
  const placed = inReadingOrder(steps, ways)
  const rank = new Map(placed.map(({ id }, at) => [id, at]))
  const byId = new Map(steps.map((step) => [step.id, step]))
  const waiting = new Map<string, number>()
  const next = new Map<string, string[]>()
  for (const { from, to } of ways) {
    // A line back to a step that is placed before does not hold it up.
    if (rank.get(to)! <= rank.get(from)!) continue
    waiting.set(to, (waiting.get(to) ?? 0) + 1)
    const after = next.get(from)
    if (after) after.push(to)
    else next.set(from, [to])
  }
  const done = new Set<string>()
  const order: SceneShape[] = []
  for (const first of placed) {
    const ready = [first.id]
    for (const id of ready) {
      if (done.has(id) || (waiting.get(id) ?? 0) > 0) continue
      done.add(id)
      order.push(byId.get(id)!)
      for (const to of (next.get(id) ?? []).sort((one, other) => rank.get(one)! - rank.get(other)!)) {
        waiting.set(to, waiting.get(to)! - 1)
        ready.push(to)
      }
    }
  }
  return [...order, ...placed.filter(({ id }) => !done.has(id))]
}

/** By rows, or by columns where the flow runs across; as listed where there are no places. */
function inReadingOrder(steps: readonly SceneShape[], ways: readonly FigureWay[]): readonly SceneShape[] {
  const boxes = new Map(steps.flatMap(({ id, box }) => (box ? [[id, box] as const] : [])))
  if (boxes.size < steps.length) return steps
  let across = 0
  let down = 0
  for (const { from, to } of ways) {
    const [one, other] = [boxes.get(from), boxes.get(to)]
    if (!one || !other) continue
    across += Math.abs(other.left - one.left)
    down += Math.abs(other.top - one.top)
  }
  const isAcross = across > down * 1.5
  const key = ({ id }: SceneShape) => {
    const box = boxes.get(id)!
    const row = isAcross ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2
    return { row: Math.round(row / 12), column: isAcross ? box.top : box.left }
  }
  return steps
    .map((step) => ({ step, ...key(step) }))
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .map(({ step }) => step)
}
