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

describe('tables of text', () => {
  const four = '收件[窗口]<当场> 核验[科员]<2日> 盖章[科长]'

  it('[FI38] columns kept apart by blanks, one or more', () => {
    const wide =
      '盖章流程\n序号  环节    岗位    时限    备注\n1     收件    窗口    当场    登记\n2     核验    科员    2日\n                              必要时到场\n3     盖章    科长\n以上自五月起执行'
    expect(steps(best(wide))).toBe(four)
    expect(best(wide).reading.chart?.header.title).toBe('盖章流程')
    expect(best(wide).reading.chart?.steps[1]?.note).toContain('必要时到场')
    expect(steps(best('环节 岗位 时限\n收件 窗口 当场\n核验 科员 2日\n盖章 科长 1日'))).toBe(`${four}<1日>`)
  })

  it('[FI38] a frame drawn with characters', () => {
    const framed =
      '┌──┬──┬──┐\n│环节│岗位│时限│\n├──┼──┼──┤\n│收件│窗口│当场│\n├──┼──┼──┤\n│核验│科员│2日│\n├──┼──┼──┤\n│盖章│科长│ │\n└──┴──┴──┘'
    expect(steps(best(framed))).toBe(four)
    const plain =
      '+----+----+----+\n|环节|岗位|时限|\n+----+----+----+\n|收件|窗口|当场|\n|核验|科员|2日|\n|盖章|科长| |\n+----+----+----+'
    expect(steps(best(plain))).toBe(four)
  })

  it('[FI38] one cell a line is read by its headings, and doubtful', () => {
    const text = '盖章流程\n环节\n岗位\n时限\n收件\n窗口\n当场\n核验\n科员\n2日\n盖章\n科长\n1日'
    expect(steps(best(text))).toBe(`${four}<1日>`)
    expect(doubts(best(text))).toContain('按表头每 3 行一条')
    const unlike = '盖章流程\n环节\n岗位\n时限\n收件\n窗口\n核验\n科员\n2日\n盖章'
    expect(doubts(readFlows(readDocumentText(unlike), counter()).readings[0]) ?? '').not.toContain('按表头')
  })

  it('[FI38] blocks of labels', () => {
    const text =
      '基本信息\n事项名称\n印章刻制备案\n办理环节：收件\n办理人：窗口\n办理时限：当场\n办理环节：核验\n办理人：科员\n办理时限：2日\n监督电话：0000-1234567'
    expect(steps(best(text))).toBe('收件[窗口]<当场> 核验[科员]<2日>')
    expect(best(text).reading.chart?.header).toMatchObject({
      title: '印章刻制备案',
      supervisionPhone: '0000-1234567',
    })
  })

  it('[FI38] headings as people say them', () => {
    expect(steps(best('做什么,谁来办,几天办完\n收件,窗口,当场\n核验,科员,2日\n盖章,科长,'))).toBe(four)
  })

  it('[FI38] branches drawn with lines', () => {
    const text = '核案流程\n登记\n ↓\n核对\n ├→ 相符 → 入账 → 归档\n └→ 不符 → 退单'
    expect(steps(best(text))).toBe('登记 核对 入账 归档 退单')
    expect(best(text).reading.chart?.flowlines.map(({ label }) => label ?? '')).toEqual([
      '',
      '相符',
      '不符',
      '',
    ])
    expect(doubts(best(`${text}\n ↓\n通知`))).toContain('没有画出从哪里接')
  })

  it('[FI38] a paragraph of 第一步：…；第二步：…', () => {
    expect(steps(best('迁移流程：第一步：本人申请；第二步：村里盖章；第三步：派出所办理。'))).toBe(
      '本人申请 村里盖章 派出所办理',
    )
  })

  it('[FI32] arrows of Chinese keyboards', () => {
    expect(steps(best('报修（住户）──＞派工（前台，1小时）──＞维修——＞回访'))).toBe(
      '报修[住户] 派工[前台]<1小时> 维修 回访',
    )
  })
})

const page = (risky: string) =>
  `<table><tr><td>环节</td><td>岗位</td></tr><tr><td>收件</td><td>窗口</td></tr><tr><td>核验</td><td>科员</td></tr></table><p>表2</p><table><tr><td>环节</td><td>风险点</td><td>等级</td><td>措施</td></tr><tr><td>${risky}</td><td>走过场</td><td>高</td><td>抽查</td></tr><tr><td>${risky}</td><td>吃请</td><td>低</td><td>轮岗</td></tr></table>`

