import { useEffect, useMemo, useState } from 'react'
import type { Arrangement } from '../../layout/arrangement.ts'
import type { EditionName, View } from '../../model/chart.ts'
import type { Edition } from '../../model/edition.ts'
import type { Disclosure } from '../../model/externalEdition.ts'
import { externalEdition } from '../../model/externalEdition.ts'
import type { SheetContent } from '../../sheet/compose.ts'
import { composeSheet } from '../../sheet/compose.ts'
import type { Sheet } from '../../sheet/ink.ts'
import type { Page, PaperName } from '../../sheet/papers.ts'
import { useHouse } from '../house.ts'
import { useChart } from '../room/chartContext.ts'

export interface SheetChoice {
  readonly edition: EditionName
  readonly view: View
  readonly paper: PaperName
  /** Null: whichever way the chart is larger. */
  readonly landscape: boolean | null
  readonly disclosure: Disclosure
}

export interface ReadySheet {
  readonly content: SheetContent
  readonly page: Page
  readonly sheet: Sheet
}

/** The sheet of what was chosen; null while it is being arranged. */
export function useSheet({
  edition: name,
  view,
  paper,
  landscape,
  disclosure,
}: SheetChoice): ReadySheet | null {
  const chart = useChart()
  const { arranger } = useHouse()
  const edition = useMemo(
    (): Edition =>
      name === 'internal' ? { name, chart } : { name, chart: externalEdition(chart, disclosure) },
    [chart, name, disclosure],
  )
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
  return useMemo(() => {
    if (arranged?.of !== edition || arranged.view !== view) return null
    const content = { edition, view, arrangement: arranged.arrangement }
    const turns = landscape === null ? [false, true] : [landscape]
    const [first, ...others] = turns.map((turn) => readySheet(content, { paper, landscape: turn }))
    return others.reduce((best, other) => (isClearlyLarger(other, best) ? other : best), first!)
  }, [arranged, edition, view, paper, landscape])
}

function readySheet(content: SheetContent, page: Page): ReadySheet {
  return { content, page, sheet: composeSheet(content, page) }
}

/** Paper is turned only for a gain that one sees: boards and folders are upright. */
function isClearlyLarger(a: ReadySheet, b: ReadySheet): boolean {
  return a.sheet.smallestText > b.sheet.smallestText * 1.15
}
