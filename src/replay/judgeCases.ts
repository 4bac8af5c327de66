/** 办件回放: cases against the chart, the clock of the law and the posts. */
import { factsOf } from '../checks/facts.ts'
import { legalClock } from '../checks/legalClock.ts'
import type { Matter } from '../checks/matter.ts'
import type { Chart, Duty, Id } from '../model/chart.ts'
import { authorityFindings, type AuthorityFinding, type KnownDuty } from './authorityFindings.ts'
import { caseTime, type CaseTime } from './caseClock.ts'
import { personsIn } from '../model/cases/personsIn.ts'
import type { Holding, LocalTime, PowerCase } from '../model/cases/powerCase.ts'
import { contradictionIn } from './contradictionIn.ts'
import type { UnsoundChart } from './chartNet.ts'
import { replayCases, type Replay, type ReplayedCase, type ReplayOptions } from './replayCases.ts'
import type { WorkingHours } from './workingTime.ts'

export interface JudgeOptions extends ReplayOptions {
  readonly now: LocalTime
  readonly holdings?: readonly Holding[]
  readonly hours?: WorkingHours
}

export interface JudgedCase extends ReplayedCase {
  readonly case: PowerCase
  /** By which it was judged. */
  readonly chart: Chart
  readonly time: CaseTime
  readonly authority: readonly AuthorityFinding[]
  /** 结果不符: the event that contradicts the recorded result. */
  readonly contradiction?: number
}

export interface Judgement extends Omit<Replay, 'cases'> {
  readonly cases: readonly JudgedCase[]
  /** Persons of cases of whom the table of posts says nothing: their posts were not judged. */
  readonly unknownPersons: readonly string[]
  /** Steps that no closed case has, though nothing says that they leave no trace. */
  readonly neverSeen: readonly Id[]
  /** Whether a limit of so many 日 was taken for workdays, because nothing says which. */
  readonly isUnitGuessed: boolean
  readonly stepNames: ReadonlyMap<Id, string>
}

/** The caller hands in cases that began while this chart was in force. */
export function judgeCases(
  chart: Chart,
  cases: readonly PowerCase[],
  { now, holdings = [], hours, ...options }: JudgeOptions,
): Judgement | UnsoundChart {
  const replay = replayCases(chart, cases, options)
  if ('unsound' in replay) return replay
  const { graph, matter, acting } = factsOf(chart)
  const clock = legalClock({ chart, graph, matter, deciding: acting('decide') })
  const duties = dutiesOf(chart, acting)
  const parts = { chart, holdings, dutyOf: (step: Id) => duties.get(step) }
  const judged = replay.cases.map((one, at): JudgedCase => {
    const from = cases[at]!
    const contradiction = contradictionIn(from, one, chart)
    return {
      ...one,
      case: from,
      chart,
      time: caseTime(from, one.stepOfEvent, { chart, clock, matter, now, ...(hours ? { hours } : {}) }),
      authority: authorityFindings(from, one.stepOfEvent, parts),
      ...(contradiction === undefined ? {} : { contradiction }),
    }
  })
  const known = new Set(holdings.map(({ person }) => person))
  const persons = new Set(
    cases.flatMap(({ events }) =>
      events.flatMap(({ person }) => (person === undefined ? [] : personsIn(person))),
    ),
  )
  return {
    ...replay,
    cases: judged,
    unknownPersons: holdings.length === 0 ? [] : [...persons].filter((person) => !known.has(person)),
    isUnitGuessed: isUnitGuessed(chart, matter),
    stepNames: new Map(chart.steps.map(({ id, name }) => [id, name])),
    neverSeen: neverSeen(chart, judged, new Set(replay.silent)),
  }
}

function isUnitGuessed({ header, steps }: Chart, matter: Matter): boolean {
  const limits = [header.promisedLimit, header.statutoryLimit, ...steps.map(({ timeLimit }) => timeLimit)]
  return (
    matter.kind === undefined &&
    limits.some((limit) => limit?.kind === 'span' && limit.unit === 'day' && limit.unitUnsaid === true)
  )
}

const allDuties: readonly Duty[] = [
  'initiate',
  'handle',
  'review',
  'decide',
  'execute',
  'accept',
  'supervise',
]

/** Said, else proposed by the name where it proposes one only. */
function dutiesOf(
  chart: Chart,
  acting: (duty: Duty) => readonly { readonly id: Id }[],
): ReadonlyMap<Id, KnownDuty> {
  const proposed = new Map<Id, Duty[]>()
  for (const duty of allDuties)
    for (const { id } of acting(duty)) proposed.set(id, [...(proposed.get(id) ?? []), duty])
  return new Map(
    chart.steps.flatMap(({ id, duty }): (readonly [Id, KnownDuty])[] => {
      const [first, ...more] = proposed.get(id) ?? []
      if (duty !== undefined) return [[id, { duty, isSaid: true }]]
      return first !== undefined && more.length === 0 ? [[id, { duty: first, isSaid: false }]] : []
    }),
  )
}

/** Fewer cases than this say nothing of the chart. */
const enoughCases = 5

/** Skipped in every closed case: left undone by all, or never recorded by the system. */
function neverSeen(chart: Chart, cases: readonly JudgedCase[], silent: ReadonlySet<Id>): readonly Id[] {
  const closed = cases.filter(({ isOpen, isBound }) => !isOpen && !isBound)
  if (closed.length < enoughCases) return []
  return chart.steps
    .map(({ id }) => id)
    .filter(
      (id) =>
        !silent.has(id) &&
        closed.every(({ findings }) => findings.some((each) => each.kind === 'skipped' && each.step === id)),
    )
}
