import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { meaningsOf } from '../../../src/files/tableReading/headings/headingMeaning.ts'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { readTableFile } from '../../../src/files/readTableFile.ts'
import { readLevel } from '../../../src/files/tableReading/cells/readLevel.ts'
import type { Table } from '../../../src/files/tableSource/table.ts'
import { findHeadings } from '../../../src/files/tableReading/headings/findHeadings.ts'
import { highMediumLow } from '../../../src/model/grading.ts'
import type { TableField } from '../../../src/text/recognition/headings.ts'
import { counter } from '../counter.ts'
import { told } from './told.ts'

const folder = new URL('../../fixtures/tables/', import.meta.url)
const tables = readdirSync(folder).filter((file) => !file.endsWith('.out.txt'))

describe('tables as clerks of many bodies have them', () => {
  it('are all here, each with what should come out', () => {
    expect(tables.length).toBeGreaterThanOrEqual(41)
  })

  it.each(tables)('[FI19] %s is read as a careful person would draw it', async (file) => {
    const bytes = new Uint8Array(readFileSync(new URL(file, folder)))
    const expected = readFileSync(new URL(file.replace(/\.\w+$/, '.out.txt'), folder), 'utf8')
    expect(told(readTable(await readTableFile(bytes), counter()))).toBe(expected)
  })

  it.each(tables)('[FI20] nothing of %s is lost', async (file) => {
    const table = await readTableFile(new Uint8Array(readFileSync(new URL(file, folder))))
    const { chart, problems } = readTable(table, counter())
    const kept = squeezed(JSON.stringify([chart, problems]))
    expect(wordsToKeep(table).filter((word) => !kept.includes(word))).toEqual([])
  })
})

/** Where words become something else: numbers and names become flowlines, 高 a level, √ a tick. */
const turned: readonly TableField[] = ['number', 'kind', 'next', 'level', 'category', 'public', 'internal']

function wordsToKeep(table: Table): readonly string[] {
  const headings = findHeadings(table)
  const columns = turned.flatMap((field) => headings?.columns.get(field)?.at ?? [])
  const others = [...(headings?.ticks ?? []), ...(headings?.moreNext ?? [])].map(({ at }) => at)
  const below = table.rows.slice((headings?.at ?? -1) + 1)
  return below.flatMap((row) =>
    row.flatMap((cell, at) =>
      cell.covered || columns.includes(at) || others.includes(at) || isHeading(cell.text)
        ? []
        : wordsIn(cell.text),
    ),
  )
}

/** In a table that runs across, headings stand among the rows. */
function isHeading(text: string): boolean {
  return meaningsOf(text).length > 0
}

/** Marks and single characters (levels behind risks, 注：) may go; words may not. */
function wordsIn(text: string): readonly string[] {
  return text
    .split(/[^\u4e00-\u9fa5A-Za-z0-9×]+/)
    .map((word) => word.replace(/^\d+$/, ''))
    .filter((word) => word.length > 1 && !ways.test(word) && !isLevel(word))
}

/** Behind a risk: 审核不严（较高）. */
function isLevel(word: string): boolean {
  return readLevel(word, highMediumLow) !== undefined
}

/** 第一步 before a line, 办理结果 that says where the step leads: 通过进入④. */
const ways = /^(?:不?通过)(?:进入|退回)$|^第.步$|^同上$|^填表人$|^审核人$|^备注$|^说明$/

function squeezed(text: string): string {
  return text.replaceAll(/\\n|\s/g, '')
}
