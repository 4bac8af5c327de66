import { useEffect, useMemo, useState } from 'react'
import type { Arrangement, Size } from '../../layout/arrangement.ts'
import type { EditionName, View } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { externalEdition } from '../../model/editions/externalEdition.ts'
import { composeSheet } from '../../sheet/composeSheet.ts'
import type { PageStyle } from '../../sheet/pageStyle.ts'
import type { Sheet } from '../../sheet/displayList.ts'
import { pixelSize } from '../../sheet/writers/pngFile.ts'
import type { Page, PaperName } from '../../sheet/papers.ts'
import { phonePicture, wordPicture } from '../../sheet/pictures.ts'
import type { SheetContent } from '../../sheet/sheetContent.ts'
import { splitContent } from '../../sheet/split/splitContent.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart } from '../openChart/chartContext.ts'
import type { Purpose } from './exportChoice.ts'

export interface SheetChoice {
  readonly edition: EditionName
  readonly view: View
  readonly paper: PaperName
  /** Null: orientation by the larger side of the chart. */
  readonly landscape: boolean | null
  readonly disclosure: Disclosure
  readonly purpose: Purpose
  readonly parts: number
  readonly pageStyle: PageStyle
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

/** The sheets of a choice; null while the chart is being arranged. */
export function useSheet(choice: SheetChoice): ReadySheet | null {
  const { view, paper, landscape, purpose, parts, pageStyle } = choice
  const edition = useEdition(choice)
  const content = useContent(edition, view)
  return useMemo(() => {
    if (content === null) return null
    if (purpose === 'word' || purpose === 'wechat') return readyPicture(content, choice)
    const turns = landscape === null ? [false, true] : [landscape]
    const [first, ...others] = turns.map((turn) =>
      readyPages(content, { paper, landscape: turn }, parts, pageStyle),
    )
    return others.reduce((best, other) => (isClearlyLarger(other, best) ? other : best), first!)
    // A picture depends only on the purpose and pageStyle of the choice.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [content, paper, landscape, purpose, parts, pageStyle])
}

function useEdition({ edition: name, disclosure }: SheetChoice): Edition {
  const chart = useChart()
  return useMemo(
    (): Edition =>
      name === 'internal' ? { name, chart } : { name, chart: externalEdition(chart, disclosure) },
    [chart, name, disclosure],
  )
}

/** Arranged in the worker; null until it answers. */
export function useContent(edition: Edition, view: View): SheetContent | null {
  const { arranger } = useAppServices()
  const [arranged, setArranged] = useState<{
    readonly of: Edition
    readonly view: View
    readonly arrangement: Arrangement
  }>()
  useEffect(() => {
    let current = true
    void arranger.arrange({ chart: edition.chart, view, edition: edition.name }).then((arrangement) => {
      if (current) setArranged({ of: edition, view, arrangement })
    })
    return () => {
      current = false
    }
  }, [arranger, edition, view])
  return useMemo(
    () =>
      arranged?.of === edition && arranged.view === view
        ? { edition, view, arrangement: arranged.arrangement }
        : null,
    [arranged, edition, view],
  )
}

function readyPicture(
  content: SheetContent,
  { purpose, paper, landscape, pageStyle }: SheetChoice,
): ReadySheet {
  const { sheet, pixels } = (purpose === 'word' ? wordPicture : phonePicture)(content, pageStyle)
  return { content, page: { paper, landscape: landscape ?? false }, pageStyle, sheets: [sheet], pixels }
}

/** If the chart cannot be split that often, it stays whole. */
function readyPages(content: SheetContent, page: Page, parts: number, pageStyle: PageStyle): ReadySheet {
  const split = parts > 1 ? splitContent(content, parts) : []
  const contents = split.length > 0 ? split : [content]
  const sheets = contents.map((part) => composeSheet(part, page, pageStyle))
  return { content, page, pageStyle, sheets, pixels: pixelSize(page) }
}

export function smallestOf({ sheets }: ReadySheet): number {
  return Math.min(...sheets.map(({ smallestText }) => smallestText))
}

/** Rotates paper only for a visible gain, because boards and folders are upright. */
function isClearlyLarger(a: ReadySheet, b: ReadySheet): boolean {
  return smallestOf(a) > smallestOf(b) * 1.15
}
