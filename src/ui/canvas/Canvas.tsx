import { Background, Controls, MiniMap, ReactFlow } from '@xyflow/react'
import type { Connection } from '@xyflow/react'
import { Alert } from 'antd'
import { connect } from '../../model/edits/flowlines.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { ariaLabels, editor } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import { useChart, useEdit } from '../room/chartContext.ts'
import { look, select, useSession } from '../session.ts'
import { Backdrop } from './Backdrop.tsx'
import { FlowlineEdge } from './FlowlineEdge.tsx'
import { Palette } from './Palette.tsx'
import { RenameField } from './RenameField.tsx'
import { StepNode } from './StepNode.tsx'
import { useDrawing } from './useDrawing.ts'
import type { Drawing } from './useDrawing.ts'
import { useElements } from './useElements.ts'
import '@xyflow/react/dist/style.css'
import '../style/canvas.css'

const nodeTypes = { step: StepNode }
const edgeTypes = { flowline: FlowlineEdge }
const wholePicture = { padding: 0.08, maxZoom: 1.1 }
const noAttribution = { hideAttribution: true }

/** The chart as one works on it: the same figures as on paper, to be selected, moved, joined and named. */
export function Canvas() {
  const chart = useChart()
  const { view, edition } = useSession()
  const { drawing, error } = useDrawing(chart, view, edition)
  return (
    <section className="canvas" aria-label={editor.canvas}>
      {edition === 'internal' && <Palette />}
      {edition === 'external' && <Alert className="canvas-note" type="info" title={editor.externalNote} />}
      {error !== null && <Alert className="canvas-note" type="error" title={editor.arrangeFailed + error} />}
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
      fitView
      fitViewOptions={wholePicture}
      minZoom={0.1}
      maxZoom={3}
      ariaLabelConfig={ariaLabels}
      proOptions={noAttribution}
    >
      <Background color="#d9dfe8" gap={20} />
      <Backdrop drawing={drawing} />
      <Renaming drawing={drawing} />
      <Controls showInteractive={false} position="bottom-left" />
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
