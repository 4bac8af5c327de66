/** The colours, weights and sizes of every figure, in one place. Sizes in units (0.25 mm). */
import type { StepKind } from '../../model/chart.ts'
import type { TextLook } from '../textItems.ts'

export const colour = {
  ink: '#1f2937',
  secondary: '#4b5563',
  label: '#2f4d7a',
  outline: '#3b5578',
  line: '#374151',
  hairline: '#b9c5d6',
  headTint: '#e8eef6',
  bandTint: '#f7f9fc',
  looseTint: '#dfe3ea',
  internalTint: '#f3f4f6',
  ungraded: '#5b6472',
  white: '#ffffff',
} as const

export const stepTint = {
  terminator: '#e6effa',
  process: '#ffffff',
  decision: '#fdf5e2',
  document: '#f1eefa',
  subprocess: '#edf5f0',
} as const satisfies Record<StepKind, string>

/** What a line of text looks like, and how high the line is. */
export interface LineLook extends TextLook {
  readonly lineHeight: number
}

export const nameLook: LineLook = { size: 14, weight: 'bold', fill: colour.ink, lineHeight: 19 }
/** Hardly smaller than the name, which is bold: it decides from how far a sheet can be read. */
export const smallLook: LineLook = { size: 12, weight: 'regular', fill: colour.secondary, lineHeight: 16 }
export const labelLook: LineLook = { size: 12, weight: 'regular', fill: colour.label, lineHeight: 16 }
export const headLook: LineLook = { size: 14, weight: 'bold', fill: colour.ink, lineHeight: 19 }
export const markLook: TextLook = { size: 12, weight: 'bold', fill: colour.white }
export const sideTitleLook: LineLook = { size: 12, weight: 'bold', fill: colour.ink, lineHeight: 17 }
export const sideLook: LineLook = { size: 12, weight: 'regular', fill: colour.ink, lineHeight: 17 }

export const outlineWidth = 1.2
export const flowlineWidth = 1.3
export const dashes = { return: [5, 3.5], internalOnly: [5, 3] } as const

/** How far a risk mark may stand out of its step's box. */
export const markOverhang = 9
