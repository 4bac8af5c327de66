/**
 * The arrangement of a chart for a page: of those it tries, the one with the largest text there;
 * where the text is large enough, the calmest. It chooses the direction of the flow, the width of
 * the boxes, the spacing, and where a long flow is folded into columns. No time is looked at, so
 * the same chart looks the same on the same page everywhere.
 */
import type { Chart, EditionName, View } from '../../model/chart.ts'
import { arrange } from '../arrange.ts'
import type { Arrangement, BoxSetting, FlowDirection, Size } from '../arrangement.ts'
import { drawnFrom } from '../coordinates/drawnFrom.ts'
import type { StepMeasure } from '../measure.ts'
import { layersOf } from '../placing/layersOf.ts'
import type { SideResults } from '../placing/compactRows.ts'
import { placementIn } from '../placing/placement.ts'
import { planOf, type Plan } from '../planning/plan.ts'
import { isHandPlaced } from '../rerouting/withHandPlaced.ts'
import { routed, type Routing } from '../routing/routing.ts'
import { calmnessOf } from './calmness.ts'
import { folded } from './folded.ts'
import { foldingsOf, type Folding } from './folding.ts'
import { measuredOnce } from './measuredOnce.ts'
import { scaleIn, type PageRoom } from './pageRoom.ts'
import { enlarged, reduced } from './tightened.ts'
import { turned } from './turned.ts'

/** What a person chose by hand; left out, it is chosen for the page. */
export interface PageWish {
  readonly direction?: FlowDirection | undefined
  /** 1 where the flow is not to be folded. */
  readonly columns?: number | undefined
}

export interface PageFitOptions {
  readonly view: View
  readonly edition: EditionName
  readonly measureWith: (boxes: BoxSetting) => StepMeasure
  /** The canvas's, for a chart that keeps its arrangement. */
  readonly measure: StepMeasure
  readonly room: PageRoom
  readonly wish?: PageWish | undefined
  /** Called between two trials; whoever wants to give up rejects it. */
  readonly between?: (() => Promise<void>) | undefined
}

/**
 * Resolves with places and sizes in units. A chart with steps placed by hand keeps the canvas's
 * arrangement unless the wish says otherwise. Rejects if `between` does.
 */
export async function fittedToPage(chart: Chart, asked: PageFitOptions): Promise<Arrangement> {
  const options = { ...asked, measureWith: measuredOnce(asked.measureWith) }
  const { view, edition, wish } = options
  const usual = options.measureWith(usualBoxes[view])
  const byHand = wish?.direction !== undefined || wish?.columns !== undefined
  if (!byHand && isHandPlaced(chart, view, edition))
    return arrange(chart, { view, edition, measure: options.measure })
  const layers = layersOf(planOf(chart, view, usual))
  let best: Trial | undefined
  for (const direction of directionsOf(view, wish))
    for (const sides of view === 'lanes' && !isLarge(chart)
      ? (['beside', 'below'] as const)
      : (['beside'] as const)) {
      const found = await bestOf(chart, topologyOf(chart, { direction, sides }, layers, options), options)
      if (best === undefined || found.worth > best.worth) best = found
    }
  return best!.drawing
}

const usualBoxes = {
  flow: { direction: 'down', width: 168, sideWidth: 272, labelWidth: 108, diamonds: 'flat', folds: 1 },
  lanes: { direction: 'down', width: 152, sideWidth: 272, labelWidth: 108, diamonds: 'flat', folds: 1 },
  columns: { direction: 'down', width: 168, sideWidth: 272, labelWidth: 108, diamonds: 'flat', folds: 1 },
} as const satisfies Record<View, BoxSetting>

function directionsOf(view: View, wish: PageWish | undefined): readonly FlowDirection[] {
  if (view === 'columns') return ['down']
  return wish?.direction === undefined ? ['down', 'right'] : [wish.direction]
}

