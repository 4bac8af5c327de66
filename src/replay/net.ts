/**
 * A Petri net (ISO/IEC 15909-1) with labelled and silent transitions: what a flow allows. Small and
 * general, so that other nets than those of charts can be aligned in tests.
 */

export interface Transition {
  /** What the log calls it; undefined: silent, it leaves no trace. */
  readonly label?: string
  /** Places, by index. A place twice takes or gives two tokens. */
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
}

export interface Net {
  readonly places: number
  readonly transitions: readonly Transition[]
  /** Tokens by place, at the start and at the end of a case. */
  readonly initial: readonly number[]
  readonly final: readonly number[]
}

/** Tokens by place, as a text of one character a place: compared and kept as a key. */
export type Marking = string

export function markingOf(tokens: readonly number[]): Marking {
  return String.fromCharCode(...tokens)
}

/** The marking after a transition; undefined if it is not enabled. */
export function fired(marking: Marking, { inputs, outputs }: Transition): Marking | undefined {
  // Asked far more often than it is enabled.
  for (const place of inputs) if (marking.charCodeAt(place) === 0) return undefined
  const tokens = Array.from(marking, (_, place) => marking.charCodeAt(place))
  for (const place of inputs) {
    tokens[place]! -= 1
    if (tokens[place]! < 0) return undefined
  }
  for (const place of outputs) tokens[place]! += 1
  return markingOf(tokens)
}
