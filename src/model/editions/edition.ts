import type { Chart } from '../chart.ts'

declare const madePublic: unique symbol

/**
 * A chart that the public may see. Only `externalEdition` can make one; whatever
 * writes for the public takes this type, so that a leak does not compile.
 */
export type PublicChart = Chart & { readonly [madePublic]: true }

/** 内部流程图 or 外部流程图, as it goes to layout and paper. */
export type Edition =
  | { readonly name: 'internal'; readonly chart: Chart }
  | { readonly name: 'external'; readonly chart: PublicChart }
