/** Finds ways to make the text of a sheet large enough, cheapest first. */
import type { View } from '../model/chart.ts'
import { composeSheet } from './composeSheet.ts'
import type { PageStyle } from './pageStyle.ts'
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
  readonly page: Page
  readonly pageStyle: PageStyle
  /** mm that the smallest text needs on a paper. */
  readonly needed: (paper: PaperName) => number
  /** The same chart in other views, where there are any. */
  readonly others: readonly SheetContent[]
}

/**
 * The fixes that make the smallest text large enough, cheapest first: turned paper, larger
 * paper, another view, a split, tiles. Empty if none does.
 */
export function legibilityFixes(content: SheetContent, wish: LegibilityContext): readonly LegibilityFix[] {
  const { page, others, pageStyle } = wish
  const turnedPage = { ...page, landscape: !page.landscape }
  const larger = largerPage(content, wish)
  const parts = fewestParts(content, wish)
  return [
    ...(isReadable(content, turnedPage, wish) ? [{ kind: 'turned' as const, page: turnedPage }] : []),
    ...(larger === undefined ? [] : [{ kind: 'larger' as const, page: larger }]),
    ...others
      .filter((other) => isReadable(other, page, wish))
      .map(({ view }) => ({ kind: 'view' as const, view })),
    ...(parts === undefined ? [] : [{ kind: 'split' as const, parts }]),
    ...(larger === undefined ? [] : [tilesRepair(content, larger, page, pageStyle)]),
  ]
}

function isReadable(content: SheetContent, page: Page, { pageStyle, needed }: LegibilityContext): boolean {
  return composeSheet(content, page, pageStyle).smallestText >= needed(page.paper)
}

function largerPage(content: SheetContent, wish: LegibilityContext): Page | undefined {
  const { paper, landscape } = wish.page
  return paperNames
    .filter((other) => paperArea(other) > paperArea(paper))
    .sort((a, b) => paperArea(a) - paperArea(b))
    .flatMap((other) => [
      { paper: other, landscape },
      { paper: other, landscape: !landscape },
    ])
    .find((page) => isReadable(content, page, wish))
}

/** The most parts that are suggested. */
const mostParts = 6

function fewestParts(content: SheetContent, wish: LegibilityContext): number | undefined {
  for (let count = 2; count <= mostParts; count++) {
    const parts = splitContent(content, count)
    if (parts.length > 0 && parts.every((part) => isReadable(part, wish.page, wish))) return count
  }
  return undefined
}

function tilesRepair(
  content: SheetContent,
  larger: Page,
  { paper }: Page,
  pageStyle: PageStyle,
): LegibilityFix {
  const on = paper === 'A4' ? 'A4' : 'A3'
  const sheets = tiled(composeSheet(content, larger, pageStyle), on).tiles.length
  return { kind: 'tiles', page: larger, on, sheets }
}
