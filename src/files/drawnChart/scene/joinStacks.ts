/** Boxes drawn below each other without lines: joined in reading order, and said. */
import type { DrawnProblem } from '../drawnReading.ts'
import type { FigureWay } from './flowOfFigures.ts'
import { oneLine } from './findLanes.ts'
import type { FigureBox, SceneShape } from './scene.ts'

/** Points between two boxes of a stack. */
const mostGap = 40
/** Stacks of more boxes are not looked for: the search compares each pair. */
const mostBoxes = 2_000

export interface JoinedStacks {
  readonly ways: readonly FigureWay[]
  readonly doubts: readonly DrawnProblem[]
}

/** Joins each box without any line to the next one below it, unless that one is already led to. */
export function joinStacks(steps: readonly SceneShape[], ways: readonly FigureWay[]): JoinedStacks {
  const outOf = new Set(ways.map(({ from }) => from))
  const into = new Set(ways.map(({ to }) => to))
  const lonely = steps.filter(({ id, box }) => box && !(outOf.has(id) && into.has(id)))
  if (lonely.length > mostBoxes) return { ways: [], doubts: [] }
  const made: FigureWay[] = []
  const doubts: DrawnProblem[] = []
  const isLonely = (id: string) => !outOf.has(id) && !into.has(id)
  for (const step of lonely) {
    const next = nextBelow(step, lonely)
    if (!next || outOf.has(step.id) || into.has(next.id) || !(isLonely(step.id) || isLonely(next.id)))
      continue
    made.push({ from: step.id, to: next.id, labels: [] })
    doubts.push({
      fault: 'stackJoined',
      words: `“${oneLine(step.text).slice(0, 20)}”到“${oneLine(next.text).slice(0, 20)}”`,
    })
  }
  return { ways: made, doubts }
}

function nextBelow({ id, box }: SceneShape, steps: readonly SceneShape[]): SceneShape | undefined {
  let best: SceneShape | undefined
  for (const other of steps) {
    if (other.id === id || !other.box || !box || !isBelow(box, other.box)) continue
    if (!best || other.box.top < best.box!.top) best = other
  }
  return best
}

/** Close below, over most of the narrower one's breadth. */
function isBelow(box: FigureBox, other: FigureBox): boolean {
  const gap = other.top - box.bottom
  const shared = Math.min(box.right, other.right) - Math.max(box.left, other.left)
  const narrower = Math.min(box.right - box.left, other.right - other.left)
  return gap >= -2 && gap <= mostGap && shared >= narrower * 0.6
}
