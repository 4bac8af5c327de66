/** The scene of what was gathered from a document. */
import type { DrawnProblem } from '../drawnReading.ts'
import type { Scene, SceneLane, SceneLine } from '../scene/scene.ts'
import type { Gathered } from './drawingMl.ts'

export function officeScene(
  { shapes, lines, ids, pictures, title }: Gathered,
  left: readonly DrawnProblem[],
  lanes: readonly SceneLane[] = [],
): Scene {
  // Shapes with one id are made distinct; a line glued to such an id is followed by place.
  const isShared = (id: string | undefined) => id !== undefined && (ids.get(id) ?? 0) > 1
  return {
    ...(title !== undefined && { title }),
    shapes: shapes.map((shape, at) => (isShared(shape.id) ? { ...shape, id: `${shape.id} ${at}` } : shape)),
    lines: lines.map((line, at) => ({ ...unglued(line, isShared), id: `${at} ${line.id}` })),
    lanes,
    left: [...left, ...(pictures > 0 ? [{ fault: 'pictures' as const, other: pictures }] : [])],
    doubts: [],
  }
}

function unglued(line: SceneLine, isShared: (id: string | undefined) => boolean): SceneLine {
  const { from, to, ...rest } = line
  return {
    ...rest,
    ...(from !== undefined && !isShared(from) && { from }),
    ...(to !== undefined && !isShared(to) && { to }),
  }
}
