/**
 * Reader: a whole flow in one cell, of a list of duties (a row is a power, 责任事项 its flow) or of a guide
 * (办理流程 beside its text).
 */
import { meansPowerName, powerNoteHeadings } from '../../text/recognition/powerHeadings.ts'
import { flowTitle } from '../../text/recognition/outlineWords.ts'
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import { placeOf } from '../tableReading/headings/headerFacts.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { flowLists } from '../tableReading/outline/flowList.ts'
import { itemsInLine } from '../tableReading/outline/itemsInLine.ts'
import { numberedLists } from '../tableReading/outline/numberedLists.ts'
import { chainTable, tableOfList } from '../tableReading/rows/outlineTable.ts'
import { filled, type Cell, type Table } from '../tableSource/table.ts'
import type { Candidate } from './documentReading.ts'

const mostCells = 20_000

export function readCells(tables: readonly PlacedTable[]): readonly Candidate[] {
  const found = tables.flatMap((table) => cellsWithFlow(table))
  return found.map((candidate, index) => ({ ...candidate, weight: candidate.weight - index }))
}

function cellsWithFlow(table: PlacedTable): readonly Candidate[] {
  const found: Candidate[] = []
  let cells = 0
  for (const [top, row] of table.rows.entries()) {
    for (const [left, cell] of row.entries()) {
      cells += 1
      if (cells > mostCells) return found
      if (cell.covered || cell.text.length < 8) continue
      const label = labelOf(table, top, left)
      const flow = flowIn(cell.text, label)
      if (!flow) continue
      const name = powerIn(table, top, left)
      found.push({
        kind: 'cell',
        where: name || label,
        table: { ...flow.table, ...linesAround(table, { top, left, name, label }) },
        weight: flow.weight,
        ...(table.sheet !== undefined && { sheet: table.sheet }),
      })
    }
  }
  return found
}

interface Place {
  readonly top: number
  readonly left: number
  readonly name: string
  readonly label: string
}

/** What stands beside the flow: the other cells of its row of a list, the other rows of its guide. */
function linesAround(table: PlacedTable, { top, left, name, label }: Place): Pick<Table, 'before' | 'after'> {
  const isGuide = short(table.rows[top]?.[left - 1]) === label
  const lines = isGuide ? guideLines(table, top) : rowLines(table, top, left)
  const facts = lines.filter(([head]) => placeOf(head) !== undefined).map(asLine)
  const before = [...(name === '' ? [] : [name]), ...(isGuide ? [] : facts)]
  const after = lines.filter(([head]) => placeOf(head) === undefined).map(asLine)
  return { ...(before.length > 0 && { before }), ...(after.length > 0 && { after }) }
}

function asLine([head, text]: readonly [string, string]): string {
  return `${head}：${text}`
}

/** Facts of a guide are found in the document itself. */
function guideLines({ rows }: Table, top: number): readonly (readonly [string, string])[] {
  return rows.flatMap((row, at): readonly (readonly [string, string])[] => {
    const [head, value, ...others] = filled(row)
    if (at === top || !head || !value || others.length > 0) return []
    const label = short(head).replace(/[:：]$/, '')
    return label === '' || placeOf(label) !== undefined ? [] : [[label, value.text.trim()]]
  })
}

function rowLines({ rows }: Table, top: number, left: number): readonly (readonly [string, string])[] {
  const heading = rows
    .slice(0, Math.min(top, 30))
    .findIndex((row) => filled(row).length > 2 && row.some(({ text }) => meansPowerName(text)))
  const heads = rows[heading]
  if (!heads) return []
  return (rows[top] ?? []).flatMap((cell, at): readonly (readonly [string, string])[] => {
    const head = short(heads[at])
    const text = cell.text.trim()
    const isOther = at !== left && cell.covered !== 'left' && !meansPowerName(head)
    return isOther && head !== '' && text !== '' && meaningsOf(head)[0] !== 'number' ? [[head, text]] : []
  })
}

interface CellFlow {
  readonly table: Table
  readonly weight: number
}

function flowIn(text: string, label: string): CellFlow | undefined {
  const isTitled = flowTitle.test(label) || powerNoteHeadings.test(label)
  const lines = text.split('\n').flatMap((line) => itemsInLine(line) ?? [line])
  const [best] = flowLists(numberedLists(lines).lists, isTitled ? label : '')
  if (best && best.points > 60 && isTitled)
    return { table: tableOfList(best.list, []), weight: 60 + best.points / 4 }
  const chain = isTitled ? chainTable(lines) : undefined
  return chain && { table: chain, weight: 80 }
}

/** The label left of a cell, or the heading above its column. */
function labelOf({ rows }: Table, top: number, left: number): string {
  const beside = short(rows[top]?.[left - 1])
  if (beside !== '' && (flowTitle.test(beside) || powerNoteHeadings.test(beside))) return beside
  for (let row = 0; row < Math.min(top, 30); row += 1) {
    const above = short(rows[row]?.[left])
    if (flowTitle.test(above) || powerNoteHeadings.test(above)) return above
  }
  return beside
}

function short(cell: Cell | undefined): string {
  const text = cell?.text.trim() ?? ''
  return text.length <= 20 ? text : ''
}

/** The name of the power in the same row, below 职权名称, or beside it in a guide. */
function powerIn({ rows }: Table, top: number, left: number): string {
  const beside = short(rows[top]?.[left - 1])
  const isGuide = flowTitle.test(beside) || powerNoteHeadings.test(beside)
  for (const [at, row] of rows.slice(0, Math.min(top, 30) + 1).entries()) {
    const column = row.findIndex((cell) => meansPowerName(cell.text))
    if (column < 0) continue
    const below = rows[top]?.[column]?.text.trim() ?? ''
    if (!isGuide && at < top && column !== left && below !== '' && !meansPowerName(below)) return below
    return row[column + 1]?.text.trim() ?? ''
  }
  return ''
}
