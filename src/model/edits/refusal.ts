import type { Change } from '../records/changes.ts'
import type { Id } from '../chart.ts'

/** Why an edit is refused. The sentences are in text/messages/refusalText.ts. */
export type Reason =
  | 'empty-name'
  | 'gone'
  | 'post-exists'
  | 'flowline-exists'
  | 'step-to-itself'
  | 'last-step'
  | 'internal-power'
  | 'nothing-public'
  | 'too-few-exits'
  | 'too-long'

export interface Refusal {
  readonly reason: Reason
  /** Id of the affected record, if there is one. */
  readonly about?: Id
}

/** The result of an edit: changes that carry it out, or the refusal. */
export type Edit =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** An accepted edit with these changes. */
export function allow(...changes: readonly Change[]): Edit {
  return { ok: true, changes }
}

/** A refused edit; `about` is the id of the affected record. */
export function refuse(reason: Reason, about?: Id): Edit {
  return { ok: false, refusal: about === undefined ? { reason } : { reason, about } }
}
