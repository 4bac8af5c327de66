import { memo } from 'react'
import type { GroupInk, Ink, PathInk, RectInk, TextInk } from '../../sheet/displayList.ts'
import { fontFamilies, pathData } from '../../sheet/writers/sheetSvg.ts'

/** A display list as SVG elements. Draws what it is given: no store, no rule of the field. */
export const InkSvg = memo(function InkSvg({ ink }: { readonly ink: readonly Ink[] }) {
  // A display list has no ids and never changes in place: its order is its identity.
  return ink.map((each, index) => <OneInk key={index} ink={each} />) // oxlint-disable-line react/no-array-index-key
})

function OneInk({ ink }: { readonly ink: Ink }) {
  switch (ink.kind) {
    case 'rect':
      return <InkRect ink={ink} />
    case 'path':
      return <InkPath ink={ink} />
    case 'text':
      return <InkText ink={ink} />
    case 'group':
      return <InkGroup ink={ink} />
  }
}

function InkRect({ ink }: { readonly ink: RectInk }) {
  return (
    <rect
      x={ink.x}
      y={ink.y}
      width={ink.width}
      height={ink.height}
      rx={ink.radius}
      fill={ink.fill ?? 'none'}
      stroke={ink.stroke}
      strokeWidth={ink.strokeWidth}
      strokeDasharray={ink.dash?.join(' ')}
    />
  )
}

function InkPath({ ink }: { readonly ink: PathInk }) {
  return (
    <path
      d={pathData(ink.path)}
      fill={ink.fill ?? 'none'}
      stroke={ink.stroke}
      strokeWidth={ink.strokeWidth}
      strokeDasharray={ink.dash?.join(' ')}
    />
  )
}

/** The advance table decides how wide a run is; whatever font the machine has is squeezed to it. */
function InkText({ ink }: { readonly ink: TextInk }) {
  return (
    <text
      x={ink.x}
      y={ink.y}
      fontSize={ink.size}
      fontFamily={fontFamilies}
      fontWeight={ink.weight === 'bold' ? 700 : 400}
      fill={ink.fill}
      textLength={ink.width > 0 ? ink.width : undefined}
      lengthAdjust="spacingAndGlyphs"
      xmlSpace="preserve"
    >
      {ink.text}
    </text>
  )
}

function InkGroup({ ink }: { readonly ink: GroupInk }) {
  return (
    <g transform={`translate(${ink.x} ${ink.y}) scale(${ink.scale})`}>
      <InkSvg ink={ink.children} />
    </g>
  )
}
