import type { PointerEvent as ReactPointerEvent } from 'react'
import { useState } from 'react'
import { useReactFlow, ViewportPortal } from '@xyflow/react'
import type { Point } from '../../layout/arrangement.ts'
import { reconnect } from '../../model/edits/flowlines.ts'
import { useEdit } from '../openChart/chartContext.ts'
import { useSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import './FlowlineEnds.css'

type End = 'from' | 'to'

/** Handles at both ends of the selected flowline; dragging one reconnects it to another step. */
export function FlowlineEnds({ drawing }: { readonly drawing: Drawing }) {
  const [id] = useSession((session) => session.selection).flowlines
  const edit = useEdit()
  const route = id === undefined ? undefined : drawing.arrangement.flowlines[id]
  const line = drawing.edition.chart.flowlines.find((each) => each.id === id)
  if (!route || !line) return null
  const move = (end: End, step: string) => {
    const [from, to] = end === 'from' ? [step, line.to] : [line.from, step]
    edit((chart) => reconnect(chart, line.id, from, to))
  }
  return (
    <ViewportPortal>
      <FlowlineEnd key="from" at={route.points[0]!} onDrop={(step) => move('from', step)} />
      <FlowlineEnd key="to" at={route.points.at(-1)!} onDrop={(step) => move('to', step)} />
    </ViewportPortal>
  )
}

interface FlowlineEndProps {
  readonly at: Point
  readonly onDrop: (step: string) => void
}

function FlowlineEnd({ at, onDrop }: FlowlineEndProps) {
  const [held, setHeld] = useState<Point | null>(null)
  const { screenToFlowPosition } = useReactFlow()
  const [x, y] = held ?? at
  const follow = (event: ReactPointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    setHeld([point.x, point.y])
  }
  return (
    <div
      className="flowline-end nodrag nopan"
      style={{ transform: `translate(${x}px, ${y}px)` }}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={follow}
      onPointerUp={(event) => {
        setHeld(null)
        const step = stepUnder(event.clientX, event.clientY)
        if (held && step !== undefined) onDrop(step)
      }}
    />
  )
}

function stepUnder(x: number, y: number): string | undefined {
  const node = document.elementsFromPoint(x, y).find((element) => element.closest('.react-flow__node'))
  return node?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined
}
