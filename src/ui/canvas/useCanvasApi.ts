import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useStoreApi } from '@xyflow/react'
import type { ReactFlowInstance } from '@xyflow/react'
import type { Id } from '../../model/chart.ts'
import { handPosition } from '../../model/edits/placeSteps.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import type { CanvasApi } from '../openChart/session.ts'
import { setSession, useSession } from '../openChart/session.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import type { Covered, View2d } from './viewport.ts'
import { anchorOf, around, openingView, revealing, showing, wholeView } from './viewport.ts'

type Flow = ReactFlowInstance<StepNodeType, FlowlineEdgeType>
type Store = ReturnType<typeof useStoreApi>

/**
 * Offers the canvas to the session, and keeps the picture calm: what is worked on stays where it
 * is while the rest is arranged anew, and what is asked for comes into sight with the drawing that
 * has it. Returns the handler for React Flow's `onInit`.
 */
export function useCanvasApi(drawing: Drawing): (flow: Flow) => void {
  const store = useStoreApi()
  const latest = useRef(drawing)
  const flow = useRef<Flow | null>(null)
  const wanted = useRef<readonly Id[]>([])
  useEffect(() => () => setSession({ canvasApi: null }), [])
  const look = useCallback((view: View2d, how: 'at once' | 'gliding') => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    void flow.current?.setViewport(view, how === 'gliding' && !isCalm ? { duration: glide } : {})
  }, [])
  const reveal = useCallback(() => {
    const rects = wanted.current.flatMap((id) => latest.current.arrangement.steps[id] ?? [])
    const rect = around(rects)
    if (!rect || !flow.current) return
    wanted.current = []
    const view = flow.current.getViewport()
    const next = revealing(view, rect, sizeOf(store), coveredBy(latest.current))
    if (next !== view) look(next, 'gliding')
  }, [store, look])
  useLayoutEffect(() => {
    const before = latest.current
    latest.current = drawing
    if (before !== drawing && flow.current) stay(flow.current, before, drawing, store)
    reveal()
  }, [drawing, store, reveal])
  const renaming = useSession((session) => session.renaming)
  useEffect(() => {
    if (renaming === null) return
    wanted.current = [renaming]
    reveal()
  }, [renaming, reveal])
  return (ready) => {
    flow.current = ready
    const { chart } = latest.current.edition
    const chosen = rectsOf(useSession.getState().selection.steps, latest.current)
    const size = sizeOf(store)
    const covered = coveredBy(latest.current)
    const opening = openingView(chart, latest.current.arrangement, size, covered)
    look(chosen ? revealing(opening, chosen, size, covered) : opening, 'at once')
    setSession({ canvasApi: apiOf({ store, latest, look, flow: ready, reveal, wanted }) })
  }
}

/** ms */
const glide = 160

interface Looking {
  readonly store: Store
  readonly flow: Flow
  readonly latest: { readonly current: Drawing }
  readonly wanted: { current: readonly Id[] }
  readonly look: (view: View2d, how: 'at once' | 'gliding') => void
  readonly reveal: () => void
}

function apiOf({ store, latest, look, flow, reveal, wanted }: Looking): CanvasApi {
  const show = (steps: readonly Id[]) => {
    const rect = rectsOf(steps, latest.current)
    const size = sizeOf(store)
    if (rect) look(showing(rect, size, coveredBy(latest.current), flow.getZoom()), 'gliding')
  }
  return {
    fit: () =>
      look(wholeView(latest.current.arrangement, sizeOf(store), coveredBy(latest.current)), 'gliding'),
    actualSize: () => void flow.zoomTo(1),
    show: (step) => show([step]),
    showAll: show,
    reveal: (steps) => {
      wanted.current = steps
      reveal()
    },
    standing: (steps) =>
      steps.flatMap((id) => {
        const rect = latest.current.arrangement.steps[id]
        return rect ? [{ id, ...rect }] : []
      }),
    focus: (step) => {
      const node = () => nodeOf(step, store)
      const found = node()
      if (found) return found.focus()
      // A large chart has only what is seen in the page.
      show([step])
      let frames = 30
      const again = () => {
        const shown = node()
        if (shown) shown.focus()
        else if ((frames -= 1) > 0) requestAnimationFrame(again)
      }
      again()
    },
  }
}

function nodeOf(step: Id, store: Store): HTMLElement | null | undefined {
  return store.getState().domNode?.querySelector<HTMLElement>(`[data-id="${CSS.escape(step)}"]`)
}

function rectsOf(steps: readonly Id[], { arrangement }: Drawing) {
  return around(steps.flatMap((id) => arrangement.steps[id] ?? []))
}

function sizeOf(store: Store) {
  const { width, height } = store.getState()
  return { width, height }
}

/** The step worked on keeps its place on the screen; the nodes do not glide there meanwhile. */
function stay(flow: Flow, before: Drawing, after: Drawing, store: Store): void {
  const { selection } = useSession.getState()
  const { chart } = after.edition
  const made = selection.steps.flatMap((id) => chart.flowlines.filter((line) => line.to === id))
  const view = flow.getViewport()
  const size = sizeOf(store)
  const middle = { x: (size.width / 2 - view.x) / view.zoom, y: (size.height / 2 - view.y) / view.zoom }
  const pulled = movedByHand(before, after)
  const worked = selection.steps.filter((id) => !pulled.has(id))
  const anchor = anchorOf(
    before.arrangement,
    after.arrangement,
    [...worked, ...made.map((line) => line.from)],
    middle,
  )
  if (anchor === undefined || pulled.has(anchor)) return
  const [from, to] = [before.arrangement.steps[anchor]!, after.arrangement.steps[anchor]!]
  const dx = (from.x + from.width / 2 - to.x - to.width / 2) * view.zoom
  const dy = (from.y - to.y) * view.zoom
  if (Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5) return
  const page = store.getState().domNode
  page?.classList.add('steady')
  void flow.setViewport({ x: view.x + dx, y: view.y + dy, zoom: view.zoom })
  requestAnimationFrame(() => requestAnimationFrame(() => page?.classList.remove('steady')))
}

function movedByHand(before: Drawing, after: Drawing): ReadonlySet<Id> {
  const old = placesOf(before)
  return new Set([...placesOf(after)].flatMap(([id, place]) => (old.get(id) === place ? [] : [id])))
}

/** What a hand decides about where a step stands, as text to compare. */
function placesOf({ edition, view }: Drawing): ReadonlyMap<Id, string> {
  return new Map(
    edition.chart.steps.map((step) => [
      step.id,
      JSON.stringify([handPosition(step, view, edition.name), step.posts?.[0]]),
    ]),
  )
}

/** px; what overlays the canvas. The palette is shown to whoever may edit, the minimap unless it is folded. */
function coveredBy({ edition }: Drawing): Covered {
  const { access, table, minimap } = useSession.getState()
  const hasPalette = edition.name === 'internal' && mayWrite(access) && innerWidth > phone
  const isSmall = innerHeight <= low || innerWidth <= 900
  return {
    left: hasPalette && !isSmall ? besidePalette : besideControls,
    top: underBar,
    right: 0,
    bottom: 0,
    corner: minimap && !table && innerWidth > narrow ? cornerOfMap : null,
  }
}

const besidePalette = 84
const besideControls = 44
const underBar = 44
/** As in Palette.css and Canvas.css. */
const phone = 600
const low = 600
const narrow = 720
const cornerOfMap = { width: 232, height: 184 }
