/**
 * The duration of the longest way, from the start of the clock to its end, of steps that count; workdays
 * and days separately. Not a sum over all steps: in flow 01 that would be 6 or 7 of the promised 5
 * (domain A7). A limit that cannot be read is never 0: it stands in `unread`, and the sum is 至少.
 */
import type { Id, Step } from '../model/chart.ts'
import { limitFromTheStart } from '../text/recognition/clockWords.ts'
import type { ProvisionKey } from '../text/law/provisions.ts'
import { legalClock, type ClockOnChart, type ClockParts, type Uncounted } from './legalClock.ts'
import { daysMostly, lengthOf, sum, type Length } from './length.ts'
import { reachedFrom, type Graph } from './graph.ts'
import { longestWay } from './longestWay.ts'

/** One step of the way, as the sum shows it. */
export interface Spent extends Length {
  readonly step: Id
  /** Why it takes no time of the clock; undefined if it counts. */
  readonly why?: Uncounted
}

export interface TimeReport extends Length {
  /** The longest way, from the step that starts the clock. */
  readonly path: readonly Id[]
  /** Each step of the path: the sum behind the number. */
  readonly spent: readonly Spent[]
  /** Steps between start and end whose limit cannot be read: the sum is 至少. */
  readonly unread: readonly Id[]
  /** The same way without what other rules than the statute may leave out. */
  readonly certain: Length
  /** Whether start and end of the clock were told by names or duties; otherwise no excess is certain. */
  readonly isTold: boolean
  /** The articles that the sum follows; empty where the product knows none. */
  readonly laws: readonly ProvisionKey[]
}

const nothing: Length = { workdays: 0, days: 0 }

/** Computes the time report of a chart; `graph` is of the same chart. */
export function timeReport(parts: ClockParts): TimeReport {
  const { graph, matter } = parts
  const clock = legalClock(parts)
  const takes = (step: Step): Length =>
    clock.whyUncounted(step) === undefined ? lengthOf(step.timeLimit, matter) : nothing
  const next = (id: Id) => graph.exits(id).map(({ to }) => to)
  const path = longestWay(clock.starts, clock.stops, {
    next,
    passing: (before, id) => added(before, graph.step.get(id)!, takes(graph.step.get(id)!)),
    weight: daysMostly,
    zero: nothing,
  })
  const certainly = (step: Step) => (clock.isDoubtful(step) ? nothing : takes(step))
  const spent = spentOn(path, graph, takes, clock)
  return {
    ...total(path, graph, takes),
    path,
    spent,
    unread: unreadBetween(clock, graph),
    certain: total(path, graph, certainly),
    isTold: clock.isStartTold && (clock.endsByDecision || (matter.kind !== undefined && !matter.isOutward)),
    laws: clock.law?.laws ?? [],
  }
}

function spentOn(
  path: readonly Id[],
  graph: Graph,
  takes: (step: Step) => Length,
  clock: ClockOnChart,
): readonly Spent[] {
  let before = nothing
  return path.map((id) => {
    const step = graph.step.get(id)!
    const after = added(before, step, takes(step))
    const why = clock.whyUncounted(step)
    const own = { step: id, ...longerBy(after, before), ...(why === undefined ? {} : { why }) }
    before = after
    return own
  })
}

function total(path: readonly Id[], graph: Graph, takes: (step: Step) => Length): Length {
  return path.reduce((before, id) => added(before, graph.step.get(id)!, takes(graph.step.get(id)!)), nothing)
}

/** At least 0: a deadline from 受理 may use another unit than the preceding steps. */
function longerBy(after: Length, before: Length): Length {
  const { workdays, days } = sum(after, { workdays: -before.workdays, days: -before.days })
  return { workdays: Math.max(0, workdays), days: Math.max(0, days) }
}

/** 自受理之日起7个工作日内 counts from the start of the clock, not from the previous step. */
function added(before: Length, step: Step, own: Length): Length {
  const limit = step.timeLimit
  const fromTheStart =
    limit?.kind === 'span' && limit.from !== undefined && limitFromTheStart.test(limit.from)
  if (!fromTheStart) return sum(before, own)
  return daysMostly(own) > daysMostly(before) ? own : before
}

/** Steps on some way from start to end that have a limit, which is no length. */
function unreadBetween(clock: ClockOnChart, graph: Graph): readonly Id[] {
  const forth = reachedFrom(clock.starts, (id) =>
    clock.stops.has(id) ? [] : graph.exits(id).map(({ to }) => to),
  )
  const back = reachedFrom([...clock.stops], (id) => graph.entries(id).map(({ from }) => from))
  return [...graph.step.values()]
    .filter(({ id }) => forth.has(id) && back.has(id))
    .filter((step) => step.timeLimit?.kind === 'unread' || step.timeLimit?.kind === 'calendar')
    .filter((step) => clock.whyUncounted(step) === undefined)
    .map(({ id }) => id)
}
