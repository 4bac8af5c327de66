import { useMemo, useState } from 'react'
import type { FlowReading } from '../../files/documentReading/documentReading.ts'
import { rereadFlow } from '../../files/documentReading/readFlows.ts'
import type { ColumnChoices } from '../../files/tableReading/headings/headings.ts'
import type { Table } from '../../files/tableSource/table.ts'
import type { Id } from '../../model/chart.ts'
import type { DocumentMaterial, Material } from '../base/material/material.ts'
import { keepColumns, keptColumns } from './keptColumns.ts'

export interface DocumentChoices {
  /** Place of the chosen reading. */
  readonly at: number
  readonly choose: (at: number) => void
  /** The table that is read, with corrections. */
  readonly table: Table
  readonly columns: ColumnChoices
  readonly mean: (heading: string, field: ColumnChoices[string] | undefined) => void
  readonly correct: (row: number, column: number, text: string) => void
  /** The reading with everything that was chosen. */
  readonly flow: FlowReading
}

/** Choices hold for the material that they were made for. */
interface Chosen {
  readonly material: Material | null
  readonly at: number
  readonly edited: Table | null
  /** Somebody said what a column of this material is. */
  readonly isExplained: boolean
}

/** What a person chooses in the preview; meanings of columns are remembered by heading. */
export function useDocumentChoices(material: Material | null, newId: () => Id): DocumentChoices | null {
  const untouched = { material, at: 0, edited: null, isExplained: false }
  const [chosenFor, setChosenFor] = useState<Chosen>(untouched)
  const { at, edited, isExplained } = chosenFor.material === material ? chosenFor : untouched
  const [columns, setColumns] = useState<ColumnChoices>(() => keptColumns(localStorage))
  const document = material?.kind === 'table' ? material : null
  const chosen = document && (document.found.readings[at] ?? asGrid(document))
  const isRefused = document !== null && document.found.readings.length === 0
  // What was refused is read only as somebody explains it, never on its own.
  const isChanged = edited !== null || (isRefused ? isExplained : Object.keys(columns).length > 0)
  const flow = useMemo(() => {
    if (!document || !chosen) return null
    return isChanged
      ? rereadFlow(document.document, edited ? { ...chosen, table: edited } : chosen, newId, columns)
      : chosen
  }, [document, chosen, edited, columns, isChanged, newId])
  if (!flow || !chosen) return null
  const table = edited ?? chosen.table
  return {
    at,
    choose: (next) => setChosenFor({ ...untouched, at: next }),
    table,
    columns,
    mean: (heading, field) => {
      const { [heading]: _before, ...others } = columns
      const next = field === undefined ? others : { ...others, [heading]: field }
      setChosenFor({ material, at, edited, isExplained: true })
      setColumns(next)
      keepColumns(next, localStorage)
    },
    correct: (row, column, text) =>
      setChosenFor({ material, at, edited: corrected(table, row, column, text), isExplained }),
    flow,
  }
}

/** A document without a flow: its largest table can still be explained column by column. */
function asGrid({ found: { grid } }: DocumentMaterial): FlowReading {
  const reading = { rows: [], problems: [], ignoredColumns: [], chart: null }
  return { kind: 'table', where: '', table: grid, reading, doubts: [], unused: [] }
}

/** A merged cell is corrected in all places that it covers. */
function corrected(table: Table, row: number, column: number, text: string): Table {
  const before = table.rows[row]?.[column]?.text
  const isCovered = (at: number, place: number) =>
    table.rows[at]?.[place]?.covered !== undefined && table.rows[at]?.[place]?.text === before
  const rows = table.rows.map((cells, at) =>
    cells.map((cell, place) => {
      const isIt = at === row && place === column
      const isBelow = at > row && place === column && isCovered(at, place)
      const isBeside = at === row && place > column && isCovered(at, place)
      return isIt || isBelow || isBeside ? { ...cell, text } : cell
    }),
  )
  return { ...table, rows }
}
