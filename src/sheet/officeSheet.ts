/** The sheet of a chart that nobody lays out by hand: one of a batch. */
import { composeSheet } from './composeSheet.ts'
import { plainPageStyle, type PageStyle } from './pageStyle.ts'
import type { PaperOrder } from './pageContent.ts'
import type { Sheet } from './displayList.ts'
import type { Page, PaperName } from './papers.ts'
import type { SheetContent } from './sheetContent.ts'

export interface BatchPrint {
  readonly paper: PaperName
  readonly pageStyle: PageStyle
}

/** What every office printer has. */
const inTheOffice: BatchPrint = { paper: 'A3', pageStyle: plainPageStyle }

/**
 * Composes the sheet of a chart in a batch, in the orientation and arrangement in which it is read
 * best; `fit` arranges it. Throws an AddressError if the public address cannot be printed.
 */
export async function officeSheet(
  { edition, view }: Pick<SheetContent, 'edition' | 'view'>,
  fit: (order: PaperOrder) => Promise<{ readonly content: SheetContent; readonly page: Page }>,
  { paper, pageStyle }: BatchPrint = inTheOffice,
): Promise<{ readonly sheet: Sheet; readonly page: Page }> {
  const { content, page } = await fit({ edition, view, paper, landscape: null, pageStyle })
  return { page, sheet: composeSheet(content, page, pageStyle) }
}
