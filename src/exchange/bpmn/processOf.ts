/**
 * A chart as a BPMN process: an end without a follower is an end event, a first terminator the start
 * event, a decision a task with a gateway behind it; ways side by side leave a gateway and wait before
 * another. What the chart does not have itself (a start, an end, a gateway) is marked as added, so that
 * reading it back leaves it out.
 */
import { exchangeWords } from '../../text/paper/exchangeWords.ts'
import type { PlainLine, PlainScene, PlainStep } from '../plainScene.ts'
import { joinGateways } from './joinGateways.ts'
import { linesBy } from './linesBy.ts'
import { parallelWays } from './parallelWays.ts'
import type { NodeKind, ProcessFlow, ProcessModel, ProcessNode } from './processModel.ts'
import { processStart } from './processStart.ts'

export function processOf(scene: PlainScene): ProcessModel {
  const exits = linesBy(scene.lines, 'from')
  const entries = linesBy(scene.lines, 'to')
  const { forks, joins } = parallelWays(scene)
  const awaited = joinGateways(joins, new Map(scene.steps.map((step) => [step.id, step])))
  // With several beginnings a start event leads to them, and they are tasks.
  const isSingle = scene.steps.filter(({ id }) => !entries.has(id)).length === 1
  const shaped = scene.steps.map((step) =>
    shapedStep(step, exits.get(step.id) ?? [], {
      entered: entries.has(step.id) || !isSingle,
      forks: forks.has(step.id),
    }),
  )
  const startEvents = shaped.filter(({ own }) => own[0]?.kind === 'startEvent').map(({ step }) => step.id)
  const start = processStart(scene, startEvents)
  const ends = endsOf(shaped, exits)
  const defaults = new Map<string, string>()
  const flows = shaped.flatMap(({ step, tail, gateway }) =>
    exitFlows(exits.get(step.id) ?? [], { from: tail, gateway, defaults, enters: awaited.enters }),
  )
  const inner = shaped.flatMap(({ step, gateway }): readonly ProcessFlow[] =>
    gateway ? [{ id: `${gateway.id}_in`, from: step.id, to: gateway.id, name: '', named: true }] : [],
  )
  if (start.fallback !== undefined) defaults.set(start.fallback.gateway, start.fallback.flow)
  return {
    nodes: [...shaped.flatMap(({ own }) => own), ...awaited.nodes, ...start.nodes, ...ends.nodes],
    flows: [...flows, ...inner, ...awaited.flows, ...start.flows, ...ends.flows],
    defaults,
  }
}

interface ShapedStep {
  readonly step: PlainStep
  readonly own: readonly ProcessNode[]
  readonly gateway?: ProcessNode
  /** The node that its flowlines leave. */
  readonly tail: string
}

interface Standing {
  readonly entered: boolean
  readonly forks: boolean
}

function shapedStep(step: PlainStep, exits: readonly PlainLine[], { entered, forks }: Standing): ShapedStep {
  const kind = nodeKind(step, exits.length, entered)
  const node: ProcessNode = { id: step.id, kind, name: step.name, step, added: false }
  if (exits.length < 2) return { step, own: [node], tail: step.id }
  const gateway: ProcessNode = {
    id: `${step.id}_gateway`,
    kind: forks ? 'parallelGateway' : 'exclusiveGateway',
    name: forks ? exchangeWords.fork(step.name) : exchangeWords.outcome(step.name),
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
  /** The gateway at which a flowline is awaited. */
  readonly enters: ReadonlyMap<string, string>
}

function exitFlows(
  lines: readonly PlainLine[],
  { from, gateway, defaults, enters }: Exit,
): readonly ProcessFlow[] {
  const isChoice = gateway?.kind === 'exclusiveGateway'
  if (isChoice) defaults.set(gateway.id, lines.at(-1)!.id)
  return lines.map((line, at): ProcessFlow => {
    const name = line.label === '' && isChoice ? `${exchangeWords.otherwise}${at + 1}` : line.label
    const isDefault = at === lines.length - 1
    return {
      id: line.id,
      from,
      to: enters.get(line.id) ?? line.to,
      name,
      named: line.label !== '',
      line,
      ...(isChoice && !isDefault && { answer: name }),
    }
  })
}

/** A step that leads nowhere and is no end event gets one. */
function endsOf(
  shaped: readonly ShapedStep[],
  exits: ReadonlyMap<string, readonly PlainLine[]>,
): Pick<ProcessModel, 'nodes' | 'flows'> {
  const open = shaped.filter(({ step, own }) => !exits.has(step.id) && own[0]?.kind !== 'endEvent')
  return {
    nodes: open.map(({ step }) => ({
      id: `${step.id}_end`,
      kind: 'endEvent',
      name: exchangeWords.end,
      step,
      added: true,
    })),
    flows: open.map(({ step: { id } }) => ({
      id: `${id}_${id}_end`,
      from: id,
      to: `${id}_end`,
      name: '',
      named: true,
    })),
  }
}
