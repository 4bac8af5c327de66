/** Options of a page besides its content: style, emblem, address of the public page, watermark. */
import type { Size } from '../layout/arrangement.ts'
import type { SheetStyle } from './styles.ts'

/** The unit's emblem as a PNG without metadata: made by `readEmblem`. */
export interface Emblem extends Size {
  readonly png: Uint8Array
}

/** Steps without numbers, with their numbers, or on internal sheets also with 依据、文书、材料 by number below the chart. */
export const stepNumberings = ['plain', 'numbered', 'noted'] as const
export type StepNumbering = (typeof stepNumberings)[number]

export interface PageStyle {
  readonly style: SheetStyle
  readonly emblem: Emblem | null
  /** Where the public page stands; printed as a QR code, on external charts only. */
  readonly publicAddress: string | null
  /** 内部公开 across the sheet; on internal charts only. */
  readonly watermark: boolean
  readonly steps: StepNumbering
  /** 阶段 as bands across the drawing. */
  readonly phases: boolean
}

/** 简洁: no emblem, no code, no watermark. */
export const plainPageStyle: PageStyle = {
  style: 'plain',
  emblem: null,
  publicAddress: null,
  watermark: false,
  steps: 'plain',
  phases: false,
}
