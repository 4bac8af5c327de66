import { describe, expect, it } from 'vitest'
import type { DocumentReading, FlowReading } from '../../../src/files/documentReading/documentReading.ts'
import { readFlows } from '../../../src/files/documentReading/readFlows.ts'
import { whyNoFlow } from '../../../src/files/documentReading/sayReading.ts'
import { readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import { columnChoices } from '../../../src/files/tableReading/headings/columnChoices.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'
import { sayDoubt } from '../../../src/text/messages/intake.ts'
import { counter } from '../counter.ts'

const read = (text: string, ...columns: readonly string[]): DocumentReading =>
  readFlows(readDocumentText(text), counter(), { columns: columnChoices(columns) as never })
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

describe('numbered paragraphs', () => {
  it('[FI30] sub-items of another style are no steps, even where they count on', () => {
    expect(
      steps(best('办理流程\n1.登记\n2.核查\n（1）看现场\n（2）看台账\n（3）写记录\n3.答复\n4.归档')),
    ).toBe('登记 核查 答复 归档')
  })

  it('[FI30] posts and limits in brackets and in labelled lines', () => {
    const text =
      '车辆报废流程\n一、提出（使用部门，2个工作日）\n说明原因\n二、鉴定\n责任主体：设备科\n风险点：虚报残值（高）\n防控措施：两人鉴定\n三、处置'
    expect(steps(best(text))).toBe('提出[使用部门]<2个工作日> 鉴定[设备科] 处置')
    expect(best(text).reading.chart?.risks).toMatchObject([{ text: '虚报残值', level: 'high' }])
  })

  it('[FI30] a whole list in one paragraph', () => {
    expect(steps(best('工作程序：1.立项：提出建议。2.论证：专家论证。3.批复：主任办公会研究。'))).toBe(
      '立项 论证 批复',
    )
  })

  it('[FI30] a limit out of a sentence is said; that of the applicant is none', () => {
    const reading = best(
      '流程\n1.受理。材料不全的，申请人应在10日内补正。\n2.审核。自受理之日起15个工作日内提出意见。\n3.发证。',
    )
    expect(steps(reading)).toBe('受理 审核<自受理之日起15个工作日内> 发证')
    expect(problems(reading).join('')).toContain('“自受理之日起15个工作日内”是从说明文字里读出的')
  })

  it('[FI29] of a guide only the flow is steps; facts and sections have their place', () => {
    const reading = best(
      '取水点迁移办事指南\n一、实施机关\n某区水务局\n二、设立依据\n《水法》第七条\n三、申请材料\n申请书\n四、办理流程\n1.申请。网上提交。\n2.受理。窗口核对。\n3.决定。局长批准。\n五、承诺时限\n8个工作日\n六、收费标准\n不收费',
    )
    expect(steps(reading)).toBe('申请 受理 决定')
    expect(reading.reading.chart?.header).toMatchObject({
      title: '取水点迁移办事指南',
      unit: '某区水务局',
      legalBasis: [{ title: '《水法》', article: '第七条' }],
      promisedLimit: { amount: 8 },
      note: '申请材料：申请书\n收费标准：不收费',
    })
    expect(reading.unused.filter((line) => !/^[一-六]、/.test(line))).toEqual([])
  })
})

describe('branches and odd lists', () => {
  it('[FI9] 是3否4 and 4或5 lead to two steps', () => {
    const { chart } = best(
      '序号\t环节\t流向\n1\t初审\t是2否3\n2\t复审\t3或4\n3\t退件\t转第1步\n4\t归档\t',
    ).reading
    const places = new Map(chart?.steps.map(({ id }, at) => [id, at + 1]))
    expect(
      chart?.flowlines.map(({ from, to, label }) => `${places.get(from)}>${places.get(to)}${label ?? ''}`),
    ).toEqual(['1>2是', '1>3否', '2>3', '2>4', '3>1'])
  })

  it('[FI30] conditions inside a step are no flow of their own', () => {
    const text =
      '备案办理\n1.申请\n网上提出。\n2.预审(2个工作日,不计入时限)，核对材料。\n(1)材料不全的：告知补正。\n(2)不符合条件的：告知理由。\n(3)符合条件的：递交材料。\n3.审核(3个工作日)\n4.送达'
    expect(steps(best(text))).toBe('申请 预审<2个工作日（不计入时限）> 审核<3个工作日> 送达')
  })

  it('[FI26] the last line of a list of duties is no step', () => {
    const text = '责任事项：\n1.受理责任：收件。\n2.决定责任：批准。\n3.其他法律法规规章规定应履行的责任。'
    expect(steps(best(text))).toBe('受理责任 决定责任')
  })

  it('[FI25] characters that show nothing are left out', () => {
    expect(steps(best('环节\t岗位\n受\u200b理\t窗\u0007口\n审\ufeff查\t窗口'))).toBe('受理[窗口] 审查[窗口]')
  })
})

describe('arrows', () => {
  it.each([
    ['办理流程：报名→初试→面试→公示', '报名 初试 面试 公示'],
    ['报名\n↓\n初试\n↓\n公示', '报名 初试 公示'],
    ['报名→初试→\n面试→公示', '报名 初试 面试 公示'],
  ])('[FI32] %j', (text, names) => {
    expect(steps(best(text))).toBe(names)
  })

  it('[FI32] rows and columns of arrows are passed over', () => {
    expect(steps(best('环节\t岗位\n登记\t门卫\n↓\t\n放行\t班长'))).toBe('登记[门卫] 放行[班长]')
    expect(steps(best('环节\t登记\t→\t放行\n岗位\t门卫\t\t班长'))).toBe('登记[门卫] 放行[班长]')
  })
})

describe('tables', () => {
  it('[FI32] 环节 merged over 步骤 is the stage', () => {
    const html =
      '<table><tr><td>环节<td>步骤<td>办理人<tr><td rowspan=2>准备<td>通知<td>办公室<tr><td>收集<td>各科<tr><td rowspan=2>开会<td>讨论<td>党组<tr><td>表决<td>党组</table>'
    expect(steps(best(html))).toBe('通知[办公室] 收集[各科] 讨论[党组] 表决[党组]')
  })

  it('[FI32] 办结 is followed by what stands below it', () => {
    expect(best('环节\t岗位\n审批\t科长\n办结\t窗口\n送达\t窗口').reading.chart?.flowlines).toHaveLength(2)
  })

  it('[FI31] four words are four levels', () => {
    const { chart } = best('环节\t风险点\t风险等级\n甲\ta\t低\n乙\tb\t一般\n丙\tc\t较大\n丁\td\t重大').reading
    expect(new Set(chart?.risks.map(({ level }) => level)).size).toBe(4)
    expect(chart?.grading.levels).toHaveLength(4)
  })

  it('[FI26] a whole flow in a cell of a list of duties; further rows are further readings', () => {
    const text =
      '权力名称\t责任事项\t追责情形\n占道许可\t"1.受理责任：公示条件。\n2.审查责任：现场核查。\n3.决定责任：作出决定。"\t越权\n挖掘许可\t"1.受理责任：收件。\n2.决定责任：批准。\n3.送达责任：送达。"\t拖延'
    const found = read(text)
    expect(found.readings.map(steps)).toEqual(['受理责任 审查责任 决定责任', '受理责任 决定责任 送达责任'])
    expect(found.readings[0]?.reading.chart?.header.title).toBe('占道许可')
    expect(doubts(found.readings[0])).toContain('另外还有 1 处可以读成流程：挖掘许可')
    expect(found.readings[0]?.reading.chart?.header.note).toContain('越权')
  })

  it('[FI26] a person says what a column means', () => {
    const found = read(
      '事由\t处置人\t第几级\n登记\t门卫\t甲\n放行\t班长\t乙',
      '事由=环节',
      '处置人=责任岗位',
      '第几级=不用',
    )
    expect(steps(found.readings[0])).toBe('登记[门卫] 放行[班长]')
    expect(found.readings[0]?.reading.chart?.steps.every(({ note }) => note === undefined)).toBe(true)
    expect(columnChoices(['事由=天气'])).toBe('事由=天气')
  })

  it('[FI29] one heading is not the value of the heading before it', () => {
    const { reading } = best(
      '工作内容\t责任科室\t责任人\t时限\n查验\t资产科\t查验员\t3日\n评估\t评估科\t评估师\t5日',
    )
    expect(reading.chart?.header).not.toHaveProperty('department')
  })

  it('[FI26] a whole flow in one cell is no step', () => {
    const rows = '岗位\t业务流程\t风险点\n招生办\t报名→审查→录取\t泄题\n总务\t报修→询价→验收\t虚报'
    expect(read(rows).readings.map(({ kind }) => kind)[0]).toBe('cell')
    expect(doubts(read(rows).readings.at(-1))).toContain('一整条流程')
  })

  it('[FI29] facts beside their labels', () => {
    const { chart } = best(
      '取水许可流程\n实施主体\t某县水利局（盖章）\t承诺时限\t10个工作日\n环节\t岗位\n受理\t窗口\n审查\t科长',
    ).reading
    expect(chart?.header).toMatchObject({ unit: '某县水利局', promisedLimit: { amount: 10 } })
  })
})

describe('doubts and refusals', () => {
  it.each([
    ['环节\t岗位\n受理\t窗口', '只读到一个环节'],
    ['受理\n审查\n发证', '没有表头'],
    ['登记\n↓\n分流→不予受理\n↓\n核实', '横的可能是分支'],
    ['一、立项阶段\n（一）建议\n（二）论证\n二、招标阶段\n（一）公告\n（二）开标', '只读了各个阶段'],
    [`环节\t岗位\n${'长'.repeat(45)}\t甲\n审查\t乙`, '超过 40 个字'],
  ])('[FI26] %j', (text, words) => {
    expect(doubts(best(text))).toContain(words)
  })

  it.each([
    ['序号\t岗位\t风险点\t风险等级\t防控措施\n1\t出纳\t挪用\t高\t盘点', '导入上年一览表'],
    [
      '序号\t职权名称\t职权类型\t实施依据\n1\t取水许可\t行政许可\t水法\n2\t河道许可\t行政许可\t水法',
      '职权目录',
    ],
    ['姓名\t部门\t电话\n张三\t办公室\t8655001\n李四\t财务科\t8655002', '没有读到流程'],
    ['各科室：\n现将有关事项通知如下，请认真贯彻执行。\n特此通知。', '没有读到流程'],
  ])('[FI28] %j', (text, words) => {
    const found = read(text)
    expect(found.readings).toEqual([])
    expect(whyNoFlow(found)).toContain(words)
  })

  it('[FI27] what stands nowhere in the chart is listed', () => {
    expect(best('流程\n1.受理。\n2.审查。\n3.发证。\n\n').unused).toEqual([])
    const text = `<p>值班要求写在别处，请各组长阅读。${'长'.repeat(60)}</p><table><tr><td>环节<td>岗位<tr><td>受理<td>窗口<tr><td>审查<td>科长</table>`
    expect(best(text).unused.join('')).toContain('值班要求')
    // A word that is kept as a code is used.
    expect(best('环节\t职责角色\t类型\n收件\t承办\t矩形\n查验\t复核\t菱形\n发证\t批准\t矩形').unused).toEqual(
      [],
    )
  })

  it('[FI4] long texts of brackets and of rows answer soon', () => {
    const started = performance.now()
    read('（'.repeat(20_000))
    read(`环节\t岗位\n${Array.from({ length: 1_000 }, (_, at) => `审查${at}\t窗口`).join('\n')}`)
    expect(performance.now() - started).toBeLessThan(4_000)
  })
})
