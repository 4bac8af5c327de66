/** Texts of cells → the chart, and back: what people write, what is refused, what comes from Excel. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTsv } from '../../../src/files/tableSource/readDelimited.ts'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { readBlock, writeBlock } from '../../../src/ui/grid/cellBlock.ts'
import type { GridColumn } from '../../../src/ui/grid/gridColumns.ts'
import { gridColumns } from '../../../src/ui/grid/gridColumns.ts'
import { readLines, writeLines } from '../../../src/ui/grid/listLine.ts'
import { gridRowsOf } from '../../../src/ui/grid/gridRowsOf.ts'
import { completed, suggestionsFor } from '../../../src/ui/grid/suggestionsFor.ts'
import { writeCells } from '../../../src/ui/grid/writeCells.ts'
import { arbitraryChart, comparable } from '../../files/arbitraryChart.ts'
import { chartOf, counting, pathsOf } from '../../support/chartOf.ts'
import { cellsOf, line, pasted } from './pasted.ts'

/** All rows of a chart as a block. */
function blockOf(chart: Chart): string {
  return writeBlock(gridRowsOf(chart).map((row) => gridColumns.map((column) => row.cells[column])))
}

describe('one cell', () => {
  it.each<[GridColumn, string, string]>([
    ['name', ' 受理申请 ', '受理申请'],
    ['kind', '菱形', '判断'],
    ['kind', '开始', '端点'],
    ['posts', '窗口；审查岗', '窗口、审查岗'],
    ['limit', '5个工作日', '5个工作日'],
    ['limit', '看情况', '看情况'],
    ['next', '3', '3'],
    ['next', '3(不予受理);4(补正)', '3（不予受理）；4（补正）'],
    ['next', '决定（同意）、结束', '3（同意）；4'],
    ['next', '退回3', '3（退回）'],
    ['next', '无', ''],
    ['risk', '放宽标准', '放宽标准'],
    ['risk', '放宽标准\n收受财物', '1. 放宽标准\n2. 收受财物'],
    ['risk', '1.放宽标准；2.收受财物', '1. 放宽标准\n2. 收受财物'],
    ['risk', '①放宽标准②收受财物', '1. 放宽标准\n2. 收受财物'],
    ['duty', '审批', '决定'],
    ['public', '否', '仅内部'],
    ['public', '内部', '仅内部'],
    ['note', '见附件', '见附件'],
  ])('[UI60] %s takes %j', (column, text, shown) => {
    const { chart, refused } = pasted(line, writeBlock([[text]]), 0, column)
    expect(refused).toEqual([])
    expect(cellsOf(chart, 0)[column]).toBe(shown)
  })

  it.each<[GridColumn, string, string]>([
    ['name', ' ', '环节：环节名称不能为空；要去掉整行，请用“删除行”。'],
    ['name', '长'.repeat(2_001), '环节：文字太长。'],
    ['kind', '圆圈', '类型：不认识的类型“圆圈”，可填：端点、环节、判断、文书、子流程。'],
    ['next', '9', '下一步：没有第 9 号环节。'],
    ['next', '归档', '下一步：没有叫“归档”的环节。'],
    ['next', '办结', '下一步：没有叫“办结”的环节，请先加一行，再填它的序号。'],
    ['next', '1', '下一步：流线不能从一个环节连回它自己。'],
    ['next', '2；2', '下一步：这两个环节之间已经有流线了。'],
    ['level', '高', '等级：这个环节还没有风险点，请先填风险点。'],
    ['measures', '双人核验', '措施：这个环节还没有风险点，请先填风险点。'],
    ['duty', '围观', '角色：不认识的角色“围观”，可填：发起、经办、审核、决定、执行、验收、监督。'],
    ['public', '也许', '公开：“也许”看不出是否公开，可填：公开、仅内部。'],
  ])('[UI61] %s refuses %j and changes nothing', (column, text, why) => {
    const { chart, refused } = pasted(line, writeBlock([[text]]), 0, column)
    expect(refused).toEqual([why])
    expect(comparable(chart)).toEqual(comparable(line))
  })

  it('[UI62] a name that several steps have is no answer', () => {
    const twins = {
      ...line,
      steps: line.steps.map((step) => (step.id === '结束' ? { ...step, name: '审查' } : step)),
    }
    expect(pasted(twins, '审查', 0, 'next').refused).toEqual(['下一步：有几个环节都叫“审查”，请改写序号。'])
    expect(pasted(twins, '4', 0, 'next').refused).toEqual([])
  })
})

