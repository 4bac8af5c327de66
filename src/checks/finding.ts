/** A finding: which rule, how severe, and where. Sentences stand in `text/messages/findings.ts`. */
import type { Id } from '../model/chart.ts'
import type { ProvisionKey } from '../text/law/provisions.ts'
import type { Facts } from './facts.ts'

/**
 * Error: structure that cannot be walked. Warning: an omission, or a post with two incompatible
 * duties. Hint: numbers of persons, collective decisions (domain D, calibrated on 36 real charts).
 */
export type Severity = 'error' | 'warning' | 'hint'

/** A place that violates a rule. */
export interface FoundPlace {
  readonly steps: readonly Id[]
  readonly flowlines?: readonly Id[]
  readonly risks?: readonly Id[]
  /** Values for the sentence: days, a post, matched words. */
  readonly words?: Readonly<Record<string, string | number>>
  /** Severity of this place, if it differs from the rule's. */
  readonly severity?: Severity
}

export interface Finding extends FoundPlace {
  readonly rule: string
  readonly severity: Severity
}

export interface Rule {
  /** kebab-case; the file has the same name in camelCase. */
  readonly id: string
  readonly severity: Severity
  /** Where the rule comes from, if not (only) from a statute: practice, calibration, a standard. */
  readonly source: string
  /** The articles that it rests on. */
  readonly laws?: readonly ProvisionKey[]
  readonly find: (facts: Facts) => readonly FoundPlace[]
}
