/**
 * How large the text of real charts is on paper: the twenty charts and the templates, three
 * views, A3 and A4 both ways. `text` is the smallest of the drawing in mm of em; 3.8 is read
 * from a metre, 2.6 is the least. `bound` is what boxes, side boxes and labels with their gaps
 * would allow on A3 if they filled three quarters of it.
 */
import { arrange } from '../../src/layout/arrange.ts'
import type { Arrangement, Rect } from '../../src/layout/arrangement.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import { drawArrangement } from '../../src/sheet/drawArrangement.ts'
import { drawingRoom } from '../../src/sheet/composeSheet.ts'
import { measure } from '../../src/sheet/measure.ts'
import type { Page } from '../../src/sheet/papers.ts'
import type { SheetContent } from '../../src/sheet/sheetContent.ts'
import { spread } from '../../src/sheet/page/spread.ts'
import type { KnownTopologies } from '../../src/layout/pageFit/fittedToPage.ts'
import { turned } from '../../src/layout/pageFit/turned.ts'
import type { Edition } from '../../src/model/editions/edition.ts'
import { pageContent } from '../../src/sheet/pageContent.ts'
import { smallestText } from '../../src/sheet/smallestText.ts'
import { asLanesStand, faultCount, figuresOf } from '../layout/metrics.ts'
import { flowNames } from '../support/flows.ts'
import { realChart } from '../support/sheets.ts'
import { counting } from '../support/chartOf.ts'
import { templates } from '../../src/text/templates/templates.ts'
import { templateChart } from '../../src/ui/home/templateChart.ts'
import { printTable } from './table.ts'

const views = ['flow', 'lanes', 'columns'] as const satisfies readonly View[]
const pages = {
  A3up: { paper: 'A3', landscape: false },
  A3wide: { paper: 'A3', landscape: true },
  A4up: { paper: 'A4', landscape: false },
  A4wide: { paper: 'A4', landscape: true },
} as const satisfies Record<string, Page>
type PageName = keyof typeof pages

interface OnPage {
  readonly text: number
  /** Shares of the room: of its fuller direction, and of its area. */
  readonly side: number
  readonly area: number
  readonly crossings: number
  readonly bends: number
  readonly faults: number
  readonly ms: number
  readonly how: string
}

interface Measured {
  readonly chart: string
  readonly steps: number
  readonly view: View
  readonly real: boolean
  readonly bound: number
  readonly on: Record<PageName, OnPage>
}

/** Today's way: arranged for its page. Beside it the canvas's arrangement, reduced until it fits. */
const ways = {
  'for the page': async (edition: Edition, view: View, page: Page, known: KnownTopologies) =>
    pageContent({ edition, view, page }, { known }),
  'the canvas, fitted': async (edition: Edition, view: View) => calm(edition, view),
} as const

const calmOnes = new WeakMap<Chart, Map<View, SheetContent>>()

/** Once a chart and view: the canvas knows no page. */
async function calm(edition: Edition, view: View): Promise<SheetContent> {
  const known = calmOnes.get(edition.chart) ?? new Map<View, SheetContent>()
  calmOnes.set(edition.chart, known)
  const content = known.get(view) ?? (await arranged(edition, view))
  known.set(view, content)
  return content
}

async function arranged(edition: Edition, view: View): Promise<SheetContent> {
  const arrangement = arrange(edition.chart, { view, edition: edition.name, measure })
  return { edition, view, arrangement }
}

export async function paper(): Promise<void> {
  const charts = [
    ...flowNames.map((name) => ({ name, chart: realChart(name), real: true })),
    ...templates.map((one) => ({ name: one.id, chart: templateChart(one, counting()), real: false })),
  ]
  for (const [way, content] of Object.entries(ways)) {
    const measured: Measured[] = []
    for (const view of views)
      for (const { name, chart, real } of charts) {
        const edition = { name: 'internal', chart } as const
        const on = {} as Record<PageName, OnPage>
        const known: KnownTopologies = new Map()
        for (const key of Object.keys(pages) as PageName[]) {
          const begun = performance.now()
          const made = await content(edition, view, pages[key], known)
          on[key] = onPage(made, pages[key], performance.now() - begun)
        }
        const bound = boundOf((await calm(edition, view)).arrangement)
        measured.push({ chart: name, steps: chart.steps.length, view, real, bound, on })
      }
    if (content === ways['for the page']) printRows(measured)
    printSums(way, measured)
  }
}

