import { beforeAll, expect, it } from 'vitest'
import type { Form } from '../../../src/files/registers/form.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import { reopened } from '../../support/registers.ts'

/** A list of so many short lines. */
function list(lines: number, total: string): Form {
  return {
    tab: '清单',
    title: '清单',
    facts: ['单位：某局'],
    columns: [{ heading: '事项', width: 266, align: 'left' }],
    rows: Array.from({ length: lines }, (_, at) => [{ text: `第${at}项`, rows: 1, cols: 1 }]),
    total,
    boxes: [],
    signers: [],
  }
}

async function sheetOf(form: Form): Promise<string> {
  return reopened(await writeXlsx([form], '2026-09-18')).parts['xl/worksheets/sheet1.xml']!
}

function pagesOf(sheet: string): number {
  return 1 + (sheet.match(/<brk /g) ?? []).length
}

// The first workbook of a process takes several times as long as the others.
beforeAll(async () => void (await sheetOf(list(1, ''))))

it.each([
  [16, '共16项', 1],
  [17, '', 1],
  [17, '共17项', 2],
])('[RG7] %i lines and below them “%s” fill %i pages', async (lines, total, pages) => {
  expect(pagesOf(await sheetOf(list(lines, total)))).toBe(pages)
})

it('[RG8] the head stays in sight, on paper and on the screen', async () => {
  const { parts } = reopened(await writeXlsx([list(3, '')], '2026-09-18'))
  expect(parts['xl/workbook.xml']).toMatch(/_xlnm\.Print_Titles[^<]*>[^<]*\$3:\$3</)
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane [^>]*ySplit="3"/)
})
