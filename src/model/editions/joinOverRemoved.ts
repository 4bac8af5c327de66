import type { Chart, Flowline, Id } from '../chart.ts'

type Line = Pick<Flowline, 'from' | 'to' | 'label' | 'side'>

/**
 * The flowlines between the remaining steps, with paths over removed steps joined. A label stays on a
 * line between two remaining steps and on the exit of a remaining decision; other labels on a joined
 * path are dropped. A join never links a step to itself.
 */
export function joinOverRemoved(chart: Chart, stays: (step: Id) => boolean): readonly Line[] {
  const exits = exitsOf(chart)
  const decisions = new Set(chart.steps.filter((step) => step.kind === 'decision').map((step) => step.id))
  const lines: Line[] = []
  for (const line of chart.flowlines) {
    if (!stays(line.from)) continue
    if (stays(line.to)) {
      lines.push(line)
      continue
    }
    const label = decisions.has(line.from) ? line.label : undefined
    for (const to of reachedOver(line.to, exits, stays)) {
      if (to !== line.from) lines.push({ from: line.from, to, ...(label ? { label } : {}) })
    }
  }
  return merged(lines, new Set(chart.flowlines as readonly Line[]))
}

function exitsOf(chart: Chart): ReadonlyMap<Id, readonly Id[]> {
  const exits = new Map<Id, Id[]>()
  for (const { from, to } of chart.flowlines) exits.set(from, [...(exits.get(from) ?? []), to])
  return exits
}

function reachedOver(
  first: Id,
  exits: ReadonlyMap<Id, readonly Id[]>,
  stays: (step: Id) => boolean,
): readonly Id[] {
  const seen = new Set([first])
  const reached = new Set<Id>()
  const waiting = [first]
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    for (const next of exits.get(step) ?? []) {
      if (stays(next)) reached.add(next)
      else if (!seen.has(next)) {
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return [...reached]
}

/**
 * Keeps one line per pair of steps if joining created several, such as 是 and 否 that reach the same
 * step.
 */
function merged(lines: readonly Line[], asDrawn: ReadonlySet<Line>): readonly Line[] {
  const byPair = new Map<string, Line>()
  const kept: Line[] = []
  for (const line of lines) {
    const pair = JSON.stringify([line.from, line.to])
    const first = byPair.get(pair)
    if (first === undefined) {
      byPair.set(pair, line)
      kept.push(line)
    } else if (asDrawn.has(first) && asDrawn.has(line)) {
      kept.push(line)
    } else {
      const both = { ...first, ...joinedLabel(first.label, line.label) }
      kept[kept.indexOf(first)] = both
      byPair.set(pair, both)
    }
  }
  return kept
}

function joinedLabel(a: string | undefined, b: string | undefined): { readonly label?: string } {
  const labels = [...new Set([a, b].filter((label) => label !== undefined))]
  return labels.length > 0 ? { label: labels.join('/') } : {}
}
