/**
 * Converts cell texts to one edit and a list of refused cells. A cell whose meaning is unchanged
 * makes no change; a fault skips that cell only. 下一步 is parsed last, when all names and rows are
 * final.
 */
import type { Chart, Id } from '../../model/chart.ts'
import { assignPosts } from '../../model/edits/posts.ts'
import { risksOf } from '../../model/edits/risks.ts'
import type { RowsDecision } from '../../model/edits/rows/combined.ts'
import { advanced, combined } from '../../model/edits/rows/combined.ts'
import { appendRows } from '../../model/edits/rows/placeRows.ts'
import { setExits } from '../../model/edits/rows/setExits.ts'
import { setRisksFromLines } from '../../model/edits/rows/setRisksFromLines.ts'
import { setFields } from '../../model/edits/setFields.ts'
import type { Change } from '../../model/records/changes.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import { allow } from '../../model/edits/refusal.ts'
import { gridFault } from '../../text/screen/grid.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { firstStep } from '../../text/screen/screen.ts'
import type { GridColumn, GridLine } from './gridColumns.ts'
import { gridColumns } from './gridColumns.ts'
import { exitsReader } from './exitsReader.ts'
import type { FieldColumn } from './readField.ts'
import { readField, readNewStep, readPosts } from './readField.ts'
import type { CellFault, RiskColumn } from './readGridRisks.ts'
import { readGridRisks } from './readGridRisks.ts'
import { gridRowsOf } from './gridRowsOf.ts'

export interface Write {
  readonly step: Id
  readonly column: GridColumn
  readonly text: string
}

export interface Refused extends Write {
  readonly why: string
}

export interface Writing {
  readonly edit: Edit
  readonly refused: readonly Refused[]
}

type Written = Partial<Record<GridColumn, string>>

interface RowWrite {
  readonly id: Id
  readonly cells: Written
  /** Index in the chart; -1 if it is to be created. */
  readonly at: number
}

const riskColumns: readonly RiskColumn[] = ['risk', 'level', 'measures']

/** `fresh`: ids of the rows to create below the last one, in order. */
export function writeCells(
  chart: Chart,
  writes: readonly Write[],
  fresh: readonly Id[],
  newId: () => Id,
): Writing {
  const rows = rowWrites(chart, writes, fresh)
  const refused: Refused[] = []
  const refuse = (step: Id, column: GridColumn, text: string, why: string) =>
    void refused.push({ step, column, text, why })
  const made = rows.filter((row) => row.at < 0)
  const first = combined(chart, [
    ...(made.length > 0 ? [(now: Chart) => appendRows(now, made.map(newRow), newId)] : []),
    ...rows.flatMap((row) => rowDecisions(chart, row, refuse, newId)),
  ])
  if (!first.ok) return { edit: first, refused }
  const exits = exitChanges(advanced(chart, first.changes), rows, refuse, newId)
  return { edit: allow(...first.changes, ...exits), refused }
}

/** Changes by row: existing rows in chart order, then new ones. */
function rowWrites(chart: Chart, writes: readonly Write[], fresh: readonly Id[]): readonly RowWrite[] {
  const shown = new Map(gridRowsOf(chart).map((row) => [row.id, row]))
  const cells = new Map<Id, Written>(fresh.map((id) => [id, {}]))
  for (const { step, column, text } of writes) {
    const before = shown.get(step)
    if ((!before && !cells.has(step)) || isAsShown(before, column, text)) continue
    cells.set(step, { ...cells.get(step), [column]: text })
  }
  return [...cells].map(([id, written]) => ({
    id,
    cells: written,
    at: (shown.get(id)?.number ?? 0) - 1,
  }))
}

/** Ignores outer blanks and kinds of line end, which Excel changes. */
function isAsShown(row: GridLine | undefined, column: GridColumn, text: string): boolean {
  return plain(text) === (row ? plain(row.cells[column]) : '')
}

function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim()
}

function newRow({ id, cells }: RowWrite) {
  const { step, ends } = readNewStep(cells, firstStep.fresh.process)
  return { id, step, leadsOn: !ends && cells.next === undefined }
}

type Refuse = (step: Id, column: GridColumn, text: string, why: string) => void

function rowDecisions(chart: Chart, row: RowWrite, refuse: Refuse, newId: () => Id): readonly RowsDecision[] {
  const { id, cells, at } = row
  const faulty = (column: GridColumn, fault: CellFault) =>
    refuse(id, column, cells[column] ?? '', gridFault[fault.fault](fault.words))
  const name = cells.name?.trim() || (chart.steps[at]?.name ?? '')
  const fields = gridColumns.flatMap((column) => {
    const text = cells[column]
    if (text === undefined || !isField(column)) return []
    const read = readField(column, text, { name, isFirst: at === 0 })
    if (at < 0 && column === 'name' && !('fault' in read && read.fault === 'tooLong')) return []
    if ('fields' in read) return [read.fields]
    faulty(column, read)
    return []
  })
  const posts = cells.posts === undefined ? undefined : readPosts(cells.posts)
  if (posts && 'fault' in posts) faulty('posts', posts)
  const risks = readGridRisks(onlyRisks(cells), at < 0 ? 0 : risksOf(chart, id).length, chart.grading)
  for (const fault of risks.faults) faulty(fault.column, fault)
  return [
    ...(fields.length > 0
      ? [(now: Chart) => setFields(now, 'steps', id, Object.assign({}, ...fields) as object)]
      : []),
    ...(posts && 'names' in posts ? [(now: Chart) => assignPosts(now, [id], posts.names, newId)] : []),
    ...(Object.keys(risks.lines).length > 0
      ? [(now: Chart) => setRisksFromLines(now, id, risks.lines, newId)]
      : []),
  ]
}

function isField(column: GridColumn): column is FieldColumn {
  return column !== 'next' && column !== 'posts' && !riskColumns.includes(column as RiskColumn)
}

function onlyRisks(cells: Written): Partial<Record<RiskColumn, string>> {
  return Object.fromEntries(
    riskColumns.flatMap((column) => (cells[column] === undefined ? [] : [[column, cells[column]]])),
  )
}

function exitChanges(
  chart: Chart,
  rows: readonly RowWrite[],
  refuse: Refuse,
  newId: () => Id,
): readonly Change[] {
  const read = exitsReader(chart)
  return rows.flatMap(({ id, cells: { next } }) => {
    if (next === undefined) return []
    const reading = read(next)
    if ('fault' in reading) {
      refuse(id, 'next', next, gridFault[reading.fault](reading.words))
      return []
    }
    const edit = setExits(chart, id, reading.exits, newId)
    if (edit.ok) return edit.changes
    refuse(id, 'next', next, refusalText[edit.refusal.reason])
    return []
  })
}
