import { describe, expect, it } from 'vitest'
import type { DocumentReading, FlowReading } from '../../../src/files/documentReading/documentReading.ts'
import { readFlows } from '../../../src/files/documentReading/readFlows.ts'
import { readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'
import { sayDoubt } from '../../../src/text/messages/intake.ts'
import { counter } from '../counter.ts'

const read = (text: string): DocumentReading => readFlows(readDocumentText(text), counter())
const best = (text: string): FlowReading => read(text).readings[0]!
/** 受理[窗口]<1个工作日> 审查 */
const steps = (reading: FlowReading | undefined) =>
  reading?.reading.rows
    .map(
      ({ name, posts, limit }) =>
        name + (posts.length > 0 ? `[${posts.join('、')}]` : '') + (limit ? `<${limit.wording}>` : ''),
    )
    .join(' ')
const doubts = (reading: FlowReading | undefined) => reading?.doubts.map(sayDoubt).join('\n')
const problems = ({ reading }: FlowReading) => reading.problems.map((problem) => sayFault(problem))

describe('what may be meant otherwise', () => {
  it('[FI34] an empty 下一步 before a step that others lead to is an end, and said', () => {
    const text =
      '步骤\t岗位\t下一步\n登记\t窗口\t核对\n核对\t科员\t相符→入账；不符→退单\n入账\t会计\t\n退单\t科员\t登记'
    const { reading } = best(text)
    expect(reading.chart?.flowlines).toHaveLength(4)
    expect(problems(best(text)).join()).toContain('按到这里结束读入')
  })

  it('[FI34] an empty 下一步 goes on, and said, where nothing else leads to the next row', () => {
    const text = '步骤\t岗位\t下一步\n登记\t窗口\t核对\n核对\t科员\t\n入账\t会计\t归档\n归档\t会计\t'
    expect(best(text).reading.chart?.flowlines).toHaveLength(3)
    expect(problems(best(text)).join()).toContain('按接到下一行“入账”读入')
    const sparse = '步骤\t岗位\t下一步\n登记\t窗口\t\n核对\t科员\t不符→1\n入账\t会计\t\n归档\t会计\t'
    expect(problems(best(sparse))).toEqual([])
  })

  it('[FI34] a branch in a sentence is said', () => {
    const text = '抽检流程\n1、抽样\n2、检验。样品不合格的，责令下架。\n3、公布'
    expect(problems(best(text)).join()).toContain('样品不合格的，责令下架')
  })

  it('[FI34] a condition and a limit before a step of a chain are label and limit', () => {
    const reading = best('举报登记→甄别→属于本级管辖的，10日内受理→调查→反馈')
    expect(steps(reading)).toBe('举报登记 甄别 受理<10日内> 调查 反馈')
    expect(reading.reading.chart?.flowlines.map(({ label }) => label)).toContain('属于本级管辖')
  })

  it('[FI34] brackets that are not understood are said, posts in them are read', () => {
    expect(steps(best('复核流程\n1、收件（档案室内勤，当日）\n2、复核（小组，2日）\n3、发还'))).toBe(
      '收件[档案室内勤]<当日> 复核[小组]<2日> 发还',
    )
    expect(
      problems(best('复核流程\n1、收件（东侧柜台，当日）\n2、复核（科长，2日）\n3、发还')).join(),
    ).toContain('东侧柜台，当日')
  })

  it('[FI14] a level beside a likelihood is the level', () => {
    const text =
      '环节\t风险点\t风险评估\t\t防控措施\n\t\t可能性\t等级\t\n收取\t多收\t高\t低\t核对\n退还\t拖延\t低\t高\t限时'
    expect(best(text).reading.chart?.risks.map(({ level }) => level)).toEqual(['low', 'high'])
  })

  it('[FI12] risk and measure in one cell by their marks', () => {
    const { reading } = best('环节\t岗位\t风险及防控\n收取\t出纳\t风险：多收；措施：两人核对\n退还\t出纳\t')
    expect(reading.chart?.risks.map(({ text }) => text)).toEqual(['多收'])
    expect(reading.chart?.measures.map(({ text }) => text)).toEqual(['两人核对'])
  })
})

const milliseconds = (text: string): number => {
  const before = performance.now()
  read(text)
  return performance.now() - before
}

describe('texts without measure', () => {
  it.each([
    ['brackets', `办理流程\n1、受理${'（'.repeat(80_000)}\n2、办结`],
    ['blanks', `流程：${' '.repeat(80_000)}→受理→办结`],
    [
      'ways',
      `环节\t下一步\n受理\t${Array.from({ length: 9000 }, (_, at) => `退回${at}`).join('，')}\n办结\t`,
    ],
  ])('[FI35] %s are read in linear time, and what is cut is said', (_, text) => {
    expect(milliseconds(text)).toBeLessThan(4_000)
    if (!text.startsWith('流程')) expect(read(text).notes.map(({ note }) => note)).toEqual(['cutText'])
  })

  it('[FI10] names that end in numbers are names where nothing else is', () => {
    expect(steps(best('环节\t岗位\t时限\n环节1\t科员\t1天\n环节2\t科长\t2天'))).toBe(
      '环节1[科员]<1天> 环节2[科长]<2天>',
    )
  })
})

describe('stages and arrows as offices write them', () => {
  const table =
    '环节\t步骤\t工作要求\t责任岗位\t完成时间\n一、筹备\t\t编报计划\t使用科室\t\n\t\t复核预算\t财务科\t3个工作日\n二、实施\t1\t发布公告\t采购办\t5日\n\t2\t评审\t评审小组\t1日'

  it('[FI32] rows with their own post are steps, what stands over several of them is their stage', () => {
    expect(steps(best(table))).toBe(
      '编报计划[使用科室] 复核预算[财务科]<3个工作日> 发布公告[采购办]<5日> 评审[评审小组]<1日>',
    )
    expect(best(table).reading.chart?.steps.map(({ phase }) => phase)).toEqual([
      '一、筹备',
      '一、筹备',
      '二、实施',
      '二、实施',
    ])
  })

  it('[FI32] several duties of one post stay one step', () => {
    const text = '环节\t工作内容\t责任岗位\n受理\t核对材料\t窗口\n\t登记编号\t\n审核\t实地查看\t科员'
    expect(steps(best(text))).toBe('受理[窗口] 审核[科员]')
  })

  it('[FI32] words beside an arrow are a condition or a limit, and said; dashes are arrows', () => {
    const reading = best('1.提出\n↓（3个工作日内）\n2.评议\n↓符合条件\n3.复核\n↓\n4.发放')
    expect(steps(reading)).toBe('提出<3个工作日内> 评议 复核 发放')
    expect(reading.reading.chart?.flowlines.map(({ label }) => label)).toEqual([
      undefined,
      '符合条件',
      undefined,
    ])
    expect(doubts(reading)).toContain('符合条件')
    expect(steps(best('办理程序：收件（1天）——核查（3天）——办结'))).toBe('收件<1天> 核查<3天> 办结')
  })
})
