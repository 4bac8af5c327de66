/**
 * Reads a flow from a table: headings, rows grouped into steps, content and risks of each step, next
 * steps, chart. A fault omits only that part and is reported; the table is rejected only if it gives
 * no step.
 */
import type { Id } from '../../model/chart.ts'
import type { GradingScheme } from '../../model/grading.ts'
import { schemeOf } from './cells/schemeOf.ts'
import type { TableField } from '../../text/recognition/headings.ts'
import { meansPowerName } from '../../text/recognition/powerHeadings.ts'
import { sumLine } from '../../text/recognition/tableWords.ts'
import { most } from '../../model/kinds/limits.ts'
import { labelledCells } from './headings/labelledCells.ts'
import { numberedNames } from './headings/numberedNames.ts'
import type { Table } from '../tableSource/table.ts'
import { chartOfSteps, type AddedEnd, type ReadStep } from './chartOfSteps.ts'
import { readFlow, type Extent } from './rows/readFlow.ts'
import { findHeadings } from './headings/findHeadings.ts'
import type { ColumnChoices, Headings } from './headings/headings.ts'
import type { TableLine } from './rows/tableLine.ts'
import { outlineTable } from './rows/outlineTable.ts'
import { gatherProblems, type Problems } from './gatherProblems.ts'
import type { RowReading, TableProblem, TableReading } from './tableReading.ts'
import { fieldText, stepRowsOf, type StepRows } from './rows/stepRows.ts'
import { readStep } from './rows/readStep.ts'
import { withParallel } from './rows/withParallel.ts'
import { readTableTitle, type TableTitle } from './headings/tableTitle.ts'
import { stagedMeasures } from './headings/stagedMeasures.ts'
import { tickedPosts } from './headings/tickedPosts.ts'
import { transposedTable } from './headings/transposedTable.ts'
import { waysWithConditions } from './headings/waysWithConditions.ts'
import { withoutArrows } from './headings/withoutArrows.ts'

/** Reads a table. Never throws; problems are in the result. With `part`, no start or end is required. */
export function readTable(
  source: Table,
  newId: () => Id,
  extent: Extent = 'chart',
  choices: ColumnChoices = {},
): TableReading {
  const tidy = stagedMeasures(tickedPosts(withoutArrows(source)))
  const turned = transposedTable(tidy)
  const laid = outlineTable(tidy) ?? waysWithConditions(turned ?? tidy)
  const table = numberedNames(labelledCells(laid, choices))
  const headings = findHeadings(table, choices)
  const problems = gatherProblems(headings, turned ? 'columns' : 'rows')
  if (!headings?.columns.has('name')) {
    problems.error(faultWithoutNames(table, headings))
    return { rows: [], problems: problems.all(), ignoredColumns: headings?.ignored ?? [], chart: null }
  }
  const { steps: all, lines } = stepRowsOf(table, headings, problems)
  const top = withPower(
    readTableTitle(
      table,
      headings,
      lines.filter(({ about }) => about === 'whole'),
    ),
    table,
    headings,
  )
  for (const words of top.leftOut) problems.warning('lineLeftOut', undefined, undefined, { words })
  for (const { row, text, about } of lines)
    problems.warning(about === 'whole' ? 'lineKept' : 'stageRead', row, undefined, { words: text })
  const grading = schemeOf(all.flatMap((rows) => rows.map((row) => fieldText(row, 'level'))))
  const flow = readSteps(all, { headings, top, lines, extent, grading }, problems, newId)
  if (flow.steps.length === 0) problems.error('emptyTable')
  const chart =
    flow.steps.length === 0
      ? null
      : withParallel(chartOfSteps(flow, top, grading, newId), flow.steps, problems)
  return {
    rows: rowReadings(flow, problems.all()),
    problems: problems.all(),
    ignoredColumns: headings.ignored,
    ...(top.title !== undefined && { title: top.title }),
    ...(top.unit !== undefined && { unit: top.unit }),
    chart,
  }
}

/** Without a title, the only power of a column 权力事项 is it. */
function withPower(top: TableTitle, table: Table, headings: Headings): TableTitle {
  if (top.title !== undefined || headings.at < 0) return top
  const at = (table.rows[headings.at] ?? []).findIndex(
    ({ text }, column) => meansPowerName(text) && column !== headings.columns.get('name')?.at,
  )
  const cells = table.rows.slice(headings.at + 1).flatMap((row) => row[at]?.text.trim() || [])
  const names = new Set(cells.filter((text) => !sumLine.test(text)))
  const [only] = names
  return only !== undefined && names.size === 1 ? { ...top, title: only } : top
}

/** The first of several tables (sheets, tables of a page) with steps, else with risks, else with words. */
export function chooseTable(tables: readonly Table[]): Table {
  const headed = tables.map((table) => ({ table, headings: findHeadings(table) }))
  const withColumn = (...fields: readonly TableField[]) =>
    headed.find(
      ({ headings }) => headings && headings.at >= 0 && fields.some((field) => headings.columns.has(field)),
    )
  const known = withColumn('name') ?? withColumn('risk', 'riskDetail')
  return known?.table ?? tables.find(hasWords) ?? { rows: [] }
}

