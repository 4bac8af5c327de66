/** Every case against the chart: what was skipped, done beside it, done again or in another order. */
import { graphOf } from '../checks/graph.ts'
import type { Chart, Id, Step } from '../model/chart.ts'
import { alignTrace, type TraceAlignment, type LowerBound } from './alignTrace.ts'
import { bindSteps, type BoundName } from './bindSteps.ts'
import { chartNet, type ChartNet, type Trace, type UnsoundChart } from './chartNet.ts'
import { fitnessOf } from './fitnessOf.ts'
import { pathFindings, type PathFinding } from './pathFindings.ts'
import type { PowerCase } from '../model/cases/powerCase.ts'
import { reachabilityOf } from './reachability.ts'

export interface ReplayOptions {
  /** Recorded name → name of the step, as somebody chose. */
  readonly choices?: ReadonlyMap<string, string>
  /** 不留痕: steps that no system records. */
  readonly untraced?: ReadonlySet<Id>
  /** See `alignTrace`. */
  readonly budget?: number
}

export interface ReplayedCase {
  readonly number: string
  readonly isOpen: boolean
  /** Exact, or at least so many (`isBound`). */
  readonly deviations: number
  readonly isBound: boolean
  readonly findings: readonly PathFinding[]
  /** 1 − deviations ÷ (events + shortest way); undefined for open cases and bounds. */
  readonly fitness?: number
  /** The step of each event, also out of its place; undefined where the chart has none of that name. */
  readonly stepOfEvent: readonly (Id | undefined)[]
}

export interface Replay {
  readonly cases: readonly ReplayedCase[]
  readonly bound: readonly BoundName[]
  /** Decisions and ends that no case records, and what was said to leave no trace. */
  readonly silent: readonly Id[]
  readonly chartNet: Omit<ChartNet, 'net' | 'stepOf'>
  /** Mean over closed cases whose deviations are exact; undefined if there is none. */
  readonly averageFitness?: number
}

/** Compares cases with the chart that was in force when they began; the caller chooses it. */
export function replayCases(
  chart: Chart,
  cases: readonly PowerCase[],
  { choices, untraced = new Set(), budget }: ReplayOptions = {},
): Replay | UnsoundChart {
  const names = [...new Set(cases.flatMap(({ events }) => events.map(({ step }) => step)))]
  const bound = bindSteps(names, chart, choices)
  const named = new Set([...bound.values()].flatMap(({ steps }) => steps))
  const silent = silentSteps(chart, named, untraced)
  const labels = labelsOf(chart, bound)
  const made = chartNet(chart, (id) => traceOf(id, labels, silent, named))
  if ('unsound' in made) return made
  const reach = reachabilityOf(made.net)
  const limit = budget === undefined ? {} : { budget }
  const shortest = alignTrace([], reach, limit)
  const shortestWay = shortest !== undefined && 'moves' in shortest ? shortest.deviations : undefined
  const known = new Map<string, TraceAlignment | LowerBound>()
  const ends = endSteps(chart, silent)
  const replayed = cases.map((one): ReplayedCase => {
    const trace = one.events.map(({ step }) => labelOf(bound.get(step)!))
    const isOpen = !one.isClosed && !isAtEnd(one, bound, ends)
    const key = `${isOpen} ${trace.join('\n')}`
    const found = known.get(key) ?? alignTrace(trace, reach, { isOpen, ...limit })!
    known.set(key, found)
    return caseOf(one, isOpen, found, { ...made, bound, shortestWay })
  })
  const exact = replayed.flatMap(({ fitness }) => fitness ?? [])
  const { eitherWay, takenForChoice } = made
  return {
    cases: replayed,
    bound: [...bound.values()],
    silent: [...silent],
    chartNet: { eitherWay, takenForChoice },
    ...(exact.length === 0
      ? {}
      : { averageFitness: exact.reduce((sum, each) => sum + each, 0) / exact.length }),
  }
}

/** Steps after which no recorded one follows on some way. */
function endSteps(chart: Chart, silent: ReadonlySet<Id>): ReadonlySet<Id> {
  const graph = graphOf(chart)
  const isEnd = (id: Id, seen: ReadonlySet<Id>): boolean =>
    graph.exits(id).length === 0 ||
    graph.exits(id).some(({ to }) => silent.has(to) && !seen.has(to) && isEnd(to, new Set([...seen, to])))
  return new Set(chart.steps.filter(({ id }) => isEnd(id, new Set([id]))).map(({ id }) => id))
}

/** Whether what was done last may end a case. */
function isAtEnd(
  { events }: PowerCase,
  bound: ReadonlyMap<string, BoundName>,
  ends: ReadonlySet<Id>,
): boolean {
  const last = events.at(-1)
  return last !== undefined && bound.get(last.step)!.steps.some((id) => ends.has(id))
}

interface CaseParts extends Pick<ChartNet, 'stepOf'> {
  readonly bound: ReadonlyMap<string, BoundName>
  /** undefined: not found within the budget, so nothing can be measured against it. */
  readonly shortestWay: number | undefined
}

function caseOf(
  { number, events }: PowerCase,
  isOpen: boolean,
  found: TraceAlignment | LowerBound,
  { stepOf, bound, shortestWay }: CaseParts,
): ReplayedCase {
  // An event out of place is still an act at its step: posts and time are judged there.
  const stepOfEvent = events.map(({ step }): Id | undefined => bound.get(step)!.steps[0])
  if ('atLeast' in found)
    return { number, isOpen, deviations: found.atLeast, isBound: true, findings: [], stepOfEvent }
  for (const { event, transition } of found.moves)
    if (event !== undefined && transition !== undefined) stepOfEvent[event] = stepOf[transition]
  return {
    number,
    isOpen,
    deviations: found.deviations,
    isBound: false,
    findings: pathFindings(found.moves, stepOf),
    ...(isOpen || shortestWay === undefined
      ? {}
      : { fitness: fitnessOf(found.deviations, events.length, shortestWay) }),
    stepOfEvent,
  }
}

/**
 * Decisions (a question on the chart) and ends leave a trace only in systems that have such a step:
 * where no case names them, nobody skipped them.
 */
function silentSteps(chart: Chart, named: ReadonlySet<Id>, untraced: ReadonlySet<Id>): ReadonlySet<Id> {
  const isMark = ({ id, kind }: Step) => (kind === 'decision' || kind === 'terminator') && !named.has(id)
  return new Set(chart.steps.filter((step) => untraced.has(step.id) || isMark(step)).map(({ id }) => id))
}

function traceOf(
  id: Id,
  labels: ReadonlyMap<Id, string>,
  silent: ReadonlySet<Id>,
  named: ReadonlySet<Id>,
): Trace {
  const isSilent = silent.has(id)
  if (isSilent && !named.has(id)) return { isSilent }
  return { label: labels.get(id) ?? id, isSilent }
}

/** Steps of one name have one label, whichever the case means. */
function labelsOf(chart: Chart, bound: ReadonlyMap<string, BoundName>): ReadonlyMap<Id, string> {
  const labels = new Map(chart.steps.map(({ id }) => [id, id] as [Id, string]))
  for (const { steps } of bound.values()) for (const id of steps) labels.set(id, steps[0]!)
  return labels
}

function labelOf({ name, steps }: BoundName): string {
  return steps[0] ?? `beside ${name}`
}
