/**
 * How large the text of real charts is on paper: the twenty charts and the templates, three
 * views, A3 and A4 both ways. `text` is the smallest of the drawing in mm of em; 3.8 is read
 * from a metre, 2.6 is the least. `bound` is what boxes, side boxes and labels with their gaps
 * would allow on A3 if they filled three quarters of it.
 */
import { arrange } from '../../src/layout/arrange.ts'
import type { Arrangement, Rect } from '../../src/layout/arrangement.ts'
import { localElk } from '../../src/layout/localElk.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import { drawArrangement } from '../../src/sheet/drawArrangement.ts'
import { drawingRoom } from '../../src/sheet/composeSheet.ts'
import { measure } from '../../src/sheet/measure.ts'
import type { Page } from '../../src/sheet/papers.ts'
import type { SheetContent } from '../../src/sheet/sheetContent.ts'
import { smallestText } from '../../src/sheet/smallestText.ts'
import { figuresOf } from '../layout/metrics.ts'
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
}

interface Measured {
  readonly chart: string
  readonly steps: number
  readonly view: View
  readonly real: boolean
  readonly bound: number
  readonly on: Record<PageName, OnPage>
}

const elk = localElk()
const arranged = async (chart: Chart, view: View): Promise<SheetContent> => ({
  edition: { name: 'internal', chart },
  view,
  arrangement: await arrange(chart, { view, edition: 'internal', measure, elk }),
})

export async function paper(): Promise<void> {
  const charts = [
    ...flowNames.map((name) => ({ name, chart: realChart(name), real: true })),
    ...templates.map((one) => ({ name: one.id, chart: templateChart(one, counting()), real: false })),
  ]
  const measured: Measured[] = []
  for (const view of views)
    for (const { name, chart, real } of charts) {
      const calm = await arranged(chart, view)
      const on = {} as Record<PageName, OnPage>
      for (const key of Object.keys(pages) as PageName[]) on[key] = onPage(calm, pages[key])
      const bound = boundOf(calm.arrangement)
      measured.push({ chart: name, steps: chart.steps.length, view, real, bound, on })
    }
  printRows(measured)
  printSums(measured)
}

function onPage(content: SheetContent, page: Page): OnPage {
  const { edition, view, arrangement } = content
  const room = drawingRoom(content, page)
  const scale = Math.min(room.width / arrangement.width, room.height / arrangement.height, room.largestScale)
  const [across, down] = [
    (arrangement.width * scale) / room.width,
    (arrangement.height * scale) / room.height,
  ]
  const { crossings, bends } = figuresOf(edition.chart, arrangement)
  return {
    text: smallestText(drawArrangement(edition, arrangement, view)) * scale,
    side: Math.max(across, down),
    area: across * down,
    crossings,
    bends,
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
    ['chart', 'steps', 'view', 'bound', ...Object.keys(pages), 'side', 'area', 'crossings', 'bends'],
    measured.map(({ chart, steps, view, bound, on }) => {
      const best = on.A3up.text >= on.A3wide.text ? on.A3up : on.A3wide
      const texts = Object.values(on).map(({ text }) => text.toFixed(2))
      const shares = [best.side.toFixed(2), best.area.toFixed(2)]
      return [chart, steps, view, bound.toFixed(1), ...texts, ...shares, best.crossings, best.bends]
    }),
  )
}

function printSums(measured: readonly Measured[]): void {
  const groups = views.flatMap((view) => [true, false].map((real) => ({ view, real })))
  printTable(
    'PAPER  how many fall short, and medians',
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
      ]
    }),
  )
}

const medianOf = (values: readonly number[]): string =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(2)

const below = (texts: readonly number[], least: number): number =>
  texts.filter((text) => text < least - 0.005).length
