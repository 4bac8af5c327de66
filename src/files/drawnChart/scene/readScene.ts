/**
 * A drawing becomes a chart: figures are sorted, lines followed, texts read, boxes beside the steps
 * given to them. What is not carried is in `left`, what was guessed in `doubts`.
 */
import type { Id } from '../../../model/chart.ts'
import { most } from '../../../model/kinds/limits.ts'
import { DrawnChartError } from '../drawnChartError.ts'
import type { DrawnProblem, DrawnReading } from '../drawnReading.ts'
import { connectionsOf, type Connections } from './connections.ts'
import { flowOfFigures, type FigureWay } from './flowOfFigures.ts'
import { lineLabels } from './lineLabels.ts'
import { oneLine } from './findLanes.ts'
import type { Scene, SceneShape } from './scene.ts'
import { chartOfFigures } from './chartOfFigures.ts'
import { sideOwners } from './sideRisks.ts'
import { sortFigures } from './sortFigures.ts'
import { joinStacks } from './joinStacks.ts'

/** Figures and lines together. */
export const mostShapes = 10_000

/** Throws DrawnChartError if the drawing is too large to be a chart. */
export function readScene(scene: Scene, newId: () => Id): DrawnReading {
  if (scene.shapes.length + scene.lines.length > mostShapes)
    throw new DrawnChartError('tooManyShapes', { words: String(mostShapes) })
  const sorted = sortFigures(scene)
  const sideIds = new Set(sorted.sides.map(({ shape }) => shape.id))
  const stops = [...sorted.steps, ...sorted.joints, ...sorted.sides.map(({ shape }) => shape)]
  const found = connectionsOf(
    sorted.lines,
    stops.map(({ id, box }) => ({ id, box })),
  )
  const labels = lineLabels(sorted.labels, found.stretches, found.connections)
  const ways = found.connections.map(({ from, to, over, doubt }): FigureWay => ({
    from,
    to,
    labels: [...new Set(over.flatMap(labels.of))],
    ...(doubt && { doubt }),
  }))
  const flow = flowOfFigures(
    ways.filter(({ from, to }) => !sideIds.has(from) && !sideIds.has(to)),
    sorted.steps,
    sorted.joints,
  )
  const steps = [...sorted.steps.filter(({ id }) => !flow.gone.has(id)), ...flow.named]
  if (steps.length > most.steps) throw new DrawnChartError('tooManyShapes', { words: String(most.steps) })
  const stacked = scene.allLinesKnown ? { ways: [], doubts: [] } : joinStacks(steps, flow.ways)
  const owners = sideOwners(sorted.sides, steps, joinedSides(ways, sideIds))
  const built = chartOfFigures(
    { steps, ways: [...flow.ways, ...stacked.ways], parallel: flow.parallel, sorted, owners },
    newId,
  )
  return {
    chart: built.chart,
    doubts: unique([
      ...sorted.doubts,
      ...flow.doubts,
      ...guessedWays(flow.ways, steps),
      ...stacked.doubts,
      ...owners.doubts,
      ...built.doubts,
    ]),
    left: unique([...sorted.left, ...looseLines(found), ...labels.left, ...owners.left, ...built.left]),
  }
}

/** Which figure each side box is joined to by a line, in whatever direction. */
function joinedSides(ways: readonly FigureWay[], sides: ReadonlySet<string>): ReadonlyMap<string, string> {
  const joined = new Map<string, string>()
  for (const { from, to } of ways) {
    if (sides.has(from) && (!joined.has(from) || !sides.has(to))) joined.set(from, to)
    if (sides.has(to) && (!joined.has(to) || !sides.has(from))) joined.set(to, from)
  }
  return joined
}

function guessedWays(ways: readonly FigureWay[], steps: readonly SceneShape[]): readonly DrawnProblem[] {
  const nameOf = new Map(steps.map(({ id, text }) => [id, oneLine(text).slice(0, 20)]))
  return ways.flatMap(({ from, to, doubt }) =>
    doubt ? [{ fault: doubt, words: `“${nameOf.get(from) ?? ''}”到“${nameOf.get(to) ?? ''}”` }] : [],
  )
}

function looseLines({ loose }: Connections): readonly DrawnProblem[] {
  const said = loose.filter(({ label }) => label !== '')
  return [
    ...(loose.length > 0 ? [{ fault: 'looseLine' as const, other: loose.length }] : []),
    ...said.map(({ label }) => ({ fault: 'labelledLine' as const, words: oneLine(label) })),
  ]
}

function unique(problems: readonly DrawnProblem[]): readonly DrawnProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
