import type { Arrangement } from '../layout/arrangement.ts'
import type { Id, View } from '../model/chart.ts'
import type { Edition } from '../model/editions/edition.ts'

/** What a sheet is composed of. */
export interface SheetContent {
  readonly edition: Edition
  readonly view: View
  readonly arrangement: Arrangement
  /** Where the chart is split: which part this is, and where it goes on. */
  readonly part?: Part
}

export interface PartNumber {
  readonly number: number
  readonly of: number
}

/** The connectors' boxes stand in the arrangement's `steps`, under the connectors' ids. */
export interface Part extends PartNumber {
  readonly connectors: readonly Connector[]
  /** Of the steps of the whole chart. */
  readonly numbers: ReadonlyMap<Id, number>
}

/** ISO 5807's connector: the flow goes on at the same letter of another sheet. */
export interface Connector {
  readonly id: Id
  readonly letter: string
}
