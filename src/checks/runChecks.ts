/**
 * Runs the rules on a chart. A rule is one file in `rules/` and a line in `rules.ts`; it modifies
 * nothing and contains no user-visible text (`text/messages/findings.ts`). Facts shared by rules are
 * derived once (`facts.ts`).
 */
import type { Chart } from '../model/chart.ts'
import { factsOf, type Facts } from './facts.ts'
import type { Finding, Rule } from './finding.ts'
import { rules } from './rules.ts'
import type { TimeReport } from './timeReport.ts'
import { splitWaived, type Waived } from './waived.ts'

export interface Checked {
  /** Findings that are not waived. */
  readonly findings: readonly Finding[]
  /** Findings waived by a person, with the reason. */
  readonly waived: readonly Waived[]
  readonly time: TimeReport
}

/**
 * Runs all rules on a chart. Returns the findings, those waived by a person, and the time
 * report. Never throws: a rule that fails becomes a finding `rule-failed`.
 */
export function runChecks(chart: Chart): Checked {
  const facts = factsOf(chart)
  const found = rules.flatMap((rule) => findingsOf(rule, facts))
  return { ...splitWaived(found, chart.waivers ?? []), time: facts.time }
}

/** A rule that throws is a bug: it becomes a finding, and the other rules still run. */
export function findingsOf(rule: Rule, facts: Facts): readonly Finding[] {
  try {
    return rule.find(facts).map((found) => ({ rule: rule.id, severity: rule.severity, ...found }))
  } catch (error) {
    return [
      { rule: 'rule-failed', severity: 'hint', steps: [], words: { rule: rule.id, why: String(error) } },
    ]
  }
}
