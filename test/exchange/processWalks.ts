/** Runs a BPMN process by its tokens (OMG formal/2011-01-03, chapter 13): what an engine would do. */
import type { ProcessFlow, ProcessModel } from '../../src/exchange/bpmn/processModel.ts'

export interface Walk {
  /** How often each node was entered. */
  readonly entered: ReadonlyMap<string, number>
  /** No token is left, within 500 steps. */
  readonly ended: boolean
}

export function walked({ nodes, flows }: ProcessModel, choose: (count: number) => number): Walk {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const exits = (id: string) => flows.filter(({ from }) => from === id)
  const entries = (id: string) => flows.filter(({ to }) => to === id)
  const entered = new Map<string, number>()
  const waiting = new Map<string, ProcessFlow[]>()
  const tokens: ProcessFlow[] = []
  const enter = (id: string): void => {
    entered.set(id, (entered.get(id) ?? 0) + 1)
    const ways = exits(id)
    if (kinds.get(id) === 'exclusiveGateway') tokens.push(ways[choose(ways.length)]!)
    else tokens.push(...ways)
  }
  for (const { id, kind } of nodes) if (kind === 'startEvent') enter(id)
  for (let step = 0; step < 500 && tokens.length > 0; step += 1) {
    const [token] = tokens.splice(choose(tokens.length), 1)
    const to = token!.to
    if (kinds.get(to) !== 'parallelGateway') {
      enter(to)
      continue
    }
    const come = [...(waiting.get(to) ?? []), token!]
    const isWhole = entries(to).every((entry) => come.includes(entry))
    waiting.set(to, isWhole ? [] : come)
    if (isWhole) enter(to)
  }
  const left = [...waiting.values()].flat().length + tokens.length
  return { entered, ended: left === 0 }
}
