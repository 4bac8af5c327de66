import { memo } from 'react'
import { ViewportPortal } from '@xyflow/react'
import { backdropItems } from '../../sheet/drawArrangement.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Lanes, columns and side boxes. Drawn behind the steps; not interactive. */
export const Backdrop = memo(function Backdrop({ drawing }: { readonly drawing: Drawing }) {
  const { edition, arrangement } = drawing
  return (
    <ViewportPortal>
      <svg className="backdrop" width={arrangement.width} height={arrangement.height} aria-hidden="true">
        <DisplayListSvg ink={backdropItems(edition, arrangement)} />
      </svg>
    </ViewportPortal>
  )
})
