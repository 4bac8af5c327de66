import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { tableOf } from '../../../src/files/tableSource/table.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'
import { counter } from '../counter.ts'

/** Rows are lines, cells parted by |, a line end inside a cell is ⏎. */
export function understand(...lines: readonly string[]) {
  const rows = lines.map((line) => line.split('|').map((cell) => cell.replaceAll('⏎', '\n')))
  return readTable(tableOf(rows, []), counter())
}

export type Reading = ReturnType<typeof understand>

export const said = ({ problems }: Reading) => problems.map(sayFault)
export const ways = ({ rows }: Reading) =>
  rows.map(({ next }) =>
    next.map(({ row, label }) => (label === undefined ? `${row}` : `${row}:${label}`)).join(' '),
  )
export const kinds = ({ rows }: Reading) => rows.map(({ kind }) => kind)
export const names = ({ rows }: Reading) => rows.map(({ name }) => name)
