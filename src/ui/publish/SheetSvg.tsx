import type { Ref } from 'react'
import type { Sheet } from '../../sheet/ink.ts'
import { InkSvg } from '../canvas/InkSvg.tsx'

interface SheetSvgProps {
  readonly sheet: Sheet
  readonly label: string
  readonly svg: Ref<SVGSVGElement>
}

/** The page as it will be printed: a pure SVG. */
export function SheetSvg({ sheet, label, svg }: SheetSvgProps) {
  return (
    <svg
      ref={svg}
      className="sheet"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role="img"
      aria-label={label}
    >
      <rect width={sheet.width} height={sheet.height} fill="#ffffff" />
      <InkSvg ink={sheet.ink} />
    </svg>
  )
}
