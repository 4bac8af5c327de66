import { memo } from 'react'
import { ViewportPortal } from '@xyflow/react'
import type { ParallelBar } from '../../layout/rerouting/parallelBars.ts'
import { parallelFigure } from '../../sheet/figures/parallelFigure.ts'
import { backdropItems } from '../../sheet/drawArrangement.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import type { SeenArea } from './seenArea.ts'
import { isSeen } from './seenArea.ts'

interface BackdropProps {
  readonly drawing: Drawing
  readonly seen: SeenArea
  /** Of 并行, where the hand holds their steps. */
  readonly bars: readonly ParallelBar[]
}

/** Lanes, columns and side boxes. Drawn behind the steps; not interactive. */
export const Backdrop = memo(function Backdrop({ drawing, seen, bars }: BackdropProps) {
  const { edition, arrangement } = drawing
  const sideBoxes = seen.isFar ? [] : arrangement.sideBoxes.filter((box) => isSeen(box, seen))
  return (
    <ViewportPortal>
      <svg className="backdrop" width={arrangement.width} height={arrangement.height} aria-hidden="true">
        <DisplayListSvg ink={backdropItems(edition, { ...arrangement, sideBoxes })} />
        <DisplayListSvg ink={bars.flatMap(parallelFigure)} />
      </svg>
    </ViewportPortal>
  )
})
