/**
 * From the network of lines to connections between figures: through joints (elbows of separate lines,
 * forks, merging arrows), along the arrowheads.
 */
import { isJoint, networkOf, type FigureStop, type Stretch } from './network.ts'
import type { FigurePoint, SceneLine } from './scene.ts'

export interface FigureLink {
  readonly from: string
  readonly to: string
  /** Ids of the stretches it runs over; their labels are its labels. */
  readonly over: readonly number[]
  /** No arrowhead, or an end found by its direction. */
  readonly doubt?: 'directionGuessed' | 'endGuessed'
}

export interface Connections {
  readonly connections: readonly FigureLink[]
  readonly stretches: readonly Stretch[]
  /** Lines that connect nothing. */
  readonly loose: readonly SceneLine[]
}

export function connectionsOf(lines: readonly SceneLine[], stops: readonly FigureStop[]): Connections {
  const { stretches, guessed } = networkOf(lines, stops)
  const byNode = new Map<string, number[]>()
  for (const [index, { a, b }] of stretches.entries()) {
    for (const node of a === b ? [a] : [a, b]) {
      const at = byNode.get(node)
      if (at) at.push(index)
      else byNode.set(node, [index])
    }
  }
  const seen = new Set<number>()
  const connections = stretches.flatMap((_, index) => {
    if (seen.has(index)) return []
    const part = partFrom(index, stretches, byNode, seen)
    return connectionsIn(part, stretches, byNode, guessed)
  })
  const used = new Set(connections.flatMap(({ over }) => over.map((index) => stretches[index]!.line.id)))
  return { connections, stretches, loose: lines.filter(({ id }) => !used.has(id)) }
}

/** The stretches that hang together through joints. */
function partFrom(
  first: number,
  stretches: readonly Stretch[],
  byNode: ReadonlyMap<string, readonly number[]>,
  seen: Set<number>,
): readonly number[] {
  const part = [first]
  seen.add(first)
  for (const index of part) {
    const { a, b } = stretches[index]!
    for (const node of [a, b].filter(isJoint)) {
      for (const next of byNode.get(node) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        part.push(next)
      }
    }
  }
  return part
}

interface Terminal {
  readonly node: string
  readonly stretch: number
  readonly headed: boolean
  /** The line goes on behind the head: ←→. */
  readonly leaves: boolean
  readonly point: FigurePoint | undefined
}

/** Pairs in one part are bounded: a bus with hundreds of ends is no flow. */
const mostPairs = 2_000

function connectionsIn(
  part: readonly number[],
  stretches: readonly Stretch[],
  byNode: ReadonlyMap<string, readonly number[]>,
  guessed: ReadonlySet<string>,
): readonly FigureLink[] {
  const terminals = part.flatMap((index) => terminalsOf(index, stretches[index]!))
  if (terminals.length < 2) return []
  const doubt = part.some((index) => guessed.has(stretches[index]!.line.id)) && {
    doubt: 'endGuessed' as const,
  }
  const hasHeads = terminals.some(({ headed }) => headed)
  if (!hasHeads) return withoutHeads(terminals, part)
  const found: FigureLink[] = []
  for (const source of terminals.filter(({ leaves }) => leaves)) {
    for (const [index, over] of reachedFrom(source, terminals, stretches, byNode)) {
      const target = terminals[index]!
      if (target.node !== source.node || terminals.length === 2)
        found.push({ from: source.node, to: target.node, over, ...doubt })
      if (found.length >= mostPairs) return found
    }
  }
  return found
}

function terminalsOf(index: number, { a, b, headA, headB, path }: Stretch): readonly Terminal[] {
  const both = headA && headB
  return [
    ...(isJoint(a)
      ? []
      : [{ node: a, stretch: index, headed: headA, leaves: !headA || both, point: path[0] }]),
    ...(isJoint(b)
      ? []
      : [{ node: b, stretch: index, headed: headB, leaves: !headB || both, point: path.at(-1) }]),
  ]
}

/** Without any head: from the highest end, of ends at one height the leftmost, to the others. */
function withoutHeads(terminals: readonly Terminal[], part: readonly number[]): readonly FigureLink[] {
  const sorted = [...terminals].sort((one, other) => heightOf(one) - heightOf(other))
  const [source, ...targets] = sorted
  if (!source || targets.length > mostPairs) return []
  return targets
    .filter(({ node }) => node !== source.node)
    .map(({ node }) => ({ from: source.node, to: node, over: part, doubt: 'directionGuessed' as const }))
}

/** Points; a difference in height counts more than one in breadth, and none at all leaves the order drawn. */
function heightOf({ point }: Terminal): number {
  return point ? Math.round(point.y / 8) * 100_000 + point.x : 0
}

/** Terminals with a head that the source leads to, never against a head, with the way to each. */
function reachedFrom(
  source: Terminal,
  terminals: readonly Terminal[],
  stretches: readonly Stretch[],
  byNode: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>()
  const first = stretches[source.stretch]!
  const start = first.a === source.node && source.point === first.path[0] ? 'a' : 'b'
  const ways: { readonly index: number; readonly into: string; readonly over: readonly number[] }[] = []
  const visited = new Set<number>()
  const go = (index: number, from: 'a' | 'b', over: readonly number[]) => {
    const { a, b, headA, headB } = stretches[index]!
    const against = from === 'a' ? headA && !headB : headB && !headA
    if (visited.has(index) || against) return
    visited.add(index)
    ways.push({ index, into: from === 'a' ? b : a, over: [...over, index] })
  }
  go(source.stretch, start, [])
  for (const { index, into, over } of ways) {
    if (!isJoint(into)) {
      const at = terminals.findIndex((one) => one.stretch === index && one.node === into && one !== source)
      if (at >= 0 && terminals[at]!.headed) found.set(at, over)
      continue
    }
    for (const next of byNode.get(into) ?? []) go(next, stretches[next]!.a === into ? 'a' : 'b', over)
  }
  return found
}
