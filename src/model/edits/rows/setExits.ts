import type { Change } from '../../records/changes.ts'
import { drop, put, set } from '../../records/changes.ts'
import type { Chart, Flowline, Id } from '../../chart.ts'
import type { Edit } from '../refusal.ts'
import { allow, refuse } from '../refusal.ts'
import { keysInRowOrder, matchRows } from './matchRows.ts'

/** One exit of a step. */
export interface ExitLine {
  readonly to: Id
  readonly label?: string
}

/**
 * Sets the exits of a step to the list, in that order. A flowline whose label or target changed keeps
 * its id.
 */
export function setExits(chart: Chart, step: Id, exits: readonly ExitLine[], newId: () => Id): Edit {
  const steps = new Set(chart.steps.map((each) => each.id))
  const missing = [step, ...exits.map((exit) => exit.to)].find((id) => !steps.has(id))
  if (missing !== undefined) return refuse('gone', missing)
  const before = chart.flowlines.filter((line) => line.from === step)
  const lines = matchRows(before, exits, [
    (line, exit) => line.to === exit.to && (line.label ?? '') === (exit.label ?? ''),
    (line, exit) => line.to === exit.to,
    () => true,
  ])
  const wrong = whyNot(step, exits, lines)
  if (wrong) return wrong
  const keys = keysInRowOrder(chart.flowlines, lines)
  const gone = before.filter((line) => !lines.includes(line))
  return allow(
    ...gone.map((line) => drop('flowlines', line.id)),
    ...exits.flatMap((exit, at) => exitChanges(step, exit, lines[at], keys[at]!, newId)),
  )
}

/** Existing flowlines are always accepted; only new ones are checked. */
function whyNot(
  step: Id,
  exits: readonly ExitLine[],
  lines: readonly (Flowline | undefined)[],
): Edit | undefined {
  for (const [at, exit] of exits.entries()) {
    const line = lines[at]
    const asBefore = line?.to === exit.to && (line.label ?? '') === (exit.label ?? '')
    if (asBefore) continue
    if (exit.to === step) return refuse('step-to-itself', step)
    const twin = exits.findIndex(
      (other) => other.to === exit.to && (other.label ?? '') === (exit.label ?? ''),
    )
    if (twin !== at) return refuse('flowline-exists', lines[twin]?.id)
  }
  return undefined
}

function exitChanges(
  from: Id,
  { to, label }: ExitLine,
  line: Flowline | undefined,
  order: string,
  newId: () => Id,
): readonly Change[] {
  const words = label ? { label } : {}
  if (!line) return [put('flowlines', newId(), { order, from, to, ...words })]
  return [
    ...(line.to === to ? [] : [set('flowlines', line.id, 'to', to)]),
    ...((line.label ?? '') === (label ?? '') ? [] : [set('flowlines', line.id, 'label', label || undefined)]),
    ...(line.order === order ? [] : [set('flowlines', line.id, 'order', order)]),
  ]
}
