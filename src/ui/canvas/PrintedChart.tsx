import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { drawArrangement } from '../../sheet/drawArrangement.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'
import './PrintedChart.css'

/**
 * What the browser's own menu prints: the chart with its title instead of the page. Made only then;
 * papers, heading and signatures are chosen in the export dialog.
 */
export function PrintedChart({ drawing }: { readonly drawing: Drawing }) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // The browser takes what stands there when the listener returns.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  if (!isPrinting) return null
  const { edition, arrangement, view } = drawing
  return createPortal(
    <div className="printed-chart">
      <h1>{edition.chart.header.title}</h1>
      <svg viewBox={`0 0 ${arrangement.width} ${arrangement.height}`}>
        <DisplayListSvg ink={drawArrangement(edition, arrangement, view)} />
      </svg>
    </div>,
    document.body,
  )
}
