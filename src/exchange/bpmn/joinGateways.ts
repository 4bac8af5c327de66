import type { PlainStep } from '../plainScene.ts'
import type { ParallelJoin } from './parallelWays.ts'
import type { ProcessFlow, ProcessNode } from './processModel.ts'

interface JoinGateways {
  readonly nodes: readonly ProcessNode[]
  readonly flows: readonly ProcessFlow[]
  /** The gateway that a flowline enters instead of its step. */
  readonly enters: ReadonlyMap<string, string>
}

/**
 * The gateways before a step that wait for all ways. Where one way comes by several flowlines, of which a
 * case takes one, these meet before: a gateway that waits would wait for each of them.
 */
export function joinGateways(
  joins: readonly ParallelJoin[],
  steps: ReadonlyMap<string, PlainStep>,
): JoinGateways {
  const nodes: ProcessNode[] = []
  const flows: ProcessFlow[] = []
  const enters = new Map<string, string>()
  /** The outermost gateway so far that a flowline has come through. */
  const through = new Map<string, string>()
  const counts = new Map<string, number>()

  const gateway = (kind: ProcessNode['kind'], to: string, lines: readonly string[]): void => {
    const before = (counts.get(to) ?? 0) + 1
    counts.set(to, before)
    const id = `${to}_${kind === 'parallelGateway' ? 'join' : 'meet'}${before}`
    nodes.push({ id, kind, name: '', step: steps.get(to)!, added: true, before })
    for (const entry of new Set(lines.map((line) => through.get(line))))
      if (entry !== undefined) flows.push(flow(entry, id))
    for (const line of lines) {
      if (!through.has(line)) enters.set(line, id)
      through.set(line, id)
    }
  }

  for (const { to, ways } of joins) {
    for (const way of ways) {
      const ends = new Set(way.map((line) => through.get(line) ?? line))
      if (ends.size > 1) gateway('exclusiveGateway', to, way)
    }
    gateway('parallelGateway', to, ways.flat())
  }
  const outermost = new Set(through.values())
  for (const id of outermost) {
    const node = nodes.find((one) => one.id === id)!
    flows.push(flow(id, node.step.id))
  }
  return {
    nodes: nodes.map((node) => ({ ...node, before: counts.get(node.step.id)! - node.before! })),
    flows,
    enters,
  }
}

function flow(from: string, to: string): ProcessFlow {
  return { id: `${from}_${to}`, from, to, name: '', named: true }
}
