/** What the tables of a file say of the chart that is drawn beside them. */
import type { Chart, Id, Step } from '../model/chart.ts'
import { advanced } from '../model/edits/rows/combined.ts'
import { importRisks, matchedTo } from '../model/registers/importRisks.ts'
import type { DrawnReading } from './drawnChart/drawnReading.ts'
import { readRiskList } from './registers/readRiskList.ts'
import type { Table } from './tableSource/table.ts'

const facts = ['timeLimit', 'legalBasis', 'materials', 'documents', 'note'] as const

/** The drawn chart with what a table says of its steps; undefined if the table tells of other steps. */
export function withTable(drawn: Chart, table: Chart): Chart | undefined {
  const rows = new Map(table.steps.map((step) => [bareName(step), step]))
  const names = new Set(drawn.steps.map(bareName))
  const isSame = rows.size === names.size && [...names].every((name) => rows.has(name))
  if (!isSame || names.size !== drawn.steps.length) return undefined
  return { ...drawn, steps: drawn.steps.map((step) => filledFrom(step, rows.get(bareName(step))!)) }
}

function filledFrom(step: Step, row: Step): Step {
  const missing = facts.filter((fact) => step[fact] === undefined && row[fact] !== undefined)
  return { ...step, ...Object.fromEntries(missing.map((fact) => [fact, row[fact]])) }
}

function bareName({ name }: Step): string {
  return name.replaceAll(/\s/g, '')
}

/** Lists of risks: each goes to the step or post that it names; what names none is said. */
export function withRiskTables(
  reading: DrawnReading,
  tables: readonly Table[],
  newId: () => Id,
): DrawnReading {
  const risks = tables.flatMap((table) => readRiskList(table, reading.chart.grading).risks)
  const { placed, unplaced } = matchedTo(reading.chart, risks)
  const edit = importRisks(reading.chart, placed, newId)
  if (!edit.ok) return reading
  const left = unplaced.map(({ risk }) => ({ fault: 'riskOutside' as const, words: risk.text }))
  return { ...reading, chart: advanced(reading.chart, edit.changes), left: [...reading.left, ...left] }
}
