/**
 * Finds the heading row, or two rows if groups span columns (责任主体 over 部门 and 岗位). A title above is
 * not a group, and content below is not a second row.
 */
import { levelWords, type TableField } from '../../../text/recognition/headings.ts'
import { meaningsOf, plainHeading, unitIn, withoutBlanks } from './headingMeaning.ts'
import type { ColumnChoices } from './headings.ts'
import type { Cell, Table } from '../../tableSource/table.ts'

/** The heading of one column. */
export interface HeadingCell {
  readonly at: number
  readonly words: string
  readonly meanings: readonly TableField[]
  /** Field of the group above. */
  readonly group?: TableField
  /** Level meant by a tick: 高, 中, 低 below 风险等级. */
  readonly tick?: string
  /** Unit of bare numbers that the group above names: 时限（工作日）. */
  readonly unit?: string
  /** True if a heading merged from the left covers it. */
  readonly covered: boolean
  /** Set by a person; content does not change it. */
  readonly chosen?: TableField | 'none'
}

export interface HeadingRows {
  readonly top: number
  readonly bottom: number
  readonly headings: readonly HeadingCell[]
}

/** Maximum number of rows (titles, units, dates) above the headings. */
const mostRowsAbove = 30

/** Undefined if no row has a known heading. */
export function findHeadingRows(table: Table, choices: ColumnChoices = {}): HeadingRows | undefined {
  const counts = table.rows
    .slice(0, mostRowsAbove)
    .map((row, at) =>
      isCounted(row, table.rows[at + 1]) ? 0 : recognisedFields(oneRow(row)).size + chosenIn(row, choices),
    )
  const most = Math.max(0, ...counts)
  if (most === 0) return undefined
  const at = counts.indexOf(most)
  const below = groupedAt(table, at)
  if (below) return { top: at, bottom: at + 1, headings: below }
  const above = at > 0 ? groupedAt(table, at - 1) : undefined
  if (above) return { top: at - 1, bottom: at, headings: above }
  return { top: at, bottom: at, headings: oneRow(table.rows[at] ?? []) }
}

/** 1 above 2: both are rows, whatever their words could mean as headings. */
function isCounted(row: readonly Cell[], next: readonly Cell[] | undefined): boolean {
  return row.some(({ text }, at) => {
    const number = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : undefined
    return number !== undefined && next?.[at]?.text.trim() === String(number + 1)
  })
}

/** A row that holds a heading which a person has explained is the heading row. */
function chosenIn(row: readonly Cell[], choices: ColumnChoices): number {
  return row.filter((cell) => Object.hasOwn(choices, withoutBlanks(cell.text))).length
}

/** The recognised fields, without duplicates. */
export function recognisedFields(headings: readonly HeadingCell[]): ReadonlySet<TableField> {
  return new Set(headings.flatMap(({ meanings }) => meanings[0] ?? []))
}

function oneRow(row: readonly Cell[]): readonly HeadingCell[] {
  return row.map((cell, at) => ({
    at,
    words: withoutBlanks(cell.text),
    meanings: meaningsOf(cell.text),
    covered: cell.covered !== undefined,
  }))
}

/** Headings of a row and its sub-headings; undefined if the rows are not groups over columns. */
function groupedAt(table: Table, top: number): readonly HeadingCell[] | undefined {
  const upper = table.rows[top] ?? []
  const lower = table.rows[top + 1]
  if (!lower || upper.some(({ text }) => /[:：]/.test(text))) return undefined
  const columns = Math.max(upper.length, lower.length)
  const headings: HeadingCell[] = []
  let group = ''
  let groups = 0
  for (let at = 0; at < columns; at += 1) {
    const above = own(upper[at], 'left')
    const below = own(lower[at], 'above')
    const opens = above !== '' && below !== '' && own(upper[at + 1], 'left') === '' && at + 1 < columns
    if (above !== '' && below !== '' && !opens) return undefined
    if (above !== '') group = above
    if (opens) groups += 1
    headings.push(below === '' ? plain(at, above, upper[at]) : inGroup(at, below, group))
  }
  const named = [...upper].filter((cell) => own(cell, 'left') !== '').length
  const ticked = headings.some(({ tick }) => tick !== undefined)
  const says =
    groups > 0 &&
    named > 1 &&
    (ticked || recognisedFields(headings).size > recognisedFields(oneRow(upper)).size)
  return says && headings.filter(({ meanings }) => meanings.length > 0).length > 2 ? headings : undefined
}

/** The cell's text; a merged cell counts once, in the given direction. */
function own(cell: Cell | undefined, covered: 'above' | 'left'): string {
  return cell && cell.covered !== covered ? withoutBlanks(cell.text) : ''
}

function plain(at: number, words: string, cell: Cell | undefined): HeadingCell {
  return { at, words, meanings: meaningsOf(words), covered: words === '' && cell?.covered !== undefined }
}

/** 法定 below 办理时限 means 法定办理时限; a heading with its own meaning keeps it. */
function inGroup(at: number, below: string, group: string): HeadingCell {
  const [groupMeans] = meaningsOf(group)
  const isTick = groupMeans === 'level' && levelWords.some(({ words }) => words.test(plainHeading(below)))
  if (isTick) return { at, words: group + below, meanings: [], group: 'level', tick: below, covered: false }
  const unit = unitIn(below) ?? unitIn(group)
  const meanings = [below, below + group, group + below].map(meaningsOf).find((each) => each.length > 0)
  return {
    at,
    words: below,
    meanings: meanings ?? [],
    ...(groupMeans && { group: groupMeans }),
    ...(unit !== undefined && { unit }),
    covered: false,
  }
}
