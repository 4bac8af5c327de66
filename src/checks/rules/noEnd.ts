/** A chart needs at least one end terminator. */
import type { Rule } from '../finding.ts'

export const noEnd: Rule = {
  id: 'no-end',
  severity: 'error',
  source: 'GB/T 1526; domain A4, D26',
  find: ({ graph }) => (graph.ends.length > 0 ? [] : [{ steps: [] }]),
}
