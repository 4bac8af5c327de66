import { memo, type Ref } from 'react'
import type { PageItem, Sheet } from '../../sheet/displayList.ts'
import { pngDataUri } from '../../sheet/writers/base64.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'

interface SheetSvgProps {
  readonly sheet: Sheet
  readonly label: string
  readonly svg: Ref<SVGSVGElement>
}

/** The printed page as a pure SVG. */
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
      {sheet.items.map((ink, index) => (
        <OnPage key={index} ink={ink} /> // oxlint-disable-line react/no-array-index-key
      ))}
    </svg>
  )
}

const OnPage = memo(function OnPage({ ink }: { readonly ink: PageItem }) {
  if (ink.kind === 'image') {
    const { x, y, width, height, png } = ink
    return <image x={x} y={y} width={width} height={height} href={pngDataUri(png)} />
  }
  if (ink.kind !== 'overlay') return <DisplayListSvg ink={[ink]} />
  return (
    <g transform={`translate(${ink.x} ${ink.y}) rotate(${ink.degrees})`} opacity={ink.opacity}>
      <DisplayListSvg ink={ink.children} />
    </g>
  )
})
