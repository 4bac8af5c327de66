/** Extracts numbers from names (1. 申报, 2. 审查 …) if the table has no number column. */
import { lineLabel } from '../outline/lineLabel.ts'
import { type Table, widthOf } from '../../tableSource/table.ts'
import { findHeadings } from './findHeadings.ts'

/** Adds a number column at the end; unchanged if the names do not count up from 1. */
export function numberedNames(table: Table): Table {
  const headings = findHeadings(table)
  const name = headings?.columns.get('name')
  if (!headings || !name) return table
  const width = widthOf(table)
  const numbers = table.rows.map((row, at) =>
    at <= headings.at || row[name.at]?.covered ? undefined : numberBefore(row[name.at]?.text ?? ''),
  )
  const counted = numbers.filter((number) => number !== undefined)
  const names = table.rows.filter(
    (row, at) => at > headings.at && !row[name.at]?.covered && (row[name.at]?.text.trim() ?? '') !== '',
  )
  const goesOn = counted.every((number, at) => number === String(at + 1))
  if (counted.length < 2 || !goesOn || counted.length < names.length - 1) return table
  if (headings.at < 0 || headings.columns.has('number')) return withoutNumbers(table, name.at, headings.at)
  return {
    ...table,
    rows: table.rows.map((row, at) => {
      const cells = row.map((cell, column) =>
        column === name.at && numbers[at] !== undefined
          ? { ...cell, text: lineLabel(cell.text)?.rest ?? cell.text }
          : cell,
      )
      const heading = at === headings.at ? numberHeading : (numbers[at] ?? '')
      const blanks = Array.from({ length: width - cells.length }, () => ({ text: '' }))
      return [...cells, ...blanks, { text: heading }]
    }),
  }
}

const numberHeading = 'No.'

function withoutNumbers(table: Table, column: number, heading: number): Table {
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      row.map((cell, at) =>
        at === column && index > heading ? { ...cell, text: lineLabel(cell.text)?.rest ?? cell.text } : cell,
      ),
    ),
  }
}

function numberBefore(text: string): string | undefined {
  return lineLabel(text)?.number?.toString()
}
