import { describe, expect, it } from 'vitest'
import type { FlowReading } from '../../../src/files/documentReading/documentReading.ts'
import { readFlows } from '../../../src/files/documentReading/readFlows.ts'
import { fileKindOf } from '../../../src/files/documentSource/fileKind.ts'
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

describe('pages and texts as they are copied', () => {
  it('[FI38] numbers on lines of their own, or glued to their words', () => {
    expect(steps(best('办理流程\n1\n收件\n2\n核验\n3\n盖章\n承诺三日办结，节假日顺延。'))).toBe(
      '收件 核验 盖章',
    )
    expect(steps(best('办理流程\n1收件\n网上提交\n2核验\n3盖章\n3个工作日内'))).toContain('收件 核验 盖章')
  })

  it('[FI26] cells that came as lines in no known order are no steps', () => {
    const text =
      '环节\n步骤\n办理人\n办理时限\n申请与受理\n收件\n窗口\n当场\n受理\n窗口\n1日\n审查\n审核\n科员\n3日'
    expect(readFlows(readDocumentText(text), counter()).readings).toEqual([])
  })

  it('[FI26] of two flows alike the first is read, the other is said', () => {
    const text =
      '一、网上流程\n1.申请人在平台注册账号；\n2.经办科审核上传的材料，材料齐全且符合范围的予以接收，不齐全的退回申请人在平台上的系统账号并说明原因；\n3.申请人领取结果\n二、窗口流程\n1.申请人提交申请材料；\n2.窗口核对接收；\n3.窗口发放证件'
    expect(steps(best(text))).toBe('申请人在平台注册账号 经办科审核上传的材料 申请人领取结果')
    expect(doubts(best(text))).toContain('窗口流程')
  })

  it('[FI32] several lines of arrows that meet are one flow', () => {
    const { chart } = best('立项 -> 审核 -> 招标\n招标 -> 签约\n审核 -> 退回').reading
    expect(chart?.steps.map(({ name }) => name)).toEqual(['立项', '审核', '招标', '签约', '退回'])
    expect(chart?.flowlines).toHaveLength(4)
  })

  it('[FI37] labels above bullets, in a column of contents, and descriptions behind names', () => {
    const bullets =
      '报销流程\n1. 审核\n责任岗位：会计\n风险点：\n- 虚报\n- 超标\n防控措施：\n- 核票\n- 对标准\n2. 支付\n责任岗位：出纳'
    expect(risks(best(bullets))).toBe('虚报<>{核票} 超标<>{对标准}')
    const contents =
      '环节\t内容\n审核\t"责任岗位：会计\n时限：1日\n风险点：虚报（高）\n防控措施：核票"\n支付\t责任岗位：出纳'
    expect(steps(best(contents))).toBe('审核[会计]<1日> 支付[出纳]')
    expect(risks(best(contents))).toBe('虚报<high>{核票}')
    const described = best('工作流程\t风险点\n编制：各科报计划\t虚报\n审批：党组会定\t一言堂')
    expect(steps(described)).toBe('编制 审批')
    expect(described.reading.chart?.steps[1]?.note).toContain('党组会定')
  })

  it('[FI28] a chart of what is titled a register of risks is doubtful', () => {
    const text =
      '某局岗位廉政风险排查一览表\n重要环节\t风险点涉及的岗位\t表现形式\t防控要点及防控措施\n财务管理\t会计\t坐支\t盘点\n人事调动\t干事\t说情\t公示'
    expect(doubts(best(text))).toContain('像是风险登记表')
    expect(steps(best(text))).toBe('财务管理[会计] 人事调动[干事]')
    expect(doubts(best(text.replace('岗位廉政风险排查', '审批流程廉政风险')))).not.toContain('像是')
  })
})

const smallTable = (name: string, post: string) =>
  `<table><tr><td>环节名称</td><td>${name}</td></tr><tr><td>责任岗位</td><td>${post}</td></tr></table><p></p>`

