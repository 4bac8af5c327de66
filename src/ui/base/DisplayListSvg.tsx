import { memo } from 'react'
import type { GroupItem, DisplayItem, PathItem, RectItem, TextItem } from '../../sheet/displayList.ts'
import { parsedColour } from '../../sheet/writers/markup.ts'
import { fontFamilies, pathData } from '../../sheet/writers/sheetSvg.ts'

/** Renders a display list as SVG elements. Reads no store and applies no domain rule. */
export const DisplayListSvg = memo(function InkSvg({ ink }: { readonly ink: readonly DisplayItem[] }) {
  // A display list has no ids and is never changed in place, so the index is a stable key.
  return ink.map((each, index) => <OneInk key={index} ink={each} />) // oxlint-disable-line react/no-array-index-key
})

function OneInk({ ink }: { readonly ink: DisplayItem }) {
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

function InkRect({ ink }: { readonly ink: RectItem }) {
  return (
    <rect
      x={ink.x}
      y={ink.y}
      width={ink.width}
      height={ink.height}
      rx={ink.radius}
      fill={ink.fill === undefined ? 'none' : parsedColour(ink.fill)}
      stroke={ink.stroke === undefined ? undefined : parsedColour(ink.stroke)}
      strokeWidth={ink.strokeWidth}
      strokeDasharray={ink.dash?.join(' ')}
    />
  )
}

function InkPath({ ink }: { readonly ink: PathItem }) {
  return (
    <path
      d={pathData(ink.path)}
      fill={ink.fill === undefined ? 'none' : parsedColour(ink.fill)}
      stroke={ink.stroke === undefined ? undefined : parsedColour(ink.stroke)}
      strokeWidth={ink.strokeWidth}
      strokeDasharray={ink.dash?.join(' ')}
    />
  )
}

/** `textLength` forces each run to the width of the advance table, whatever font is installed. */
function InkText({ ink }: { readonly ink: TextItem }) {
  return (
    <text
      x={ink.x}
      y={ink.y}
      fontSize={ink.size}
      fontFamily={fontFamilies}
      fontWeight={ink.weight === 'bold' ? 700 : 400}
      fill={parsedColour(ink.fill)}
      textLength={ink.width > 0 ? ink.width : undefined}
      lengthAdjust="spacingAndGlyphs"
      xmlSpace="preserve"
    >
      {ink.text}
    </text>
  )
}

function InkGroup({ ink }: { readonly ink: GroupItem }) {
  return (
    <g transform={`translate(${ink.x} ${ink.y}) scale(${ink.scale})`}>
      <DisplayListSvg ink={ink.children} />
    </g>
  )
}
