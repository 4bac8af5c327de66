/**
 * The arrangement of a chart for a page: of those it tries, the one with the largest text there;
 * where the text is large enough, the calmest. It chooses the direction of the flow, the width of
 * the boxes, the spacing, and where a long flow is folded into columns. No time is looked at, so
 * the same chart looks the same on the same page everywhere.
 */
import type { Chart, EditionName, Id, View } from '../../model/chart.ts'
import { arrange } from '../arrange.ts'
import type { Arrangement, BoxSetting, FlowDirection, Size } from '../arrangement.ts'
import { drawnFrom } from '../coordinates/drawnFrom.ts'
import type { StepMeasure } from '../measure.ts'
import { layersOf } from '../placing/layersOf.ts'
import type { SideResults } from '../placing/compactRows.ts'
import { placementIn, type PlacementWish } from '../placing/placement.ts'
import { planOf, type Plan } from '../planning/plan.ts'
import { isHandPlaced } from '../rerouting/withHandPlaced.ts'
import { routed, type Routing } from '../routing/routing.ts'
import { withShorterLines } from './withShorterLines.ts'
import { isByPhases, phaseReaches, type PhaseReach } from './byPhases.ts'
import { drawingWorth, foldCost, isBanded, textWorth } from './drawingWorth.ts'
import { folded } from './folded.ts'
import { foldingsOf, type Folding } from './folding.ts'
import { measuredOnce } from './measuredOnce.ts'
import { scaleIn, type PageRoom } from './pageRoom.ts'
import { enlarged, reduced } from './tightened.ts'
import { diamonds, labelWidths, shares, sideWidths, usualBoxes, widths, widthsOfLarge } from './triedSizes.ts'
import { turned } from './turned.ts'

/** What a person chose by hand; left out, it is chosen for the page. */
export interface PageWish {
  readonly direction?: FlowDirection | undefined
  /** 1 where the flow is not to be folded. */
  readonly columns?: number | undefined
  /** Lanes as the posts are listed; left out, in whichever order gives the larger text. */
  readonly lanes?: 'listed' | undefined
}

export interface PageFitOptions {
  readonly view: View
  readonly edition: EditionName
  readonly measureWith: (boxes: BoxSetting) => StepMeasure
  /** The canvas's, for a chart that keeps its arrangement. */
  readonly measure: StepMeasure
  readonly room: PageRoom
  readonly wish?: PageWish | undefined
  /** Whether each 阶段 has rows of its own; then the flow is folded between phases only. */
  readonly phases?: PlacementWish['phases']
  /** What was found on other pages for the same chart and view, and is added to here. */
  readonly known?: KnownTopologies | undefined
  /** Called between two trials; whoever wants to give up rejects it. */
  readonly between?: (() => Promise<void>) | undefined
}

/**
 * Resolves with places and sizes in units. A chart with steps placed by hand keeps the canvas's
 * arrangement unless the wish says otherwise. Rejects if `between` does.
 */
export async function fittedToPage(chart: Chart, asked: PageFitOptions): Promise<Arrangement> {
  const options = { ...asked, measureWith: measuredOnce(asked.measureWith) }
  const { view, edition, wish, known = new Map<string, Topology>() } = options
  const usual = options.measureWith(usualBoxes[view])
  const byHand = wish?.direction !== undefined || wish?.columns !== undefined
  if (!byHand && isHandPlaced(chart, view, edition))
    return arrange(chart, { view, edition, measure: options.measure })
  const layers = layersOf(planOf(chart, view, usual))
  const tried = async (way: TopologyWish, one: Chart, name: string): Promise<Found> => {
    const key = Object.values(way).join(' ') + (options.phases ?? '') + name
    const topology = known.get(key) ?? topologyOf(one, way, layers, options)
    known.set(key, topology)
    return { ...(await bestOf(one, topology, options)), topology, chart: one }
  }
  const better = (one: Found | undefined, other: Found) => (!one || other.worth > one.worth ? other : one)
  const ways = waysOf(chart, view, wish)
  let best: Found | undefined
  for (const way of ways) best = better(best, await tried(way, chart, 'listed'))
  const { enough } = options.room
  if (view !== 'lanes' || isLarge(chart) || scaleIn(best!.drawing, true, options.room) >= enough)
    return best!.drawing
  const orders = wish?.lanes === 'listed' ? [] : withShorterLines(chart)
  for (const [at, one] of orders.entries())
    for (const way of ways) {
      const found = await tried(way, one, `shorter ${at}`)
      best = better(best, { ...found, worth: found.worth - orderCost * (at + 1) })
    }
  return (await withLaneWidths(best!.chart, best!, best!.topology, options)).drawing
}

type Found = Trial & { readonly topology: Topology; readonly chart: Chart }

/** In doublings of the text: lanes in another order than listed. */
const orderCost = 0.05

/** Each lane's boxes by themselves: wider where they make it high, narrower where they make it wide. */
async function withLaneWidths(
  chart: Chart,
  found: Trial,
  topology: Topology,
  options: PageFitOptions,
): Promise<Trial> {
  let best = found
  const lanes = [...new Set(topology.laneOf.values())]
  for (let round = 0; round < 2; round++) {
    const { worth } = best
    for (const lane of lanes)
      for (const step of [-1, 1, -2, 2]) {
        const { laneWidths, width } = best.setting
        const other = widths[nearest(laneWidths[lane] ?? width) + step]
        if (other === undefined) continue
        await options.between?.()
        const setting = { ...best.setting, laneWidths: { ...laneWidths, [lane]: other } }
        const trial = trialOf(chart, topology, setting, options)
        if (trial.worth > best.worth) best = trial
      }
    if (best.worth === worth) break
  }
  return best
}

