/**
 * The clock of the law on one chart: which steps start it, which end it, and what of a step counts.
 * The statutes' side is data (`text/recognition/clocks.ts`); where the product knows no statute, a matter
 * runs from 受理 (else 立案, else the start) to 办结.
 */
import type { Chart, Id, Step } from '../model/chart.ts'
import type { SpanLimit } from '../model/time/timeLimit.ts'
import { clocks, type LegalClock } from '../text/recognition/clocks.ts'
import {
  anyUncounted,
  askedName,
  clockStarts,
  decidedTogether,
  interimDecision,
  namedUncounted,
  notDoingIt,
  onlyAboutIt,
  remedyWord,
  saysDecision,
  startedByName,
  unsettledEnd,
  settledEnd,
  whetherPrefix,
  excludingWords,
} from '../text/recognition/clockWords.ts'
import { reachedFrom, type Graph } from './graph.ts'
import type { Matter } from './matter.ts'

/** Why a step takes no time of the clock. */
export type Uncounted = 'starts' | 'said' | 'statute' | 'after' | 'remedy'

export interface ClockOnChart {
  readonly law: LegalClock | undefined
  readonly starts: readonly Id[]
  /** Whether a name or the wording told where it starts; otherwise it is the first step. */
  readonly isStartTold: boolean
  readonly stops: ReadonlySet<Id>
  /** Whether a decision ends it; otherwise 办结. */
  readonly endsByDecision: boolean
  readonly whyUncounted: (step: Step) => Uncounted | undefined
  /** Counted here, though other rules than the statute may leave it out. */
  readonly isDoubtful: (step: Step) => boolean
}

export interface ClockParts {
  readonly chart: Chart
  readonly graph: Graph
  readonly matter: Matter
  /** Steps that decide, by duty or by name. */
  readonly deciding: readonly Step[]
}

/** Reads the clock of a chart. Never throws. */
export function legalClock(parts: ClockParts): ClockOnChart {
  const { chart, graph, matter } = parts
  const law = matter.clock === undefined ? undefined : clocks[matter.clock]
  const { starts, isStartTold } = startOf(chart, graph, law)
  const final = finalDecisions(parts, law)
  const next = (id: Id) => graph.exits(id).map(({ to }) => to)
  const walked = reachedFrom(starts, next)
  const ends = matter.isOutward ? final.filter(({ id }) => walked.has(id)).map(({ id }) => id) : []
  const after = afterDecision(graph, final)
  const excluded = excludedByWording(chart)
  const isRemedyItself = matter.clock !== undefined && remedies.includes(matter.clock)
  return {
    law,
    starts,
    isStartTold,
    stops: ends.length > 0 ? new Set(ends) : stopsOf(graph, walked),
    endsByDecision: ends.length > 0,
    whyUncounted: (step) => {
      if (isStartTold && starts.includes(step.id)) return 'starts'
      if (step.timeLimit?.counts === false || excluded?.test(step.name)) return 'said'
      if (!isRemedyItself && isRemedy(step, after, matter)) return 'remedy'
      if (does(step, law ? law.uncounted : anyUncounted)) return 'statute'
      const isAfter = after.has(step.id) && (matter.isOutward || namedUncounted.test(step.name))
      return isAfter ? 'after' : undefined
    },
    isDoubtful: (step) => does(step, law?.doubtful),
  }
}

const remedies: readonly string[] = ['reconsideration', 'simpleReconsideration', 'petitionReview']

/** 复查、复核、复议、诉讼 have clocks of their own; 复核 of a colleague's work before the decision has not. */
function isRemedy({ id, name, kind }: Step, after: ReadonlySet<Id>, { clock }: Matter): boolean {
  if (kind === 'decision' && !after.has(id)) return false
  return remedyWord.test(name) && (after.has(id) || clock === 'petition')
}

/** Whether the step is the act itself: not the question, the notice or the report of it. */
function does({ kind, name }: Step, words: RegExp | undefined): boolean {
  if (!words || kind === 'decision' || askedName.test(name)) return false
  const found = words.exec(name)
  if (!found) return false
  return (
    !notDoingIt.test(name.slice(0, found.index)) &&
    !onlyAboutIt.test(name.slice(found.index + found[0].length))
  )
}

