/** The style of a draw.io cell, and the figure that it gives. */
import type { Figure } from '../scene/scene.ts'

export type DrawioStyle = ReadonlyMap<string, string>

/** `rhombus;html=1;rounded=0`: a name without a value stands under itself. */
export function drawioStyle(style: string): DrawioStyle {
  return new Map(
    style
      .split(';')
      .filter((part) => part !== '')
      .map((part) => {
        const equals = part.indexOf('=')
        return equals < 0 ? ([part, ''] as const) : ([part.slice(0, equals), part.slice(equals + 1)] as const)
      }),
  )
}

const byShape: readonly (readonly [RegExp, Figure])[] = [
  [/decision|rhombus|gateway|diamond/, 'diamond'],
  [/terminator/, 'terminator'],
  [/(?:^|\.)(?:multi-)?document\d?$|\.document|note2?$/, 'document'],
  [/predefined_process|^process$/, 'predefined'],
  [/annotation|callout|cloud/, 'callout'],
  [/on-page|off-page|off_page/, 'circle'],
  [/\.start_\d|startEvent|endEvent|\.bpmn\.event|bpmn\.shape/, 'circle'],
]

export function figureOfStyle(
  style: DrawioStyle,
  size: { readonly width: number; readonly height: number },
): Figure {
  const has = (name: string) => style.has(name)
  const shape = style.get('shape') ?? ''
  if (shape === 'mxgraph.bpmn.task' || style.get('outline') === 'none') return 'rectangle'
  if (has('rhombus')) return 'diamond'
  const known = byShape.find(([pattern]) => pattern.test(shape))?.[1]
  if (known) return known
  if (has('ellipse') || shape === 'ellipse')
    return size.width <= 45 && size.height <= 45 ? 'circle' : 'rounded'
  const isBare =
    has('text') ||
    has('edgeLabel') ||
    (style.get('strokeColor') === 'none' && ['none', undefined].includes(style.get('fillColor')))
  if (isBare && shape === '') return 'none'
  if (has('line') || shape === 'line') return 'none'
  if (style.get('rounded') === '1') return Number(style.get('arcSize') ?? 10) >= 40 ? 'terminator' : 'rounded'
  return 'rectangle'
}

export function isLaneStyle(style: DrawioStyle): boolean {
  return style.has('swimlane') || style.get('shape') === 'swimlane'
}

export function hasHead(style: DrawioStyle, end: 'startArrow' | 'endArrow'): boolean {
  const arrow = style.get(end)
  return end === 'endArrow' ? arrow !== 'none' : arrow !== undefined && arrow !== 'none'
}
