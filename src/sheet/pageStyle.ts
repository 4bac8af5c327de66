/** How a page is dressed, beyond what the chart says: style, the unit's emblem, the way to the public page, a watermark. */
import type { Size } from '../layout/arrangement.ts'
import type { StyleName } from './styles.ts'

/** The unit's sign as pixels that say nothing else: made by `readEmblem`. */
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

export const plainPageStyle: PageStyle = {
  style: 'plain',
  emblem: null,
  publicAddress: null,
  watermark: false,
}
