import type { Change } from '../records/changes.ts'
import type { Id } from '../chart.ts'

/** Why a person cannot have what was asked. The sentence for each stands in text/messages/refusalText.ts. */
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
  /** The thing it is about, where there is one. */
  readonly about?: Id
}

/** What an edit answers: the changes that would do it, or why it may not be. */
export type Edit =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusal: Refusal }

export function allow(...changes: readonly Change[]): Edit {
  return { ok: true, changes }
}

export function refuse(reason: Reason, about?: Id): Edit {
  return { ok: false, refusal: about === undefined ? { reason } : { reason, about } }
}
