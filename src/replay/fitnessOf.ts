/** How well cases fit a net, as PM4Py and ProM define it for alignments (`replay_fitness`). */

/**
 * 1: no deviation; 0: nothing was done as the net says. `shortest`: the fewest visible steps of any
 * way through the net.
 */
export function fitnessOf(deviations: number, events: number, shortest: number): number {
  const worst = events + shortest
  return worst === 0 ? 1 : 1 - deviations / worst
}
