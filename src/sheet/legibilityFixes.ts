/** Finds ways to make the text of a sheet large enough, cheapest first. */
import type { View } from '../model/chart.ts'
import { composeSheet } from './composeSheet.ts'
import type { PageOrder } from './pageContent.ts'
import { paperArea, paperNames, type Page, type PaperName } from './papers.ts'
import type { SheetContent } from './sheetContent.ts'
import { splitContent } from './split/splitContent.ts'
import { tiled, type TilePaper } from './tiled.ts'

export type LegibilityFix =
  | { readonly kind: 'turned'; readonly page: Page }
  | { readonly kind: 'larger'; readonly page: Page }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'split'; readonly parts: number }
  /** A larger paper made of several pages of an office printer. */
  | { readonly kind: 'tiles'; readonly page: Page; readonly on: TilePaper; readonly sheets: number }

export interface LegibilityContext {
  /** The sheet whose text is too small. */
  readonly order: PageOrder
  /** mm that the smallest text needs on a paper. */
  readonly needed: (paper: PaperName) => number
  /** mm: the smallest text of the sheet; what cannot come near to what is needed is not tried. */
  readonly smallest?: number
  /** Other views of the same chart that may help. */
  readonly views: readonly View[]
  /** Arranges as the sheet itself was: so a fix does what it says. */
  readonly fit: (order: PageOrder) => Promise<SheetContent>
}

/**
 * The fixes that make the smallest text large enough, cheapest first: turned paper, larger
 * paper, another view, a split, tiles. Empty if none does.
 */
export async function legibilityFixes(context: LegibilityContext): Promise<readonly LegibilityFix[]> {
  const { page, view } = context.order
  const turnedPage = { ...page, landscape: !page.landscape }
  const turned = (await isReadable(context, { page: turnedPage }))
    ? [{ kind: 'turned' as const, page: turnedPage }]
    : []
  const larger = await largerPage(context)
  const views: LegibilityFix[] = []
  for (const other of context.views)
    if (other !== view && (await isReadable(context, { view: other })))
      views.push({ kind: 'view', view: other })
  const parts = await fewestParts(context)
  return [
    ...turned,
    ...(larger === undefined ? [] : [{ kind: 'larger' as const, page: larger }]),
    ...views,
    ...(parts === undefined ? [] : [{ kind: 'split' as const, parts }]),
    ...(larger === undefined ? [] : [await tilesRepair(context, larger)]),
  ]
}

type Change = Partial<Pick<PageOrder, 'page' | 'view' | 'parts'>>

/** So many times as large as by its area alone a new arrangement may make the text. */
const mostGain = { sameView: 2, otherView: 3 } as const

/** Whether a change is worth the time to arrange the chart for it: a chart of 1,000 steps stays small on A0. */
function mayHelp({ order, needed, smallest }: LegibilityContext, { page, view, parts }: PageOrder): boolean {
  if (smallest === undefined) return true
  const isTurned = page.paper === order.page.paper && page.landscape !== order.page.landscape
  const gain = view === order.view && !isTurned ? mostGain.sameView : mostGain.otherView
  const area = (paperArea(page.paper) / paperArea(order.page.paper)) * (parts ?? 1)
  return smallest * gain * Math.sqrt(area) >= needed(page.paper)
}

async function isReadable(context: LegibilityContext, change: Change): Promise<boolean> {
  const { order, needed, fit } = context
  const changed = { ...order, parts: 1, ...change }
  if (!mayHelp(context, changed)) return false
  const content = await fit(changed)
  const sheets = changed.parts === 1 ? [content] : splitContent(content, changed.parts)
  return (
    sheets.length > 0 &&
    sheets.every(
      (sheet) =>
        composeSheet(sheet, changed.page, order.pageStyle).smallestText >= needed(changed.page.paper),
    )
  )
}

async function largerPage(context: LegibilityContext): Promise<Page | undefined> {
  const { paper, landscape } = context.order.page
  const pages = paperNames
    .filter((other) => paperArea(other) > paperArea(paper))
    .sort((a, b) => paperArea(a) - paperArea(b))
    .flatMap((other) => [
      { paper: other, landscape },
      { paper: other, landscape: !landscape },
    ])
  for (const page of pages) if (await isReadable(context, { page })) return page
  return undefined
}

/** The most parts that are suggested. */
const mostParts = 6

async function fewestParts(context: LegibilityContext): Promise<number | undefined> {
  for (let parts = 2; parts <= mostParts; parts++) if (await isReadable(context, { parts })) return parts
  return undefined
}

async function tilesRepair({ order, fit }: LegibilityContext, larger: Page): Promise<LegibilityFix> {
  const on = order.page.paper === 'A4' ? 'A4' : 'A3'
  const content = await fit({ ...order, page: larger, parts: 1 })
  const sheets = tiled(composeSheet(content, larger, order.pageStyle), on).tiles.length
  return { kind: 'tiles', page: larger, on, sheets }
}
