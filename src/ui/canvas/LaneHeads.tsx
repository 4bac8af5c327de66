import type { PointerEvent as ReactPointerEvent } from 'react'
import { useState } from 'react'
import { useReactFlow, ViewportPortal } from '@xyflow/react'
import type { Lane } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { movePost } from '../../model/edits/posts.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import { goToPost } from '../openChart/commands/goToPost.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import type { GestureEnds } from './gestureEnds.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import './LaneHeads.css'

interface LaneHeadsProps {
  readonly drawing: Drawing
  readonly ends: GestureEnds
}

/** Lane heads; dragging one reorders the lanes. */
export function LaneHeads({ drawing, ends }: LaneHeadsProps) {
  const situation = useSituation()
  const { lanes } = drawing.arrangement
  const drop = (post: Id, x: number) => {
    if (ends.last() === 'given-up') return
    const places = lanes.filter((lane) => lane.post !== null)
    const others = places.filter((lane) => lane.post !== post)
    const after = others.filter((lane) => lane.x + lane.width / 2 < x).at(-1)?.post ?? undefined
    if (places[places.findIndex((lane) => lane.post === post) - 1]?.post === after) return
    const { doc, edit, sayDone } = situation()
    const { posts } = doc.chart()
    const named = (id: Id) => posts.find((each) => each.id === id)?.name ?? ''
    if (!edit((chart) => movePost(chart, post, after))) return
    sayDone(
      after === undefined
        ? gestureText.postFirst(named(post))
        : gestureText.postAfter(named(post), named(after)),
    )
  }
  // The names of posts are written in one place, where a name that is there already may be merged.
  const rename = (post: Id) => {
    const at = situation()
      .doc.chart()
      .posts.findIndex((each) => each.id === post)
    goToPost(at)
  }
  return (
    <ViewportPortal>
      {lanes.flatMap((lane) =>
        lane.post === null
          ? []
          : [
              <LaneHead
                key={lane.post}
                lane={lane}
                onDrop={(x) => drop(lane.post!, x)}
                onRename={() => rename(lane.post!)}
              />,
            ],
      )}
    </ViewportPortal>
  )
}

interface LaneHeadProps {
  readonly lane: Lane
  /** Where the centre of the head was dropped. */
  readonly onDrop: (x: number) => void
  readonly onRename: () => void
}

function LaneHead({ lane, onDrop, onRename }: LaneHeadProps) {
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
      onDoubleClick={onRename}
      title={gestureText.laneHead}
      onPointerCancel={() => setGrip(null)}
      onPointerUp={() => {
        setGrip(null)
        if (Math.abs(moved) > lane.width / 4) onDrop(lane.x + lane.width / 2 + moved)
      }}
    />
  )
}
