/**
 * The rows below the headings, gathered into steps. A row without a name belongs to
 * the step above it (its name cell was merged), and so does one that repeats that
 * step's number and name: forms give each risk a row of its own.
 */
import { sameAsAbove, type TableField } from '../text/headings.ts'
import type { Table } from './table.ts'
import type { Headings } from './tableHeadings.ts'
import type { Problems } from './tableProblems.ts'

export interface Field {
  /** Trimmed; 同上 already replaced. */
  readonly text: string
  /** Part of a merged cell that begins in a row above. */
  readonly covered: boolean
}

export interface TableRow {
  /** As a person counts. */
  readonly row: number
  readonly fields: ReadonlyMap<TableField, Field>
}

/** A step's rows: the first one names it. */
export type StepRows = readonly [TableRow, ...TableRow[]]

export function fieldText(row: TableRow, field: TableField): string {
  return row.fields.get(field)?.text ?? ''
}

/** What the row says of its own, not what hangs down from above. */
export function ownText(row: TableRow, field: TableField): string {
  const found = row.fields.get(field)
  return !found || found.covered ? '' : found.text
}

export function stepRowsOf(table: Table, headings: Headings, problems: Problems): readonly StepRows[] {
  const steps: [TableRow, ...TableRow[]][] = []
  for (const row of rowsOf(table, headings, problems)) {
    const step = steps.at(-1)
    if (continues(row, step?.[0])) {
      if (step) step.push(row)
      else problems.error('noStepAbove', row.row)
    } else steps.push([row])
  }
  return steps
}

function rowsOf(table: Table, headings: Headings, problems: Problems): readonly TableRow[] {
  const above = new Map<TableField, string>()
  return table.rows.slice(headings.at + 1).flatMap((cells, index): readonly TableRow[] => {
    const row = headings.at + index + 2
    const fields = new Map<TableField, Field>()
    for (const [field, { at, heading }] of headings.columns) {
      const cell = cells[at]
      const written = cell?.text.trim() ?? ''
      const text = written.startsWith(sameAsAbove)
        ? replaced(written, above.get(field), (fault, words) =>
            problems.warning(fault, row, field, { words }),
          )
        : written
      if (text !== '') above.set(field, text)
      fields.set(field, { text: text === heading ? '' : text, covered: cell?.covered === 'above' })
    }
    return saysSomething(fields) ? [{ row, fields }] : []
  })
}

/** 同上 is what stands above; 同上四项 leaves open which, so it stays. */
function replaced(
  written: string,
  above: string | undefined,
  warn: (fault: 'takenFromAbove' | 'aboveKept', words: string) => void,
): string {
  if (written !== sameAsAbove || above === undefined) {
    warn('aboveKept', written)
    return written
  }
  warn('takenFromAbove', above)
  return above
}

/** Forms come with numbers for rows that nobody has filled in. */
function saysSomething(fields: ReadonlyMap<TableField, Field>): boolean {
  return [...fields].some(([field, { text, covered }]) => field !== 'number' && text !== '' && !covered)
}

function continues(row: TableRow, step: TableRow | undefined): boolean {
  const name = ownText(row, 'name')
  if (name === '') return true
  if (!step || name !== fieldText(step, 'name')) return false
  const number = fieldText(row, 'number')
  if (row.fields.has('number')) return number === '' || number === fieldText(step, 'number')
  // Without numbers two steps may share a name; then they differ in who does them.
  const posts = ownText(row, 'posts')
  return row.fields.has('risk') && (posts === '' || posts === fieldText(step, 'posts'))
}
