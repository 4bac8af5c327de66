/** The figure of a DrawingML preset shape (ECMA-376, 20.1.10.56), and its VML number ([MS-ODRAW] 2.4.24). */
import type { Figure } from '../scene/scene.ts'

/** How a preset that is an arrow points: along its box, before it is turned. */
export type ArrowWay = 'right' | 'left' | 'up' | 'down' | 'leftRight' | 'upDown'

const figures: { readonly [preset: string]: Figure } = {
  flowChartDecision: 'diamond',
  diamond: 'diamond',
  flowChartTerminator: 'terminator',
  flowChartAlternateProcess: 'rounded',
  roundRect: 'rounded',
  round2SameRect: 'rounded',
  round2DiagRect: 'rounded',
  ellipse: 'rounded',
  flowChartDocument: 'document',
  flowChartMultidocument: 'document',
  foldedCorner: 'document',
  flowChartPredefinedProcess: 'predefined',
  flowChartConnector: 'circle',
  flowChartOffpageConnector: 'circle',
  wedgeRectCallout: 'callout',
  wedgeRoundRectCallout: 'callout',
  wedgeEllipseCallout: 'callout',
  cloudCallout: 'callout',
  borderCallout1: 'callout',
  borderCallout2: 'callout',
  borderCallout3: 'callout',
}

const arrows: { readonly [preset: string]: ArrowWay } = {
  rightArrow: 'right',
  notchedRightArrow: 'right',
  stripedRightArrow: 'right',
  leftArrow: 'left',
  upArrow: 'up',
  downArrow: 'down',
  leftRightArrow: 'leftRight',
  upDownArrow: 'upDown',
}

/** Drawn between things: brackets and braces are neither figure nor line. */
const ornaments = /^(?:left|right)(?:Brace|Bracket)$|^brac(?:e|ket)Pair$/

export function figureOfPreset(preset: string): Figure | undefined {
  if (ornaments.test(preset)) return undefined
  return figures[preset] ?? 'rectangle'
}

export function arrowOfPreset(preset: string): ArrowWay | undefined {
  return arrows[preset]
}

export function isLinePreset(preset: string): boolean {
  return preset === 'line' || preset === 'lineInv' || /^(?:straight|bent|curved)Connector\d$/.test(preset)
}

/** The preset of a VML shape type number (`o:spt`). */
export function presetOfVml(spt: number): string {
  return vmlPresets[spt] ?? 'rect'
}

const vmlPresets: { readonly [spt: number]: string } = {
  2: 'roundRect',
  3: 'ellipse',
  4: 'diamond',
  13: 'rightArrow',
  20: 'line',
  32: 'straightConnector1',
  33: 'bentConnector2',
  34: 'bentConnector3',
  35: 'bentConnector4',
  36: 'bentConnector5',
  37: 'curvedConnector2',
  38: 'curvedConnector3',
  39: 'curvedConnector4',
  40: 'curvedConnector5',
  47: 'borderCallout1',
  48: 'borderCallout2',
  49: 'borderCallout3',
  61: 'wedgeRectCallout',
  62: 'wedgeRoundRectCallout',
  63: 'wedgeEllipseCallout',
  65: 'foldedCorner',
  66: 'leftArrow',
  67: 'downArrow',
  68: 'upArrow',
  69: 'leftRightArrow',
  70: 'upDownArrow',
  85: 'leftBracket',
  86: 'rightBracket',
  87: 'leftBrace',
  88: 'rightBrace',
  110: 'flowChartDecision',
  112: 'flowChartPredefinedProcess',
  114: 'flowChartDocument',
  115: 'flowChartMultidocument',
  116: 'flowChartTerminator',
  120: 'flowChartConnector',
  176: 'flowChartAlternateProcess',
  177: 'flowChartOffpageConnector',
}
