/** Each case by the chart that was in force when it began. */
import type { Chart, Id } from '../model/chart.ts'
import type { LocalTime, PowerCase } from '../model/cases/powerCase.ts'
import { judgeCases, type Judgement, type JudgedCase, type JudgeOptions } from './judgeCases.ts'

/** A state of the chart, and since when it is in force; undefined: from the beginning. */
export interface ChartEdition {
  readonly chart: Chart
  readonly since?: LocalTime
}

export interface EditionUse {
  readonly since?: LocalTime
  readonly cases: number
  /** Of these, such as began before `since`: there is no older edition to judge them by. */
  readonly older: number
}

export interface EditionsJudgement extends Judgement {
  /** The editions that judged a case, the oldest first. */
  readonly uses: readonly EditionUse[]
}

/** An edition from which no case can come to an end, with the places. */
export interface UnsoundEdition {
  readonly unsound: true
  readonly since?: LocalTime
  /** Names of steps. */
  readonly places: readonly string[]
}

/**
 * `editions`: at least one, the oldest first. A case that began before the first one is judged by the
 * first. Cases keep their order.
 */
export function judgeEditions(
  editions: readonly ChartEdition[],
  cases: readonly PowerCase[],
  options: JudgeOptions,
): EditionsJudgement | UnsoundEdition {
  const judged: Judgement[] = []
  const uses: EditionUse[] = []
  const at = new Map<PowerCase, JudgedCase>()
  const casesOf = casesByEdition(editions, cases)
  for (const [index, { chart, since }] of editions.entries()) {
    const own = casesOf.get(index) ?? []
    // Without a case, the newest tells at least what can be judged by it.
    if (own.length === 0 && (index < editions.length - 1 || judged.length > 0)) continue
    const found = judgeCases(chart, own, options)
    const from = since === undefined ? {} : { since }
    if ('unsound' in found) return { unsound: true, ...from, places: found.steps.map(nameIn(chart)) }
    judged.push(found)
    const older = since === undefined ? 0 : own.filter((one) => beganAt(one) < since).length
    uses.push({ ...from, cases: own.length, older })
    found.cases.forEach((one, place) => at.set(own[place]!, one))
  }
  return {
    ...united(
      judged,
      cases.map((one) => at.get(one)!),
    ),
    uses,
  }
}

function beganAt({ events }: PowerCase): LocalTime {
  return events[0]!.start
}

/** By the index of the edition: the last one that was in force when the case began, else the first. */
function casesByEdition(
  editions: readonly ChartEdition[],
  cases: readonly PowerCase[],
): ReadonlyMap<number, readonly PowerCase[]> {
  const found = new Map<number, PowerCase[]>()
  for (const one of cases) {
    const began = beganAt(one)
    const inForce = editions.filter(({ since }) => since === undefined || since <= began).length
    const index = Math.max(0, inForce - 1)
    const own = found.get(index) ?? []
    own.push(one)
    found.set(index, own)
  }
  return found
}

function nameIn({ steps }: Chart): (id: Id) => string {
  return (id) => steps.find((step) => step.id === id)?.name ?? ''
}

/** What was found by the newest edition stands where several say something of the same name. */
function united(judged: readonly Judgement[], cases: readonly JudgedCase[]): Judgement {
  const last = judged.at(-1)!
  if (judged.length === 1) return { ...last, cases }
  const all = <T>(of: (one: Judgement) => readonly T[]) => [...new Set(judged.flatMap(of))]
  const exact = cases.flatMap(({ fitness }) => fitness ?? [])
  const { averageFitness: _, ...rest } = last
  return {
    ...rest,
    cases,
    bound: [...new Map(judged.flatMap(({ bound }) => bound.map((one) => [one.name, one]))).values()],
    silent: all(({ silent }) => silent),
    neverSeen: all(({ neverSeen }) => neverSeen),
    unknownPersons: all(({ unknownPersons }) => unknownPersons),
    isUnitGuessed: judged.some(({ isUnitGuessed }) => isUnitGuessed),
    stepNames: new Map(judged.flatMap(({ stepNames }) => [...stepNames])),
    chartNet: {
      eitherWay: all(({ chartNet }) => chartNet.eitherWay),
      takenForChoice: all(({ chartNet }) => chartNet.takenForChoice),
    },
    ...(exact.length === 0
      ? {}
      : { averageFitness: exact.reduce((sum, each) => sum + each, 0) / exact.length }),
  }
}
