import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { Panel, useReactFlow, useStoreApi } from '@xyflow/react'
import type { Rect } from '../../layout/arrangement.ts'
import { editor } from '../../text/screen/screen.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { mapRect } from './mapRect.ts'

/** px */
const size = { width: 200, height: 150 }

/**
 * The minimap: all steps as one path, and what is seen as a hole in a mask, which follows the view
 * without drawing anything else. A press or a drag on it moves the view there; the wheel zooms.
 */
export const MapOfChart = memo(function MapOfChart({ drawing }: { readonly drawing: Drawing }) {
  const store = useStoreApi()
  const flow = useReactFlow()
  const svg = useRef<SVGSVGElement>(null)
  const mask = useRef<SVGPathElement>(null)
  const { arrangement } = drawing
  const steps = useMemo(() => Object.values(arrangement.steps).map(outline).join(''), [arrangement])
  useLayoutEffect(() => {
    const follow = () => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      const whole = mapRect(arrangement, seen, size)
      svg.current?.setAttribute('viewBox', [whole.x, whole.y, whole.width, whole.height].join(' '))
      mask.current?.setAttribute('d', outline(whole) + outline(seen))
    }
    follow()
    return store.subscribe(follow)
  }, [store, arrangement])
  const goTo = (event: ReactPointerEvent<SVGSVGElement>) => {
    const within = event.currentTarget.getScreenCTM()?.inverse()
    if (!within) return
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(within)
    void flow.setCenter(x, y, { zoom: flow.getZoom() })
  }
  return (
    <Panel position="bottom-right" className="react-flow__minimap">
      <svg
        ref={svg}
        className="react-flow__minimap-svg"
        width={size.width}
        height={size.height}
        role="img"
        aria-label={editor.minimap}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          goTo(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons > 0 && event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event)
        }}
        onWheel={(event) => void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY / 400))}
      >
        <path className="map-steps" d={steps} />
        <path ref={mask} className="react-flow__minimap-mask" fillRule="evenodd" pointerEvents="none" />
      </svg>
    </Panel>
  )
})

function outline({ x, y, width, height }: Rect): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`
}
