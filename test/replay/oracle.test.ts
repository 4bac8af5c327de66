import { describe, expect, it } from 'vitest'
import { alignTrace, type TraceAlignment } from '../../src/replay/alignTrace.ts'
import { fitnessOf } from '../../src/replay/fitnessOf.ts'
import { reachabilityOf } from '../../src/replay/reachability.ts'
import { oracleLogs } from './oracleLogs.ts'

interface Figures {
  readonly deviations: number
  readonly fitting: number
  readonly averageFitness: number
}

/**
 * What pm4js 0.0.28 (PetriNetAlignments, npm, BSD-3-Clause) finds in these nets and logs: the same cost
 * for every single trace. In a net whose final place has a way back it finds dearer alignments than
 * there are, so none of these has one.
 */
const oracle: Readonly<Record<string, Figures>> = {
  'straight, no noise': { deviations: 0, fitting: 120, averageFitness: 1 },
  straight: { deviations: 98, fitting: 59, averageFitness: 0.8967328042328043 },
  choice: { deviations: 35, fitting: 96, averageFitness: 0.9553703703703704 },
  'choice, much noise': { deviations: 183, fitting: 19, averageFitness: 0.7363690476190471 },
  correction: { deviations: 179, fitting: 44, averageFitness: 0.9041396018707946 },
  'correction, much noise': { deviations: 621, fitting: 2, averageFitness: 0.634376663529698 },
  together: { deviations: 132, fitting: 46, averageFitness: 0.9074062049062045 },
  'together, much noise': { deviations: 413, fitting: 5, averageFitness: 0.7124604099604095 },
  'long together': { deviations: 196, fitting: 28, averageFitness: 0.8875248439992597 },
  'long together, much noise': { deviations: 558, fitting: 0, averageFitness: 0.6785271164338671 },
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)

describe('[RP30] another program finds the same', () => {
  it.each(oracleLogs)('$name', ({ name, net, traces }) => {
    const reach = reachabilityOf(net)
    const deviationsOf = (trace: readonly string[]) => (alignTrace(trace, reach) as TraceAlignment).deviations
    const shortest = deviationsOf([])
    const deviations = traces.map(deviationsOf)
    const fitness = traces.map((trace, at) => fitnessOf(deviations[at]!, trace.length, shortest))
    const expected = oracle[name]!
    expect(sum(deviations)).toBe(expected.deviations)
    expect(deviations.filter((count) => count === 0)).toHaveLength(expected.fitting)
    expect(Math.abs(sum(fitness) / traces.length - expected.averageFitness)).toBeLessThan(1e-9)
  })
})
