/**
 * Gives each step a layer, so that every forward flowline leads down and all of them together
 * are as short as possible: the network simplex of Gansner, Koutsofios, North and Vo, "A
 * Technique for Drawing Directed Graphs" (1993), section 2. Where several layers are equally
 * short, a step goes to the layer with the fewest steps (section 2.3).
 */
import type { Plan } from '../planning/plan.ts'

interface Line {
  readonly from: number
  readonly to: number
}

interface Layering {
  readonly lines: readonly Line[]
  /** By step: the lines that touch it. */
  readonly touching: readonly (readonly number[])[]
  /** By step. */
  readonly layer: Int32Array
  /** By line: whether it is an edge of the spanning tree. */
  readonly inTree: Uint8Array
}

/** Return flowlines do not count: without them the chart has no cycle. Each connected part begins at layer 0. */
export function layersOf({ steps, flowlines }: Pick<Plan, 'steps' | 'flowlines'>): readonly number[] {
  const lines = flowlines.filter((line) => !line.return)
  const touching = steps.map((): number[] => [])
  for (const [at, { from, to }] of lines.entries()) {
    touching[from]!.push(at)
    touching[to]!.push(at)
  }
  const layering: Layering = {
    lines,
    touching,
    layer: longestWays(steps.length, lines),
    inTree: new Uint8Array(lines.length),
  }
  const parts = partsOf(layering).sort((one, other) => other.length - one.length)
  const held: number[] = []
  for (const part of parts) {
    shorten(layering, part)
    fromZero(layering, part)
    for (const step of part) held[layering.layer[step]!] = (held[layering.layer[step]!] ?? 0) + 1
    balance(layering, part, held)
  }
  return Array.from(layering.layer)
}

/** By step: the most flowlines of a way that leads there. */
function longestWays(count: number, lines: readonly Line[]): Int32Array {
  const layer = new Int32Array(count)
  const open = new Int32Array(count)
  const exits = Array.from({ length: count }, (): number[] => [])
  for (const { from, to } of lines) {
    exits[from]!.push(to)
    open[to]! += 1
  }
  const ready = exits.map((_, step) => step).filter((step) => open[step] === 0)
  for (let at = 0; at < ready.length; at++) {
    const step = ready[at]!
    for (const to of exits[step]!) {
      layer[to] = Math.max(layer[to]!, layer[step]! + 1)
      open[to]! -= 1
      if (open[to] === 0) ready.push(to)
    }
  }
  return layer
}

function partsOf({ lines, touching }: Layering): number[][] {
  const seen = new Uint8Array(touching.length)
  const parts: number[][] = []
  for (let first = 0; first < touching.length; first++) {
    if (seen[first]) continue
    const part = [first]
    seen[first] = 1
    for (let at = 0; at < part.length; at++) {
      for (const line of touching[part[at]!]!) {
        const next = otherEnd(lines[line]!, part[at]!)
        if (seen[next]) continue
        seen[next] = 1
        part.push(next)
      }
    }
    parts.push(part.sort((a, b) => a - b))
  }
  return parts
}

const otherEnd = ({ from, to }: Line, step: number): number => (from === step ? to : from)

const slack = ({ lines, layer }: Layering, line: number): number =>
  layer[lines[line]!.to]! - layer[lines[line]!.from]! - 1

/** Exchanges tree edges until the flowlines of this part cannot become shorter. */
function shorten(layering: Layering, part: readonly number[]): void {
  if (part.length < 3) return
  spanTightly(layering, part)
  // Each exchange shortens or keeps the sum; keeping it for ever would be a circle of exchanges.
  for (let left = 4 * part.length; left > 0; left--) {
    const tree = rooted(layering, part[0]!)
    const leaving = negativeEdge(layering, tree)
    if (leaving === null || !exchange(layering, tree, leaving)) return
  }
}

/** A spanning tree of flowlines that are as short as can be; steps move for it. */
function spanTightly(layering: Layering, part: readonly number[]): void {
  const { lines, touching, layer, inTree } = layering
  const reached = new Set<number>()
  const grow = (first: number) => {
    const open = [first]
    reached.add(first)
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      for (const line of touching[step]!) {
        const next = otherEnd(lines[line]!, step)
        if (reached.has(next) || slack(layering, line) !== 0) continue
        inTree[line] = 1
        reached.add(next)
        open.push(next)
      }
    }
  }
  grow(part[0]!)
  while (reached.size < part.length) {
    let nearest = -1
    for (const step of reached)
      for (const line of touching[step]!) {
        if (reached.has(otherEnd(lines[line]!, step))) continue
        if (nearest < 0 || slack(layering, line) < slack(layering, nearest)) nearest = line
      }
    const { from, to } = lines[nearest]!
    const by = reached.has(from) ? slack(layering, nearest) : -slack(layering, nearest)
    for (const step of reached) layer[step]! += by
    inTree[nearest] = 1
    grow(reached.has(from) ? to : from)
  }
}

