import type { Chart } from '../chart.ts'

declare const madePublic: unique symbol

/**
 * A chart that the public may see. Only `externalEdition` creates one; public writers accept only this
 * type, so passing an internal chart is a compile error.
 */
export type PublicChart = Chart & { readonly [madePublic]: true }

/** 内部流程图 or 外部流程图, as layout and printing receive it. */
export type Edition =
  | { readonly name: 'internal'; readonly chart: Chart }
  | { readonly name: 'external'; readonly chart: PublicChart }
