import { useState } from 'react'
import type { ReactNode } from 'react'
import { Background, ReactFlow } from '@xyflow/react'
import { ariaLabels } from '../../text/screen/screen.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { select, useSession } from '../openChart/session.ts'
import { Backdrop } from './Backdrop.tsx'
import { FarPicture } from './FarPicture.tsx'
import { FoldingMiniMap } from './FoldingMiniMap.tsx'
import { FlowlineEdge } from './FlowlineEdge.tsx'
import { FlowlineEnds } from './FlowlineEnds.tsx'
import { DropHints } from './DropHints.tsx'
import { openGestureEnds } from './gestureEnds.ts'
import { Guides } from './Guides.tsx'
import { selectFocused } from './selectFocused.ts'
import type { Guide } from './snapped.ts'
import { LaneHeads } from './LaneHeads.tsx'
import { Naming } from './Naming.tsx'
import { PrintedChart } from './PrintedChart.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { StepNode } from './StepNode.tsx'
import { WholeControls } from './WholeControls.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import { useElements } from './useElements.ts'
import { useGestures, useMenuGestures } from './useGestures.ts'
import { useCanvasApi } from './useCanvasApi.ts'

const noGuides: readonly Guide[] = []
const nodeTypes = { step: StepNode }
const edgeTypes = { flowline: FlowlineEdge }
const noAttribution = { hideAttribution: true }
/** Values of React Flow's enums; importing the enums would bring in less telling names. */
const looseConnections = 'loose' as never
/** A click with one of these adds to the selection. */
const addingKeys = ['Shift', 'Control', 'Meta']
const touched = 'partial' as never

/** Overlays of other parts of the page, rendered inside React Flow. */
export type CanvasOverlays = (drawing: Drawing) => ReactNode

interface DrawnProps {
  readonly drawing: Drawing
  readonly overlays: CanvasOverlays
}

/** Switching view or edition remounts this and fits the chart to the screen. */
export function Drawn({ drawing, overlays }: DrawnProps) {
  const access = useSession((session) => session.access)
  const editable = drawing.edition.name === 'internal' && mayWrite(access)
  const table = useSession((session) => session.table)
  const [ends] = useState(openGestureEnds)
  const elements = useElements(drawing, editable, ends)
  const gestures = useGestures(drawing, ends)
  const menus = useMenuGestures(drawing)
  const onInit = useCanvasApi(drawing)
  return (
    <ReactFlow
      nodes={elements.nodes}
      edges={elements.edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={elements.onNodesChange}
      onEdgesChange={elements.onEdgesChange}
      onPointerDownCapture={elements.onPointerDownCapture}
      {...menus}
      {...(editable ? gestures : {})}
      onPaneClick={() => select({})}
      onInit={onInit}
      nodesConnectable={editable}
      connectionMode={looseConnections}
      connectOnClick={false}
      selectionMode={touched}
      multiSelectionKeyCode={addingKeys}
      deleteKeyCode={null}
      disableKeyboardA11y
      zoomOnDoubleClick={false}
      minZoom={0.02}
      onKeyDown={selectFocused}
      maxZoom={3}
      ariaLabelConfig={ariaLabels}
      proOptions={noAttribution}
    >
      <Background color="var(--dots)" gap={20} />
      <Backdrop drawing={drawing} seen={elements.seen} bars={elements.bars} />
      {elements.seen.isFar && <FarPicture drawing={drawing} moved={elements.moved} />}
      <Guides guides={elements.held?.guides ?? noGuides} />
      {editable && (
        <>
          <DropHints held={elements.held} drawing={drawing} />
          <LaneHeads drawing={drawing} ends={ends} />
          <FlowlineEnds drawing={drawing} ends={ends} />
          <SelectionBar />
          <Naming drawing={drawing} />
        </>
      )}
      {overlays(drawing)}
      <PrintedChart drawing={drawing} />
      <WholeControls />
      {!table && <FoldingMiniMap drawing={drawing} />}
    </ReactFlow>
  )
}
