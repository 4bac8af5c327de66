import type { PointerEvent as ReactPointerEvent } from 'react'
import { useState } from 'react'
import { useReactFlow, ViewportPortal } from '@xyflow/react'
import type { Lane } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { movePost } from '../../model/edits/posts.ts'
import { useEdit } from '../openChart/chartContext.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import './LaneHeads.css'

/** Lane heads; dragging one reorders the lanes. */
export function LaneHeads({ drawing }: { readonly drawing: Drawing }) {
  const edit = useEdit()
  const { lanes } = drawing.arrangement
  const drop = (post: Id, x: number) => {
    const others = lanes.filter((lane) => lane.post !== null && lane.post !== post)
    const before = others.filter((lane) => lane.x + lane.width / 2 < x).at(-1)
    edit((chart) => movePost(chart, post, before?.post ?? undefined))
  }
  return (
    <ViewportPortal>
      {lanes.flatMap((lane) =>
        lane.post === null
          ? []
          : [<LaneHead key={lane.post} lane={lane} onDrop={(x) => drop(lane.post!, x)} />],
      )}
    </ViewportPortal>
  )
}

interface LaneHeadProps {
  readonly lane: Lane
  /** Where the centre of the head was dropped. */
  readonly onDrop: (x: number) => void
}

function LaneHead({ lane, onDrop }: LaneHeadProps) {
  const [grip, setGrip] = useState<{ readonly from: number; readonly moved: number } | null>(null)
  const { screenToFlowPosition } = useReactFlow()
  const xOf = (event: ReactPointerEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY }).x
  const moved = grip?.moved ?? 0
  return (
    <div
      className={grip ? 'lane-head lane-head-held nodrag nopan' : 'lane-head nodrag nopan'}
      style={{
        transform: `translate(${lane.x + moved}px, ${lane.y}px)`,
        width: lane.width,
        height: lane.head,
      }}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        setGrip({ from: xOf(event), moved: 0 })
      }}
      onPointerMove={(event) => grip && setGrip({ ...grip, moved: xOf(event) - grip.from })}
      onPointerUp={() => {
        setGrip(null)
        if (Math.abs(moved) > lane.width / 4) onDrop(lane.x + lane.width / 2 + moved)
      }}
    />
  )
}
