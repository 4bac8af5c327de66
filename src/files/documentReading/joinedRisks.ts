/** Steps in one table, their risks in another with the names of the steps: both are one flow. */
import type { TableField } from '../../text/recognition/headings.ts'
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { withoutBlanks } from '../tableReading/headings/headingMeaning.ts'
import type { Headings } from '../tableReading/headings/headings.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { type Cell, widthOf } from '../tableSource/table.ts'

export interface JoinedTable {
  readonly table: PlacedTable
  readonly uses: readonly PlacedTable[]
}

interface Headed {
  readonly table: PlacedTable
  readonly headings: Headings
}

const mostTables = 20

export function joinedRisks(tables: readonly PlacedTable[]): readonly JoinedTable[] {
  const headed = tables.slice(0, mostTables).flatMap((table): readonly Headed[] => {
    const headings = findHeadings(table)
    return headings && headings.at >= 0 && headings.columns.has('name') ? [{ table, headings }] : []
  })
  const flows = headed.filter(({ headings }) => !hasRisks(headings))
  const registers = headed.filter(({ headings }) => hasRisks(headings) && !headings.columns.has('next'))
  return flows.flatMap((flow) => {
    const own = registers.filter((register) =>
      namesIn(register).every((name) => namesIn(flow).includes(name)),
    )
    const [only, ...others] = own
    return only && others.length === 0 ? [joined(flow, only)] : []
  })
}

function hasRisks({ columns }: Headings): boolean {
  return columns.has('risk') || columns.has('riskDetail')
}

function namesIn({ table, headings }: Headed): readonly string[] {
  const { at } = headings.columns.get('name')!
  return table.rows.slice(headings.at + 1).flatMap((row) => nameOf(row[at]) || [])
}

function nameOf(cell: Cell | undefined): string {
  const text = cell?.text.trim() ?? ''
  return withoutBlanks(lineLabel(text)?.rest ?? text)
}

/** Further risks of a step stand in rows of their own below it. */
function joined(flow: Headed, register: Headed): JoinedTable {
  const width = widthOf(flow.table)
  const columns = columnsToAdd(flow, register)
  const place = register.headings.columns.get('name')!.at
  const bodies = register.table.rows.slice(register.headings.at + 1)
  const left = new Map<string, (readonly Cell[])[]>()
  for (const row of bodies) {
    const name = nameOf(row[place])
    if (name !== '') left.set(name, [...(left.get(name) ?? []), row])
  }
  const filledUp = (row: readonly Cell[], more: readonly Cell[]) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ({ text: '' })),
    ...more,
  ]
  const rows = flow.table.rows.flatMap((row, at) => {
    if (at === flow.headings.at)
      return [filledUp(row, cellsAt(register.table.rows[register.headings.at], columns))]
    const name = at < flow.headings.at ? '' : nameOf(row[flow.headings.columns.get('name')!.at])
    const [first, ...more] = left.get(name) ?? []
    left.delete(name)
    return [
      filledUp(row, cellsAt(first, columns)),
      ...more.map((each) => filledUp([], cellsAt(each, columns))),
    ]
  })
  return { table: { ...flow.table, rows }, uses: [flow.table, register.table] }
}

/** All columns of the risks but names, numbers and what the flow says itself. */
function columnsToAdd({ headings }: Headed, register: Headed): readonly number[] {
  const known = new Map<number, TableField>()
  for (const [field, { at }] of register.headings.columns) known.set(at, field)
  const width = register.table.rows[register.headings.at]?.length ?? 0
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const field = known.get(at)
    return field !== 'name' && field !== 'number' && (field === undefined || !headings.columns.has(field))
  })
}

/** A merged cell of the register is written again where its step stands. */
function cellsAt(row: readonly Cell[] | undefined, columns: readonly number[]): readonly Cell[] {
  return columns.map((at) => ({ text: row?.[at]?.text ?? '' }))
}
