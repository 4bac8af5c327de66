/** How a chart was used: how many cases went where, how long they stayed, and where they strayed. */
import { graphOf, type Graph } from '../checks/graph.ts'
import type { Chart, Id } from '../model/chart.ts'
import type { JudgedCase } from './judgeCases.ts'
import { workingMinutes } from './workingTime.ts'

export interface StepUse {
  readonly step: Id
  /** It leaves no trace: that no case has it says nothing. */
  readonly isSilent: boolean
  /** Cases that have it. */
  readonly cases: number
  /** Working minutes from start to end, in the middle; undefined: no case has both times. */
  readonly medianMinutes?: number
  readonly skipped: number
  /** Cases that do it out of its place. */
  readonly moved: number
  /** Cases with a late event here. */
  readonly late: number
  /** Cases with a finding of authority here. */
  readonly authority: number
}

export interface FlowlineUse {
  readonly flowline: Id
  /** Cases that went along it at least once. */
  readonly cases: number
}

export interface CaseUse {
  readonly cases: number
  readonly steps: readonly StepUse[]
  readonly flowlines: readonly FlowlineUse[]
}

/** `silent`: steps that leave no trace; a case goes over them from one recorded step to the next. */
export function caseUse(chart: Chart, cases: readonly JudgedCase[], silent: ReadonlySet<Id>): CaseUse {
  return {
    cases: cases.length,
    steps: chart.steps.map(({ id }) => ({ ...stepUse(id, cases), isSilent: silent.has(id) })),
    flowlines: flowlineUses(chart, cases, silent),
  }
}

function stepUse(step: Id, cases: readonly JudgedCase[]): Omit<StepUse, 'isSilent'> {
  const events = cases.map((one) => one.case.events.filter((_, at) => one.stepOfEvent[at] === step))
  const minutes = events
    .flat()
    .flatMap(({ start, end }) => (end === undefined || end === start ? [] : workingMinutes({ start, end })))
  const median = middle(minutes)
  const count = (is: (one: JudgedCase) => boolean) => cases.filter(is).length
  return {
    step,
    cases: events.filter(({ length }) => length > 0).length,
    ...(median === undefined ? {} : { medianMinutes: median }),
    skipped: count(({ findings }) => findings.some((each) => each.kind === 'skipped' && each.step === step)),
    moved: count(({ findings }) => findings.some((each) => each.kind === 'moved' && each.step === step)),
    late: count(({ time }) => time.lateSteps.some((late) => late.step === step)),
    authority: count((one) =>
      one.authority.some((found) =>
        found.kind === 'wrongPost'
          ? found.step === step
          : found.events.some((at) => one.stepOfEvent[at] === step),
      ),
    ),
  }
}

function middle(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

function flowlineUses(
  chart: Chart,
  cases: readonly JudgedCase[],
  silent: ReadonlySet<Id>,
): readonly FlowlineUse[] {
  const graph = graphOf(chart)
  const ways = new Map<string, readonly Id[]>()
  const wayOf = (from: Id, to: Id): readonly Id[] => {
    const known = ways.get(`${from} ${to}`) ?? quietWay(graph, from, to, silent)
    ways.set(`${from} ${to}`, known)
    return known
  }
  const counts = new Map<Id, number>()
  for (const { stepOfEvent } of cases) {
    const steps = stepOfEvent.filter((step) => step !== undefined)
    const gone = new Set(steps.slice(1).flatMap((step, at) => wayOf(steps[at]!, step)))
    for (const flowline of gone) counts.set(flowline, (counts.get(flowline) ?? 0) + 1)
  }
  return chart.flowlines.map(({ id }) => ({ flowline: id, cases: counts.get(id) ?? 0 }))
}

/** The shortest way over steps that leave no trace; none if a step lies between that would. */
function quietWay(graph: Graph, from: Id, to: Id, silent: ReadonlySet<Id>): readonly Id[] {
  const seen = new Set([from])
  let reached: { readonly at: Id; readonly way: readonly Id[] }[] = [{ at: from, way: [] }]
  while (reached.length > 0) {
    const next: typeof reached = []
    for (const { at, way } of reached)
      for (const line of graph.exits(at)) {
        if (line.to === to) return [...way, line.id]
        if (!silent.has(line.to) || seen.has(line.to)) continue
        seen.add(line.to)
        next.push({ at: line.to, way: [...way, line.id] })
      }
    reached = next
  }
  return []
}

/** Cases by the month of their first event (yyyy-mm), the earliest first. */
export function casesByMonth(
  cases: readonly JudgedCase[],
): readonly (readonly [string, readonly JudgedCase[]])[] {
  const months = new Map<string, JudgedCase[]>()
  for (const one of cases) {
    const month = one.case.events[0]!.start.slice(0, 7)
    const of = months.get(month) ?? []
    of.push(one)
    months.set(month, of)
  }
  return [...months].sort(([one], [other]) => (one < other ? -1 : 1))
}
