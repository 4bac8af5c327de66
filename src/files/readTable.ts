/**
 * A table → what it says of a flow. In this order: the headings (tableHeadings), the
 * rows gathered into steps (tableRows), what each step says (tableSteps, tableRisks),
 * where each leads (tableFlow), the chart (tableChart). A fault leaves out that bit and
 * says where; the table is only refused when no step can be made of it.
 */
import type { Id } from '../model/chart.ts'
import { most } from './chartSchema.ts'
import type { Table } from './table.ts'
import { chartOfSteps, type ReadStep } from './tableChart.ts'
import { readFlow } from './tableFlow.ts'
import { findHeadings, linesAbove, type Headings } from './tableHeadings.ts'
import { gatherProblems, type Problems } from './tableProblems.ts'
import type { RowReading, TableProblem, TableReading } from './tableReading.ts'
import { stepRowsOf } from './tableRows.ts'
import { readStep } from './tableSteps.ts'

export function understandTable(table: Table, newId: () => Id): TableReading {
  const headings = findHeadings(table)
  const problems = gatherProblems(headings)
  if (!headings?.columns.has('name')) {
    problems.error(faultWithoutNames(table, headings))
    return { rows: [], problems: problems.all(), ignoredColumns: headings?.ignored ?? [], chart: null }
  }
  for (const words of headings.repeated) problems.warning('sameColumn', headings.at + 1, undefined, { words })
  const above = linesAbove(table, headings)
  const steps = readSteps(table, headings, problems, newId)
  if (steps.length === 0) problems.error('emptyTable')
  return {
    rows: rowReadings(steps, problems.all()),
    problems: problems.all(),
    ignoredColumns: headings.ignored,
    ...above,
    chart: steps.length === 0 ? null : chartOfSteps(steps, above, newId),
  }
}

/** Of several tables (sheets, tables of a page) the first that has headings we know. */
export function chooseTable(tables: readonly Table[]): Table {
  const known = tables.find(
    (table) => findHeadings(table)?.columns.has('name') && findHeadings(table)!.at >= 0,
  )
  return known ?? tables.find(hasWords) ?? { rows: [] }
}

function faultWithoutNames(table: Table, headings: Headings | undefined) {
  if (headings) return 'noNameColumn'
  return hasWords(table) ? 'noHeading' : 'emptyTable'
}

function hasWords(table: Table): boolean {
  return table.rows.some((row) => row.some((cell) => cell.text.trim() !== ''))
}

function readSteps(
  table: Table,
  headings: Headings,
  problems: Problems,
  newId: () => Id,
): readonly ReadStep[] {
  const all = stepRowsOf(table, headings, problems)
  const beyond = all[most.steps]
  if (beyond) problems.error('tooManyRows', beyond[0].row, undefined, { other: most.steps })
  const steps = all.slice(0, most.steps).flatMap((rows) => readStep(rows, headings, problems) ?? [])
  const flow = readFlow(steps, headings, problems)
  return steps.map((step, at) => ({ id: newId(), ...step, ...flow[at]! }))
}

function rowReadings(steps: readonly ReadStep[], problems: readonly TableProblem[]): readonly RowReading[] {
  const notes = notesByStep(steps, problems)
  return steps.map((step, at) => {
    const [number] = step.numbers
    return {
      row: step.row,
      step: step.id,
      ...(number !== undefined && { number }),
      name: step.name,
      kind: step.kind,
      posts: step.posts,
      ...(step.limit && { limit: step.limit }),
      next: step.ways.map(({ to, ...label }) => ({ step: steps[to]!.id, row: steps[to]!.row, ...label })),
      risks: step.risks.map(({ text, level }) => ({ text, ...(level !== undefined && { level }) })),
      measures: step.measures.map(({ text }) => text),
      notes: notes[at] ?? [],
    }
  })
}

/** Both are in the order of the rows, so one walk does. */
function notesByStep(
  steps: readonly ReadStep[],
  problems: readonly TableProblem[],
): readonly (readonly TableProblem[])[] {
  const notes: TableProblem[][] = steps.map(() => [])
  let at = -1
  for (const problem of problems) {
    while ((steps[at + 1]?.row ?? Number.POSITIVE_INFINITY) <= (problem.row ?? 0)) at += 1
    notes[at]?.push(problem)
  }
  return notes
}
