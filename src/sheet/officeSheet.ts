/** The sheet of a chart that nobody lays out by hand: one of a batch. */
import { composeSheet } from './composeSheet.ts'
import { plainPageStyle, type PageStyle } from './pageStyle.ts'
import type { Sheet } from './displayList.ts'
import type { Page, PaperName } from './papers.ts'
import type { SheetContent } from './sheetContent.ts'

export interface BatchPrint {
  readonly paper: PaperName
  readonly pageStyle: PageStyle
}

/** What every office printer has. */
const inTheOffice: BatchPrint = { paper: 'A3', pageStyle: plainPageStyle }

/** How much larger the text must become before the paper is turned. */
const worthTurning = 1.15

/**
 * Composes the sheet of a chart in a batch; landscape if that makes the drawing clearly
 * larger. Throws an AddressError if the public address cannot be printed.
 */
export function officeSheet(
  content: SheetContent,
  { paper, pageStyle }: BatchPrint = inTheOffice,
): { readonly sheet: Sheet; readonly page: Page } {
  const on = (page: Page) => ({ page, sheet: composeSheet(content, page, pageStyle) })
  const upright = on({ paper, landscape: false })
  const turned = on({ paper, landscape: true })
  return turned.sheet.smallestText > upright.sheet.smallestText * worthTurning ? turned : upright
}
