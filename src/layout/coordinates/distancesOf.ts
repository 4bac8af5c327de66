/**
 * Finds which pieces along one axis must keep a distance: pairs that share a band of the other
 * axis with nothing between them.
 */
import type { Distance } from './solver.ts'
import { spacing } from '../spacing.ts'

type PieceKind = 'step' | 'bar' | 'label' | 'border'

export interface Piece {
  readonly kind: PieceKind
  readonly variable: number
  /** From the variable to its two sides. */
  readonly low: number
  readonly high: number
  /** Its place in the order along the axis. */
  readonly key: number
  /** The bands of the other axis that it covers, both included. */
  readonly from: number
  readonly to: number
  /** The step that it is, or that its flowline leaves and reaches. */
  readonly steps: readonly number[]
}

type Axis = 'x' | 'y'

function gap(axis: Axis, one: Piece, other: Piece): number {
  const kinds = new Set([one.kind, other.kind])
  if (kinds.has('border')) {
    if (kinds.has('step')) return spacing.lanePad
    return kinds.has('label') ? spacing.labelStep : spacing.border
  }
  if (kinds.has('label')) {
    if (kinds.has('bar')) return spacing.label
    if (!kinds.has('step')) return spacing.labelStep
    const [label, step] = one.kind === 'label' ? [one, other] : [other, one]
    // Beside the step it leaves a label stands close; before the step it reaches is the arrow head.
    if (label.steps[1] === step.steps[0]) return spacing.clear
    return label.steps[0] === step.steps[0] ? spacing.label : 2 * spacing.labelStep
  }
  if (kinds.has('bar')) return kinds.has('step') ? spacing.clear : spacing.parallel
  return axis === 'x' ? spacing.steps : spacing.rows
}

export function distancesOf(axis: Axis, pieces: readonly Piece[], bands: number): Distance[] {
  const sorted = [...pieces.keys()].sort((a, b) => pieces[a]!.key - pieces[b]!.key || a - b)
  const last = new Int32Array(bands).fill(-1)
  const found: Distance[] = []
  for (const index of sorted) {
    const piece = pieces[index]!
    const met = new Set<number>()
    for (let band = piece.from; band <= piece.to; band++) {
      const before = last[band]!
      // Of two pieces with the same variable, only the one that reaches further constrains the
      // next piece.
      const hidden =
        before >= 0 && pieces[before]!.variable === piece.variable && pieces[before]!.high > piece.high
      if (!hidden) last[band] = index
      if (before < 0 || met.has(before)) continue
      met.add(before)
      const other = pieces[before]!
      if (other.variable === piece.variable) continue
      const least = other.high - piece.low + gap(axis, other, piece)
      found.push({ before: other.variable, after: piece.variable, least })
    }
  }
  return found
}
