import { memo, useMemo } from 'react'
import { ViewportPortal } from '@xyflow/react'
import { drawArrangement } from '../../sheet/drawArrangement.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import type { Moved } from './elements.ts'
import { mergedInk } from './mergedInk.ts'
import './FarPicture.css'

interface FarPictureProps {
  readonly drawing: Drawing
  readonly moved: Moved
}

/** All steps and flowlines of a large chart as they are seen from far; but not those in the hand. */
export const FarPicture = memo(function FarPicture({ drawing, moved }: FarPictureProps) {
  const held = Object.keys(moved).join(' ')
  const ink = useMemo(() => inkWithout(drawing, new Set(held.split(' '))), [drawing, held])
  return (
    <ViewportPortal>
      <svg className="backdrop far-picture" width={1} height={1} aria-hidden="true">
        <DisplayListSvg ink={ink} />
      </svg>
    </ViewportPortal>
  )
})

function inkWithout({ edition, arrangement, view }: Drawing, held: ReadonlySet<string>) {
  const { chart } = edition
  const steps = chart.steps.filter((step) => !held.has(step.id))
  const flowlines = chart.flowlines.filter((line) => !held.has(line.from) && !held.has(line.to))
  const rest = { ...edition, chart: { ...chart, steps, flowlines } } as typeof edition
  return mergedInk(drawArrangement(rest, { ...arrangement, lanes: [], columns: null }, view))
}
