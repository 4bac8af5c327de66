/** Assigns fields to the columns of a table. */
import type { TableField } from '../../../text/recognition/headings.ts'
import { wayOn } from '../../../text/recognition/tableWords.ts'
import { unitIn } from './headingMeaning.ts'
import { findHeadingRows, recognisedFields, type HeadingCell } from './findHeadingRows.ts'
import type { ColumnChoices, Headings, TableColumn } from './headings.ts'
import { headingsOfHeaderlessTable } from './headingsOfHeaderlessTable.ts'
import { meaningByContent } from './meaningByContent.ts'
import { isPersonColumn } from '../cells/personNames.ts'
import { looksLikePost, readPostNames } from '../cells/readPostNames.ts'
import { numberIn } from '../cells/stepNumber.ts'
import { columnLetter, filled, type Table, widthOf } from '../../tableSource/table.ts'

/** Several readers look at the same table; tables never change. */
const known = new WeakMap<Table, Headings | 'none'>()

/** Undefined if no row has headings and the table is not a plain list. */
export function findHeadings(table: Table, choices: ColumnChoices = {}): Headings | undefined {
  if (Object.keys(choices).length > 0) return headingsOf(table, choices)
  const found = known.get(table) ?? headingsOf(table, choices) ?? 'none'
  known.set(table, found)
  return found === 'none' ? undefined : found
}

function headingsOf(table: Table, choices: ColumnChoices): Headings | undefined {
  const found = findHeadingRows(table, choices)
  const rows = found && { ...found, headings: found.headings.map((heading) => asChosen(heading, choices)) }
  const fields = recognisedFields(rows?.headings ?? [])
  const alone = fields.size === 1 && fields.has('name') && table.rows.every((row) => filled(row).length < 2)
  if (!rows || !(fields.size >= 2 || alone || isNamedOnly(rows.headings)))
    return headingsOfHeaderlessTable(table)
  return headingsIn(rows.headings, { top: rows.top, at: rows.bottom }, table)
}

/** 环节 beside 内容: the second can mean something else than the name. */
function isNamedOnly(headings: readonly HeadingCell[]): boolean {
  const own = headings.filter(({ covered, meanings }) => !covered && meanings.length > 0)
  const names = own.filter(({ meanings }) => meanings.length === 1 && meanings[0] === 'name')
  return names.length === 1 && own.length > 1
}

function asChosen(heading: HeadingCell, choices: ColumnChoices): HeadingCell {
  const chosen = choices[heading.words] ?? choices[columnLetter(heading.at)]
  if (chosen === undefined) return heading
  if (chosen === 'none') return { ...heading, meanings: [], covered: true, chosen }
  return { ...heading, meanings: [chosen], covered: false, chosen }
}

interface Rows {
  readonly top: number
  readonly at: number
}

function headingsIn(headings: readonly HeadingCell[], rows: Rows, table: Table): Headings {
  const cells = once((at) => cellsBelow(table, rows.at, at))
  const isNumbered = recognisedFields(headings).has('number')
  const isGraded = headings.some(({ meanings, covered }) => meanings[0] === 'level' && !covered)
  const meant = withName(
    [...headings, ...unheaded(headings, table)].map((heading) => ({
      ...heading,
      meanings: meaningByContent(heading, cells(heading.at), {
        isNumbered: isNumbered || !mayBeNumber(heading, headings, cells(heading.at)),
        isGraded,
      }),
    })),
    cells,
  )
  const stepRows = table.rows.slice(rows.at + 1).filter((row) => filled(row).length > 1)
  const columns = new Map<TableField, TableColumn>()
  const left: HeadingCell[] = []
  for (const heading of inTurn(
    withStages(
      meant,
      once((at) => cellsBelow({ rows: stepRows }, -1, at)),
    ),
    cells,
  )) {
    const field = heading.meanings.find((meaning) => !columns.has(meaning))
    if (field) columns.set(field, columnOf(heading))
    else left.push(heading)
  }
  left.push(...notResponsible(columns, meant, cells))
  nextByContent(columns, left, cells)
  const inOrder = left
    .filter(({ at, covered, tick }) => !covered && tick === undefined && cells(at).length > 0)
    .sort((a, b) => a.at - b.at)
  const isMorePosts = ({ at, meanings, group }: HeadingCell) =>
    (meanings[0] === 'posts' || group === 'posts') && !isPersonColumn(cells(at))
  const noted = inOrder.filter((heading) => !isMorePosts(heading) && !isMoreNext(heading))
  return {
    ...rows,
    columns,
    morePosts: inOrder.filter(isMorePosts).map(columnOf),
    moreNext: inOrder.filter(isMoreNext).map(columnOf),
    ticks: left.filter(({ tick }) => tick !== undefined).map(({ at, tick = '' }) => ({ at, heading: tick })),
    noted: noted.map(columnOf),
    ignored: noted
      .filter(({ meanings }) => meanings.length === 0)
      .map((heading) => columnOf(heading).heading),
  }
}

