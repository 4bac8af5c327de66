/** What a replay found, in sentences and as JSON. Internal: names of persons and numbers of cases stand in it. */
import type { Chart, Id } from '../model/chart.ts'
import { replayText as words } from '../text/messages/replayText.ts'
import { timeUnitName } from '../text/terms.ts'
import type { TimeTaken } from './caseClock.ts'
import type { JudgedCase, Judgement } from './judgeCases.ts'

export interface CaseSentence {
  readonly text: string
  /** Where it is on the chart; undefined for the case as a whole and for what the chart has not. */
  readonly step?: Id
}

/** The findings of one case: procedure, authority, time. */
export function caseSentences(one: JudgedCase, chart: Chart): readonly CaseSentence[] {
  const nameOf = namesOf(chart)
  const event = (at: number) => one.case.events[at]!
  const { whole, lateSteps, shortSteps } = one.time
  return [
    ...(one.isBound ? [{ text: words.atLeast(one.deviations) }] : []),
    ...one.findings.map((finding): CaseSentence => {
      if (finding.kind === 'skipped') return { text: words.skipped(nameOf(finding.step)), step: finding.step }
      const { step, row } = event(finding.event)
      if (finding.kind === 'moved')
        return { text: words.moved(nameOf(finding.step), row), step: finding.step }
      const at = one.stepOfEvent[finding.event]
      return { text: words[finding.kind](step, row), ...(at === undefined ? {} : { step: at }) }
    }),
    ...one.authority.map((finding): CaseSentence => {
      if (finding.kind === 'wrongPost') {
        const { person, row } = event(finding.event)
        return { text: words.wrongPost(person!, nameOf(finding.step), finding.held, row), step: finding.step }
      }
      const [first, second] = finding.events
      const [duty, otherDuty] = finding.duties
      const [at, other] = [one.stepOfEvent[first]!, one.stepOfEvent[second]!]
      const text = words.samePerson({
        person: finding.person,
        one: duty,
        other: otherDuty,
        steps: [nameOf(at), nameOf(other)],
        isSaid: finding.isSaid,
      })
      return { text, step: other }
    }),
    ...(whole?.isLate
      ? [{ text: words.lateCase(amount(whole.used, whole), amount(whole.most, whole), whole.isRunning) }]
      : []),
    ...lateSteps.map((late): CaseSentence => {
      const most = late.most === 0 ? words.sameDay : amount(late.most, late)
      return {
        text: words.lateStep(nameOf(late.step), amount(late.used, late), most, event(late.event).row),
        step: late.step,
      }
    }),
    ...shortSteps.map((short): CaseSentence => ({
      text: words.shortStep(
        nameOf(short.step),
        amount(short.used, short),
        amount(short.most, short),
        event(short.event).row,
      ),
      step: short.step,
    })),
  ]
}

/** The same, in words alone. */
export function sayCase(one: JudgedCase, chart: Chart): readonly string[] {
  return caseSentences(one, chart).map(({ text }) => text)
}

function amount(count: number, { unit }: TimeTaken): string {
  return `${Math.round(count * 100) / 100}${timeUnitName[unit]}`
}

function namesOf(chart: Chart): (id: Id) => string {
  const names = new Map(chart.steps.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

/** What a reader must know of how the cases were judged. */
export function sayReservations(judgement: Judgement, chart: Chart, hasHoldings: boolean): readonly string[] {
  const nameOf = namesOf(chart)
  const { bound, cases, neverSeen, unknownPersons } = judgement
  const beside = bound.filter(({ steps }) => steps.length === 0).map(({ name }) => name)
  const unmeasured = cases.reduce((sum, { time }) => sum + time.unmeasured.length, 0)
  const noClock = cases.filter(({ time }) => time.whole === undefined).length
  const bounds = cases.filter(({ isBound }) => isBound).map(({ number }) => number)
  const isGuessed = cases.some(
    ({ time }) =>
      time.whole?.isCalendarKnown === false || time.lateSteps.some((late) => !late.isCalendarKnown),
  )
  return [
    ...bound
      .filter(({ by }) => by === 'alike')
      .map(({ name, steps }) => words.alike(name, nameOf(steps[0]!))),
    ...(beside.length > 0 ? [words.noStep(beside)] : []),
    ...neverSeen.map((id) => words.neverSeen(nameOf(id))),
    ...judgement.chartNet.takenForChoice.map((id) => words.takenForChoice(nameOf(id))),
    ...judgement.chartNet.eitherWay.map((id) => words.eitherWay(nameOf(id))),
    ...(bounds.length > 0 ? [words.bound(bounds)] : []),
    ...(hasHoldings ? [] : [words.noPosts]),
    ...(unknownPersons.length > 0 ? [words.unknownPersons(unknownPersons)] : []),
    ...(unmeasured > 0 ? [words.unmeasured(unmeasured)] : []),
    ...(noClock > 0 ? [words.noClock(noClock)] : []),
    ...(isGuessed ? [words.calendarUnknown] : []),
    ...(judgement.isUnitGuessed ? [words.unitGuessed] : []),
  ]
}

/** A stable shape for other programs; its fields are listed in `replay/README.md`. */
export function replayReport(judgement: Judgement, chart: Chart): object {
  return {
    averageFitness: judgement.averageFitness ?? null,
    cases: judgement.cases.map((one) => ({
      number: one.number,
      open: one.isOpen,
      deviations: one.deviations,
      lowerBound: one.isBound,
      fitness: one.fitness ?? null,
      findings: one.findings.map((finding) => ({
        ...finding,
        ...('event' in finding ? { row: one.case.events[finding.event]!.row } : {}),
      })),
      authority: one.authority,
      time: one.time,
      words: sayCase(one, chart),
    })),
    bound: judgement.bound,
    silent: judgement.silent,
    neverSeen: judgement.neverSeen,
    takenForChoice: judgement.chartNet.takenForChoice,
    eitherWay: judgement.chartNet.eitherWay,
    unknownPersons: judgement.unknownPersons,
  }
}
