/** A finding: which rule, how severe, and where. Sentences stand in `text/messages/findings.ts`. */
import type { Id } from '../model/chart.ts'
import type { Facts } from './facts.ts'

/**
 * Structure that cannot be walked is an error, something left out or a post that holds
 * two incompatible duties a warning, numbers of persons and collective decisions a hint
 * (domain D, calibrated on 36 real charts).
 */
export type Severity = 'error' | 'warning' | 'hint'

/** A place where a rule does not hold. */
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
  /** Statute with article, or the place in domain.md. */
  readonly source: string
  readonly find: (facts: Facts) => readonly FoundPlace[]
}
