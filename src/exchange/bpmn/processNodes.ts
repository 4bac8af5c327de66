/**
 * A chart as a BPMN process: an end without a follower is an end event, a first terminator the start
 * event, a decision a task with a gateway behind it, unlabelled exits a fork. What the chart does not
 * have itself (a start, an end, a gateway) is marked as added, so that reading it back leaves it out.
 */
import { exchangeWords } from '../../text/paper/exchangeWords.ts'
import type { PlainLine, PlainScene, PlainStep } from '../plainScene.ts'

export type NodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'

export interface ProcessNode {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
  /** The step that it stands for, or beside which it was added. */
  readonly step: PlainStep
  readonly added: boolean
}

export interface ProcessFlow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name: string
  /** False if the chart has no label here. */
  readonly named: boolean
  /** The flowline that it draws; undefined for one that was added. */
  readonly line?: PlainLine
  /** Exit of a gateway: the answer that takes it; undefined for the default. */
  readonly answer?: string
}

export interface ProcessModel {
  readonly nodes: readonly ProcessNode[]
  readonly flows: readonly ProcessFlow[]
  /** Default exits by gateway. */
  readonly defaults: ReadonlyMap<string, string>
}

export function processOf(scene: PlainScene): ProcessModel {
  const exits = groupedBy(scene.lines, ({ from }) => from)
  const entries = groupedBy(scene.lines, ({ to }) => to)
  // With several beginnings a start event leads to them, and they are tasks.
  const isSingle = scene.steps.filter(({ id }) => !entries.has(id)).length === 1
  const shaped = scene.steps.map((step) =>
    shapedStep(step, exits.get(step.id) ?? [], entries.has(step.id) || !isSingle),
  )
  const bordered = [...startOf(scene, shaped, entries), ...endsOf(shaped, exits)]
  const nodes = [...shaped.flatMap(({ own }) => own), ...bordered.map(({ node }) => node)]
  const tail = new Map(shaped.map(({ step, tail }) => [step.id, tail]))
  const defaults = new Map<string, string>()
  const flows = shaped.flatMap(({ step, gateway }) =>
    exitFlows(exits.get(step.id) ?? [], { from: tail.get(step.id)!, gateway, defaults }),
  )
  const inner = shaped.flatMap(({ step, gateway }): readonly ProcessFlow[] =>
    gateway ? [{ id: `${gateway.id}_in`, from: step.id, to: gateway.id, name: '', named: true }] : [],
  )
  return { nodes, flows: [...flows, ...inner, ...bordered.flatMap(({ flows: more }) => more)], defaults }
}

interface ShapedStep {
  readonly step: PlainStep
  readonly own: readonly ProcessNode[]
  readonly gateway?: ProcessNode
  /** The node that its flowlines leave. */
  readonly tail: string
}

function shapedStep(step: PlainStep, exits: readonly PlainLine[], entered: boolean): ShapedStep {
  const kind = nodeKind(step, exits.length, entered)
  const node: ProcessNode = { id: step.id, kind, name: step.name, step, added: false }
  if (exits.length < 2) return { step, own: [node], tail: step.id }
  const isFork = step.kind !== 'decision' && exits.every(({ label }) => label === '')
  const gateway: ProcessNode = {
    id: `${step.id}_gateway`,
    kind: isFork ? 'parallelGateway' : 'exclusiveGateway',
    name: isFork ? exchangeWords.fork(step.name) : exchangeWords.outcome(step.name),
    step,
    added: true,
  }
  return { step, own: [node, gateway], gateway, tail: gateway.id }
}

/** No flow leads into a start event or out of an end event. */
function nodeKind({ kind }: PlainStep, exits: number, entered: boolean): NodeKind {
  if (kind === 'terminator' && exits === 0 && entered) return 'endEvent'
  if (kind === 'terminator' && exits === 1 && !entered) return 'startEvent'
  return kind === 'subprocess' ? 'callActivity' : 'userTask'
}

interface Exit {
  readonly from: string
  readonly gateway: ProcessNode | undefined
  readonly defaults: Map<string, string>
}

function exitFlows(lines: readonly PlainLine[], { from, gateway, defaults }: Exit): readonly ProcessFlow[] {
  const isChoice = gateway?.kind === 'exclusiveGateway'
  if (isChoice) defaults.set(gateway.id, lines.at(-1)!.id)
  return lines.map((line, at): ProcessFlow => {
    const name = line.label === '' && isChoice ? `${exchangeWords.otherwise}${at + 1}` : line.label
    const isDefault = at === lines.length - 1
    return {
      id: line.id,
      from,
      to: line.to,
      name,
      named: line.label !== '',
      line,
      ...(isChoice && !isDefault && { answer: name }),
    }
  })
}

interface Added {
  readonly node: ProcessNode
  readonly flows: readonly ProcessFlow[]
}

/** One plain start: where the chart does not begin with a terminator of its own, one is added. */
function startOf(
  { steps }: PlainScene,
  shaped: readonly ShapedStep[],
  entries: ReadonlyMap<string, readonly PlainLine[]>,
): readonly Added[] {
  const starts = shaped.filter(({ own }) => own[0]?.kind === 'startEvent')
  const open = steps.filter(({ id }) => !entries.has(id))
  const begins = open.length > 0 ? open : steps.slice(0, 1)
  const [first] = begins
  if (!first || (starts.length === 1 && begins.length === 1)) return []
  const start = added('start', 'startEvent', exchangeWords.start, first)
  if (begins.length === 1) return [{ node: start, flows: [addedFlow(start.id, first.id)] }]
  const fork = added('start_gateway', 'parallelGateway', exchangeWords.fork(exchangeWords.start), first)
  return [
    { node: start, flows: [addedFlow(start.id, fork.id)] },
    { node: fork, flows: begins.map(({ id }) => addedFlow(fork.id, id)) },
  ]
}

/** A step that leads nowhere and is no end event gets one. */
function endsOf(
  shaped: readonly ShapedStep[],
  exits: ReadonlyMap<string, readonly PlainLine[]>,
): readonly Added[] {
  return shaped
    .filter(({ step, own }) => !exits.has(step.id) && own[0]?.kind !== 'endEvent')
    .map(({ step }) => {
      const node = added(`${step.id}_end`, 'endEvent', exchangeWords.end, step)
      return { node, flows: [addedFlow(step.id, node.id)] }
    })
}

function added(id: string, kind: NodeKind, name: string, step: PlainStep): ProcessNode {
  return { id, kind, name, step, added: true }
}

function addedFlow(from: string, to: string): ProcessFlow {
  return { id: `${from}_${to}`, from, to, name: '', named: true }
}

function groupedBy<T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing])
  return groups
}
