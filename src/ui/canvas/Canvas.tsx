import { Background, Controls, getViewportForBounds, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react'
import type { Connection, ReactFlowInstance } from '@xyflow/react'
import type { Size } from '../../layout/arrangement.ts'
import { connect } from '../../model/edits/flowlines.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { ariaLabels, editor } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import { useChart, useEdit } from '../room/chartContext.ts'
import { look, select, useSession } from '../session.ts'
import { Backdrop } from './Backdrop.tsx'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import { FlowlineEdge } from './FlowlineEdge.tsx'
import { Palette } from './Palette.tsx'
import { RenameField } from './RenameField.tsx'
import type { StepNodeType } from './StepNode.tsx'
import { StepNode } from './StepNode.tsx'
import { useDrawing } from './useDrawing.ts'
import type { Drawing } from './useDrawing.ts'
import { useElements } from './useElements.ts'
import '@xyflow/react/dist/style.css'
import '../style/canvas.css'

const nodeTypes = { step: StepNode }
const edgeTypes = { flowline: FlowlineEdge }
const noAttribution = { hideAttribution: true }

/** The chart as one works on it: the same figures as on paper, to be selected, moved, joined and named. */
export function Canvas() {
  const chart = useChart()
  const { view, edition } = useSession()
  const { drawing, error } = useDrawing(chart, view, edition)
  return (
    <section className="canvas" aria-label={editor.canvas}>
      {edition === 'internal' && <Palette />}
      {edition === 'external' && <p className="canvas-note">{editor.externalNote}</p>}
      {error !== null && (
        <p className="canvas-note" role="alert">
          {editor.arrangeFailed + error}
        </p>
      )}
      {drawing === null ? (
        <div className="waiting">{editor.arranging}</div>
      ) : (
        <Drawn key={`${drawing.view} ${drawing.edition.name}`} drawing={drawing} />
      )}
    </section>
  )
}

/** One view of one edition; another one is another picture, and begins shown whole. */
function Drawn({ drawing }: { readonly drawing: Drawing }) {
  const edit = useEdit()
  const { newId } = useHouse()
  const editable = drawing.edition.name === 'internal'
  const elements = useElements(drawing, editable)
  return (
    <ReactFlow
      nodes={elements.nodes}
      edges={elements.edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={elements.onNodesChange}
      onEdgesChange={elements.onEdgesChange}
      onConnect={({ source, target }: Connection) => edit((now) => connect(now, source, target, newId()))}
      onNodeDoubleClick={(_, node) => editable && look({ renaming: node.id })}
      onPaneClick={() => select({})}
      nodesConnectable={editable}
      connectionMode={looseConnections}
      deleteKeyCode={null}
      zoomOnDoubleClick={false}
      onInit={(flow) => showWhole(flow, drawing.arrangement)}
      minZoom={0.1}
      maxZoom={3}
      ariaLabelConfig={ariaLabels}
      proOptions={noAttribution}
    >
      <Background color="#d9dfe8" gap={20} />
      <Backdrop drawing={drawing} />
      <Renaming drawing={drawing} />
      <WholeControls whole={drawing.arrangement} />
      <MiniMap pannable zoomable position="bottom-right" nodeColor="#b9c6d8" ariaLabel={editor.minimap} />
    </ReactFlow>
  )
}

/** React Flow's enum value; importing it would pull a name that says less. */
const looseConnections = 'loose' as never

function Renaming({ drawing }: { readonly drawing: Drawing }) {
  const edit = useEdit()
  const renaming = useSession((session) => session.renaming)
  const step = drawing.edition.chart.steps.find((each) => each.id === renaming)
  const rect = step && drawing.arrangement.steps[step.id]
  if (!step || !rect) return null
  return (
    <RenameField
      key={step.id}
      rect={rect}
      name={step.name}
      onDone={(name) => {
        look({ renaming: null })
        const trimmed = name?.trim()
        if (trimmed !== undefined && trimmed !== step.name) {
          edit((now) => setFields(now, 'steps', step.id, { name: trimmed }))
        }
      }}
    />
  )
}

function WholeControls({ whole }: { readonly whole: Size }) {
  const flow = useReactFlow<StepNodeType, FlowlineEdgeType>()
  return <Controls showInteractive={false} position="bottom-left" onFitView={() => showWhole(flow, whole)} />
}

/** React Flow's own fit knows nodes only: heads of lanes and returns round the outside would be cut off. */
function showWhole(flow: ReactFlowInstance<StepNodeType, FlowlineEdgeType>, { width, height }: Size): void {
  const stage = document.querySelector('.react-flow')!.getBoundingClientRect()
  const bounds = { x: 0, y: 0, width, height }
  void flow.setViewport(getViewportForBounds(bounds, stage.width, stage.height, 0.1, 1.1, 0.05))
}
