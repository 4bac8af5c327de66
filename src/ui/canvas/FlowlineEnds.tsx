import type { PointerEvent as ReactPointerEvent } from 'react'
import { useState } from 'react'
import { useReactFlow, ViewportPortal } from '@xyflow/react'
import type { Point } from '../../layout/arrangement.ts'
import { reconnect } from '../../model/edits/flowlines.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { useSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { stepNameIn } from './dropHeld.ts'
import { stepUnder } from './stepUnder.ts'
import type { GestureEnds } from './gestureEnds.ts'
import './FlowlineEnds.css'

type End = 'from' | 'to'

interface FlowlineEndsProps {
  readonly drawing: Drawing
  readonly ends: GestureEnds
}

/** Handles at both ends of the selected flowline; dragging one reconnects it to another step. */
export function FlowlineEnds({ drawing, ends }: FlowlineEndsProps) {
  const [id] = useSession((session) => session.selection).flowlines
  const situation = useSituation()
  const route = id === undefined ? undefined : drawing.arrangement.flowlines[id]
  const line = drawing.edition.chart.flowlines.find((each) => each.id === id)
  if (!route || !line) return null
  const move = (end: End, step: string) => {
    const [from, to] = end === 'from' ? [step, line.to] : [line.from, step]
    if (from === line.from && to === line.to) return
    const { doc, edit, sayDone } = situation()
    const chart = doc.chart()
    if (edit((now) => reconnect(now, line.id, from, to)))
      sayDone(gestureText.reconnected(stepNameIn(chart, from), stepNameIn(chart, to)))
  }
  return (
    <ViewportPortal>
      <FlowlineEnd key="from" at={route.points[0]!} ends={ends} onDrop={(step) => move('from', step)} />
      <FlowlineEnd key="to" at={route.points.at(-1)!} ends={ends} onDrop={(step) => move('to', step)} />
    </ViewportPortal>
  )
}

interface FlowlineEndProps {
  readonly at: Point
  readonly ends: GestureEnds
  readonly onDrop: (step: string) => void
}

function FlowlineEnd({ at, ends, onDrop }: FlowlineEndProps) {
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
      onPointerCancel={() => setHeld(null)}
      onPointerUp={(event) => {
        setHeld(null)
        const step = stepUnder(event.clientX, event.clientY)
        if (held && ends.last() === 'open' && step !== undefined) onDrop(step)
      }}
    />
  )
}
