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

it('[DW13] what a table says of the drawn steps, and the risks of a list, are given to them', async () => {
  const steps = ['申请', '审查', '办结'].map((name, at) => row(String(at + 1), name, `${at + 1}个工作日`))
  const table = `<w:tbl>${row('序号', '环节', '时限')}${steps.join('')}</w:tbl>`
  const risks = [row('审查', '故意拖延', '高'), row('签发', '越权', '中')]
  const list = `<w:tbl>${row('环节', '风险点', '风险等级')}${risks.join('')}</w:tbl>`
  const reading = await read(drawing, table, '<w:p><w:r><w:t>风险点一览</w:t></w:r></w:p>', list)
  if (!reading || !isDrawn(reading)) throw new Error('not read')
  const { chart, left } = reading
  expect(chart.steps.map(({ timeLimit }) => timeLimit?.wording)).toEqual([
    '1个工作日',
    '2个工作日',
    '3个工作日',
  ])
  expect(chart.flowlines).toHaveLength(2)
  expect(chart.risks.map(({ text, level, step }) => [text, level, step])).toEqual([
    ['故意拖延', 'high', chart.steps[1]!.id],
  ])
  expect(left).toEqual([{ fault: 'riskOutside', words: '越权' }])
})
