import { memo } from 'react'
import { ViewportPortal } from '@xyflow/react'
import { backdropItems } from '../../sheet/drawArrangement.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import type { SeenArea } from './seenArea.ts'
import { isSeen } from './seenArea.ts'

interface BackdropProps {
  readonly drawing: Drawing
  readonly seen: SeenArea
}

/** Lanes, columns and side boxes. Drawn behind the steps; not interactive. */
export const Backdrop = memo(function Backdrop({ drawing, seen }: BackdropProps) {
  const { edition, arrangement } = drawing
  const sideBoxes = seen.isFar ? [] : arrangement.sideBoxes.filter((box) => isSeen(box, seen))
  return (
    <ViewportPortal>
      <svg className="backdrop" width={arrangement.width} height={arrangement.height} aria-hidden="true">
        <DisplayListSvg ink={backdropItems(edition, { ...arrangement, sideBoxes })} />
      </svg>
    </ViewportPortal>
  )
})
