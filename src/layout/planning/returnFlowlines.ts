/**
 * Finds the return flowlines (退回、补正): the back edges of a depth-first walk in the order of the
 * chart. In a structured procedure these are exactly its loops. A flowline from a step to
 * itself is one too.
 */
export function returnFlowlines(
  steps: number,
  flowlines: readonly { readonly from: number; readonly to: number }[],
  beginnings: readonly number[],
): ReadonlySet<number> {
  const exits = Array.from({ length: steps }, (): number[] => [])
  for (const [index, line] of flowlines.entries()) exits[line.from]!.push(index)
  const returns = new Set<number>()
  const begun = new Uint8Array(steps)
  const finished = new Uint8Array(steps)
  for (const beginning of beginnings) {
    if (begun[beginning]) continue
    begun[beginning] = 1
    // An explicit stack: recursion over thousands of steps would overflow the engine's.
    const path: { step: number; next: number }[] = [{ step: beginning, next: 0 }]
    while (path.length > 0) {
      const top = path[path.length - 1]!
      const line = exits[top.step]![top.next++]
      if (line === undefined) {
        finished[top.step] = 1
        path.pop()
        continue
      }
      const to = flowlines[line]!.to
      if (begun[to]) {
        if (!finished[to]) returns.add(line)
        continue
      }
      begun[to] = 1
      path.push({ step: to, next: 0 })
    }
  }
  return returns
}