/** The three cells of a row after they were pasted into it. */
function riskRow(risk: string, level: string, measures: string) {
  const { chart, refused } = pasted(line, writeBlock([[risk, level, measures]]), 0, 'risk')
  const cells = cellsOf(chart, 0)
  return { cells: [cells.risk, cells.level, cells.measures], refused }
}

describe('risks, levels and measures of one row', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['放宽标准', '高', '双人核验\n留痕', ['放宽标准', '高', '1. 双人核验\n2. 留痕']],
    ['甲\n乙', '高', '留痕', ['1. 甲\n2. 乙', '1. 高\n2. 高', '1、2. 留痕']],
    ['甲\n乙', '高、低', '1. 子\n2. 丑', ['1. 甲\n2. 乙', '1. 高\n2. 低', '1. 子\n2. 丑']],
    ['甲\n乙', '2. 低', '2. 丑\n1、2. 子', ['1. 甲\n2. 乙', '1. —\n2. 低', '2. 丑\n1、2. 子']],
    ['甲\n乙', '1. —\n2. —', '', ['1. 甲\n2. 乙', '', '']],
  ])('[UI63] %j %j %j', (risk, level, measures, cells) => {
    expect(riskRow(risk, level, measures)).toEqual({ cells, refused: [] })
  })

  it.each<[string, string, string, string]>([
    ['甲\n乙\n丙', '高、低', '', '等级：等级有 2 个而风险点有 3 个，请一行一个对应。'],
    ['甲', '要命', '', '等级：不认识的等级“要命”。'],
    ['甲\n乙', '3. 高', '', '等级：没有编号 3 的风险点。'],
    ['甲\n乙', '', '1. 子\n3. 丑', '措施：没有编号 3 的风险点。'],
  ])('[UI64] %j %j %j: the rest is taken, and why is said', (risk, level, measures, why) => {
    const { cells, refused } = riskRow(risk, level, measures)
    expect(refused).toEqual([why])
    expect(cells[0]).toMatch(/^1\. 甲|^甲$/)
  })

  it('[UI65] any texts in one cell come back as they were', () => {
    const text = fc
      .string({ unit: fc.constantFrom('甲', '1', '2', '.', '、', '；', '\n', '(', ')', '①') })
      .map((words) => words.trim())
      .filter((words) => words !== '' && !/\n\s*\d+(?:\s*[、,，]\s*\d+)*\s*[.．、)）]/.test(words))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
        expect(readLines(writeLines(texts)).map((line) => line.text)).toEqual(texts)
      }),
    )
  })
})

