import { memo } from 'react'
import type { Edge, EdgeProps } from '@xyflow/react'
import type { DisplayItem } from '../../sheet/displayList.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'

export type FlowlineEdgeData = {
  readonly ink: readonly DisplayItem[]
  readonly path: string
  /** Whether dropping the dragged step here would insert it into this flowline. */
  readonly target: boolean
}
export type FlowlineEdgeType = Edge<FlowlineEdgeData, 'flowline'>

/** A flowline as on the sheet, over a wide invisible path that receives the pointer. */
export const FlowlineEdge = memo(function FlowlineEdge({ data, selected }: EdgeProps<FlowlineEdgeType>) {
  if (!data) return null
  return (
    <>
      {(selected || data.target) && <path className="flowline-selected" d={data.path} />}
      <path
        className="react-flow__edge-interaction"
        d={data.path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={16}
      />
      <DisplayListSvg ink={data.ink} />
    </>
  )
})