const nearest = (width: number): number =>
  widths.reduce((best, one, at) => (Math.abs(one - width) < Math.abs(widths[best]! - width) ? at : best), 0)

function waysOf(chart: Chart, view: View, wish: PageWish | undefined): readonly TopologyWish[] {
  if (view === 'columns') return [{ direction: 'down', sides: 'beside' }]
  const directions = wish?.direction === undefined ? (['down', 'right'] as const) : [wish.direction]
  const sides = view === 'lanes' && !isLarge(chart) ? (['beside', 'below'] as const) : (['beside'] as const)
  return directions.flatMap((direction) => sides.map((one) => ({ direction, sides: one })))
}

interface Setting {
  readonly width: number
  readonly sideWidth: number
  readonly labelWidth: number
  readonly diamonds: BoxSetting['diamonds']
  readonly share: number
  /** Of the boxes of a lane, where it is not the usual one. */
  readonly laneWidths: { readonly [lane: number]: number }
}

interface Trial {
  readonly setting: Setting
  readonly drawing: Arrangement
  readonly worth: number
}

/** Its text stays small whatever is tried: a few trials, so that it is drawn in time. */
const isLarge = ({ steps, flowlines }: Chart): boolean => steps.length > 120 || flowlines.length > 150

/** One setting after the other is varied: a few of all combinations find nearly the best. */
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
  const first: Setting = { width, sideWidth, labelWidth, diamonds: 'flat', share: 1, laneWidths: {} }
  await consider({})
  if (isLarge(chart)) {
    for (const share of shares) await consider({ share })
    for (const one of widthsOfLarge) await consider({ width: one })
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

/** By direction and side results. Rows, columns and routes do not ask for the page. */
export type KnownTopologies = Map<string, Topology>

interface Topology {
  readonly direction: FlowDirection
  readonly routing: Routing
  readonly laneOf: ReadonlyMap<Id, number>
}

/** Rows, columns and routes are found once, with each step as small as any setting makes it. */
function topologyOf(
  chart: Chart,
  { direction, sides }: TopologyWish,
  layers: readonly number[],
  { view, measureWith, phases = 'mixed' }: PageFitOptions,
): Topology {
  const ofLarge = [[usualBoxes[view].width, ...widthsOfLarge], diamonds.slice(0, 1)] as const
  const [tried, shapes] = isLarge(chart) ? ofLarge : [widths, diamonds]
  const plans = tried.flatMap((width) =>
    shapes.map((one) => {
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
  const placement = placementIn(smallest, layers, { sides, phases })
  const laneOf = new Map(steps.map(({ id, lane }) => [id, lane]))
  return { direction, laneOf, routing: routed(smallest, placement, isLarge(chart) ? 1 : 4) }
}

const least = (sizes: readonly Size[], side: 'width' | 'height'): number =>
  Math.min(...sizes.map((size) => size[side]))

function trialOf(
  chart: Chart,
  { direction, laneOf, routing }: Topology,
  setting: Setting,
  options: PageFitOptions,
): Trial {
  const { share, laneWidths, ...others } = setting
  const own = [...laneOf].flatMap(([step, lane]) => {
    const width = laneWidths[lane]
    return width === undefined ? [] : [[step, width] as const]
  })
  const boxes: BoxSetting = {
    direction,
    ...others,
    folds: 1,
    ...(own.length === 0 ? {} : { ownWidths: Object.fromEntries(own) }),
  }
  const measure = enlarged(options.measureWith(boxes), share)
  const plan = planOf(chart, options.view, measure, 'neighbour')
  const whole = { ...reduced(drawnFrom(chart, plan, routing, measure), share), boxes }
  return { setting, ...foldedForPage(whole, setting, options, phaseReaches(plan, whole)) }
}

const mostColumns = 3
/** A column for each phase, as far as a page is wide. */
const mostPhases = 5

/** Of the foldings whose size promises the most so many are drawn. */
const foldsDrawn = 4

/** Of all foldings the best one; then turned, if the flow runs right. */
function foldedForPage(
  whole: Arrangement,
  setting: Setting,
  { room, wish, phases }: PageFitOptions,
  reaches: readonly PhaseReach[],
): Omit<Trial, 'setting'> {
  const asked = wish?.columns
  const free = phases === 'apart' ? [Math.min(reaches.length, mostPhases)] : [2, mostColumns]
  const counts = asked === undefined ? free : asked === 1 ? [] : [asked]
  const isDown = whole.boxes?.direction !== 'right'
  const promise = (folding: Folding): number => {
    const { width, height } = folding
    const size = isDown ? { width, height } : { width: height, height: width }
    return textWorth(scaleIn(size, isBanded(whole), room), room) - foldCost(folding)
  }
  const promising = counts
    .flatMap((count) => foldingsOf(whole, count))
    .filter((folding) => phases !== 'apart' || isByPhases(folding, reaches))
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
    return { drawing, worth: drawingWorth(drawing, setting, room) - less }
  }
}
