/** What a replay found, in sentences and as JSON. Internal: names of persons and numbers of cases stand in it. */
import type { CaseEvent } from '../model/cases/powerCase.ts'
import type { Chart, Id } from '../model/chart.ts'
import { replayText as words } from '../text/messages/replayText.ts'
import { timeUnitName } from '../text/terms.ts'
import type { TimeTaken } from './caseClock.ts'
import type { JudgedCase } from './judgeCases.ts'
import type { EditionsJudgement } from './judgeEditions.ts'

/** 违程序、超权限、超时限 */
export type FindingSide = 'procedure' | 'authority' | 'time'

export interface CaseSentence {
  /**
   * Which finding of its case it is; the same after the case grew and was judged again. No person's
   * name is in it.
   */
  readonly key: string
  readonly side: FindingSide
  readonly text: string
  /** Where it is on the chart; undefined for the case as a whole and for what the chart has not. */
  readonly step?: Id
}

/** The findings of one case: procedure, authority, time. */
export function caseSentences(one: JudgedCase): readonly CaseSentence[] {
  return numbered([...pathSentences(one), ...authoritySentences(one), ...timeSentences(one)])
}

type Unnumbered = Omit<CaseSentence, 'key'> & { readonly about: string }

/** Findings of one kind at one place are counted: the first, the second. */
function numbered(sentences: readonly Unnumbered[]): readonly CaseSentence[] {
  const seen = new Map<string, number>()
  return sentences.map(({ about, ...sentence }) => {
    const count = (seen.get(about) ?? 0) + 1
    seen.set(about, count)
    return { key: count === 1 ? about : `${about} ${count}`, ...sentence }
  })
}

function pathSentences(one: JudgedCase): readonly Unnumbered[] {
  const nameOf = nameIn(one)
  const side = 'procedure'
  const found = one.findings.map((finding): Unnumbered => {
    if (finding.kind === 'skipped') {
      const { step } = finding
      return { about: `skipped ${step}`, side, text: words.skipped(nameOf(step)), step }
    }
    const event = one.case.events[finding.event]!
    if (finding.kind === 'moved') {
      const { step } = finding
      return { about: `moved ${step}`, side, text: words.moved(nameOf(step), placeOf(event)), step }
    }
    const step = one.stepOfEvent[finding.event]
    return {
      about: `${finding.kind} ${step ?? event.step} ${event.start}`,
      side,
      text: words[finding.kind](event.step, placeOf(event)),
      ...(step === undefined ? {} : { step }),
    }
  })
  const bound = one.isBound ? [{ about: 'atLeast', side, text: words.atLeast(one.deviations) } as const] : []
  return [...bound, ...found, ...contradictions(one)]
}

/** 结果不符 */
function contradictions(one: JudgedCase): readonly Unnumbered[] {
  const { contradiction: at, case: of, stepOfEvent } = one
  if (at === undefined) return []
  const event = of.events[at]!
  const step = stepOfEvent[at]
  const text = words.contradiction(of.result ?? '', event.step, placeOf(event))
  return [{ about: 'contradiction', side: 'procedure', text, ...(step === undefined ? {} : { step }) }]
}

function authoritySentences(one: JudgedCase): readonly Unnumbered[] {
  const nameOf = nameIn(one)
  const side = 'authority'
  return one.authority.map((finding): Unnumbered => {
    if (finding.kind === 'wrongPost') {
      const event = one.case.events[finding.event]!
      const { step, held } = finding
      const text = words.wrongPost(event.person!, nameOf(step), held, placeOf(event))
      return { about: `wrongPost ${step} ${event.start}`, side, text, step }
    }
    const [duty, otherDuty] = finding.duties
    const [first, step] = finding.events.map((at) => one.stepOfEvent[at]!) as [Id, Id]
    const text = words.samePerson({
      person: finding.person,
      one: duty,
      other: otherDuty,
      steps: [nameOf(first), nameOf(step)],
      isSaid: finding.isSaid,
    })
    return { about: `samePerson ${first} ${step}`, side, text, step }
  })
}