function faultWithoutNames(table: Table, headings: Headings | undefined) {
  if (headings) return 'noNameColumn'
  return hasWords(table) ? 'noHeading' : 'emptyTable'
}

function hasWords(table: Table): boolean {
  return table.rows.some((row) => row.some((cell) => cell.text.trim() !== ''))
}

interface Around {
  readonly headings: Headings
  readonly top: TableTitle
  readonly lines: readonly TableLine[]
  readonly extent: Extent
  readonly grading: GradingScheme
}

interface ReadSteps {
  readonly steps: readonly ReadStep[]
  readonly ends: readonly AddedEnd[]
}

function readSteps(
  all: readonly StepRows[],
  { headings, top, lines, extent, grading }: Around,
  problems: Problems,
  newId: () => Id,
): ReadSteps {
  const beyond = all[most.steps]
  if (beyond) problems.error('tooManyRows', beyond[0].row, undefined, { other: most.steps })
  const { limitUnit } = top
  const read = all.slice(0, most.steps).flatMap((rows) => {
    const step = readStep(rows, { headings, grading, limitUnit }, problems)
    return step ? [{ rows, step }] : []
  })
  const flow = readFlow(
    read.map(({ step }) => step),
    headings,
    extent,
    problems,
  )
  const stages = stagesOf(
    lines,
    read.map(({ step }) => step.row),
  )
  const leftOut = fieldsByRow(problems)
  const steps = read.map(({ rows, step }, at) => {
    const note = [step.note, ...leftOutOf(rows, headings, leftOut)]
    const ways = flow.steps[at]!
    // A cell read as next step is not also a document.
    const documents = step.documents.filter((name) => !(ways.readFrom ?? '').includes(name))
    const stage = stages.get(at)
    const plain = { ...(stage !== undefined && { phase: stage }), ...step.plain }
    return {
      id: newId(),
      ...step,
      ...ways,
      documents,
      plain,
      note: note.filter((line) => line !== '').join('\n'),
    }
  })
  const ends = flow.ends.map(({ name, from }) => ({
    id: newId(),
    name,
    posts: steps[from]!.posts.slice(0, 1),
  }))
  return { steps, ends }
}

/** A stage line concerns the steps below it, as far as the next one. */
function stagesOf(lines: readonly TableLine[], rows: readonly number[]): ReadonlyMap<number, string> {
  const stages = lines.filter(({ about }) => about === 'stepBelow')
  return new Map(
    rows.flatMap((row, at) => {
      const last = stages.filter((line) => line.row < row).at(-1)
      return last === undefined ? [] : [[at, last.text] as const]
    }),
  )
}

/** Cells with text that was not understood, as written. */
function leftOutOf(
  rows: StepRows,
  headings: Headings,
  leftOut: ReadonlyMap<number, ReadonlySet<TableField>>,
): readonly string[] {
  const cells = rows.flatMap((row) =>
    [...(leftOut.get(row.row) ?? [])].flatMap((field) => {
      const text = fieldText(row, field)
      const heading = headings.columns.get(field)?.heading
      return text === '' || heading === undefined ? [] : [`${heading}：${text}`]
    }),
  )
  return [...new Set(cells)]
}

function fieldsByRow(problems: Problems): ReadonlyMap<number, ReadonlySet<TableField>> {
  const fields = new Map<number, Set<TableField>>()
  for (const { row, field } of problems.leftOut())
    fields.set(row, (fields.get(row) ?? new Set<TableField>()).add(field))
  return fields
}

function rowReadings({ steps, ends }: ReadSteps, problems: readonly TableProblem[]): readonly RowReading[] {
  const notes = notesByStep(steps, problems)
  const places = [...steps, ...ends.map(({ id }) => ({ id, row: steps.at(-1)?.row ?? 0 }))]
  const rows = steps.map((step, at): RowReading => {
    const [number] = step.numbers
    return {
      row: step.row,
      step: step.id,
      ...(number !== undefined && { number }),
      name: step.name,
      kind: step.kind,
      posts: step.posts,
      ...(step.limit && { limit: step.limit }),
      next: step.ways.map(({ to, ...label }) => ({
        step: places[to]!.id,
        row: places[to]!.row,
        ...label,
      })),
      risks: step.risks.map(({ text, level }) => ({ text, ...(level !== undefined && { level }) })),
      measures: step.measures.map(({ text }) => text),
      notes: notes[at] ?? [],
    }
  })
  return [...rows, ...ends.map((end): RowReading => addedRow(end, places.at(-1)?.row ?? 0))]
}

function addedRow({ id, name, posts }: AddedEnd, row: number): RowReading {
  return {
    row,
    step: id,
    name,
    kind: 'terminator',
    posts,
    next: [],
    risks: [],
    measures: [],
    notes: [],
    added: true,
  }
}

/** Merges two lists in row order in one pass. */
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
