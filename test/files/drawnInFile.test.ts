import { expect, it } from 'vitest'
import { drawnInFile } from '../../src/files/drawnInFile.ts'
import { isDrawn } from '../../src/files/drawnChart/readDrawnChart.ts'
import { counter } from './counter.ts'
import { wordBox, wordFile, wordGroup, wordLine } from './drawnChart/drawings.ts'

const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`

function table(steps: number): string {
  const rows = Array.from({ length: steps }, (_, at) => row(String(at + 1), `办理${at + 1}`, '窗口'))
  return `<w:tbl>${row('序号', '环节名称', '责任岗位')}${rows.join('')}</w:tbl>`
}

const drawing = wordGroup(
  wordBox(1, '申请', [0, 0, 100, 40]),
  wordBox(2, '审查', [0, 100, 100, 40]),
  wordBox(3, '办结', [0, 200, 100, 40]),
  wordLine(4, [50, 40, 0, 60], { from: 1, to: 2 }),
  wordLine(5, [50, 140, 0, 60], { from: 2, to: 3 }),
)

const read = async (...parts: readonly string[]) =>
  drawnInFile(wordFile(...parts), '流程.docx', { newId: counter() })

it('[DW13] of a file with both, a table of more steps is taken before some figures, and otherwise the table is told', async () => {
  expect(await read(table(5), drawing)).toBeUndefined()
  const small = await read(table(2), drawing)
  expect(small && isDrawn(small) && small.left.at(-1)).toEqual({ fault: 'tableBeside', other: 2 })
  const alone = await read(drawing)
  expect(alone && isDrawn(alone) && alone.left).toEqual([])
})