/** Includes cells beyond the last heading. */
function unheaded(headings: readonly HeadingCell[], table: Table): readonly HeadingCell[] {
  const width = widthOf(table)
  return Array.from({ length: Math.max(0, width - headings.length) }, (_, index) => ({
    at: headings.length + index,
    words: '',
    meanings: [],
    covered: false,
  }))
}

function isMoreNext({ meanings }: HeadingCell): boolean {
  return meanings[0] === 'next'
}

/** Uses 工作内容 as step name if there is no other. */
function withName(
  headings: readonly HeadingCell[],
  cells: (at: number) => readonly string[],
): readonly HeadingCell[] {
  if (headings.some(({ meanings }) => meanings[0] === 'name')) return headings
  const named = headings.filter(({ meanings }) => meanings.includes('name'))
  // 审批人 over "科室负责人审批": the responsible post is the only name of the steps. Not in risk lists.
  const isRiskList = headings.some(({ meanings }) => meanings[0] === 'risk')
  const asPosts = headings
    .filter(({ meanings, covered }) => meanings[0] === 'posts' && !covered && !isRiskList)
    .filter(({ at }) => !cells(at).every((text) => readPostNames(text).every(looksLikePost)))
    .slice(0, 1)
  const [best] = [...(named.length > 0 ? named : asPosts)].sort(
    (a, b) => new Set(cells(b.at)).size - new Set(cells(a.at)).size || a.at - b.at,
  )
  return headings.map((heading) => (heading === best ? { ...heading, meanings: ['name'] } : heading))
}

/** 环节 merged over several 步骤 is their stage: the column with more cells of its own holds the steps. */
function withStages(
  headings: readonly HeadingCell[],
  cells: (at: number) => readonly string[],
): readonly HeadingCell[] {
  const areNames = (at: number) =>
    cells(at).length > 1 && !cells(at).every((cell) => numberIn(cell) !== undefined)
  const named = headings.filter(
    ({ at, meanings, covered }) => isStepName(meanings) && !covered && areNames(at),
  )
  const count = (at: number) => runs(cells(at))
  const [finest] = [...named, ...workOfEachRow(headings, named, cells)].sort(
    (a, b) => count(b.at) - count(a.at),
  )
  if (!finest || finest.chosen !== undefined) return headings
  const isFiner = ({ at }: HeadingCell) => count(at) < count(finest.at)
  if (!named.some(isFiner)) return headings
  return headings.map((heading) => {
    if (heading === finest) return { ...heading, meanings: ['name'] }
    return named.includes(heading) && isFiner(heading) && heading.chosen === undefined
      ? { ...heading, meanings: ['stage'] }
      : heading
  })
}

/** Cells that repeat the one above count as merged with it. */
function runs(cells: readonly string[]): number {
  return cells.filter((text, at) => at === 0 || text !== cells[at - 1]).length
}

const shortWork = 20

/**
 * 前期 over several rows, each with its own 工作内容 and 责任岗位: the rows are the steps, and 前期 their
 * stage.
 */
