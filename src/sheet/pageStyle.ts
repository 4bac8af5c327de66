/** Options of a page besides its content: style, emblem, address of the public page, watermark. */
import type { Size } from '../layout/arrangement.ts'
import type { StyleName } from './styles.ts'

/** The unit's emblem as a PNG without metadata: made by `readEmblem`. */
export interface Emblem extends Size {
  readonly png: Uint8Array
}

export interface PageStyle {
  readonly style: StyleName
  readonly emblem: Emblem | null
  /** Where the public page stands; printed as a QR code, on external charts only. */
  readonly publicAddress: string | null
  /** 内部公开 across the sheet; on internal charts only. */
  readonly watermark: boolean
}

/** 简洁: no emblem, no code, no watermark. */
export const plainPageStyle: PageStyle = {
  style: 'plain',
  emblem: null,
  publicAddress: null,
  watermark: false,
}
