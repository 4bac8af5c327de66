import { memo } from 'react'
import { Panel, useStore, ViewportPortal } from '@xyflow/react'
import type { Collaborator } from '../../collab/collaborators.ts'
import type { Id } from '../../model/chart.ts'
import { collaboratorText as words } from '../../text/screen/together.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { useSession } from '../openChart/session.ts'
import { colourOf, nameOf, useOthers } from '../openChart/collaborators.ts'
import { useFollowing } from './useFollowing.ts'
import { useViewportUpdates } from './useViewportUpdates.ts'
import './OthersOnCanvas.css'

/** Others' cursors, selections and edits. Drawn over the steps, which do not re-render. */
export function OthersOnCanvas({ drawing }: { readonly drawing: Drawing }) {
  useViewportUpdates()
  useFollowing()
  const others = useOthers()
  const zoom = useStore((store) => store.transform[2])
  const here = others.filter(({ view, edition }) => view === drawing.view && edition === drawing.edition.name)
  return (
    <>
      <ViewportPortal>
        {others.map((other) => (
          <Selected key={other.client} other={other} drawing={drawing} />
        ))}
        {here.map((other) => (
          <Cursor key={other.client} other={other} zoom={zoom} />
        ))}
      </ViewportPortal>
      <FollowingNote others={others} />
    </>
  )
}

interface SelectedProps {
  readonly other: Collaborator
  readonly drawing: Drawing
}

/** Selections are held by step id, so they appear in every view. */
function Selected({ other, drawing }: SelectedProps) {
  const { editing } = other
  const chosen = new Set(editing === undefined ? other.selection : [...other.selection, editing])
  if (chosen.size === 0) return null
  return [...drawing.behind].map(([drawn, id]) =>
    chosen.has(id) ? (
      <Outline key={drawn} at={drawn} drawing={drawing} other={other} isEdited={id === editing} />
    ) : null,
  )
}

interface OutlineProps extends SelectedProps {
  readonly at: Id
  readonly isEdited: boolean
}

function Outline({ at, drawing, other, isEdited }: OutlineProps) {
  const rect = drawing.arrangement.steps[at]
  if (!rect) return null
  const { x, y, width, height } = rect
  return (
    <div
      className="other-selected"
      style={{ transform: `translate(${x}px, ${y}px)`, width, height, color: colourOf(other) }}
    >
      {isEdited && <span style={{ background: colourOf(other) }}>{words.editing(nameOf(other))}</span>}
    </div>
  )
}

interface CursorProps {
  readonly other: Collaborator
  readonly zoom: number
}

/** Constant size at every zoom. */
const Cursor = memo(function Cursor({ other, zoom }: CursorProps) {
  if (!other.cursor) return null
  const [x, y] = other.cursor
  return (
    <div
      className="other-cursor"
      style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})`, color: colourOf(other) }}
    >
      <svg width="16" height="20" aria-hidden="true">
        <path d="M1 1v15l4-4 3 7 3-1-3-7h6z" />
      </svg>
      <span style={{ background: colourOf(other) }}>{nameOf(other)}</span>
    </div>
  )
})

function FollowingNote({ others }: { readonly others: readonly Collaborator[] }) {
  const following = useSession((session) => session.following)
  const other = others.find(({ client }) => client === following)
  if (!other) return null
  return (
    <Panel position="bottom-center" className="following-note" style={{ background: colourOf(other) }}>
      {words.following(nameOf(other))}
    </Panel>
  )
}
