/** Shading behind a step that stands in a lane of a post that is not its own: it has none. */
import type { Arrangement, Rect } from '../../layout/arrangement.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { DisplayItem } from '../displayList.ts'
import { colour } from './look.ts'

/** How far the shading stands out of the box, in units. */
const out = 5

export function loosePad({ x, y, width, height }: Rect): DisplayItem {
  return {
    kind: 'rect',
    x: x - out,
    y: y - out,
    width: width + 2 * out,
    height: height + 2 * out,
    radius: 6,
    fill: colour.looseTint,
  }
}

/** Empty where steps without a post have a lane of their own, or there are no lanes. */
export function looseSteps(chart: Chart, { lanes, steps }: Arrangement): readonly Id[] {
  if (lanes.length === 0 || lanes.some(({ post }) => post === null)) return []
  const known = new Set(chart.posts.map(({ id }) => id))
  return chart.steps
    .filter(({ id, posts = [] }) => steps[id] !== undefined && !posts.some((post) => known.has(post)))
    .map(({ id }) => id)
}
