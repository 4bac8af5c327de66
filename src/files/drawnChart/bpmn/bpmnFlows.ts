/** The flows of a BPMN model as lines between figures. */
import { bpmnWords } from '../../../text/recognition/drawnWords.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import { attribute, child } from '../source/plainXml.ts'
import { reference, type BpmnModel, type BpmnNode } from './bpmnModel.ts'
import { eventWords, type OpenedParts } from './bpmnShapes.ts'

export interface BpmnLine {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface BpmnLines {
  readonly lines: readonly BpmnLine[]
  readonly left: readonly DrawnProblem[]
  readonly doubts: readonly DrawnProblem[]
}

export function bpmnFlows(model: BpmnModel, inside: OpenedParts): BpmnLines {
  const byId = new Map(model.nodes.map((node) => [node.id, node]))
  const context: Context = { model, inside, byId, left: [], doubts: [], ...borders(model) }
  const sequence = model.flows
    .filter(({ source }) => !isHidden(source, context))
    .flatMap(({ id, source, target, label }) => {
      const starts = sourcesOf(source, label, context)
      const ends = entriesOf(target, context)
      return starts.flatMap((start, one) =>
        ends.map((to, other): BpmnLine => ({
          id: `${id} ${one} ${other}`,
          from: start.from,
          to,
          label: start.label,
        })),
      )
    })
  return {
    lines: [...sequence, ...linkLines(context), ...messageLines(context)],
    left: context.left,
    doubts: context.doubts,
  }
}

interface Context {
  readonly model: BpmnModel
  readonly inside: OpenedParts
  readonly byId: ReadonlyMap<string, BpmnNode>
  /** Of each container, its nodes that nothing leads to, and that lead nowhere. */
  readonly firstIn: ReadonlyMap<string, readonly string[]>
  readonly lastIn: ReadonlyMap<string, readonly string[]>
  readonly left: DrawnProblem[]
  readonly doubts: DrawnProblem[]
}

function borders({ nodes, flows }: BpmnModel): Pick<Context, 'firstIn' | 'lastIn'> {
  const entered = new Set(flows.map(({ target }) => target))
  const outOf = new Set(flows.map(({ source }) => source))
  const firstIn = new Map<string, string[]>()
  const lastIn = new Map<string, string[]>()
  for (const { id, container, element } of nodes) {
    if (element.name === 'boundaryEvent') continue
    if (!entered.has(id)) firstIn.set(container, [...(firstIn.get(container) ?? []), id])
    if (!outOf.has(id)) lastIn.set(container, [...(lastIn.get(container) ?? []), id])
  }
  return { firstIn, lastIn }
}

function isHidden(id: string, { byId, inside }: Context): boolean {
  const node = byId.get(id)
  return node !== undefined && inside.shut.has(node.container)
}

/** Where a line to this node comes in: an opened sub-process is entered at its first nodes. */
function entriesOf(id: string, context: Context, depth = 0): readonly string[] {
  if (!context.inside.open.has(id) || depth > 20) return [id]
  return (context.firstIn.get(id) ?? []).flatMap((first) => entriesOf(first, context, depth + 1))
}

function exitsOf(id: string, context: Context, depth = 0): readonly string[] {
  if (!context.inside.open.has(id) || depth > 20) return [id]
  return (context.lastIn.get(id) ?? []).flatMap((last) => exitsOf(last, context, depth + 1))
}

/** A boundary event leads out of its host, labelled with what happens. */
function sourcesOf(
  id: string,
  label: string,
  context: Context,
): readonly { readonly from: string; readonly label: string }[] {
  const node = context.byId.get(id)
  if (node?.element.name !== 'boundaryEvent') return exitsOf(id, context).map((from) => ({ from, label }))
  const host = reference(attribute(node.element, 'attachedToRef'))
  const hostName = context.byId.get(host)?.name ?? ''
  const happens = node.name === '' ? eventWords(node.element) : node.name
  if (attribute(node.element, 'cancelActivity') === 'false')
    context.left.push({ fault: 'bpmnElement', words: bpmnWords.nonInterrupting(hostName, happens) })
  context.doubts.push({ fault: 'boundaryEvent', words: hostName })
  return exitsOf(host, context).map((from) => ({
    from,
    label: label === '' ? happens : `${happens}；${label}`,
  }))
}

/** A link goes from each event that throws it to the one that catches it. */
function linkLines(context: Context): readonly BpmnLine[] {
  const links = context.model.nodes.flatMap((node) => {
    const link = child(node.element, 'linkEventDefinition')
    return link && !isHidden(node.id, context) ? [{ node, name: attribute(link, 'name') || node.name }] : []
  })
  return links
    .filter(({ node }) => node.element.name === 'intermediateThrowEvent')
    .flatMap(({ node, name }) => {
      const target = links.find(
        (one) => one.name === name && one.node.element.name === 'intermediateCatchEvent',
      )
      return target ? [{ id: `link ${node.id}`, from: node.id, to: target.node.id, label: '' }] : []
    })
}

/** Messages between nodes, and to and from black boxes; those of a whole pool are not carried. */
function messageLines(context: Context): readonly BpmnLine[] {
  const { pools, messages } = context.model
  const isWhole = (end: string) => pools.some((pool) => pool.id === end && pool.process !== undefined)
  const isBox = (end: string) => pools.some((pool) => pool.id === end)
  return messages.flatMap(({ id, source, target, label }) => {
    if (
      isWhole(source) ||
      isWhole(target) ||
      isHidden(source, context) ||
      isHidden(target, context) ||
      (isBox(source) && isBox(target))
    ) {
      context.left.push({ fault: 'messageFlow', words: label })
      return []
    }
    return exitsOf(source, context).flatMap((from, one) =>
      entriesOf(target, context).map((to, other) => ({ id: `${id} ${one} ${other}`, from, to, label })),
    )
  })
}
