/** A BPMN 2.0 file as plain records: nodes, flows, lanes, data, places (OMG formal/2011-01-03). */
import type { FigureBox } from '../scene/scene.ts'
import { attribute, child, within, type PlainElement } from '../source/plainXml.ts'
import { isUnlabelled } from './ownExtension.ts'

export interface BpmnNode {
  readonly id: string
  readonly name: string
  readonly element: PlainElement
  /** Id of the sub-process or process that it is in. */
  readonly container: string
}

export interface BpmnFlow {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly label: string
}

export interface BpmnLane {
  readonly id: string
  readonly name: string
  readonly parent: string | undefined
  readonly nodes: readonly string[]
}

export interface BpmnPool {
  readonly id: string
  readonly name: string
  /** Undefined for a black box. */
  readonly process: string | undefined
}

export interface BpmnModel {
  readonly title: string
  readonly nodes: readonly BpmnNode[]
  readonly flows: readonly BpmnFlow[]
  readonly messages: readonly BpmnFlow[]
  readonly associations: readonly BpmnFlow[]
  readonly lanes: readonly BpmnLane[]
  readonly pools: readonly BpmnPool[]
  readonly annotations: readonly { readonly id: string; readonly text: string }[]
  readonly groups: readonly string[]
  /** Names of data objects and stores, by the id of their references. */
  readonly data: ReadonlyMap<string, string>
  readonly boxes: ReadonlyMap<string, FigureBox>
  readonly collapsed: ReadonlySet<string>
}

const containers: ReadonlySet<string> = new Set(['process', 'subProcess', 'transaction', 'adHocSubProcess'])
const nodeNames =
  /^(?:(?:user|manual|service|script|businessRule|send|receive)?[tT]ask|callActivity|subProcess|transaction|adHocSubProcess|\w*[gG]ateway|startEvent|endEvent|boundaryEvent|intermediate(?:Catch|Throw)Event)$/
/** Points of a pixel. */
const scale = 0.75

export function bpmnModel(root: PlainElement): BpmnModel {
  const processes = within(root, 'process')
  const collaborations = within(root, 'collaboration')
  const all = processes.flatMap((process) => partsOf(process))
  const pools = collaborations.flatMap((one) => within(one, 'participant')).map(poolOf)
  const artifacts = [
    ...all.map(({ element }) => element),
    ...collaborations.flatMap(({ children }) => children),
  ]
  const ofName = (name: string) => artifacts.filter((element) => element.name === name)
  const shapes = within(root, 'BPMNShape')
  return {
    title: titleOf(root, processes, pools),
    nodes: all.filter(({ element }) => nodeNames.test(element.name)).map(nodeOf),
    flows: ofName('sequenceFlow').map(flowOf),
    messages: collaborations.flatMap((one) => within(one, 'messageFlow')).map(flowOf),
    associations: ofName('association').map(flowOf),
    lanes: processes
      .flatMap((process) => process.children.filter(({ name }) => name === 'laneSet'))
      .flatMap((set) => lanesOf(set, undefined)),
    pools,
    annotations: ofName('textAnnotation').map((one) => ({
      id: idOf(one),
      text: child(one, 'text')?.text.trim() ?? '',
    })),
    groups: ofName('group').map((group) => categoryOf(root, group)),
    data: dataOf(artifacts),
    boxes: new Map(shapes.flatMap((shape) => boxOf(shape))),
    collapsed: new Set(
      shapes
        .filter((shape) => attribute(shape, 'isExpanded') === 'false')
        .map((shape) => attribute(shape, 'bpmnElement') ?? ''),
    ),
  }
}

interface Part {
  readonly element: PlainElement
  readonly container: string
}

/** The elements of a process and of its sub-processes. */
function partsOf(container: PlainElement): readonly Part[] {
  return container.children.flatMap((element) => [
    { element, container: idOf(container) },
    ...(containers.has(element.name) ? partsOf(element) : []),
  ])
}

function nodeOf({ element, container }: Part): BpmnNode {
  return { id: idOf(element), name: nameOf(element), element, container }
}

function flowOf(element: PlainElement): BpmnFlow {
  const condition = child(element, 'conditionExpression')?.text.trim() ?? ''
  return {
    id: idOf(element),
    source: reference(attribute(element, 'sourceRef')),
    target: reference(attribute(element, 'targetRef')),
    label: isUnlabelled(element) ? '' : nameOf(element) || condition,
  }
}

function lanesOf(set: PlainElement, parent: string | undefined): readonly BpmnLane[] {
  return set.children
    .filter(({ name }) => name === 'lane')
    .flatMap((lane) => [
      {
        id: idOf(lane),
        name: nameOf(lane),
        parent,
        nodes: lane.children
          .filter(({ name }) => name === 'flowNodeRef')
          .map(({ text }) => reference(text.trim())),
      },
      ...lane.children
        .filter(({ name }) => name === 'childLaneSet')
        .flatMap((inner) => lanesOf(inner, idOf(lane))),
    ])
}

function poolOf(element: PlainElement): BpmnPool {
  const process = attribute(element, 'processRef')
  return {
    id: idOf(element),
    name: nameOf(element),
    process: process === undefined ? undefined : reference(process),
  }
}

/** The process' own name; a pool's name is that of a participant. */
function titleOf(root: PlainElement, processes: readonly PlainElement[], pools: readonly BpmnPool[]): string {
  const names = processes
    .map(nameOf)
    .filter((name) => name !== '' && !pools.some((pool) => pool.name === name))
  const [only] = names
  return (names.length === 1 ? only : undefined) ?? nameOf(root) ?? ''
}

function categoryOf(root: PlainElement, group: PlainElement): string {
  const id = reference(attribute(group, 'categoryValueRef'))
  const value = within(root, 'categoryValue').find((one) => idOf(one) === id)
  return (value && attribute(value, 'value')) ?? ''
}

function dataOf(artifacts: readonly PlainElement[]): ReadonlyMap<string, string> {
  const named = new Map(artifacts.map((element) => [idOf(element), nameOf(element)]))
  const references = artifacts.filter(({ name }) =>
    /^data(?:Object|Store)Reference$|^data(?:Input|Output)$/.test(name),
  )
  return new Map(
    references.map((one) => {
      const target = attribute(one, 'dataObjectRef') ?? attribute(one, 'dataStoreRef')
      return [idOf(one), nameOf(one) || (named.get(reference(target)) ?? '')]
    }),
  )
}

function boxOf(shape: PlainElement): readonly (readonly [string, FigureBox])[] {
  const bounds = child(shape, 'Bounds')
  const element = attribute(shape, 'bpmnElement')
  if (!bounds || element === undefined) return []
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map(
    (name) => Number(attribute(bounds, name)) * scale,
  )
  if (![left, top, width, height].every(Number.isFinite)) return []
  return [[reference(element), { left: left!, top: top!, right: left! + width!, bottom: top! + height! }]]
}

function idOf(element: PlainElement): string {
  return element.attributes['id'] ?? ''
}

function nameOf(element: PlainElement): string {
  return (element.attributes['name'] ?? '').trim()
}

/** A reference may carry a prefix: tns:task1. */
export function reference(name: string | undefined): string {
  return name === undefined ? '' : name.slice(name.indexOf(':') + 1)
}
