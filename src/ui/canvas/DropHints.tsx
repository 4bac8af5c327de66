import { ViewportPortal } from '@xyflow/react'
import type { Lane, Point, Route } from '../../layout/arrangement.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { useDraggedKind } from './draggedKind.ts'
import type { Held } from './dropHeld.ts'
import { centreOf } from './dropHeld.ts'
import { laneAt } from './laneAt.ts'
import './DropHints.css'

interface DropHintsProps {
  readonly held: Held | null
  readonly drawing: Drawing
}

/** What the drop will do: the flowline that takes the step is lit and named so, the lane is lit. */
export function DropHints({ held, drawing }: DropHintsProps) {
  const kind = useDraggedKind()
  const { arrangement } = drawing
  if (kind.at) {
    const lane = laneAt(kind.at[0], arrangement)
    return (
      <ViewportPortal>
        {lane && <LaneLight lane={lane} />}
        {kind.line !== null && <LineLight route={arrangement.flowlines[kind.line]} />}
        {kind.line !== null && <Words at={kind.at} words={gestureText.insertHere} />}
      </ViewportPortal>
    )
  }
  const [rect] = Object.values(held?.moved ?? {})
  if (!held || !rect) return null
  const at: Point = [centreOf(rect)[0], rect.y]
  return (
    <ViewportPortal>
      {held.lanes.map((lane) => (
        <LaneLight key={lane.post} lane={lane} />
      ))}
      {held.line !== null && <Words at={at} words={wordsFor(held.isInto)} />}
    </ViewportPortal>
  )
}

const wordsFor = (isInto: Held['isInto']) => (isInto ? gestureText.insertHere : gestureText.holdToInsert)

function LaneLight({ lane }: { readonly lane: Lane }) {
  const { x, y, width, height } = lane
  return <div className="lane-light" style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
}

function LineLight({ route }: { readonly route: Route | undefined }) {
  if (!route) return null
  return (
    <svg className="line-light" aria-hidden="true">
      <polyline className="flowline-selected" points={route.points.join(' ')} />
    </svg>
  )
}

function Words({ at: [x, y], words }: { readonly at: Point; readonly words: string }) {
  return (
    <output className="drop-words" style={{ transform: `translate(${x}px, ${y}px)` }}>
      <span>{words}</span>
    </output>
  )
}
