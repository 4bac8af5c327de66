/**
 * Remembers which fields that decide what is public the gate refused, by chart, until
 * somebody writes the field well. Who wrote with another program may believe the step to be
 * internal, so nothing of that chart is posted meanwhile. In memory: a client that still
 * has its own version offers it again when it reconnects.
 */
import type { FieldChange } from '../../protocol/api.ts'
import type { RefusedField } from '../refusedField.ts'

export interface RefusedFields {
  readonly add: (chart: string, field: RefusedField) => void
  /** Forgets the fields that these changes wrote. */
  readonly written: (chart: string, changes: readonly FieldChange[]) => void
  readonly of: (chart: string) => readonly RefusedField[]
}

/** Per chart; one is enough to stop a posting. */
const mostFields = 100

export function openRefusedFields(): RefusedFields {
  const byChart = new Map<string, readonly RefusedField[]>()
  const of = (chart: string) => byChart.get(chart) ?? []
  const keep = (chart: string, fields: readonly RefusedField[]) => {
    byChart.delete(chart)
    if (fields.length > 0) byChart.set(chart, fields)
  }
  return {
    of,
    add: (chart, added) => {
      const others = of(chart).filter((one) => keyOf(one) !== keyOf(added))
      keep(chart, [...others, added].slice(0, mostFields))
    },
    written: (chart, changes) => {
      if (!byChart.has(chart)) return
      keep(
        chart,
        of(chart).filter((one) => !changes.some((change) => writes(change, one))),
      )
    },
  }
}

/** Also a record that is written whole, where it says the field. */
function writes({ root, id, field, after }: FieldChange, one: RefusedField): boolean {
  if (root !== one.root || id !== one.record) return false
  if (field !== undefined) return field === one.field
  return typeof after === 'object' && after !== null && Object.hasOwn(after, one.field)
}

function keyOf({ root, record, field }: RefusedField): string {
  return JSON.stringify([root, record, field])
}
