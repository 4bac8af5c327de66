/**
 * A matrix of duties (环节 over 经办人, 部门负责人, 分管领导 with √) becomes one column 责任岗位. Of several marks
 * (●主办 ○协办) the note keeps which is whose.
 */
import { headingWords } from '../../../text/recognition/headings.ts'
import { tickWords } from '../../../text/recognition/tableWords.ts'
import { looksLikePost } from '../cells/readPostNames.ts'
import { filled, type Cell, type Table, widthOf } from '../../tableSource/table.ts'
import { meaningsOf } from './headingMeaning.ts'

const mostTop = 8
const marks = /^[√✓✔☑●▲★○◎△☆■□◆◇]$/
const fewest = 2

/** Unchanged unless two columns of posts or more hold nothing but marks. */
export function tickedPosts(table: Table): Table {
  for (const [at, row] of table.rows.slice(0, mostTop).entries()) {
    const columns = [...row.entries()].flatMap(([column, cell]) =>
      isPost(cell) && areMarks(table.rows.slice(at + 1), column) ? [column] : [],
    )
    if (columns.length >= fewest && row.some(({ text }) => meaningsOf(text)[0] === 'name'))
      return withPosts(table, at, columns)
  }
  return table
}

function isPost({ text }: Cell): boolean {
  const words = text.trim()
  return meaningsOf(words)[0] !== 'name' && (looksLikePost(words) || meaningsOf(words)[0] === 'posts')
}

function areMarks(rows: readonly (readonly Cell[])[], column: number): boolean {
  const cells = rows.filter((row) => filled(row).length > 1).map((row) => row[column]?.text.trim() ?? '')
  const written = cells.filter((text) => text !== '')
  return written.length > 0 && written.every((text) => marks.test(text) || tickWords.includes(text))
}

function withPosts(table: Table, heading: number, columns: readonly number[]): Table {
  const heads = columns.map((column) => table.rows[heading]![column]!.text.trim())
  const several = new Set(
    table.rows
      .slice(heading + 1)
      .flatMap((row) => columns.flatMap((column) => row[column]?.text.trim() || [])),
  )
  const width = widthOf(table)
  return {
    ...table,
    rows: table.rows.map((row, at) => {
      if (at < heading) return row
      const own = columns.map((column) => (row[column]?.covered ? '' : (row[column]?.text.trim() ?? '')))
      const cells = Array.from({ length: width }, (_, column) =>
        columns.includes(column) ? { text: '' } : (row[column] ?? { text: '' }),
      )
      const posts = heads.filter((_, index) => own[index] !== '').join('、')
      const note = heads
        .flatMap((head, index) => (own[index] === '' ? [] : [`${head}${own[index]}`]))
        .join('、')
      const isHeading = at === heading
      return [
        ...cells,
        { text: isHeading ? headingWords.posts[0] : posts },
        ...(several.size > 1 ? [{ text: isHeading ? headingWords.note[0] : note }] : []),
      ]
    }),
  }
}
