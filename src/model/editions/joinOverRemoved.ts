import type { Chart, Flowline, Id } from '../chart.ts'

type Line = Pick<Flowline, 'from' | 'to' | 'label'>

/**
 * The flowlines between the steps that stay, with the paths over the steps that go
 * joined. A label is kept where it belongs to a step that stays: on a line between two
 * of them, and on what a decision answers; every other label on a joined path spoke
 * of a step that is gone. Joined paths never make a step its own successor.
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

/** One line a pair where bridging made several: 是 and 否 that led to the same place by different inner ways. */
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
