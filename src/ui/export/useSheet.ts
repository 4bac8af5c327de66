import { useEffect, useMemo, useState } from 'react'
import type { Size } from '../../layout/arrangement.ts'
import type { PageWish } from '../../layout/pageFit/fittedToPage.ts'
import type { EditionName, View } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { externalEdition } from '../../model/editions/externalEdition.ts'
import { composeSheet } from '../../sheet/composeSheet.ts'
import type { PaperOrder } from '../../sheet/pageContent.ts'
import type { PageStyle } from '../../sheet/pageStyle.ts'
import type { Sheet } from '../../sheet/displayList.ts'
import { pixelSize } from '../../sheet/writers/pngFile.ts'
import type { Page, PaperName } from '../../sheet/papers.ts'
import { phonePicture, wordPicture } from '../../sheet/pictures.ts'
import type { SheetContent } from '../../sheet/sheetContent.ts'
import { splitContent } from '../../sheet/split/splitContent.ts'
import { useAppServices } from '../base/appServices.ts'
import type { FitRequest } from '../base/arrangeCall.ts'
import { useChart } from '../openChart/chartContext.ts'
import type { Purpose } from './exportChoice.ts'

export interface SheetChoice {
  readonly edition: EditionName
  readonly view: View
  readonly paper: PaperName
  /** Null: the orientation in which the chart is read best. */
  readonly landscape: boolean | null
  readonly disclosure: Disclosure
  readonly purpose: Purpose
  readonly parts: number
  readonly pageStyle: PageStyle
  /** What of the arrangement is chosen by hand. */
  readonly wish: PageWish
}

export interface ReadySheet {
  readonly content: SheetContent
  readonly page: Page
  readonly pageStyle: PageStyle
  /** One chart, or the parts it was split into. */
  readonly sheets: readonly Sheet[]
  /** Size of each sheet as a PNG. */
  readonly pixels: Size
}

/** The sheets of a choice; null while the chart is being arranged for its page. */
export function useSheet(choice: SheetChoice): ReadySheet | null {
  const edition = useEdition(choice)
  const fit = useFit()
  const [ready, setReady] = useState<{
    readonly of: Edition
    readonly for: SheetChoice
    readonly sheet: ReadySheet
  }>()
  useEffect(() => {
    const giveUp = new AbortController()
    void readySheet(edition, choice, async (order) => fit(order, pictureOf(choice), giveUp.signal)).then(
      (sheet) => {
        if (!giveUp.signal.aborted) setReady({ of: edition, for: choice, sheet })
      },
      (error: unknown) => {
        if (!giveUp.signal.aborted) throw error
      },
    )
    return () => giveUp.abort()
  }, [edition, choice, fit])
  return ready?.of === edition && ready.for === choice ? ready.sheet : null
}

const pictureOf = ({ purpose }: SheetChoice): FitRequest['picture'] =>
  purpose === 'word' || purpose === 'wechat' ? purpose : null

function useEdition({ edition: name, disclosure }: SheetChoice): Edition {
  const chart = useChart()
  return useMemo(
    (): Edition =>
      name === 'internal' ? { name, chart } : { name, chart: externalEdition(chart, disclosure) },
    [chart, name, disclosure],
  )
}

export interface FittedSheet {
  readonly content: SheetContent
  readonly page: Page
}

/** Arranges for a sheet in the worker. */
export function useFit(): (
  order: PaperOrder,
  picture: FitRequest['picture'],
  signal: AbortSignal,
) => Promise<FittedSheet> {
  const { arranger } = useAppServices()
  return useMemo(
    () => async (order, picture, signal) => {
      const { arrangement, page } = await arranger.fit({ order, picture }, signal)
      return { content: { edition: order.edition, view: order.view, arrangement }, page }
    },
    [arranger],
  )
}

async function readySheet(
  edition: Edition,
  choice: SheetChoice,
  fit: (order: PaperOrder) => Promise<FittedSheet>,
): Promise<ReadySheet> {
  const { view, paper, landscape, purpose, pageStyle, parts, wish } = choice
  const { content, page } = await fit({ edition, view, paper, landscape, pageStyle, wish, parts })
  if (purpose === 'word' || purpose === 'wechat') {
    const { sheet, pixels } = (purpose === 'word' ? wordPicture : phonePicture)(content, pageStyle)
    return { content, page, pageStyle, sheets: [sheet], pixels }
  }
  // If the chart cannot be split that often, it stays whole.
  const split = parts > 1 ? splitContent(content, parts) : []
  const whole =
    parts > 1 && split.length === 0
      ? (await fit({ edition, view, paper, landscape, pageStyle, wish })).content
      : content
  const contents = split.length > 0 ? split : [whole]
  const sheets = contents.map((part) => composeSheet(part, page, pageStyle))
  return { content, page, pageStyle, sheets, pixels: pixelSize(page) }
}

export function smallestOf({ sheets }: ReadySheet): number {
  return Math.min(...sheets.map(({ smallestText }) => smallestText))
}