describe('lists of other styles', () => {
  it('[FI30] articles are a list, what is listed in one of them is no sub-item', () => {
    expect(
      steps(
        best('报废办法\n第一条 提出申请。写明原因。\n第二条 技术鉴定。两人签字。\n第三条 处置。公开拍卖。'),
      ),
    ).toBe('提出申请 技术鉴定 处置')
    const inside =
      '审计办法\n第一条 为规范审计，制定本办法。\n第二条 审计按下列程序进行：\n（一）立项；\n（二）现场审计；\n（三）出具报告。\n第三条 审计人员不得：\n（一）接受宴请；\n（二）收受礼品。'
    expect(steps(best(inside))).toBe('立项 现场审计 出具报告')
  })

  it('[FI30] numbers on keys of an assistant', () => {
    expect(steps(best('出差流程：\n1️⃣ **申请**（本人）\n2️⃣ **审批**（科长，1日）\n3️⃣ **报销**'))).toBe(
      '申请[本人] 审批[科长]<1日> 报销',
    )
  })

  it('[FI32] between arrows of their own line, brackets and words below a name belong to it', () => {
    const text = '信访流程图\n登记\n（信访办，当日）\n↓\n调查\n到现场看\n问当事人\n↓\n答复'
    const reading = best(text)
    expect(steps(reading)).toBe('登记[信访办]<当日> 调查 答复')
    expect(reading.reading.chart?.steps[1]?.note).toContain('问当事人')
    expect(reading.reading.chart?.header.title).toBe('信访流程图')
  })
})

describe('stages, powers and tables that belong together', () => {
  it('[FI39] items below numbered stages are another reading; where they count on it is the first', () => {
    const inner = '工程流程\n1 立项\n1.1 提出申请\n1.2 专家论证\n2 建设\n2.1 公开招标\n2.2 组织验收'
    const read = readFlows(readDocumentText(inner), counter()).readings
    expect(read.map(steps).slice(0, 2)).toEqual(['立项 建设', '提出申请 专家论证 公开招标 组织验收'])
    expect(doubts(read[0])).toContain('阶段下面的步骤在备注里')
    const on = best(
      '工程流程\n一、立项\n（1）提出申请\n（2）专家论证\n二、建设\n（3）公开招标\n（4）组织验收',
    )
    expect(steps(on)).toBe('提出申请 专家论证 公开招标 组织验收')
    expect(on.reading.chart?.steps[3]?.phase).toBe('建设')
  })

  it('[FI39] a stage written again in each row is a stage', () => {
    const text = '环节\t步骤\t岗位\n收件与核验\t收件\t窗口\n收件与核验\t核验\t科员\n办结\t盖章\t科长'
    expect(steps(best(text))).toBe('收件[窗口] 核验[科员] 盖章[科长]')
  })

  it('[FI39] risks in a table of their own are joined by the names of the steps, and said', () => {
    const reading = best(page('核验'))
    expect(steps(reading)).toBe('收件[窗口] 核验[科员]')
    expect(risks(reading)).toBe('走过场<high>{抽查} 吃请<low>{轮岗}')
    expect(doubts(reading)).toContain('按环节名称合在一起')
    expect(readFlows(readDocumentText(page('核验')), counter()).otherTables).toBe(0)
    expect(doubts(best(page('发证')))).not.toContain('合在一起')
  })

  it('[FI39] a table of several powers is one flow each, and said', () => {
    const text =
      '职权名称\t环节\t岗位\n取水许可\t受理\t窗口\n\t审批\t局长\n河砂检查\t检查\t队员\n\t整改\t队长'
    const read = readFlows(readDocumentText(text), counter()).readings
    expect(read.map(steps).slice(0, 2)).toEqual(['受理[窗口] 审批[局长]', '检查[队员] 整改[队长]'])
    expect(read[0]?.reading.chart?.header.title).toBe('取水许可')
    expect(doubts(read[0])).toContain('这张表里有 2 项职权')
    const one = '权力事项\t环节\t岗位\n取水许可\t受理\t窗口\n\t审批\t局长'
    expect(best(one).reading.chart?.header.title).toBe('取水许可')
  })

  it('[FI39] the other cells of a power and of a guide stay with its flow', () => {
    const list =
      '序号\t权力名称\t权力类型\t责任事项\t追责情形\n1\t取水许可\t行政确认\t"1.受理责任：核对。\n2.审查责任：踏勘。\n3.决定责任：签发。"\t不依法受理的'
    expect(best(list).reading.chart?.header).toMatchObject({
      powerKind: 'confirmation',
      note: '追责情形：不依法受理的',
    })
  })

  it('[FI22] the unit in the heading of a group, 部门 and 岗位 below it are one post', () => {
    const page =
      '<table><tr><td rowspan=2>环节</td><td colspan=2>责任</td><td colspan=2>时限（工作日）</td></tr><tr><td>部门</td><td>岗位</td><td>法定</td><td>承诺</td></tr><tr><td>踏勘</td><td>资源科</td><td>主审</td><td>10</td><td>4</td></tr><tr><td>审定</td><td>资源科</td><td>科长</td><td>5</td><td>2</td></tr></table>'
    expect(best(page).reading.chart?.steps[0]?.timeLimit).toMatchObject({ amount: 4, unit: 'workday' })
    expect(best(page).reading.rows.map(({ posts }) => posts)).toEqual([['资源科主审'], ['资源科科长']])
  })

  it('[FI12] as many lines of risks as of measures are paired, and said', () => {
    const reading = best(
      '环节\t风险点\t措施\n收取\t"多收费用\n漏记台账"\t"两人核对\n月底盘点"\n退还\t拖延\t限时',
    )
    expect(risks(reading)).toBe('多收费用<>{两人核对} 漏记台账<>{月底盘点} 拖延<>{限时}')
  })
})
