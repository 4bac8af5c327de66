/** The scene of what was gathered from a document. */
import type { DrawnProblem } from '../drawnReading.ts'
import type { Scene, SceneLane, SceneLine, SceneShape } from '../scene/scene.ts'
import type { Gathered } from './drawingMl.ts'

export function officeScene(
  { ids, pictures, title, ...drawn }: Gathered,
  left: readonly DrawnProblem[],
  lanes: readonly SceneLane[] = [],
): Scene {
  const { shapes, lines } = withNamedLabels(drawn)
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

/** A text without a frame that is called as one line is, and as no other thing, is the label of that line. */
function withNamedLabels({ shapes, lines }: Pick<Gathered, 'shapes' | 'lines'>) {
  const labels = new Map<string, SceneShape | undefined>()
  for (const shape of shapes)
    if (shape.named !== undefined) labels.set(shape.named, labels.has(shape.named) ? undefined : shape)
  const counts = new Map<string, number>()
  for (const { named = '' } of lines) counts.set(named, (counts.get(named) ?? 0) + 1)
  const taken = new Set<SceneShape>()
  const labelled = lines.map((line) => {
    const label = labels.get(line.named ?? '')
    if (label?.figure !== 'none' || line.label !== '' || counts.get(label.named!) !== 1) return line
    taken.add(label)
    return { ...line, label: label.text.replaceAll('\n', '') }
  })
  return { shapes: shapes.filter((shape) => !taken.has(shape)), lines: labelled }
}

function unglued(line: SceneLine, isShared: (id: string | undefined) => boolean): SceneLine {
  const { from, to, ...rest } = line
  return {
    ...rest,
    ...(from !== undefined && !isShared(from) && { from }),
    ...(to !== undefined && !isShared(to) && { to }),
  }
}
