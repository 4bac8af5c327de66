import type { Chart, Id } from '../../model/chart.ts'

/** More lanes than this are left as they are listed: no page carries them side by side. */
const mostLanes = 24

/**
 * The chart with its posts in the order in which fewest lanes lie between steps that follow each other,
 * and in the reverse, the one nearer to the order listed first, if reading begins in its first half; none where
 * that is the order listed.
 */
export function withShorterLines(chart: Chart): readonly Chart[] {
  const laneOf = new Map(chart.steps.map(({ id, posts = [] }) => [id, posts[0]]))
  const held = new Set(laneOf.values())
  const listed = chart.posts.map(({ id }) => id).filter((id) => held.has(id))
  if (listed.length < 3 || listed.length > mostLanes) return []
  const pairs = chart.flowlines.flatMap(({ from, to }): (readonly [Id, Id])[] => {
    const [one, other] = [laneOf.get(from), laneOf.get(to)]
    return one === undefined || other === undefined || one === other ? [] : [[one, other]]
  })
  const found = shortest(listed, pairs)
  if (lengthOf(found, pairs) === lengthOf(listed, pairs)) return []
  const reversed = [...found].reverse()
  const isNear = swapsFrom(listed, found) <= swapsFrom(listed, reversed)
  const first = laneOf.get(chart.steps[0]!.id)
  return (isNear ? [found, reversed] : [reversed, found])
    .filter((order) => first === undefined || 2 * order.indexOf(first) < order.length)
    .map((order) => inOrder(chart, order))
}

function inOrder(chart: Chart, order: readonly Id[]): Chart {
  const at = new Map(order.map((id, index) => [id, index]))
  const rank = (id: Id): number => at.get(id) ?? order.length
  return { ...chart, posts: [...chart.posts].sort((a, b) => rank(a.id) - rank(b.id)) }
}

type Pairs = readonly (readonly [Id, Id])[]

/** Each lane is moved to where it shortens the most, until none does. */
function shortest(listed: readonly Id[], pairs: Pairs): readonly Id[] {
  let best = { order: listed, length: lengthOf(listed, pairs) }
  for (let isShorter = true; isShorter;) {
    isShorter = false
    for (const from of listed.keys())
      for (const to of listed.keys()) {
        const order = [...best.order]
        const [lane] = order.splice(from, 1)
        order.splice(to, 0, lane!)
        const length = lengthOf(order, pairs)
        if (length >= best.length) continue
        best = { order, length }
        isShorter = true
      }
  }
  return best.order
}

/** Lanes passed; a flowline that skips a lane costs half a lane more, because it keeps others off. */
function lengthOf(order: readonly Id[], pairs: Pairs): number {
  const at = new Map(order.map((id, index) => [id, index]))
  return pairs.reduce((sum, [one, other]) => {
    const distance = Math.abs(at.get(one)! - at.get(other)!)
    return sum + distance + (distance > 1 ? 0.5 : 0)
  }, 0)
}

function swapsFrom(listed: readonly Id[], order: readonly Id[]): number {
  const at = order.map((id) => listed.indexOf(id))
  return at.reduce(
    (sum, place, index) => sum + at.slice(index + 1).filter((other) => other < place).length,
    0,
  )
}
