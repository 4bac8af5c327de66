/** spPr of a figure, alike in Word and PowerPoint. */
import { colour } from '../../sheet/figures/look.ts'
import { element } from '../xml.ts'
import type { OfficeBox, OfficeLine } from './officeFigures.ts'
import type { LineGeometry } from './lineGeometry.ts'

const outlines = {
  step: colour.outline,
  lane: colour.hairline,
  laneHead: colour.hairline,
  label: undefined,
} as const
const outlineWidth = 9_525

export function boxProperties(name: string, { preset, box, look, fill }: OfficeBox): string {
  const outline = outlines[look]
  return element(
    name,
    {},
    transform({ box, flipH: false, flipV: false, rotation: 0 }),
    element('a:prstGeom', { prst: preset }, element('a:avLst', {})),
    fill === undefined ? element('a:noFill', {}) : solid(fill),
    outline === undefined
      ? element('a:ln', {}, element('a:noFill', {}))
      : element('a:ln', { w: outlineWidth }, solid(outline)),
  )
}

export function lineProperties(name: string, { geometry, isDashed }: OfficeLine): string {
  return element(
    name,
    {},
    transform(geometry),
    geometry.preset === 'freeform' ? freeform(geometry) : presetLine(geometry),
    element('a:noFill', {}),
    element(
      'a:ln',
      { w: outlineWidth },
      solid(colour.line),
      ...(isDashed ? [element('a:prstDash', { val: 'dash' })] : []),
      element('a:round', {}),
      element('a:tailEnd', { type: 'triangle' }),
    ),
  )
}

function transform({
  box: { x, y, width, height },
  flipH,
  flipV,
  rotation,
}: Pick<LineGeometry, 'box' | 'flipH' | 'flipV' | 'rotation'>): string {
  return element(
    'a:xfrm',
    {
      rot: rotation === 0 ? undefined : rotation,
      flipH: flipH ? 1 : undefined,
      flipV: flipV ? 1 : undefined,
    },
    element('a:off', { x, y }),
    element('a:ext', { cx: width, cy: height }),
  )
}

function presetLine({ preset, adjustment }: LineGeometry): string {
  const guides =
    adjustment === undefined ? [] : [element('a:gd', { name: 'adj1', fmla: `val ${adjustment}` })]
  return element('a:prstGeom', { prst: preset }, element('a:avLst', {}, ...guides))
}

function freeform({ points, box }: LineGeometry): string {
  const [width, height] = [Math.max(1, box.width), Math.max(1, box.height)]
  const steps = points.map(([x, y], at) =>
    element(at === 0 ? 'a:moveTo' : 'a:lnTo', {}, element('a:pt', { x: x - box.x, y: y - box.y })),
  )
  return element(
    'a:custGeom',
    {},
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => element(name, {})),
    element('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    element('a:pathLst', {}, element('a:path', { w: width, h: height, fill: 'none' }, ...steps)),
  )
}

/** Names are darker than what stands below them; labels have their own colour. */
export function textColour(look: OfficeBox['look'], bold: true | undefined): string {
  if (look === 'label' && !bold) return colour.label
  return bold ? colour.ink : colour.secondary
}

/** Of #rrggbb. */
export function solid(rgb: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: rgb.slice(1).toUpperCase() }))
}