/** The tree from a root: a subtree is a stretch of `order`. */
interface Rooted {
  readonly order: readonly number[]
  /** By step: the line to its parent, or -1. */
  readonly up: Int32Array
  /** By step: its place in `order`, and the place behind its subtree. */
  readonly first: Int32Array
  readonly behind: Int32Array
  /** By step: lines that leave its subtree, less those that enter it. */
  readonly net: Int32Array
}

function rooted({ lines, touching, inTree }: Layering, root: number): Rooted {
  const count = touching.length
  const up = new Int32Array(count).fill(-1)
  const first = new Int32Array(count)
  const behind = new Int32Array(count)
  const net = new Int32Array(count)
  const order: number[] = []
  const open = [root]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    first[step] = order.length
    order.push(step)
    for (const line of touching[step]!) {
      net[step]! += lines[line]!.from === step ? 1 : -1
      if (!inTree[line] || line === up[step]) continue
      const child = otherEnd(lines[line]!, step)
      up[child] = line
      open.push(child)
    }
  }
  for (let at = order.length - 1; at >= 0; at--) {
    const step = order[at]!
    behind[step] = Math.max(behind[step]!, at + 1)
    if (up[step]! < 0) continue
    const parent = otherEnd(lines[up[step]!]!, step)
    net[parent]! += net[step]!
    behind[parent] = Math.max(behind[parent]!, behind[step])
  }
  return { order, up, first, behind, net }
}

/** The step below a tree edge whose two sides would come nearer without it. */
function negativeEdge({ lines }: Layering, { order, up, net }: Rooted): number | null {
  let best: number | null = null
  for (const step of order) {
    const line = up[step]!
    if (line < 0) continue
    const cut = lines[line]!.from === step ? net[step]! : -net[step]!
    if (cut < 0 && (best === null || line < up[best]!)) best = step
  }
  return best
}

/** Moves one side of a tree edge until another line holds the two together. */
function exchange(layering: Layering, tree: Rooted, below: number): boolean {
  const { lines, touching, layer, inTree } = layering
  const leaving = tree.up[below]!
  const isBelow = (step: number) =>
    tree.first[step]! >= tree.first[below]! && tree.first[step]! < tree.behind[below]!
  const tailIsBelow = lines[leaving]!.from === below
  let entering = -1
  for (let at = tree.first[below]!; at < tree.behind[below]!; at++) {
    const step = tree.order[at]!
    for (const line of touching[step]!) {
      const { from, to } = lines[line]!
      if ((tailIsBelow ? to : from) !== step || isBelow(otherEnd(lines[line]!, step))) continue
      const isLess = entering < 0 ? 1 : slack(layering, entering) - slack(layering, line)
      if (isLess > 0 || (isLess === 0 && line < entering)) entering = line
    }
  }
  if (entering < 0) return false
  const by = tailIsBelow ? -slack(layering, entering) : slack(layering, entering)
  for (let at = tree.first[below]!; at < tree.behind[below]!; at++) layer[tree.order[at]!]! += by
  inTree[leaving] = 0
  inTree[entering] = 1
  return true
}

function fromZero({ layer }: Layering, part: readonly number[]): void {
  const least = part.reduce((found, step) => Math.min(found, layer[step]!), Infinity)
  for (const step of part) layer[step]! -= least
}

/** Steps with as many entries as exits cost the same in a range of layers: the emptiest is taken. */
function balance(layering: Layering, part: readonly number[], held: number[]): void {
  const { lines, touching, layer } = layering
  for (const step of part) {
    const own = touching[step]!
    const entries = own.filter((line) => lines[line]!.to === step)
    if (entries.length === 0 || entries.length * 2 !== own.length) continue
    const before = Math.max(...entries.map((line) => layer[lines[line]!.from]!))
    const exits = own.filter((line) => lines[line]!.from === step)
    const after = Math.min(...exits.map((line) => layer[lines[line]!.to]!))
    let best = layer[step]!
    for (let at = before + 1; at < after; at++) if ((held[at] ?? 0) < (held[best] ?? 0)) best = at
    if ((held[best] ?? 0) >= (held[layer[step]!] ?? 0)) continue
    held[layer[step]!]! -= 1
    held[best] = (held[best] ?? 0) + 1
    layer[step] = best
  }
}
