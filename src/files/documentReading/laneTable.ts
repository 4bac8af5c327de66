/** A table whose columns are posts and whose cells are steps, one below the other: lanes drawn as a table. */
import { headingWords } from '../../text/recognition/headings.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { looksLikePost } from '../tableReading/cells/readPostNames.ts'
import { filled, tableOf, type Cell, type Table } from '../tableSource/table.ts'

const mostTop = 5
const fewestLanes = 3
const fewestSteps = 3
const longestStep = 40

/** Undefined unless the headings are posts and nearly every row holds one step. */
export function laneTable(table: Table): Table | undefined {
  const at = table.rows.slice(0, mostTop).findIndex(areLanes)
  if (at < 0) return undefined
  const heads = table.rows[at]!.map(({ text }) => text.trim())
  const body = table.rows.slice(at + 1).filter((row) => filled(row).length > 0)
  const isPlain = body.every((row) => filled(row).every(({ text }) => text.trim().length <= longestStep))
  const alone = body.filter((row) => filled(row).length === 1)
  const used = new Set(body.flatMap((row) => placesOf(row)))
  if (!isPlain || alone.length * 5 < body.length * 4 || body.length < fewestSteps || used.size < 2)
    return undefined
  const rows = body.flatMap((row) =>
    placesOf(row).map((place) => [row[place]!.text.trim(), heads[place] ?? '']),
  )
  return {
    ...tableOf([[headingWords.name[0], headingWords.posts[0]], ...rows], []),
    before: [
      ...(table.before ?? []),
      ...table.rows.slice(0, at).flatMap((row) => filled(row).map(({ text }) => text)),
    ],
    after: table.after ?? [],
  }
}

function areLanes(row: readonly Cell[]): boolean {
  const heads = filled(row).map(({ text }) => text.trim())
  return (
    heads.length >= fewestLanes &&
    new Set(heads).size === heads.length &&
    heads.every((head) => looksLikePost(head) && meaningsOf(head)[0] !== 'name')
  )
}

function placesOf(row: readonly Cell[]): readonly number[] {
  return [...row.entries()].flatMap(([at, cell]) => (cell.text.trim() !== '' && !cell.covered ? [at] : []))
}
