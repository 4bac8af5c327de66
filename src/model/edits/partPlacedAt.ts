import type { Chart, EditionName, Position, Post, Step, View } from '../chart.ts'
import type { PlacedStep } from './alignSteps.ts'
import { positionField } from './placeSteps.ts'

interface Placing {
  readonly view: View
  readonly edition: EditionName
  /** Where the pointer is: the middle of the topmost step. */
  readonly at: Position
  /** How the steps stood to each other where they were copied; empty if that is not known. */
  readonly standing: readonly PlacedStep[]
}

/** Units from one step to the next where nobody knows how they stood. */
const pitch = 96

/** A part of a chart whose steps stand where a person pasted them; in three columns the layout decides. */
export function partPlacedAt(part: Chart, { view, edition, at: [x, y], standing }: Placing): Chart {
  const field = positionField(view, edition)
  if (!field) return part
  const stood = new Map(standing.map((step) => [step.id, middleOf(step)]))
  const known = part.steps.every(({ id }) => stood.has(id))
  const places = part.steps.map(({ id }, index): Position => (known ? stood.get(id)! : [0, index * pitch]))
  const xs = places.map(([across]) => across)
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2
  const top = Math.min(...places.map(([, down]) => down))
  const steps = part.steps.map((step, index) => {
    const [across, down] = places[index]!
    return { ...step, [field]: [x + across - middle, y + down - top] as const }
  })
  return { ...part, steps }
}

const middleOf = ({ x, y, width, height }: PlacedStep): Position => [x + width / 2, y + height / 2]

/**
 * A part whose steps take the post of the lane where they were pasted (null: 未定岗位), where they all stood
 * in one; the posts that work with it stay. Steps of several lanes keep theirs.
 */
export function partInLane(part: Chart, post: Post | null): Chart {
  const lanes = new Set(part.steps.map((step) => step.posts?.[0]))
  if (lanes.size !== 1) return part
  const posts = post === null || part.posts.some(({ id }) => id === post.id) ? [] : [post]
  const steps = part.steps.map((step): Step => {
    const { posts: before, ...others } = step
    const along = before?.slice(1).filter((other) => other !== post?.id) ?? []
    return post === null ? others : { ...others, posts: [post.id, ...along] }
  })
  return { ...part, posts: [...part.posts, ...posts], steps }
}