describe('lists and tables of rarer forms', () => {
  it('[FI30] letters and stems are numbers', () => {
    expect(steps(best('流程：\nA. 收件\nB. 核验\nC. 盖章'))).toBe('收件 核验 盖章')
    expect(steps(best('甲、立案\n乙、调查\n丙、审理'))).toBe('立案 调查 审理')
  })

  it('[FI19] across, without a heading for the names', () => {
    expect(steps(best('\t收件\t核验\n岗位\t窗口\t科员\n时限\t当场\t2日\n措施\t首问\t会审'))).toBe(
      '收件[窗口]<当场> 核验[科员]<2日>',
    )
  })

  it('[FI20] 备注 in the first cell of a row is a note of the table', () => {
    const { reading } = best('环节\t岗位\t措施\n收件\t窗口\t首问\n核验\t科员\t会审\n备注\t每季度审计一次\t')
    expect(reading.rows.map(({ name }) => name)).toEqual(['收件', '核验'])
    expect(reading.chart?.header.note).toContain('每季度审计一次')
  })
})

describe('marks that are no text', () => {
  it('[FI25] anchors of comments and footnotes, by class or target, and stars of bold', () => {
    const page =
      '<table><tr><td>环节</td><td>岗位</td></tr><tr><td>收件<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></td><td>窗口</td></tr><tr><td>盖章<a class=msocomanchor href="#_msocom_1">[甲1]</a></td><td>**科长**</td></tr></table>'
    expect(steps(best(page))).toBe('收件[窗口] 盖章[科长]')
  })

  it('[FI29] the first line is no title where it is the first step', () => {
    expect(best('住户报修\n↓\n前台派工\n↓\n上门维修').reading.chart?.header.title).toBe('')
  })
})

describe('bounds', () => {
  it('[FI18] a page is a page whatever stands in comments before it', () => {
    const page = `<!-- ${'x'.repeat(30_000)} --> <table><tr><td>环节</td><td>岗位</td></tr><tr><td>收件</td><td>窗口</td></tr></table>`
    expect(steps(best(page))).toBe('收件[窗口]')
    expect(fileKindOf(new TextEncoder().encode(page))).toBe('html')
    expect(fileKindOf(new TextEncoder().encode('<!-- x --><rss><item/></rss>'))).toBe('xml')
  })

  it('[FI35] a book is cut, and it is said; it is not parsed as a table first', () => {
    const book = '某某单位应当依法办理相关事项，材料不齐全的，一次性告知补正。\n'.repeat(20_000)
    expect(readDocumentText(book).notes).toContainEqual({ note: 'cutBlocks', other: 6_000 })
  })
})

describe('posts as headings', () => {
  it('[FI38] a matrix of duties gives posts, never ticks', () => {
    expect(steps(best('环节\t经办人\t科长\t局长\n起草\t√\t\t\n审核\t\t√\t√\n签发\t\t\t√'))).toBe(
      '起草[经办人] 审核[科长、局长] 签发[局长]',
    )
    const two = best('环节\t经办人\t科长\n起草\t●\t○\n审核\t○\t●')
    expect(two.reading.chart?.steps[0]?.note).toContain('经办人●、科长○')
  })

  it('[FI38] lanes drawn as a table, and said', () => {
    const reading = best('申请人\t窗口\t局长\n提交\t\t\n\t登记\t\n\t\t审批\n\t发证\t')
    expect(steps(reading)).toBe('提交[申请人] 登记[窗口] 审批[局长] 发证[窗口]')
    expect(doubts(reading)).toContain('表头是岗位')
    expect(
      readFlows(readDocumentText('姓名\t科长\t局长\n张三\t李四\t王五\n甲\t乙\t丙'), counter())
        .readings.map(doubts)
        .join(),
    ).not.toContain('表头是岗位')
  })

  it('[FI8] a row that is counted is no heading, whatever its words', () => {
    expect(steps(best('1\t提交材料\t申请人\n2\t受理\t窗口\n3\t审核\t科长'))).toBe(
      '提交材料[申请人] 受理[窗口] 审核[科长]',
    )
  })

  it('[FI39] a small table for each step', () => {
    const page = `<p>食堂采购流程</p>${smallTable('询价', '采购员')}${smallTable('验收', '仓管员')}${smallTable('付款', '会计')}`
    expect(steps(best(page))).toBe('询价[采购员] 验收[仓管员] 付款[会计]')
    expect(readFlows(readDocumentText(page), counter()).otherTables).toBe(0)
  })
})
