/** 条件 in a column of its own beside 下一步: each row's condition goes before its way on (合格：第3步). */
import { headingWords } from '../../../text/recognition/headings.ts'
import { conditionHeading } from '../../../text/recognition/tableWords.ts'
import type { Cell, Table } from '../../tableSource/table.ts'
import { meaningsOf, withoutBlanks } from './headingMeaning.ts'

const mostTop = 8

/** Unchanged without both columns. */
export function waysWithConditions(table: Table): Table {
  const heading = table.rows
    .slice(0, mostTop)
    .findIndex((row) => column(row, isNext) >= 0 && column(row, isCondition) >= 0)
  if (heading < 0) return table
  const next = column(table.rows[heading]!, isNext)
  const condition = column(table.rows[heading]!, isCondition)
  const rows = table.rows.map((row, at) => {
    if (at < heading) return row
    const said = row[condition]?.text.trim() ?? ''
    const way = row[next]?.text.trim() ?? ''
    // A condition without a way stays where it is, and is noted.
    if (at > heading && (said === '' || way === '')) return row
    const text = at === heading ? headingWords.next[0] : `${said}：${way}`
    return row.map((cell, place) =>
      place === next ? { ...cell, text } : place === condition ? { text: '' } : cell,
    )
  })
  return { ...table, rows }
}

function column(row: readonly Cell[], is: (text: string) => boolean): number {
  return row.findIndex(({ text, covered }) => !covered && is(text))
}

function isNext(text: string): boolean {
  return meaningsOf(text)[0] === 'next' && !isCondition(text)
}

function isCondition(text: string): boolean {
  return conditionHeading.test(withoutBlanks(text))
}
