import { ViewportPortal } from '@xyflow/react'
import type { Guide } from './snapped.ts'
import './Guides.css'

/** Units; longer than any canvas. */
const far = 20_000

/** The snap lines of a dragged step. */
export function Guides({ guides }: { readonly guides: readonly Guide[] }) {
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg className="guides" aria-hidden="true">
        {guides.map(({ axis, at }) =>
          axis === 'x' ? (
            <line key={axis} x1={at} x2={at} y1={-far} y2={far} />
          ) : (
            <line key={axis} y1={at} y2={at} x1={-far} x2={far} />
          ),
        )}
      </svg>
    </ViewportPortal>
  )
}
