import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EdgeChange, NodeChange } from '@xyflow/react'
import { useStoreApi } from '@xyflow/react'
import type { rerouter } from '../../layout/rerouting/rerouted.ts'
import type { Id } from '../../model/chart.ts'
import { measure } from '../../sheet/measure.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import type { Selection } from '../openChart/session.ts'
import { nothingSelected, useSession } from '../openChart/session.ts'
import type { Moved } from './elements.ts'
import { elementMaker } from './elements.ts'
import type { DragKeys, Held } from './dropHeld.ts'
import { dropOf, heldIn } from './dropHeld.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { GestureEnds } from './gestureEnds.ts'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import { useDragKeys } from './useDragKeys.ts'
import { useSeenArea } from './useSeenArea.ts'

const still: Moved = {}

/** Drag state belongs to one drawing; the next drawing already contains the drop. */
interface Hand extends Held {
  readonly on: Drawing
}

/**
 * Nodes and edges of a drawing, and their drag handlers. Drag frames stay local; only the drop
 * edits the chart.
 */
export function useElements(drawing: Drawing, editable: boolean, ends: GestureEnds) {
  const selection = useSession((session) => session.selection)
  const { held, onMoves } = useHand(drawing, ends)
  const { box, onPointerDownCapture } = useBox()
  const seen = useSeenArea(drawing)
  const moved = held?.moved ?? still
  const route = useRouter(drawing, moved !== still)
  const arrangement = useMemo(
    () => (moved === still || !route ? drawing.arrangement : route(moved)),
    [drawing, moved, route],
  )
  const [make] = useState(elementMaker)
  const target = held?.isInto ? held.line : null
  const { nodes, edges, bars } = useMemo(
    () => make(drawing, arrangement, { selection, moved, editable, target, seen, focused: focusedElement() }),
    [make, drawing, arrangement, selection, moved, editable, target, seen],
  )
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<StepNodeType>[]) => {
      onMoves(changes)
      noteSelected(changes, 'steps', (id) => drawing.behind.get(id) ?? id, box())
    },
    [drawing, onMoves, box],
  )
  const onEdgesChange = useCallback(
    (changes: readonly EdgeChange<FlowlineEdgeType>[]) => {
      // A box takes steps; their flowlines would only be in the way.
      if (!box()) noteSelected(changes, 'flowlines', (id) => id, null)
    },
    [box],
  )
  return { nodes, edges, bars, onNodesChange, onEdgesChange, held, seen, moved, onPointerDownCapture }
}

/** The selection that a box adds to, while one is drawn; noted at the press, before React Flow clears it. */
function useBox() {
  const store = useStoreApi()
  const before = useRef(nothingSelected)
  const onPointerDownCapture = useCallback(() => {
    before.current = useSession.getState().selection
  }, [])
  const box = useCallback(() => (store.getState().userSelectionRect ? before.current : null), [store])
  return { box, onPointerDownCapture }
}

type Moves = readonly NodeChange<StepNodeType>[]

/** The drag in hand. Pressing or releasing a key is seen without a move of the mouse. */
function useHand(drawing: Drawing, ends: GestureEnds) {
  const situation = useSituation()
  const [hand, setHand] = useState<Hand | null>(null)
  const moves = useRef<Moves | null>(null)
  const follow = useRef<(now: DragKeys) => void>(() => undefined)
  const keys = useDragKeys(useCallback((now) => follow.current(now), []))
  const onMoves = useCallback(
    (changes: Moves) => {
      const now = heldIn(changes, drawing, keys())
      if (!now) return
      moves.current = now.dropped ? null : changes
      if (ends.last() === 'given-up') return
      setHand({ ...now, on: drawing, ...(now.dropped ? released : {}) })
      if (!now.dropped) return
      const { edit, newId, sayDone } = situation()
      const { decide, says } = dropOf(now, drawing, newId)
      if (edit(decide) && says !== undefined) sayDone(says)
    },
    [drawing, situation, keys, ends],
  )
  useEffect(() => {
    follow.current = (now) => {
      const seen = moves.current && ends.last() === 'open' ? heldIn(moves.current, drawing, now) : undefined
      if (seen) setHand({ ...seen, on: drawing })
    }
  })
  useEffect(
    () =>
      ends.listen(() => {
        moves.current = null
        setHand(null)
      }),
    [ends],
  )
  return { held: hand?.on === drawing ? hand : null, onMoves }
}

const released = { guides: [], line: null, isInto: false, lane: undefined } as const

/** Id of the step or flowline that has the keyboard. */
function focusedElement(): string | undefined {
  return (
    document.activeElement?.closest('.react-flow__node, .react-flow__edge')?.getAttribute('data-id') ??
    undefined
  )
}

type Reroute = ReturnType<typeof rerouter>

/** The router is loaded, and told of the drawing, on the first drag. */
function useRouter(drawing: Drawing, dragging: boolean): Reroute | null {
  const [load, setLoad] = useState<{ readonly rerouter: typeof rerouter } | null>(null)
  useEffect(() => {
    if (dragging)
      void import('../../layout/rerouting/rerouted.ts').then((module) =>
        setLoad({ rerouter: module.rerouter }),
      )
  }, [dragging])
  return useMemo(() => {
    if (!load || !dragging) return null
    const { edition, arrangement, view } = drawing
    return load.rerouter(edition.chart, arrangement, { view, edition: edition.name, measure })
  }, [load, dragging, drawing])
}

type Selectable = keyof Selection

function noteSelected(
  changes: readonly (NodeChange<StepNodeType> | EdgeChange<FlowlineEdgeType>)[],
  kind: Selectable,
  idBehind: (id: Id) => Id,
  box: Selection | null,
): void {
  const chosen = changes.flatMap((change) => (change.type === 'select' ? [change] : []))
  if (chosen.length === 0) return
  const { selection } = useSession.getState()
  const ids = new Set(selection[kind])
  for (const change of chosen) {
    if (change.selected) ids.add(idBehind(change.id))
    else ids.delete(idBehind(change.id))
  }
  box?.[kind].forEach((id) => ids.add(id))
  const next = { ...selection, [kind]: [...ids] }
  useSession.setState({
    selection: next.steps.length + next.flowlines.length === 0 ? nothingSelected : next,
  })
}
