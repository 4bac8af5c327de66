/**
 * BPMN 2.0 as a scene. Post: innermost lane, else pool, else candidate groups. Opened sub-processes are
 * flattened, boundary events become lines of their host, link events are joined, parallel gateways fork
 * and join. What has no place in a chart is listed.
 */
import { bpmnWords } from '../../../text/recognition/drawnWords.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import type { Scene, SceneLane, SceneLine } from '../scene/scene.ts'
import { plainXml } from '../source/plainXml.ts'
import { bpmnFlows } from './bpmnFlows.ts'
import { bpmnModel, type BpmnModel } from './bpmnModel.ts'
import { isAdded } from './ownExtension.ts'
import { bpmnShapes, opened } from './bpmnShapes.ts'

/** Undefined if the XML is no BPMN. */
export function readBpmn(xml: string): Scene | undefined {
  const root = plainXml(xml)
  if (root.name !== 'definitions') return undefined
  const model = bpmnModel(root)
  const inside = opened(model)
  const { shapes, left: notShapes, doubts } = bpmnShapes(model, inside)
  const { lines, left: notLines, doubts: aboutLines } = bpmnFlows(model, inside)
  const known = new Set(shapes.map(({ id }) => id))
  const addedEvents = new Set(
    model.nodes.filter(({ id, element }) => isAdded(element) && !known.has(id)).map(({ id }) => id),
  )
  const drawn = lines.filter(({ from, to }) => !addedEvents.has(from) && !addedEvents.has(to))
  const kept = drawn.filter(({ from, to }) => known.has(from) && known.has(to))
  return {
    ...(model.title !== '' && { title: model.title }),
    shapes,
    lines: kept.map(({ id, from, to, label }): SceneLine => ({
      id,
      from,
      to,
      label,
      path: [],
      startHead: false,
      endHead: true,
    })),
    lanes: lanesOf(model),
    allLinesKnown: true,
    left: [
      ...notShapes,
      ...notLines,
      ...(kept.length < drawn.length
        ? [{ fault: 'looseLine' as const, other: drawn.length - kept.length }]
        : []),
      ...groupsLeft(model),
    ],
    doubts: [...doubts, ...aboutLines],
  }
}

function lanesOf({ lanes, pools, nodes }: BpmnModel): readonly SceneLane[] {
  const processOf = new Map(nodes.map(({ id, container }) => [id, container]))
  return [
    ...pools.map(({ id, name }): SceneLane => ({ id, name, kind: 'pool' })),
    ...lanes.map(({ id, name, parent, nodes: inLane }): SceneLane => {
      const process = inLane.map((node) => processOf.get(node)).find((found) => found !== undefined)
      const pool = pools.find((one) => one.process !== undefined && one.process === process)?.id
      const outer = parent ?? pool
      // A lane without a name leaves its pool to name the post.
      return { id, name, kind: 'lane', ...(outer !== undefined && name !== '' && { parent: outer }) }
    }),
  ]
}

function groupsLeft({ groups }: BpmnModel): readonly DrawnProblem[] {
  return groups.map((name) => ({
    fault: 'bpmnElement',
    words: name === '' ? bpmnWords.unnamedGroup : bpmnWords.group(name),
  }))
}
