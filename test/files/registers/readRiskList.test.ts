import { describe, expect, it } from 'vitest'
import { formsOf } from '../../../src/files/registers/formsOf.ts'
import { readRiskList } from '../../../src/files/registers/readRiskList.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import { readTableFile, readTableText } from '../../../src/files/readTableFile.ts'
import { readXlsxTables } from '../sourceTables.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { advanced } from '../../../src/model/edits/rows/combined.ts'
import { highMediumLow } from '../../../src/model/grading.ts'
import { registerRows } from '../../../src/model/registers/registerRows.ts'
import { matchedTo, importRisks } from '../../../src/model/registers/importRisks.ts'
import type { FormName } from '../../../src/text/paper/forms.ts'
import { counting } from '../../support/chartOf.ts'
import { expenses } from '../../support/registers.ts'

const read = (text: string) => readRiskList(readTableText(text), highMediumLow)
const withoutRisks = (chart: Chart): Chart => ({ ...chart, risks: [], measures: [] })

function seeded(
  chart: Chart,
  ...args: Parameters<typeof importRisks> extends [Chart, ...infer R] ? R : never
): Chart {
  const edit = importRisks(chart, ...args)
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return advanced(chart, edit.changes)
}

const said = (of: Chart) =>
  registerRows([of]).map(({ text, step, level, measures }) => [text, step, level?.name, measures])

const listed = (place: string | undefined, more: object = {}) => ({
  row: 2,
  ...(place === undefined ? {} : { place }),
  posts: [],
  text: '新的风险',
  measures: ['一', '二'],
  ...more,
})

describe('last year’s list', () => {
  it.each(['risk-list', 'duty-list', 'department'] as const)(
    '[RG13] of our own %s brings back every risk where it was',
    async (form: FormName) => {
      const chart = expenses()
      const bytes = await writeXlsx(formsOf({ form, charts: [chart] }), undefined)
      const { risks, problems } = readRiskList(await readTableFile(bytes), chart.grading)
      expect(problems).toEqual([])
      const { placed, unplaced, known } = matchedTo(withoutRisks(chart), risks)
      expect(placed.length + unplaced.length + known.length).toBe(5)
      // Also the risk of a post, which stands on no step: every form names the post.
      expect(unplaced).toEqual([])
      expect(said(seeded(withoutRisks(chart), placed, counting()))).toEqual(said(chart))
    },
  )

  it('[RG13] reads personal registers sheet by sheet', async () => {
    const bytes = await writeXlsx(formsOf({ form: 'personal', charts: [expenses()] }), undefined)
    const tables = await readXlsxTables(bytes)
    const texts = tables.flatMap((table) => readRiskList(table, highMediumLow).risks.map(({ text }) => text))
    expect(new Set(texts)).toEqual(new Set(expenses().risks.map(({ text }) => text)))
  })

  it('[RG14] understands the headings that real lists have', () => {
    const zhuang =
      '序号\t单位/科室\t风险类别\t风险点\t廉政风险主要内容及表现形式\t风险等级\t防控措施\t部门负责人\t责任领导\n' +
      '1\t办公室\t业务流程\t公车管理\t公车私用\t高\t1.定点停放 2.派车登记\t张某\t李某\n合计：1个'
    expect(read(zhuang).risks).toEqual([
      {
        row: 2,
        place: '公车管理',
        posts: ['办公室'],
        text: '公车私用',
        category: 'process',
        level: 'high',
        measures: ['定点停放', '派车登记'],
        responsible: '张某',
        leader: '李某',
      },
    ])
    const town =
      '序号\t权力事项\t风险点数量\t表现形式\t等级\t防控措施\t责任人\n1\t财务报销\t1\t审核不严\t中\t复核\t王某'
    expect(read(town).risks).toMatchObject([
      { power: '财务报销', text: '审核不严', level: 'medium', responsible: '王某', posts: [] },
    ])
    const school = '风险点\t风险等级\t主管领导\t分管领导\t防控方法\n收费\tⅠ级\t甲\t乙\t公示'
    expect(read(school).risks).toMatchObject([
      { text: '收费', level: 'high', leader: '甲', measures: ['公示'] },
    ])
  })

  it('[RG14] takes what a blank cell says from above, but no measure and no level', () => {
    const rows = '环节\t风险点\t等级\t防控措施\n审核\t不严\t高\t复核\n\t刁难\t\t\n\t\t\t限时办结'
    expect(read(rows).risks).toEqual([
      { row: 2, place: '审核', posts: [], text: '不严', level: 'high', measures: ['复核'] },
      { row: 3, place: '审核', posts: [], text: '刁难', measures: ['限时办结'] },
    ])
  })

  it('[RG15] names what it leaves out, with its row', () => {
    const { risks, leftOut, problems } = read(
      '环节\t风险点\t等级\n审核\t不严\t特高\n合计：1个\t\t\n填表人：张某\t\t\n只有名称\t\t',
    )
    expect(risks).toHaveLength(1)
    expect(leftOut.map(({ row }) => row)).toEqual([3, 4, 5])
    expect(problems).toMatchObject([{ fault: 'unknownLevel', row: 2, words: '特高' }])
    expect(read('甲\t乙\n丙\t丁').problems).toMatchObject([{ fault: 'noRiskHeading' }])
  })
})

describe('seeding', () => {
  it('[RG16] puts every row in exactly one list', () => {
    const { placed, known, unplaced } = matchedTo(expenses(), [
      listed('审 核'),
      listed('没有的环节'),
      listed('没有的环节', { posts: ['出纳'] }),
      listed('审核', { power: '公车管理' }),
      listed('审核', { text: '审核不严。' }),
    ])
    expect(placed.map(({ owner }) => owner)).toEqual([{ step: 's2' }, { post: 'p3' }])
    expect(known).toHaveLength(1)
    expect(unplaced.map(({ why }) => why)).toEqual(['no-place-found', 'other-power'])
  })

  it('[RG16] does not guess between two steps of one name, unless the post tells', () => {
    const chart = expenses()
    const twice = { ...chart, steps: chart.steps.map((step) => ({ ...step, name: '审核' })) }
    expect(matchedTo(twice, [listed('审核')]).unplaced).toMatchObject([{ why: 'several-places' }])
    expect(matchedTo(twice, [listed('审核', { posts: ['科室负责人'] })]).placed).toMatchObject([
      { owner: { step: 's2' } },
    ])
  })

  it('[RG17] is one edit, with measures, category and persons', () => {
    const risk = listed('付款', { category: 'process', level: 'low', responsible: '张某', leader: '李某' })
    const after = seeded(expenses(), [{ risk, owner: { step: 's3' } }], counting())
    expect(after.risks.at(-1)).toMatchObject({
      step: 's3',
      text: '新的风险',
      category: 'process',
      level: 'low',
      responsible: '张某',
      leader: '李某',
    })
    expect(after.measures.slice(-2).map(({ text, risks }) => [text, risks])).toEqual([
      ['一', [after.risks.at(-1)!.id]],
      ['二', [after.risks.at(-1)!.id]],
    ])
    expect(importRisks(expenses(), [{ risk, owner: { step: 'gone' } }], counting())).toMatchObject({
      ok: false,
    })
  })
})
