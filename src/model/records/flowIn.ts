/** Reads only the flow from raw records. */
import type { Flowline } from '../chart.ts'
import { repairedFields } from './fieldShapes.ts'
import { inOrder } from './inOrder.ts'
import type { RawFlow } from './rawFlow.ts'
import type { Records } from './records.ts'
import { shapes } from './shapes.ts'
import { stepPlacesIn } from './stepPlaces.ts'

/** Reads steps, flowlines and step places, unhealed. Never throws. */
export function flowIn({ steps, flowlines, stepPlaces }: Records): RawFlow<Flowline> {
  return { steps: stepsIn(steps), lines: flowlinesIn(flowlines), places: stepPlacesIn(stepPlaces) }
}

const stepsIn = inOrder(() => ({}))

/** The flowlines as they stand in their root. */
export const flowlinesIn = inOrder(
  (fields) => repairedFields(fields, shapes.flowline) as unknown as Omit<Flowline, 'id' | 'order'>,
)
