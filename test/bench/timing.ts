export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The middle one: a neighbour on the machine slows down some runs, never speeds one up. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** By turns, so that a busy minute hits all of them alike. */
export async function mediansByTurns(
  works: readonly (() => Promise<unknown>)[],
  runs: number,
): Promise<readonly number[]> {
  const times = works.map((): number[] => [])
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) times[index]!.push(await msOf(work))
  }
  return times.map(median)
}