function onPage(content: SheetContent, page: Page, ms: number): OnPage {
  const { edition, view, arrangement } = content
  const room = drawingRoom(content, page)
  const scale = Math.min(room.width / arrangement.width, room.height / arrangement.height, room.largestScale)
  const spreadOut = spread(arrangement, { width: room.width / scale, height: room.height / scale })
  const [across, down] = [(spreadOut.width * scale) / room.width, (spreadOut.height * scale) / room.height]
  const right = arrangement.boxes?.direction === 'right'
  const figures = figuresOf(
    asLanesStand(edition.chart, arrangement),
    right ? turned(arrangement) : arrangement,
  )
  return {
    text: smallestText(drawArrangement(edition, arrangement, view)) * scale,
    side: Math.max(across, down),
    area: across * down,
    crossings: figures.crossings,
    bends: figures.bends,
    faults: faultCount(figures),
    ms,
    how: right ? `right ${arrangement.boxes.width}` : `down ${arrangement.boxes?.width ?? ''}`,
  }
}

/** mm² of A3 that a drawing may have, and the share of it that boxes with their gaps fill. */
const [roomOfA3, filled] = [84_000, 0.75]

function boundOf(calm: Arrangement): number {
  const labels = Object.values(calm.flowlines).flatMap(({ label }) => label ?? [])
  const rects: readonly Rect[] = [...Object.values(calm.steps), ...calm.sideBoxes, ...labels]
  const needed = rects.reduce((sum, { width, height }) => sum + (width + 24) * (height + 28), 0)
  return 11 * Math.sqrt((filled * roomOfA3) / needed)
}

function printRows(measured: readonly Measured[]): void {
  printTable(
    'PAPER  smallest text of the drawing, mm; side and area of the room it covers on the better A3',
    [
      'chart',
      'steps',
      'view',
      'bound',
      ...Object.keys(pages),
      'side',
      'area',
      'crossings',
      'bends',
      'faults',
      'ms',
      'how',
    ],
    measured.map(({ chart, steps, view, bound, on }) => {
      const best = on.A3up.text >= on.A3wide.text ? on.A3up : on.A3wide
      const texts = Object.values(on).map(({ text }) => text.toFixed(2))
      const shares = [best.side.toFixed(2), best.area.toFixed(2)]
      return [
        chart,
        steps,
        view,
        bound.toFixed(1),
        ...texts,
        ...shares,
        best.crossings,
        best.bends,
        best.faults,
        best.ms.toFixed(0),
        best.how,
      ]
    }),
  )
}

function printSums(way: string, measured: readonly Measured[]): void {
  const groups = views.flatMap((view) => [true, false].map((real) => ({ view, real })))
  printTable(
    `PAPER  ${way}: how many fall short, and medians`,
    [
      'charts',
      'n',
      'A3 < 3.8',
      'A3 < 3.4',
      'A3 < 3.3',
      'A3 < 2.6',
      'worse < 2.6',
      'A4 < 2.6',
      '< 75 %',
      'least',
      'side',
      'area',
      'crossings',
      'bends',
      'faults',
      'most ms',
    ],
    groups.map(({ view, real }) => {
      const own = measured.filter((one) => one.view === view && one.real === real)
      const better = own.map(({ on }) => (on.A3up.text >= on.A3wide.text ? on.A3up : on.A3wide))
      const worse = own.map(({ on }) => Math.min(on.A3up.text, on.A3wide.text))
      const a4 = own.map(({ on }) => Math.max(on.A4up.text, on.A4wide.text))
      const texts = better.map(({ text }) => text)
      const short = own.filter(({ bound }, at) => texts[at]! < Math.min(3.8, 0.75 * bound) - 0.005).length
      return [
        `${real ? 'real' : 'templates'} ${view}`,
        own.length,
        ...[3.8, 3.4, 3.3, 2.6].map((least) => below(texts, least)),
        below(worse, 2.6),
        below(a4, 2.6),
        short,
        Math.min(...texts).toFixed(2),
        medianOf(better.map(({ side }) => side)),
        medianOf(better.map(({ area }) => area)),
        better.reduce((sum, one) => sum + one.crossings, 0),
        better.reduce((sum, one) => sum + one.bends, 0),
        own.reduce((sum, { on }) => sum + Object.values(on).reduce((all, one) => all + one.faults, 0), 0),
        Math.max(...own.flatMap(({ on }) => Object.values(on).map(({ ms }) => ms))).toFixed(0),
      ]
    }),
  )
}

const medianOf = (values: readonly number[]): string =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(2)

const below = (texts: readonly number[], least: number): number =>
  texts.filter((text) => text < least - 0.005).length