describe('blocks', () => {
  it('[UI66] below the last row they make steps that lead on', () => {
    const open = chartOf('受理 → 审查')
    const { chart, refused } = pasted(open, '决定\t判断\t局长\r\n归档\t文书\t\r\n\t\t\r\n', 2)
    expect(refused).toEqual([])
    expect(pathsOf(chart)).toEqual(['受理→审查', '审查→决定', '决定→归档'])
    expect(chart.steps.map((step) => step.kind)).toEqual(['process', 'process', 'decision', 'document'])
    expect(cellsOf(chart, 2).posts).toBe('局长')
  })

  it('[UI67] name each other, whatever the order of their rows', () => {
    const block = ['补正\t环节\t\t\t结束（逾期）；受理', '结束\t结束\t\t\t', '复查\t环节\t\t\t5'].join('\r\n')
    const { chart, refused } = pasted(chartOf('受理'), block, 1)
    expect(refused).toEqual(['下一步：没有第 5 号环节。'])
    expect(pathsOf(chart)).toEqual(['受理→补正', '补正-逾期→结束', '补正→受理'])
  })

  it('[UI68] have quoted cells of several lines, as Excel writes them', () => {
    const text = '"放宽标准\n收受财物"\t高\t"说""不""的\n人"\r\n'
    expect(readBlock(text, '')).toEqual([['放宽标准\n收受财物', '高', '说"不"的\n人']])
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', ' ') }), {
            minLength: 2,
            maxLength: 3,
          }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        (block) => {
          expect(readBlock(writeBlock(block), '')).toEqual(block)
        },
      ),
    )
  })

  it('[UI69] of Word keep a cell of two paragraphs together', () => {
    const html =
      '<html xmlns:w="urn:schemas-microsoft-com:office:word"><table><tr><td><p>甲</p><p>乙</p></td><td>高</td></tr></table></html>'
    expect(readBlock('甲\r\n乙\t高', html)).toEqual([['甲\n乙', '高']])
  })

  it('[UI70] copied out of any chart and pasted back change nothing', () => {
    fc.assert(
      fc.property(arbitraryChart, (chart) => {
        const whole = repaired(recordsOf(chart))
        const { changes, refused } = pasted(whole, blockOf(whole))
        expect([changes, refused]).toEqual([0, []])
      }),
    )
  })

  const flows = join(import.meta.dirname, '../../fixtures/flows')
  const tables = readdirSync(flows).filter((name) => name.endsWith('.tsv'))
  it.each(tables)('[UI71] the rows of %s, pasted into an empty chart, are the same chart', (name) => {
    const table = readTsv(readFileSync(join(flows, name), 'utf8'))
    const chart = readTable(table, counting('t')).chart!
    const first = chart.steps[0]!
    const empty: Chart = {
      ...chart,
      posts: [],
      steps: [{ ...first, name: '空' }],
      flowlines: [],
      risks: [],
      measures: [],
    }
    const { chart: made, refused } = pasted(
      { ...empty, steps: [{ id: 'x', order: first.order, kind: 'process', name: '空' }] },
      blockOf(chart),
    )
    expect(refused).toEqual([])
    expect(gridRowsOf(made).map((row) => row.cells)).toEqual(gridRowsOf(chart).map((row) => row.cells))
  })

  it('[UI72] of a thousand rows are taken in seconds, not minutes', () => {
    const texts = ['环节', '环节', '岗位', '5个工作日', '1', '甲\n乙', '高', '留痕']
    const fresh = Array.from({ length: 1_000 }, (_, at) => `s${at}`)
    const writes = fresh.flatMap((step) =>
      texts.map((text, at) => ({ step, column: gridColumns[at]!, text: at === 0 ? text + step : text })),
    )
    const before = process.cpuUsage()
    const { edit, refused } = writeCells(chartOf('空'), writes, fresh, counting())
    expect(process.cpuUsage(before).user).toBeLessThan(15_000_000)
    expect([edit.ok && edit.changes.length > 8_000, refused]).toEqual([true, []])
  })
})

describe('suggestions', () => {
  it.each<[GridColumn, string, readonly string[]]>([
    ['kind', '', ['端点', '环节', '判断', '文书', '子流程']],
    ['kind', '流', ['子流程']],
    ['kind', '判断', ['端点', '环节', '判断', '文书', '子流程']],
    ['kind', 'liu', []],
    ['level', '1. 高\n2. ', ['高', '中', '低']],
    ['public', '内', ['仅内部']],
    ['note', '', []],
  ])('[UI73] %s after %j', (column, draft, options) => {
    expect(suggestionsFor(column, line, draft)).toEqual(options)
  })

  it.each<[GridColumn, string, string, string]>([
    ['kind', '流', '子流程', '子流程'],
    ['posts', '窗口、审', '审查岗', '窗口、审查岗'],
    ['level', '1. 高\n2. ', '低', '1. 高\n2. 低'],
  ])('[UI74] in %s %j becomes %s', (column, draft, chosen, text) => {
    expect(completed(column, draft, chosen)).toBe(text)
  })
})
