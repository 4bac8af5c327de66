/** What cases teach about the chart: said to its drafter, who decides. */
import type { Chart } from '../model/chart.ts'
import { replayText as words } from '../text/messages/replayText.ts'
import type { JudgedCase } from './judgeCases.ts'

/** Fewer cases say nothing. */
const enough = 5
/** What happens in so large a part of the cases is the rule rather than the exception. */
const mostly = 0.5

/** Limits that mostly are not met, steps that mostly are skipped, and names that the chart lacks. */
export function chartSuggestions(chart: Chart, cases: readonly JudgedCase[]): readonly string[] {
  const closed = cases.filter(({ isOpen, isBound }) => !isOpen && !isBound)
  return [
    ...chart.steps.flatMap(({ id, name }) => {
      const through = cases.filter(({ stepOfEvent }) => stepOfEvent.includes(id))
      const late = through.filter(({ time }) => time.lateSteps.some(({ step }) => step === id))
      return isMost(late, through) ? [words.limitMissed(name, late.length, through.length)] : []
    }),
    ...chart.steps.flatMap(({ id, name }) => {
      const over = closed.filter(({ findings }) =>
        findings.some((found) => found.kind === 'skipped' && found.step === id),
      )
      // Skipped by all is said elsewhere: it may be a step that leaves no trace.
      return over.length < closed.length && isMost(over, closed)
        ? [words.mostlySkipped(name, over.length, closed.length)]
        : []
    }),
    ...[...new Set(cases.flatMap(namesBeside))].flatMap((name) => {
      const having = cases.filter((one) => namesBeside(one).includes(name))
      return isMost(having, cases) ? [words.mostlyAdded(name, having.length, cases.length)] : []
    }),
  ]
}

function isMost(some: readonly unknown[], all: readonly unknown[]): boolean {
  return all.length >= enough && some.length / all.length >= mostly
}

/** Recorded names for which the chart has no step. */
function namesBeside(one: JudgedCase): readonly string[] {
  return one.case.events.flatMap(({ step }, at) => (one.stepOfEvent[at] === undefined ? [step] : []))
}