function timeSentences(one: JudgedCase): readonly Unnumbered[] {
  const nameOf = nameIn(one)
  const side = 'time'
  const { whole, lateSteps, shortSteps } = one.time
  const of = (at: number) => one.case.events[at]!
  return [
    ...(whole?.isLate
      ? [
          {
            about: 'lateCase',
            side,
            text: words.lateCase(amount(whole.used, whole), amount(whole.most, whole), whole.isRunning),
          } as const,
        ]
      : []),
    ...lateSteps.map((late): Unnumbered => {
      const { step } = late
      const most = late.most === 0 ? words.sameDay : amount(late.most, late)
      const text = words.lateStep(nameOf(step), amount(late.used, late), most, placeOf(of(late.event)))
      return { about: `lateStep ${step} ${of(late.event).start}`, side, text, step }
    }),
    ...shortSteps.map((short): Unnumbered => {
      const { step } = short
      const least = amount(short.most, short)
      const text = words.shortStep(nameOf(step), amount(short.used, short), least, placeOf(of(short.event)))
      return { about: `shortStep ${step} ${of(short.event).start}`, side, text, step }
    }),
  ]
}

/** The row of its table; of a kept case, whose tables are many, its time. */
function placeOf({ row, start }: CaseEvent): string {
  return row === 0 ? words.atTime(start) : words.inRow(row)
}

/** The same, in words alone. */
export function sayCase(one: JudgedCase): readonly string[] {
  return caseSentences(one).map(({ text }) => text)
}

function amount(count: number, { unit }: TimeTaken): string {
  return `${Math.round(count * 100) / 100}${timeUnitName[unit]}`
}

const namesOf = new WeakMap<Chart, ReadonlyMap<Id, string>>()

function nameIn({ chart }: JudgedCase): (id: Id) => string {
  const names = namesOf.get(chart) ?? new Map(chart.steps.map(({ id, name }) => [id, name]))
  namesOf.set(chart, names)
  return (id) => names.get(id) ?? ''
}

/** What a reader must know of how the cases were judged. */
export function sayReservations(judgement: EditionsJudgement, hasHoldings: boolean): readonly string[] {
  const { stepNames, uses, bound, cases, neverSeen, unknownPersons } = judgement
  const nameOf = (id: Id) => stepNames.get(id) ?? ''
  const beside = bound.filter(({ steps }) => steps.length === 0).map(({ name }) => name)
  const unmeasured = cases.reduce((sum, { time }) => sum + time.unmeasured.length, 0)
  const noClock = cases.filter(({ time }) => time.whole === undefined).length
  const bounds = cases.filter(({ isBound }) => isBound).map(({ number }) => number)
  const isGuessed = cases.some(
    ({ time }) =>
      time.whole?.isCalendarKnown === false || time.lateSteps.some((late) => !late.isCalendarKnown),
  )
  return [
    ...(uses.length > 1 ? uses.map((use) => words.edition(use)) : []),
    ...uses.filter(({ older }) => older > 0).map(({ older }) => words.beforeEditions(older)),
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
export function replayReport(judgement: EditionsJudgement): object {
  return {
    averageFitness: judgement.averageFitness ?? null,
    // Made one by one while they are written: 200,000 of them at once would not fit beside the cases.
    cases: judgement.cases.map((one) => ({ toJSON: () => caseReport(one) })),
    editions: judgement.uses,
    bound: judgement.bound,
    silent: judgement.silent,
    neverSeen: judgement.neverSeen,
    takenForChoice: judgement.chartNet.takenForChoice,
    eitherWay: judgement.chartNet.eitherWay,
    unknownPersons: judgement.unknownPersons,
  }
}

function caseReport(one: JudgedCase): object {
  return {
    number: one.number,
    open: one.isOpen,
    deviations: one.deviations,
    lowerBound: one.isBound,
    fitness: one.fitness ?? null,
    findings: one.findings.map((finding) => ({
      ...finding,
      ...('event' in finding ? { row: one.case.events[finding.event]!.row } : {}),
    })),
    contradiction: one.contradiction ?? null,
    authority: one.authority,
    time: one.time,
    words: sayCase(one),
  }
}
