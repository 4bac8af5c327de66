/** Two flowlines between the same two steps, usually drawn concurrently. */
import type { Rule } from '../finding.ts'

export const duplicateFlowline: Rule = {
  id: 'duplicate-flowline',
  severity: 'warning',
  source: 'GB/T 1526; domain A4',
  find: ({ chart, graph }) => {
    const groups = new Map<string, { readonly steps: readonly string[]; readonly flowlines: string[] }>()
    for (const { id, from, to } of chart.flowlines) {
      if (!graph.step.has(from) || !graph.step.has(to)) continue
      const key = `${from}\n${to}`
      const group = groups.get(key)
      if (group) group.flowlines.push(id)
      else groups.set(key, { steps: from === to ? [from] : [from, to], flowlines: [id] })
    }
    return [...groups.values()].filter(({ flowlines }) => flowlines.length > 1)
  },
}
