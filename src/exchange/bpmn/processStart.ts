import { exchangeWords } from '../../text/paper/exchangeWords.ts'
import type { PlainScene, PlainStep } from '../plainScene.ts'
import { linesBy } from './linesBy.ts'
import type { ProcessFlow, ProcessNode } from './processModel.ts'

interface StartOfProcess {
  readonly nodes: readonly ProcessNode[]
  readonly flows: readonly ProcessFlow[]
  /** The default of the gateway behind the start, if it has one. */
  readonly fallback?: { readonly gateway: string; readonly flow: string }
}

/**
 * One plain start, added where the chart does not begin with a terminator of its own. Several beginnings
 * (举报、交办、巡查发现) are a choice: a case has one of them.
 */
export function processStart(scene: PlainScene, startEvents: readonly string[]): StartOfProcess {
  const begins = beginningsOf(scene)
  const [first] = begins
  if (!first || (startEvents.length === 1 && begins.length === 1)) return { nodes: [], flows: [] }
  const start = added('start', 'startEvent', exchangeWords.start, first)
  if (begins.length === 1) return { nodes: [start], flows: [flow(start.id, first.id, '')] }
  const choice = added('start_gateway', 'exclusiveGateway', exchangeWords.outcome(exchangeWords.start), first)
  const ways = begins.map(({ id, name }, at): ProcessFlow => ({
    ...flow(choice.id, id, name),
    ...(at < begins.length - 1 && { answer: name }),
  }))
  return {
    nodes: [start, choice],
    flows: [flow(start.id, choice.id, ''), ...ways],
    fallback: { gateway: choice.id, flow: ways.at(-1)!.id },
  }
}

/** Steps that nothing leads to; of a circle that nothing leads into, its first step. */
function beginningsOf({ steps, lines }: PlainScene): readonly PlainStep[] {
  const [exits, entries] = [linesBy(lines, 'from'), linesBy(lines, 'to')]
  const begins: PlainStep[] = []
  const reached = new Set<string>()
  for (const step of [...steps.filter(({ id }) => !entries.has(id)), ...steps]) {
    if (reached.has(step.id)) continue
    begins.push(step)
    const found = new Set([step.id])
    for (const id of found) for (const { to } of exits.get(id) ?? []) found.add(to)
    for (const id of found) reached.add(id)
  }
  return begins
}

function added(id: string, kind: ProcessNode['kind'], name: string, step: PlainStep): ProcessNode {
  return { id, kind, name, step, added: true }
}

function flow(from: string, to: string, name: string): ProcessFlow {
  return { id: `${from}_${to}`, from, to, name, named: name === '' }
}
