import { useCallback, useMemo, useState } from 'react'
import type { EdgeChange, NodeChange } from '@xyflow/react'
import { rerouted } from '../../layout/rerouted.ts'
import type { Rect } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { assignPosts } from '../../model/edits/posts.ts'
import { placeSteps } from '../../model/edits/placeSteps.ts'
import { measure } from '../../sheet/measure.ts'
import { useHouse } from '../house.ts'
import type { DoEdit } from '../room/chartContext.ts'
import { useEdit } from '../room/chartContext.ts'
import type { Selection } from '../session.ts'
import { nothing, useSession } from '../session.ts'
import type { Moved } from './elements.ts'
import { flowlineEdges, stepNodes } from './elements.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from './useDrawing.ts'

const still: Moved = {}

/** What a hand holds belongs to the drawing that it took hold of; the next drawing has it in its place. */
interface Hand {
  readonly on: Drawing
  readonly moved: Moved
}

/** The nodes and edges of a drawing, and what a hand does to them. Frames of a drag stay here; the chart hears of the drop. */
export function useElements(drawing: Drawing, editable: boolean) {
  const edit = useEdit()
  const { newId } = useHouse()
  const selection = useSession((session) => session.selection)
  const [hand, setHand] = useState<Hand>({ on: drawing, moved: still })
  const moved = hand.on === drawing ? hand.moved : still
  const look = useMemo(() => ({ selection, moved, editable }), [selection, moved, editable])
  const nodes = useMemo(() => stepNodes(drawing, look), [drawing, look])
  const arrangement = useMemo(
    () =>
      moved === still
        ? drawing.arrangement
        : rerouted(drawing.edition.chart, drawing.arrangement, moved, {
            view: drawing.view,
            edition: drawing.edition.name,
            measure,
          }),
    [drawing, moved],
  )
  const edges = useMemo(() => flowlineEdges(drawing, arrangement, look), [drawing, arrangement, look])
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<StepNodeType>[]) => {
      const held = heldIn(changes, drawing)
      if (held) setHand({ on: drawing, moved: held.rects })
      if (held?.dropped) drop(held.rects, drawing, edit, newId)
      noteSelected(changes, 'steps', (id) => drawing.behind.get(id) ?? id)
    },
    [drawing, edit, newId],
  )
  const onEdgesChange = useCallback((changes: readonly EdgeChange<FlowlineEdgeType>[]) => {
    noteSelected(changes, 'flowlines', (id) => id)
  }, [])
  return { nodes, edges, onNodesChange, onEdgesChange }
}

interface Held {
  readonly rects: Moved
  readonly dropped: boolean
}

function heldIn(changes: readonly NodeChange<StepNodeType>[], { arrangement }: Drawing): Held | undefined {
  const rects: { [step: Id]: Rect } = {}
  let dropped = true
  for (const change of changes) {
    const rect = change.type === 'position' ? arrangement.steps[change.id] : undefined
    if (!rect || change.type !== 'position' || !change.position) continue
    rects[change.id] = { ...rect, ...change.position }
    if (change.dragging) dropped = false
  }
  return Object.keys(rects).length > 0 ? { rects, dropped } : undefined
}

/** Dropped in another lane, a step gets that lane's post and the layout finds its place; else it stays where the hand put it. */
function drop(rects: Moved, drawing: Drawing, edit: DoEdit, newId: () => Id): void {
  const [id, rect] = Object.entries(rects)[0]!
  const post = Object.keys(rects).length === 1 ? newPostOf(id, rect, drawing) : undefined
  if (post !== undefined) {
    edit((chart) => assignPosts(chart, [id], [post], newId))
    return
  }
  const centres = Object.entries(rects).map(
    ([step, { x, y, width, height }]) => [step, [x + width / 2, y + height / 2]] as const,
  )
  edit((chart) => placeSteps(chart, drawing.view, drawing.edition.name, new Map(centres)))
}

/** The name of the post into whose lane a step was dragged; undefined where it is still its own. */
function newPostOf(id: Id, rect: Rect, { arrangement, edition }: Drawing): string | undefined {
  const centre = rect.x + rect.width / 2
  const lane = arrangement.lanes.find((each) => centre >= each.x && centre < each.x + each.width)
  const post = edition.chart.posts.find((each) => each.id === lane?.post)
  const step = edition.chart.steps.find((each) => each.id === id)
  return post && step?.posts?.[0] !== post.id ? post.name : undefined
}

type Selectable = keyof Selection

function noteSelected(
  changes: readonly (NodeChange<StepNodeType> | EdgeChange<FlowlineEdgeType>)[],
  kind: Selectable,
  idBehind: (id: Id) => Id,
): void {
  const chosen = changes.flatMap((change) => (change.type === 'select' ? [change] : []))
  if (chosen.length === 0) return
  const { selection } = useSession.getState()
  const ids = new Set(selection[kind])
  for (const change of chosen) {
    if (change.selected) ids.add(idBehind(change.id))
    else ids.delete(idBehind(change.id))
  }
  const next = { ...selection, [kind]: [...ids] }
  useSession.setState({
    selection: next.steps.length + next.flowlines.length === 0 ? nothing : next,
  })
}