function workOfEachRow(
  headings: readonly HeadingCell[],
  named: readonly HeadingCell[],
  cells: (at: number) => readonly string[],
): readonly HeadingCell[] {
  const posts = headings.find(({ meanings, covered }) => meanings[0] === 'posts' && !covered)
  const stage = named[0]
  if (!posts || !stage || named.length > 1) return []
  return headings.filter(({ at, meanings, covered }) => {
    const work = cells(at)
    return (
      meanings[0] === 'detail' &&
      meanings.includes('name') &&
      !covered &&
      work.every((text) => text.length <= shortWork) &&
      cells(posts.at).length >= work.length - 1 &&
      cells(stage.at).length * 3 <= work.length * 2
    )
  })
}

function isStepName(meanings: readonly TableField[]): boolean {
  return meanings[0] === 'name'
}

/**
 * Headings with a single meaning are assigned first. Of several name columns the most varied one is
 * used: 环节 beside 阶段.
 */
function inTurn(
  headings: readonly HeadingCell[],
  cells: (at: number) => readonly string[],
): readonly HeadingCell[] {
  const variety = ({ at, meanings }: HeadingCell) => (meanings.includes('name') ? new Set(cells(at)).size : 0)
  return [...headings].sort((a, b) => rank(a) - rank(b) || variety(b) - variety(a) || a.at - b.at)
}

/** A heading merged over several columns applies to the first. */
function rank({ meanings, covered }: HeadingCell): number {
  return meanings.length + (covered ? 10 : 0)
}

/** 环节1, 环节2 are names where no other column has any; 1, 2 are numbers. */
function mayBeNumber(
  heading: HeadingCell,
  headings: readonly HeadingCell[],
  cells: readonly string[],
): boolean {
  const others = headings.filter((other) => other !== heading && other.meanings.includes('name'))
  return others.length > 0 || cells.some((cell) => !/[\p{Script=Han}A-Za-z]/u.test(cell))
}

/**
 * Finds a column with an unknown heading whose cells mostly give next steps. Limits are not guessed:
 * 审批权限 also contains "1天以内".
 */
function nextByContent(
  columns: Map<TableField, TableColumn>,
  left: HeadingCell[],
  cells: (at: number) => readonly string[],
): void {
  if (columns.has('next')) return
  const place = left.findIndex(({ at, tick, covered }) => {
    const texts = cells(at)
    const ways = texts.filter((text) => wayOn.test(text)).length
    return !tick && !covered && texts.length > 1 && ways > texts.length / 2
  })
  const [found] = place < 0 ? [] : left.splice(place, 1)
  if (found) columns.set('next', columnOf(found))
}

/**
 * 责任人 left of the risks (beside 部门) means who does the step; right of them, who is responsible for the
 * risk. Names of people are never posts.
 */
function notResponsible(
  columns: Map<TableField, TableColumn>,
  headings: readonly HeadingCell[],
  cells: (at: number) => readonly string[],
): readonly HeadingCell[] {
  const found = columns.get('responsible')
  const heading = headings.find(({ at }) => at === found?.at)
  if (!found || !heading?.meanings.includes('posts') || isPersonColumn(cells(found.at))) return []
  const risk = columns.get('risk') ?? columns.get('riskDetail')
  if (risk && risk.at < found.at && heading.group !== 'posts') return []
  columns.delete('responsible')
  return [heading]
}

function columnOf({ at, words, unit = unitIn(words) }: HeadingCell): TableColumn {
  const heading = words || columnLetter(at)
  return { at, heading, ...(unit !== undefined && { unit }) }
}

/** Of each column once: columns are asked for by many rules. */
function once(read: (at: number) => readonly string[]): (at: number) => readonly string[] {
  const columns = new Map<number, readonly string[]>()
  return (at) => {
    const cells = columns.get(at) ?? read(at)
    columns.set(at, cells)
    return cells
  }
}

/** Cells below a heading; merged cells once. */
function cellsBelow(table: Table, heading: number, column: number): readonly string[] {
  return table.rows
    .slice(heading + 1)
    .flatMap((row) => (row[column]?.covered ? [] : (row[column]?.text.trim() ?? '')))
    .filter((text) => text !== '')
}
