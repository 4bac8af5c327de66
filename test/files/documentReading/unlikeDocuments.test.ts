import { describe, expect, it } from 'vitest'
import type { FlowReading } from '../../../src/files/documentReading/documentReading.ts'
import { readFlows } from '../../../src/files/documentReading/readFlows.ts'
import { readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import { sayDoubt } from '../../../src/text/messages/intake.ts'
import { counter } from '../counter.ts'

const best = (text: string): FlowReading => readFlows(readDocumentText(text), counter()).readings[0]!
/** 受理[窗口]<1个工作日> 审查 */
const steps = (reading: FlowReading | undefined) =>
  reading?.reading.rows
    .map(
      ({ name, posts, limit }) =>
        name + (posts.length > 0 ? `[${posts.join('、')}]` : '') + (limit ? `<${limit.wording}>` : ''),
    )
    .join(' ')
const doubts = (reading: FlowReading | undefined) => reading?.doubts.map(sayDoubt).join('\n')
/** 多收<high>{核对} */
const risks = ({ reading }: FlowReading) =>
  reading.chart?.risks
    .map(({ id, text, level }) => {
      const against = reading.chart?.measures.filter((measure) => measure.risks.includes(id)) ?? []
      return `${text}<${level ?? ''}>{${against.map((measure) => measure.text).join('、')}}`
    })
    .join(' ')

describe('names of steps in paragraphs', () => {
  it('[FI30] brackets in the middle of a name are part of it', () => {
    const text =
      '办理程序\n1、村民提出\n写申请。\n2、镇（街道）农业办核查\n到田间核查。\n3、县（市）农业局审定\n会议审定。'
    expect(steps(best(text))).toBe('村民提出 镇（街道）农业办核查 县（市）农业局审定')
    expect(steps(best('流程\n1.登记（档案室）核对证件\n2.审核（库管员）看卷宗是否涉密\n3.归还'))).toBe(
      '登记[档案室] 审核[库管员] 归还',
    )
  })

  it('[FI30] one blank parts a short name from its sentence', () => {
    const text =
      '抚恤流程\n一、本人提出 由本人持证件到所在村提出书面申请，并附证明。\n二、逐级核对 村委会核对后报镇民政办，镇里复核。\n三、定期发放 每月十日前发到本人账户，并登记。'
    expect(steps(best(text))).toBe('本人提出 逐级核对 定期发放')
  })

  it('[FI26] duties of an office are its steps, the closing line is none', () => {
    const text =
      '河道许可岗位责任\n1.受理职责：核对材料。\n2.审查职责：到现场看。\n3.决定职责：作出决定。\n4.法律、法规规定的其他职责。'
    expect(steps(best(text))).toBe('受理职责 审查职责 决定职责')
  })

  it('[FI26] short lines with sentences below them are steps, and doubtful', () => {
    const text =
      '档案借阅的流程一般分为以下几步：\n填写借阅单\n写明卷号和用途，由本部门签字。\n核准借阅\n档案主管核准，涉密的另行报批。\n归还检查\n逐页检查后注销借阅单。\n注意事项\n不得拍照。'
    expect(steps(best(text))).toBe('填写借阅单 核准借阅 归还检查')
    expect(doubts(best(text))).toContain('步骤没有编号')
  })

  it('[FI32] beside arrows a dash explains', () => {
    const text = '接种流程\n预检——看接种证——量体温\n↓\n登记——录入系统\n↓\n接种\n↓\n留观——三十分钟'
    expect(steps(best(text))).toBe('预检 登记 接种 留观')
  })
})

describe('labels inside a cell', () => {
  const text =
    '风险点\t流程\t防控措施\n"1.多收。\n2.漏收。\n风险等级：高"\t收取\t"1.核对。\n2.抽查。\n责任人：收费室主任"\n"人情减免。等级：中"\t减免\t集体研究'

  it('[FI37] the level below risks and who is responsible below measures', () => {
    expect(risks(best(text))).toBe('多收。<high>{核对。} 漏收。<high>{抽查。} 人情减免。<medium>{集体研究}')
    expect(best(text).reading.chart?.risks[0]?.responsible).toBe('收费室主任')
  })

  it('[FI37] posts and limits below a name', () => {
    expect(
      steps(best('环节\t要求\n"收件\n责任岗位：窗口\n时限：当场"\t核对\n"审核\n责任岗位：科长"\t复核')),
    ).toBe('收件[窗口]<当场> 审核[科长]')
  })

  it('[FI37] where the table has a column for it, the cell stays as it is', () => {
    const whole = '环节\t风险点\t风险等级\n收取\t"多收\n等级：另行评定"\t低\n入账\t漏记\t高'
    expect(risks(best(whole))).toBe('多收\n等级：另行评定<low>{} 漏记<high>{}')
  })
})