/** What is tried, in units; `share` of the usual distances. */
const widths = [88, 98, 110, 124, 142, 166, 196, 232] as const
const sideWidths = [208, 240, 272, 312, 360, 420, 500] as const
const shares = [1, 0.82, 0.64] as const

const labelWidths = [108, 72, 54] as const
const diamonds = ['flat', 'steep'] as const

interface Setting {
  readonly width: number
  readonly sideWidth: number
  readonly labelWidth: number
  readonly diamonds: BoxSetting['diamonds']
  readonly share: number
}

interface Trial {
  readonly setting: Setting
  readonly drawing: Arrangement
  readonly worth: number
}

/** Its text stays small whatever is tried: a few trials, so that it is drawn in time. */
const isLarge = ({ steps, flowlines }: Chart): boolean => steps.length > 120 || flowlines.length > 150

/** One setting after the other is varied, the others kept: a few of all combinations find nearly the best. */
async function bestOf(chart: Chart, topology: Topology, options: PageFitOptions): Promise<Trial> {
  const { view } = options
  let best: Trial | undefined
  const tried = new Set<string>()
  const consider = async (change: Partial<Setting>): Promise<void> => {
    const setting = { ...first, ...best?.setting, ...change }
    const key = JSON.stringify(setting)
    if (tried.has(key)) return
    tried.add(key)
    await options.between?.()
    const trial = trialOf(chart, topology, setting, options)
    if (best === undefined || trial.worth > best.worth) best = trial
  }
  const { width, sideWidth, labelWidth } = usualBoxes[view]
  const first: Setting = { width, sideWidth, labelWidth, diamonds: 'flat', share: 1 }
  await consider({})
  if (isLarge(chart)) {
    for (const share of shares) await consider({ share })
    for (const one of [widths[0], widths[3]]) await consider({ width: one })
    return best!
  }
  for (let round = 0; round < 2; round++) {
    for (const share of shares) await consider({ share })
    for (const one of widths) await consider({ width: one })
    for (const one of labelWidths) await consider({ labelWidth: one })
    for (const one of diamonds) await consider({ diamonds: one })
    if (view === 'columns') for (const one of sideWidths) await consider({ sideWidth: one })
  }
  return best!
}

interface TopologyWish {
  readonly direction: FlowDirection
  readonly sides: SideResults
}

interface Topology {
  readonly direction: FlowDirection
  readonly routing: Routing
}

/** Rows, columns and routes are found once, with each step as small as any setting makes it. */
function topologyOf(
  chart: Chart,
  { direction, sides }: TopologyWish,
  layers: readonly number[],
  { view, measureWith }: PageFitOptions,
): Topology {
  const plans = widths.flatMap((width) =>
    diamonds.map((one) => {
      const boxes = { ...usualBoxes[view], direction, width, diamonds: one }
      return planOf(chart, view, measureWith(boxes), 'neighbour')
    }),
  )
  const [plan] = plans as [Plan]
  const steps = plan.steps.map((step, index) => {
    const sizes = plans.map((one) => one.steps[index]!)
    const lows = { width: least(sizes, 'width'), height: least(sizes, 'height') }
    // Only its flat part carries flowlines, and that is shorter the higher it is.
    if (step.kind === 'terminator') lows.height = Math.max(...sizes.map(({ height }) => height))
    return { ...step, ...lows }
  })
  const smallest: Plan = { ...plan, steps }
  const placement = placementIn(smallest, layers, sides)
  return { direction, routing: routed(smallest, placement, isLarge(chart) ? 1 : 4) }
}

const least = (sizes: readonly Size[], side: 'width' | 'height'): number =>
  Math.min(...sizes.map((size) => size[side]))

function trialOf(
  chart: Chart,
  { direction, routing }: Topology,
  setting: Setting,
  options: PageFitOptions,
): Trial {
  const { share, ...widths } = setting
  const boxes: BoxSetting = { direction, ...widths, folds: 1 }
  const measure = enlarged(options.measureWith(boxes), share)
  const plan = planOf(chart, options.view, measure, 'neighbour')
  const whole = { ...reduced(drawnFrom(chart, plan, routing, measure), share), boxes }
  return { setting, ...foldedForPage(whole, setting, options) }
}

