/** The nodes of a BPMN model as figures, with what they say beside their name. */
import { bpmnWords, drawnNotes } from '../../../text/recognition/drawnWords.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import type { Figure, SceneShape, ShapeData } from '../scene/scene.ts'
import { attribute, child, within, type PlainElement } from '../source/plainXml.ts'
import { isAdded, ownData, ownFigure } from './ownExtension.ts'
import { reference, type BpmnModel, type BpmnNode } from './bpmnModel.ts'

/** Sub-processes by what becomes of them. */
export interface OpenedParts {
  /** Drawn with their content, which is flattened. */
  readonly open: ReadonlySet<string>
  /** Whose content is not in the chart: collapsed, or begun by an event. */
  readonly shut: ReadonlySet<string>
}

const subProcesses: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess'])

export function opened({ nodes, collapsed }: BpmnModel): OpenedParts {
  const filled = new Set(nodes.map(({ container }) => container))
  const parts = nodes.filter(({ element }) => subProcesses.has(element.name))
  const isShut = ({ id, element }: BpmnNode) => collapsed.has(id) || isEventPart(element) || !filled.has(id)
  const shut = new Set(parts.filter(isShut).map(({ id }) => id))
  // What stands inside of a shut part is shut too; parts come before what is in them.
  for (const { id, container } of parts) if (shut.has(container)) shut.add(id)
  return { open: new Set(parts.filter(({ id }) => !shut.has(id)).map(({ id }) => id)), shut }
}

function isEventPart(element: PlainElement): boolean {
  return attribute(element, 'triggeredByEvent') === 'true'
}

export interface BpmnShapes {
  readonly shapes: readonly SceneShape[]
  readonly left: readonly DrawnProblem[]
  readonly doubts: readonly DrawnProblem[]
}

export function bpmnShapes(model: BpmnModel, { open, shut }: OpenedParts): BpmnShapes {
  const left: DrawnProblem[] = []
  const doubts: DrawnProblem[] = []
  const usedData = new Set<string>()
  const noted = new Set<string>()
  const laneOf = lanesByNode(model)
  const shapes = model.nodes.flatMap((node): readonly SceneShape[] => {
    const { id, name, element } = node
    if (shut.has(node.container)) return []
    if (open.has(id)) {
      doubts.push({ fault: 'partOpened', words: name })
      return []
    }
    if (isEventPart(element)) {
      left.push({ fault: 'eventSubProcess', words: name })
      return []
    }
    if (shut.has(id) && model.nodes.some(({ container }) => container === id))
      left.push({ fault: 'collapsedInside', words: name })
    if (element.name === 'boundaryEvent' || (isAdded(element) && element.name.endsWith('Event'))) return []
    if (child(element, 'multiInstanceLoopCharacteristics') ?? child(element, 'standardLoopCharacteristics'))
      left.push({ fault: 'bpmnElement', words: bpmnWords.loop(name) })
    const { figure, text } = figureOf(node)
    if (text === '' && name !== '' && !isAdded(element)) left.push({ fault: 'looseText', words: name })
    const lane = laneOf(node)
    const said = ownData(element) ?? dataOf(node, model, usedData, noted)
    const isOwn = ownFigure(element) !== undefined
    const data = lane === undefined || isOwn ? said : withGroupsNoted(said)
    const box = model.boxes.get(id)
    const isPool = isOwn && model.pools.some((pool) => pool.id === lane)
    const inLane = lane !== undefined && !isPool && { lane }
    return [
      {
        id,
        text,
        figure,
        data,
        ...(box && { box }),
        ...inLane,
        ...((isOwn || isAdded(element)) && { exact: true as const }),
      },
    ]
  })
  for (const [id, name] of model.data)
    if (!usedData.has(id) && name !== '') left.push({ fault: 'dataFlow', words: name })
  for (const { id, text } of model.annotations)
    if (!noted.has(id) && text !== '') left.push({ fault: 'looseText', words: text })
  return { shapes: [...shapes, ...blackBoxes(model)], left, doubts }
}

/** Where a lane names the post, the groups of the engine are a remark. */
function withGroupsNoted({ posts = [], notes = [], ...data }: ShapeData): ShapeData {
  return { ...data, notes: [...notes, ...posts.map((group) => drawnNotes.data(bpmnWords.groups, group))] }
}

/** A pool without a process is a step of its own post, if messages go to it. */
function blackBoxes({ pools, messages, boxes }: BpmnModel): readonly SceneShape[] {
  const met = new Set(messages.flatMap(({ source, target }) => [source, target]))
  return pools
    .filter(({ id, name, process }) => met.has(id) && process === undefined && name !== '')
    .map(({ id, name }): SceneShape => {
      const box = boxes.get(id)
      return { id, text: name, figure: 'rectangle', lane: id, data: { posts: [name] }, ...(box && { box }) }
    })
}

