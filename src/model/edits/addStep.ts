import { put, set } from '../records/changes.ts'
import type { Chart, Flowline, Id, Position, Step } from '../chart.ts'
import { orderAfter } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/** Initial fields of a new step. */
export interface NewStep extends Partial<Pick<Step, 'posts' | 'timeLimit' | 'internalOnly'>> {
  readonly kind: Step['kind']
  readonly name: string
  readonly flowPosition?: Position
  readonly lanesPosition?: Position
}

export interface Exit {
  /** True adds a new exit even if a single exit exists. */
  readonly branch?: boolean
  /** Labels of a decision's exits, yes first; given, exits without a label get one. */
  readonly answers?: readonly [yes: string, no: string]
  /** Where the new step is to stand; only a new exit has it. */
  readonly side?: Flowline['side']
}

export interface StepIds {
  readonly step: Id
  readonly flowline: Id
}

/** Adds an unconnected step after the last one. */
export function addStep(chart: Chart, step: NewStep, id: Id): Edit {
  if (step.name.trim() === '') return refuse('empty-name')
  return allow(put('steps', id, { ...step, order: orderAfter(chart.steps, chart.steps.at(-1)?.id) }))
}

/**
 * Inserts a step after another. A single exit is routed through the new step and keeps its label
 * before it; a decision, an end or a fork gets a new exit.
 */
export function insertStepAfter(chart: Chart, after: Id, step: NewStep, ids: StepIds, exit: Exit = {}): Edit {
  const before = chart.steps.find((other) => other.id === after)
  if (!before) return refuse('gone', after)
  if (step.name.trim() === '') return refuse('empty-name')
  const exits = chart.flowlines.filter((line) => line.from === after)
  const only = exits.length === 1 && before.kind !== 'decision' && !exit.branch ? exits[0] : undefined
  const made = put('steps', ids.step, { ...step, order: orderAfter(chart.steps, after) })
  const order = orderAfter(chart.flowlines, exits.at(-1)?.id)
  if (!only) {
    const { changes, label } = answered(exits, before.kind === 'decision' ? exit.answers : undefined)
    return allow(
      made,
      ...changes,
      put('flowlines', ids.flowline, {
        order,
        from: after,
        to: ids.step,
        ...label,
        ...(exit.side ? { side: exit.side } : {}),
      }),
    )
  }
  return allow(
    made,
    set('flowlines', only.id, 'to', ids.step),
    put('flowlines', ids.flowline, { order, from: ids.step, to: only.to }),
  )
}

/** Labels for a decision's new exit and for its unlabelled existing one. */
function answered(exits: readonly Flowline[], answers: Exit['answers']) {
  if (!answers || exits.length > 1) return { changes: [], label: {} }
  const [yes, no] = answers
  const [first] = exits
  if (!first) return { changes: [], label: { label: yes } }
  if (first.label !== undefined) return { changes: [], label: first.label === yes ? { label: no } : {} }
  return { changes: [set('flowlines', first.id, 'label', yes)], label: { label: no } }
}

/** Inserts a step into a flowline: the line ends at it and a new one continues to the former target. */
export function insertStepInto(chart: Chart, flowline: Id, step: NewStep, ids: StepIds): Edit {
  const line = chart.flowlines.find((other) => other.id === flowline)
  if (!line) return refuse('gone', flowline)
  if (step.name.trim() === '') return refuse('empty-name')
  return allow(
    put('steps', ids.step, { ...step, order: orderAfter(chart.steps, line.from) }),
    set('flowlines', line.id, 'to', ids.step),
    put('flowlines', ids.flowline, {
      order: orderAfter(chart.flowlines, line.id),
      from: ids.step,
      to: line.to,
    }),
  )
}