const mostColumns = 3

/** Of the foldings whose size promises the most so many are drawn. */
const foldsDrawn = 4

/** Of all foldings the best one; then turned, if the flow runs right. */
function foldedForPage(
  whole: Arrangement,
  setting: Setting,
  { room, wish }: PageFitOptions,
): Omit<Trial, 'setting'> {
  const asked = wish?.columns
  const counts = asked === undefined ? [2, mostColumns] : asked === 1 ? [] : [asked]
  const isDown = whole.boxes?.direction !== 'right'
  const promise = (folding: Folding): number => {
    const { width, height } = folding
    const size = isDown ? { width, height } : { width: height, height: width }
    return textWorth(scaleIn(size, isBanded(whole), room), room) - foldCost(folding)
  }
  const promising = counts
    .flatMap((count) => foldingsOf(whole, count))
    .map((folding) => ({ folding, worth: promise(folding) }))
    .sort((one, other) => other.worth - one.worth)
    .slice(0, foldsDrawn)
  const drawn = promising.map(({ folding }) => {
    const drawing = folded(whole, folding)
    return trial(isDown ? drawing : turned(drawing), foldCost(folding))
  })
  if (drawn.length === 0 || asked === undefined) drawn.push(trial(isDown ? whole : turned(whole), 0))
  return drawn.reduce((best, one) => (one.worth > best.worth ? one : best))

  function trial(drawing: Arrangement, less: number): Omit<Trial, 'setting'> {
    return { drawing, worth: worthOf(drawing, setting, room) - less }
  }
}

/** A second flowline beside the first makes both hard to follow; columns should come out even. */
function foldCost({ cuts, parts, height }: Folding): number {
  const links = cuts.reduce((sum, { xs }) => sum + xs.length, 0)
  const whole = parts.reduce((sum, { from, to }) => sum + to - from, 0)
  const uneven = (height * parts.length) / whole - 1
  return cost.fold * cuts.length + cost.secondLink * (links - cuts.length) + cost.uneven * uneven
}

const isBanded = ({ lanes, columns }: Arrangement): boolean => lanes.length > 0 || columns !== null

/** In doublings of the text: a crossing costs a twentieth of its size. */
const cost = {
  crossing: 0.08,
  bend: 0.012,
  fold: 0.03,
  right: 0.02,
  tight: 0.06,
  secondLink: 0.12,
  uneven: 0.08,
  blank: 0.04,
  odd: 0.01,
  steep: 0.03,
} as const

function worthOf(drawing: Arrangement, setting: Setting, room: PageRoom): number {
  const { crossings, bends } = calmnessOf(drawing)
  const scale = scaleIn(drawing, isBanded(drawing), room)
  return (
    textWorth(scale, room) -
    cost.crossing * crossings -
    cost.bend * bends -
    cost.blank * blankness(drawing, scale, room) -
    (drawing.boxes?.direction === 'right' ? cost.right : 0) -
    cost.tight * (1 - setting.share) -
    (setting.diamonds === 'steep' ? cost.steep : 0) -
    cost.odd * Math.abs(Math.log2(setting.width / usualBoxes.flow.width))
  )
}

/** Halvings by which a drawing fills less than half of its room; gaps that grow make up for the rest. */
function blankness({ width, height }: Size, scale: number, room: PageRoom): number {
  const filled = (width * height * scale * scale) / (room.width * room.height)
  return Math.max(0, Math.log2(0.5 / filled))
}

/** Doublings; beyond what can be read from where people stand they count for less. */
function textWorth(scale: number, { enough }: PageRoom): number {
  const doublings = Math.log2(scale / enough)
  return doublings < 0 ? doublings : 0.2 * doublings
}
