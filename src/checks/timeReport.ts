/**
 * The duration of the longest way, from the start of the clock to the end, of steps that
 * count; workdays and days separately. Not a sum over all steps: in flow 01 that would be 6 or
 * 7 of the promised 5 (domain A7).
 */
import type { Chart, Id, Step } from '../model/chart.ts'
import {
  afterTheDecision,
  askedName,
  limitFromTheStart,
  whetherPrefix,
  clockStarts,
  settledEnd,
  startedByName,
  uncountedActivity,
  unsettledEnd,
} from '../text/recognition/vocabulary.ts'
import { daysMostly, lengthOf, sum, type Length } from './length.ts'
import { reachedFrom, type Graph } from './graph.ts'
import { longestWay } from './longestWay.ts'

export interface TimeReport extends Length {
  /** The longest way, from the step that starts the clock. */
  readonly path: readonly Id[]
  /** Duration of each step of the path, for the strip below the chart. */
  readonly spent: readonly (Length & { readonly step: Id })[]
}

const nothing: Length = { workdays: 0, days: 0 }

/** Computes the time report of a chart; `graph` is of the same chart. */
export function timeReport(chart: Chart, graph: Graph): TimeReport {
  const clock = clockOf(chart, graph)
  const decided = afterDecision(chart, graph)
  const takes = (step: Step): Length =>
    clock.uncounted.has(step.id) || !counts(step, decided)
      ? nothing
      : lengthOf(step.timeLimit, chart.header.powerKind)
  const stops = stopsOf(graph, clock.starts)
  const path = longestWay(clock.starts, stops, {
    next: (id) => graph.exits(id).map(({ to }) => to),
    passing: (before, id) => added(before, graph.step.get(id)!, takes(graph.step.get(id)!)),
    weight: daysMostly,
    zero: nothing,
  })
  return told(path, graph, takes)
}

function told(path: readonly Id[], graph: Graph, takes: (step: Step) => Length): TimeReport {
  let before = nothing
  const spent = path.map((id) => {
    const step = graph.step.get(id)!
    const after = added(before, step, takes(step))
    const own = { step: id, ...longerBy(after, before) }
    before = after
    return own
  })
  return { ...before, path, spent }
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

interface Clock {
  readonly starts: readonly Id[]
  /** The step that starts the clock is not counted (flow 01: 受理). */
  readonly uncounted: ReadonlySet<Id>
}

function clockOf(chart: Chart, graph: Graph): Clock {
  const { statutoryLimit, promisedLimit } = chart.header
  const wordings = [statutoryLimit, promisedLimit].flatMap((limit) =>
    limit?.kind === 'span' && limit.from !== undefined ? [limit.from] : [],
  )
  const said = clockStarts.filter((words) => wordings.some((wording) => words.test(wording)))
  const otherwise = wordings.some((wording) => startedByName.test(wording)) && said.length === 0
  for (const words of said.length > 0 ? said : otherwise ? [] : clockStarts) {
    const found = chart.steps.filter((step) => words.test(step.name) && graph.exits(step.id).length > 0)
    const done = found.filter((step) => step.kind !== 'decision' && !askedName.test(step.name))
    const asked = found.length > 0 ? found : chart.steps.filter((step) => asksWhether(step, words))
    const starts = (done.length > 0 ? done : asked).map(({ id }) => id)
    if (starts.length > 0) return { starts, uncounted: new Set(starts) }
  }
  return { starts: graph.starts.map(({ id }) => id), uncounted: new Set() }
}

/** 是否受理 starts the clock if no step is named 受理. */
function asksWhether(step: Step, words: RegExp): boolean {
  return step.kind === 'decision' && words.test(step.name.replace(whetherPrefix, ''))
}

function counts(step: Step, decided: ReadonlySet<Id>): boolean {
  if (step.timeLimit?.counts === false) return false
  const asks = step.kind === 'decision' || askedName.test(step.name)
  if (!asks && uncountedActivity.test(step.name)) return false
  return !(decided.has(step.id) && afterTheDecision.test(step.name))
}

/** Steps that follow a decision and do not precede one. */
function afterDecision(chart: Chart, graph: Graph): ReadonlySet<Id> {
  const deciding = chart.steps.filter((step) => step.duty === 'decide' && graph.exits(step.id).length > 0)
  const ids = deciding.map(({ id }) => id)
  const next = (id: Id) => graph.exits(id).map(({ to }) => to)
  const after = reachedFrom(ids.flatMap(next), next)
  const before = reachedFrom(ids, (id) => graph.entries(id).map(({ from }) => from))
  return new Set([...after].filter((id) => !before.has(id)))
}

/** Where the way stops: 办结, if reachable; else ends other than refusals; else any end. */
function stopsOf(graph: Graph, starts: readonly Id[]): ReadonlySet<Id> {
  const next = (id: Id) => graph.exits(id).map(({ to }) => to)
  const ends = [...reachedFrom(starts, next)].filter((id) => graph.exits(id).length === 0)
  const name = (id: Id) => graph.step.get(id)!.name
  const good = ends.filter((id) => !unsettledEnd.test(name(id)))
  const settled = good.filter((id) => settledEnd.test(name(id)))
  if (settled.length > 0) return new Set(settled)
  return new Set(good.length > 0 ? good : ends)
}
