/** Reads only the flow from raw records. */
import type { Id } from '../chart.ts'
import { repairedFields } from './fieldShapes.ts'
import { byOrder, validOrder } from './order.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import type { Fields, Records } from './records.ts'
import { shapes } from './shapes.ts'
import { stepPlacesIn } from './stepPlaces.ts'

/** Reads steps, flowlines and step places, unhealed. Never throws. */
export function flowIn(records: Records): RawFlow {
  return {
    steps: inOrder(records.steps, () => ({})),
    lines: inOrder(records.flowlines, (fields) => repairedFields(fields, shapes.flowline) as unknown as Ends),
    places: stepPlacesIn(records),
  }
}

type Ends = Pick<FlowPart, 'from' | 'to' | 'label'>

function inOrder<T>(root: { readonly [id: Id]: Fields }, read: (fields: Fields) => T) {
  return Object.entries(root)
    .map(([id, fields]) => {
      const { order } = fields
      return { ...read(fields), id, order: validOrder(typeof order === 'string' ? order : '') }
    })
    .sort(byOrder)
}
