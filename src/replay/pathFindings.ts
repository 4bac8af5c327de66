/** Deviations of an alignment as people speak of them: one cause, one finding. */
import type { Id } from '../model/chart.ts'
import type { Move } from './alignTrace.ts'

export type PathFinding =
  | {
      /** 跳过: the chart wants it, the case has not got it. */
      readonly kind: 'skipped'
      readonly step: Id
      /** Index of the event before which it is missing; undefined: after the last. */
      readonly before?: number
    }
  | {
      /** 多办: beside the chart. 重复: done before, and no way leads back. */
      readonly kind: 'added' | 'repeated'
      readonly event: number
    }
  | {
      /** 次序颠倒: done, but not where the chart has it. Two deviations of one step. */
      readonly kind: 'moved'
      readonly step: Id
      readonly event: number
    }

/** In the order of the case. */
export function pathFindings(
  moves: readonly Move[],
  stepOf: readonly (Id | undefined)[],
): readonly PathFinding[] {
  const done = new Set(moves.filter(({ kind }) => kind === 'together').map(({ label }) => label))
  const skipped = moves.flatMap((move, at) => (move.kind === 'skipped' ? [{ move, at }] : []))
  const paired = new Set<Move>()
  const found: PathFinding[] = []
  moves.forEach((move) => {
    if (move.kind !== 'inserted') return
    const twin = skipped.find(({ move: other }) => other.label === move.label && !paired.has(other))
    if (twin) {
      paired.add(twin.move)
      found.push({ kind: 'moved', step: stepOf[twin.move.transition!]!, event: move.event! })
    } else found.push({ kind: done.has(move.label) ? 'repeated' : 'added', event: move.event! })
  })
  for (const { move, at } of skipped) {
    if (paired.has(move)) continue
    const before = moves.slice(at).find(({ event }) => event !== undefined)?.event
    const step = stepOf[move.transition!]!
    found.push({ kind: 'skipped', step, ...(before === undefined ? {} : { before }) })
  }
  return found.sort((one, other) => placeOf(one) - placeOf(other))
}

function placeOf(finding: PathFinding): number {
  if (finding.kind === 'skipped') return finding.before === undefined ? Infinity : finding.before - 0.5
  return finding.event
}