function lanesByNode({ lanes, pools, nodes }: BpmnModel): (node: BpmnNode) => string | undefined {
  const containerOf = new Map(nodes.map(({ id, container }) => [id, container]))
  const laneOf = new Map<string, string>()
  // Inner lanes come after outer ones and win; a nameless lane says nothing.
  for (const { id, name, nodes: inside } of lanes)
    if (name !== '') for (const node of inside) laneOf.set(node, id)
  return ({ id, container }) => {
    // Nodes of an opened sub-process stand in its lane.
    let at = id
    let above = container
    for (let round = 0; round < 20 && !laneOf.has(at) && containerOf.has(above); round += 1) {
      at = above
      above = containerOf.get(at)!
    }
    return laneOf.get(at) ?? pools.find(({ process }) => process !== undefined && process === above)?.id
  }
}

function figureOf({ name, element }: BpmnNode): { readonly figure: Figure; readonly text: string } {
  const own = ownFigure(element)
  if (own) return { figure: own, text: name }
  if (isAdded(element)) return { figure: 'bar', text: '' }
  if (element.name === 'parallelGateway') return { figure: 'bar', text: '' }
  if (element.name.endsWith('ateway')) return { figure: 'diamond', text: name }
  if (element.name === 'startEvent' || element.name === 'endEvent')
    return { figure: 'terminator', text: name }
  // The name of a link is only its key.
  if (element.name.startsWith('intermediate')) {
    const isLink = child(element, 'linkEventDefinition') !== undefined
    return isLink || name === '' ? { figure: 'bar', text: '' } : { figure: 'rectangle', text: name }
  }
  const isPart = element.name === 'callActivity' || subProcesses.has(element.name)
  return { figure: isPart ? 'predefined' : 'rectangle', text: name }
}

function dataOf(
  { id, element }: BpmnNode,
  { data, associations, annotations }: BpmnModel,
  usedData: Set<string>,
  noted: Set<string>,
): ShapeData {
  const named = (ids: readonly string[]) => {
    for (const each of ids) usedData.add(each)
    return ids.flatMap((each) => data.get(each) ?? []).filter((name) => name !== '')
  }
  const remarks = associations.flatMap(({ source, target }) => {
    const other = source === id ? target : target === id ? source : ''
    const found = annotations.find((annotation) => annotation.id === other)
    if (found) noted.add(found.id)
    return found && found.text !== '' ? [found.text] : []
  })
  const documented = element.children
    .filter(({ name }) => name === 'documentation')
    .map(({ text }) => text.trim())
  const task = (bpmnWords.tasks as { readonly [name: string]: string })[element.name]
  const waits = element.name.startsWith('intermediate') ? eventWords(element) : undefined
  const inputs = within(element, 'dataInputAssociation').flatMap((one) => textsOf(one, 'sourceRef'))
  const outputs = within(element, 'dataOutputAssociation').flatMap((one) => textsOf(one, 'targetRef'))
  return {
    posts: groupsOf(element),
    materials: named(inputs),
    documents: named(outputs),
    notes: [
      ...(task === undefined ? [] : [drawnNotes.system(task)]),
      ...(waits === undefined ? [] : [bpmnWords.waiting(waits)]),
      ...documented.filter((text) => text !== ''),
      ...remarks,
    ],
  }
}

/** candidateGroups="窗口,业务科" of Camunda, Flowable, Activiti; not an expression. */
function groupsOf(element: PlainElement): readonly string[] {
  const groups = attribute(element, 'candidateGroups')
  const zeebe = within(element, 'assignmentDefinition')[0]
  const said = groups ?? (zeebe && attribute(zeebe, 'candidateGroups'))
  return (said ?? '')
    .split(/[,，]/)
    .map((group) => group.trim())
    .filter((group) => group !== '' && !/^[=$#]/.test(group))
}

export function eventWords(element: PlainElement): string {
  const definition = element.children.find(({ name }) => name.endsWith('EventDefinition'))
  const known = (bpmnWords.events as { readonly [name: string]: string })[definition?.name ?? '']
  const time =
    definition?.name === 'timerEventDefinition'
      ? definition.children.map(({ text }) => text.trim()).join('')
      : ''
  return `${known ?? bpmnWords.event}${time}`
}

function textsOf(element: PlainElement, name: string): readonly string[] {
  return element.children.filter((each) => each.name === name).map(({ text }) => reference(text.trim()))
}
