import { useCallback, useEffect, useMemo, useState } from 'react'
import type { EdgeChange, NodeChange } from '@xyflow/react'
import type { rerouted } from '../../layout/rerouting/rerouted.ts'
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { measure } from '../../sheet/measure.ts'
import { useAppServices } from '../base/appServices.ts'
import { useEdit } from '../openChart/chartContext.ts'
import type { Selection } from '../openChart/session.ts'
import { nothingSelected, useSession } from '../openChart/session.ts'
import type { Moved } from './elements.ts'
import { flowlineEdges, stepNodes } from './elements.ts'
import type { Held } from './dropHeld.ts'
import { dropHeld, heldIn } from './dropHeld.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import { useHeldKey } from './useHeldKey.ts'

const still: Moved = {}

/** Drag state belongs to one drawing; the next drawing already contains the drop. */
interface Hand extends Held {
  readonly on: Drawing
}

/**
 * Nodes and edges of a drawing, and their drag handlers. Drag frames stay local; only the drop
 * edits the chart.
 */
export function useElements(drawing: Drawing, editable: boolean) {
  const edit = useEdit()
  const { newId } = useAppServices()
  const selection = useSession((session) => session.selection)
  const isFree = useHeldKey('Control')
  const [hand, setHand] = useState<Hand | null>(null)
  const held = hand?.on === drawing ? hand : null
  const moved = held?.moved ?? still
  const look = useMemo(
    () => ({ selection, moved, editable, target: held?.target ?? null }),
    [selection, moved, editable, held],
  )
  const nodes = useMemo(() => stepNodes(drawing, look), [drawing, look])
  const route = useRouter(moved !== still)
  const arrangement = useMemo(() => arrangedAround(drawing, moved, route), [drawing, moved, route])
  const edges = useMemo(() => flowlineEdges(drawing, arrangement, look), [drawing, arrangement, look])
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<StepNodeType>[]) => {
      const now = heldIn(changes, drawing, isFree())
      if (now) setHand({ ...now, on: drawing, ...(now.dropped ? { guides: [], target: null } : {}) })
      if (now?.dropped) dropHeld(now, drawing, edit, newId)
      noteSelected(changes, 'steps', (id) => drawing.behind.get(id) ?? id)
    },
    [drawing, edit, newId, isFree],
  )
  const onEdgesChange = useCallback((changes: readonly EdgeChange<FlowlineEdgeType>[]) => {
    noteSelected(changes, 'flowlines', (id) => id)
  }, [])
  return { nodes, edges, onNodesChange, onEdgesChange, guides: held?.guides ?? noGuides }
}

const noGuides: Held['guides'] = []

type Router = typeof rerouted

/** The router is loaded on the first drag. */
function useRouter(dragging: boolean): Router | null {
  const [router, setRouter] = useState<{ readonly route: Router } | null>(null)
  useEffect(() => {
    if (dragging)
      void import('../../layout/rerouting/rerouted.ts').then((module) =>
        setRouter({ route: module.rerouted }),
      )
  }, [dragging])
  return router?.route ?? null
}

/** The same arrangement with the flowlines of the moved steps rerouted. */
function arrangedAround(
  { edition, arrangement, view }: Drawing,
  moved: Moved,
  route: Router | null,
): Arrangement {
  if (moved === still || !route) return arrangement
  return route(edition.chart, arrangement, moved, { view, edition: edition.name, measure })
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
    selection: next.steps.length + next.flowlines.length === 0 ? nothingSelected : next,
  })
}
