/** 人员→岗位 with dates, from a table: 姓名、岗位、任职起、任职止. */
import type { Table } from '../../files/tableSource/table.ts'
import { personsIn } from '../../model/cases/personsIn.ts'
import type { Holding } from '../../model/cases/powerCase.ts'
import { holdingHeadings } from '../../text/recognition/caseWords.ts'
import { readCaseTime } from './readCaseTime.ts'

export interface HoldingsReading {
  readonly holdings: readonly Holding[]
  /** Rows, from 1, whose dates cannot be read. */
  readonly badRows: readonly number[]
}

/** Undefined if no row names a person and a post in its headings. */
export function readHoldings({ rows }: Table): HoldingsReading | undefined {
  const at = rows.findIndex((row) => columnOf(row, 'person') >= 0 && columnOf(row, 'post') >= 0)
  if (at < 0) return undefined
  const [person, post, from, to] = (['person', 'post', 'from', 'to'] as const).map((column) =>
    columnOf(rows[at]!, column),
  ) as [number, number, number, number]
  const holdings: Holding[] = []
  const badRows: number[] = []
  rows.slice(at + 1).forEach((row, index) => {
    const text = (column: number) => row[column]?.text.trim() ?? ''
    if (text(person) === '' || text(post) === '') return
    const [since, until] = [dayOf(text(from)), dayOf(text(to))]
    if (since === null || until === null) badRows.push(at + index + 2)
    else
      for (const each of personsIn(text(person)))
        holdings.push({
          person: each,
          post: text(post),
          ...(since === undefined ? {} : { from: since }),
          ...(until === undefined ? {} : { to: until }),
        })
  })
  return { holdings, badRows }
}

function columnOf(row: Table['rows'][number], column: keyof typeof holdingHeadings): number {
  return row.findIndex(({ text }) => holdingHeadings[column].test(text.replaceAll(/\s/g, '')))
}

/** undefined: nothing stands there, 至今; null: it cannot be read. */
function dayOf(text: string): string | undefined | null {
  if (text === '' || /^(?:至今|现在|-+|—+|\/)$/.test(text)) return undefined
  return readCaseTime(text)?.slice(0, 10) ?? null
}
