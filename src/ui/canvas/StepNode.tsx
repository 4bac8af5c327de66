import { memo } from 'react'
import type { Node, NodeProps } from '@xyflow/react'
import { Handle, Position } from '@xyflow/react'
import type { DisplayItem } from '../../sheet/displayList.ts'
import { FindingMark } from './FindingMark.tsx'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'

export type StepNodeData = {
  /** Null where it is only a place to press: the picture from far shows it. */
  readonly ink: readonly DisplayItem[] | null
  readonly name: string
  readonly connectable: boolean
}
export type StepNodeType = Node<StepNodeData, 'step'>

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const

/** A step as on the sheet, with a flowline handle on each side. */
export const StepNode = memo(function StepNode({ id, data, width, height }: NodeProps<StepNodeType>) {
  if (data.ink === null) return null
  return (
    <div className="step-node">
      <svg width={width} height={height} aria-hidden="true">
        <DisplayListSvg ink={data.ink} />
      </svg>
      {data.connectable && <FindingMark step={id} />}
      {sides.map((side) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={side}
          className="step-handle"
          isConnectable={data.connectable}
        />
      ))}
    </div>
  )
})
