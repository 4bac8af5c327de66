import { describe, expect, it } from 'vitest'
import { whyNoFlow } from '../../../src/files/documentReading/sayReading.ts'
import { readFlows } from '../../../src/files/documentReading/readFlows.ts'
import { readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import { sayDoubt } from '../../../src/text/messages/intake.ts'
import { counter } from '../counter.ts'

const read = (text: string) => readFlows(readDocumentText(text), counter())
const best = (text: string) => read(text).readings[0]
const steps = (text: string) =>
  best(text)
    ?.reading.rows.map(({ name, posts }) => name + (posts.length > 0 ? `[${posts.join('、')}]` : ''))
    .join(' ')
const doubts = (text: string) => best(text)?.doubts.map(sayDoubt).join('\n')

describe('text with half-width commas', () => {
  it('[FI38] is no table of commas because its sentences have some', () => {
    const text =
      '(一)报名。本人到场,交表。\n(二)核验。1.当场核验。证件不全,字迹不清的,一次告知,改天再来,不收费用。2.登记。\n(三)抽签。公开抽签,现场录像。\n(四)公布。'
    expect(steps(text)).toBe('报名 核验 抽签 公布')
  })

  it('[FI38] a table of commas may have a row with one more or less', () => {
    expect(steps('序号,环节,责任岗位\n1,登记,窗口\n2,检验,化验员,急件先做\n3,发报告,窗口')).toBe(
      '登记[窗口] 检验[化验员] 发报告[窗口]',
    )
  })
})

describe('tables that came with one cell a line', () => {
  const headings = '序号\n环节\n责任岗位\n办理时限\n风险点\n防控措施'

  it('[FI38] are parted by their row numbers, items of a cell stay together', () => {
    const text = `借阅流程\n${headings}\n1\n登记\n窗口\n当场\n漏登\n1.双人\n2.抽查\n2\n调卷\n库管员\n1天\n1.错卷\n2.丢卷\n核对`
    expect(steps(text)).toBe('登记[窗口] 调卷[库管员]')
    expect(best(text)?.reading.chart?.risks.map((risk) => risk.text)).toEqual(['漏登', '错卷', '丢卷'])
    expect(doubts(text)).toContain('按序号分出各行')
  })

  it('[FI38] are refused as a whole where a row has a cell too much, and the way that works is said', () => {
    const text =
      '序号\n工作步骤\n责任人\n时限\n1\n登记\n窗口\n当场\n2\n初审\n经办\n3天\n复核人签字\n3\n审批\n局长\n2天'
    expect(read(text).readings).toEqual([])
    expect(whyNoFlow(read(text))).toContain('一格一行')
  })

  it('[FI38] no sections above such tables are taken for steps', () => {
    const text =
      '一、权力目录\n序号\n权力名称\n行使部门\n依据\n1\n评优权\n校务会\n章程\n二、风险及措施\n序号\n权力名称\n风险点\n风险等级\n防范措施\n1\n评优权\n不公\n高\n公示'
    expect(whyNoFlow(read(text))).toContain('一格一行')
  })
})

describe('flows amid other text', () => {
  it('[FI26] a line of arrows is the flow, and the text around it is said not to be used', () => {
    const text =
      '三、用印管理\n用印流程\n申请(经办人)→审核(办公室主任)→盖章(印章员)→登记\n风险：\n未经审批盖章;\n空白介绍信盖章;\n防范：\n专人保管;\n双人在场。'
    expect(steps(text)).toBe('申请[经办人] 审核[办公室主任] 盖章[印章员] 登记')
    expect(best(text)?.unused).toContain('空白介绍信盖章;')
  })

  it('[FI30] lines above a list that are no titles are said to be no steps', () => {
    const text =
      '公务接待流程图\n接到公函，了解来宾情况\n报分管领导审批\n安排食宿\n确定陪同人员名单\n1.确定会议议程\n2.摆放席位卡\n3.准备茶水'
    expect(doubts(text)).toContain('清单前面还有 4 行文字没有当作环节')
    expect(doubts('取水许可\n办理流程\n1.申请\n2.受理\n3.决定')).toBe('')
  })

  it('[FI26] 提交申请：本人到窗口… are steps below a line that speaks of a flow', () => {
    const text =
      '入学流程包括以下环节：\n提交申请：家长持户口本到校登记并填写申请表。\n材料审核：招生组核对户籍和房产，三日内答复。\n发放通知：学校统一发放入学通知书。\n咨询电话：教务处办公室，工作日上班时间。'
    expect(steps(text)).toBe('提交申请 材料审核 发放通知')
    expect(doubts(text)).toContain('步骤没有编号')
  })

  it('[FI26] 主责部门/岗位 is a column of posts; 处罚流程图 above lines is their title', () => {
    expect(steps('编号\t步骤名称\t主责部门/岗位\n1\t立项\t基建处\n2\t招标\t采购中心')).toBe(
      '立项[基建处] 招标[采购中心]',
    )
    const lines = best('某局行政处罚流程图\n立案\n调查取证\n告知\n决定')
    expect(lines?.reading.chart?.header.title).toBe('某局行政处罚流程图')
    expect(lines?.reading.rows.length).toBe(4)
  })
})

describe('numbers as offices write them', () => {
  it('[FI30] full-width digits count; 1.1 below 1. is no item of its list', () => {
    expect(steps('补贴流程\n１．申请　本人提出\n２．核对　三日内\n３．发放　每月发放')).toBe('申请 核对 发放')
    const text =
      '1. 受理：窗口收件\n1.1 材料齐全→进入第2步\n1.2 材料不齐全→告知补正\n2. 核查：到场看\n2.1 属实→进入第3步\n3. 决定：签发\n4. 送达'
    expect(steps(text)).toBe('受理 核查 决定 送达')
    expect(best(text)?.reading.problems.map(({ fault }) => fault)).toContain('branchInText')
  })

  it('[FI30] codes in a column 节点 are numbers, the name stands beside them; 总时限：20日 is no step and no power', () => {
    expect(steps('节点\t输入\t活动\t责任人\nP1\t申请单\t评审\t经理\nP2\t纪要\t设计\t工程师')).toBe(
      '评审[经理] 设计[工程师]',
    )
    const text = '权力事项\t环节\t时限\n采砂许可\t受理\t1日\n\t踏勘\t3日\n总时限：4日\t\t'
    expect(best(text)?.reading.chart?.header.title).toBe('采砂许可')
  })

  it('[FI26] a sentence that names as many steps as it says is read, doubtful; all of its words that are used are', () => {
    expect(steps('办理包括报名、初审、公示和录取四个环节。')).toBe('报名 初审 公示 录取')
    expect(doubts('办理包括报名、初审、公示和录取四个环节。')).toContain('从一句话里读出')
    expect(best('办理包括报名、初审和录取四个环节。')).toBeUndefined()
    expect(best('办理流程：①报名——②初审——③录取')?.unused).toEqual([])
  })
})

describe('columns as offices set them', () => {
  it('[FI22] 条件 beside 下一步 says when; 角色 over posts is a column of posts', () => {
    const text =
      '编号\t步骤\t负责人\t下一步\t条件\nS1\t受理\t窗口\tS2\t\nS2\t审查\t业务科\tS3\t合格\n\t\t\tS4\t不合格\nS3\t发证\t窗口\t结束\t\nS4\t退件\t窗口\t结束\t'
    const chart = best(text)?.reading.chart
    expect(chart?.flowlines.map(({ label }) => label ?? '')).toEqual(['', '合格', '不合格'])
    expect(steps('步骤\t活动\t角色\n1\t申请\t项目单位\n2\t拨付\t国库处')).toBe('申请[项目单位] 拨付[国库处]')
    expect(best('环节\t角色\n受理\t经办\n审批\t决定')?.reading.chart?.steps.map(({ duty }) => duty)).toEqual([
      'handle',
      'decide',
    ])
  })

  it('[FI39] steps and risks beside each other on a sheet are joined by the names of the steps, not by their rows', () => {
    const text =
      '报废流程\t\t\t\t风险防控\t\t\n序号\t环节\t岗位\t时限\t\t环节\t风险\t措施\n1\t申请\t科室\t1天\t\t处置\t贱卖\t拍卖\n2\t鉴定\t设备科\t3天\t\t鉴定\t串通\t第三方\n3\t处置\t资产科\t9天\t\t申请\t虚报\t双人'
    const chart = best(text)?.reading.chart
    const nameOf = new Map(chart?.steps.map(({ id, name }) => [id, name]))
    expect(
      chart?.risks.map(({ step, text: risk }) => `${nameOf.get(step ?? '')}:${risk}`).toSorted(),
    ).toEqual(['处置:贱卖', '申请:虚报', '鉴定:串通'])
    expect(chart?.measures.map(({ text: measure }) => measure).toSorted()).toEqual(['双人', '拍卖', '第三方'])
  })

  it('[FI30] a number glued to the first step is no title', () => {
    const text =
      '<div><span>1</span><b>网上申报</b><p>平台填报。</p><span>2</span><b>预审</b><p>一日内预审。</p><span>3</span><b>审批</b><p>五日内决定。</p></div>'
    expect(best(text)?.reading.chart?.header.title).toBe('')
  })
})
