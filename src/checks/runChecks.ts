/**
 * Reads a chart and names the places where the rules of the field do not hold. A rule is
 * one file in `rules/` and a line in `rules.ts`; it changes nothing and has no sentence
 * for people (`text/messages/findings.ts`). What the rules ask of a chart is derived once (`facts.ts`).
 */
import type { Chart } from '../model/chart.ts'
import { factsOf, type Facts } from './facts.ts'
import type { Finding, Rule } from './finding.ts'
import { rules } from './rules.ts'
import type { TimeReport } from './time.ts'
import { splitWaived, type Waived } from './waived.ts'

export interface Checked {
  /** What stands. */
  readonly findings: readonly Finding[]
  /** What a person has waived, with the reason. */
  readonly waived: readonly Waived[]
  readonly time: TimeReport
}

export function runChecks(chart: Chart): Checked {
  const facts = factsOf(chart)
  const found = rules.flatMap((rule) => findingsOf(rule, facts))
  return { ...splitWaived(found, chart.waivers ?? []), time: facts.time }
}

/** A rule that fails is our mistake, not the chart's: it is said, and the others go on. */
export function findingsOf(rule: Rule, facts: Facts): readonly Finding[] {
  try {
    return rule.find(facts).map((found) => ({ rule: rule.id, severity: rule.severity, ...found }))
  } catch (error) {
    return [
      { rule: 'rule-failed', severity: 'hint', steps: [], words: { rule: rule.id, why: String(error) } },
    ]
  }
}