function startOf(
  chart: Chart,
  graph: Graph,
  law: LegalClock | undefined,
): Pick<ClockOnChart, 'starts' | 'isStartTold'> {
  const { statutoryLimit, promisedLimit } = chart.header
  const wordings = [statutoryLimit, promisedLimit].flatMap((limit) =>
    limit?.kind === 'span' && limit.from !== undefined ? [limit.from] : [],
  )
  const said = clockStarts.filter((words) => wordings.some((wording) => words.test(wording)))
  const otherwise = !law && said.length === 0 && wordings.some((wording) => startedByName.test(wording))
  const usual = law ? law.starts : clockStarts
  for (const words of said.length > 0 ? said : otherwise ? [] : usual) {
    const found = chart.steps.filter(({ id, name }) => words.test(name) && graph.exits(id).length > 0)
    const done = found.filter((step) => step.kind !== 'decision' && !askedName.test(step.name))
    const asked = found.length > 0 ? found : chart.steps.filter((step) => asksWhether(step, words))
    const starts = (done.length > 0 ? done : asked).map(({ id }) => id)
    if (starts.length > 0) return { starts, isStartTold: true }
  }
  return { starts: graph.starts.map(({ id }) => id), isStartTold: false }
}

/** 是否受理 starts the clock if no step is named 受理. */
function asksWhether(step: Step, words: RegExp): boolean {
  return step.kind === 'decision' && words.test(step.name.replace(whetherPrefix, ''))
}

/** Decisions on the matter itself: not 立案, 先行登记保存, 延期 or whatever is decided on the way or later. */
function finalDecisions(
  { chart, graph, deciding, matter }: ClockParts,
  law: LegalClock | undefined,
): readonly Step[] {
  const isRemedyItself = matter.clock !== undefined && remedies.includes(matter.clock)
  const isFinal = ({ name }: Step) =>
    (!interimDecision.test(name) || isSaidOutright(name)) && (isRemedyItself || !remedyWord.test(name))
  const finalOf = (steps: readonly Step[]) => {
    const final = steps.filter(isFinal)
    return [...final, ...lastTogether(steps, final, graph)]
  }
  const said = finalOf(deciding.filter(({ duty }) => duty === 'decide'))
  if (said.length > 0) return said
  const named = law ? finalOf(chart.steps.filter(({ name }) => law.ends.test(name))) : []
  const proposed = finalOf(deciding)
  return named.length > 0 ? [...new Set([...named, ...proposed])] : proposed
}

/** 集体讨论 decides where no decision follows it. */
function lastTogether(deciding: readonly Step[], final: readonly Step[], graph: Graph): readonly Step[] {
  return deciding.filter(
    (step) =>
      !final.includes(step) &&
      decidedTogether.test(step.name) &&
      !interimDecision.test(step.name.replace(decidedTogether, '')) &&
      ![...reachedFrom([step.id], (id) => graph.exits(id).map(({ to }) => to))].some((id) =>
        final.some((other) => other.id === id),
      ),
  )
}

/** 集体讨论，作出处罚决定 decides; 作出立案决定、作出延期决定 are on the way. */
function isSaidOutright(name: string): boolean {
  const said = saysDecision.exec(name)
  return said !== null && !interimDecision.test(said[0])
}

/** Steps that follow a decision and do not precede one. */
function afterDecision(graph: Graph, final: readonly Step[]): ReadonlySet<Id> {
  const ids = final.map(({ id }) => id)
  const next = (id: Id) => graph.exits(id).map(({ to }) => to)
  const after = reachedFrom(ids.flatMap(next), next)
  const before = reachedFrom(ids, (id) => graph.entries(id).map(({ from }) => from))
  return new Set([...after].filter((id) => !before.has(id)))
}

/** Where the way stops without a decision: 办结, if reachable; else ends other than refusals; else any end. */
function stopsOf(graph: Graph, walked: ReadonlySet<Id>): ReadonlySet<Id> {
  const ends = [...walked].filter((id) => graph.exits(id).length === 0)
  const name = (id: Id) => graph.step.get(id)!.name
  const good = ends.filter((id) => !unsettledEnd.test(name(id)))
  const settled = good.filter((id) => settledEnd.test(name(id)))
  if (settled.length > 0) return new Set(settled)
  return new Set(good.length > 0 ? good : ends)
}

/** 20个工作日（不含听证、公示时间）: what the limit itself leaves out. */
function excludedByWording({ header }: Chart): RegExp | undefined {
  const words = [header.statutoryLimit, header.promisedLimit].flatMap((limit) => wordsExcluded(limit))
  return words.length > 0 ? new RegExp(words.join('|')) : undefined
}

function wordsExcluded(limit: SpanLimit | { readonly kind: string; readonly wording: string } | undefined) {
  if (!limit) return []
  return limit.wording
    .split(/[，,；;。()（）]/)
    .filter((clause) => excludingWords.clause.test(clause))
    .flatMap((clause) => clause.match(excludingWords.things) ?? [])
}
