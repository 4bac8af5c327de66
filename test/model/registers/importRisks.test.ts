import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { importRisks, matchedTo, type ListedRisk } from '../../../src/model/registers/importRisks.ts'
import { applyChanges } from '../../../src/model/records/changes.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { counting } from '../../support/chartOf.ts'
import { expenses } from '../../support/registers.ts'

const listed = (risk: Partial<ListedRisk>): ListedRisk => ({
  row: 3,
  posts: [],
  text: '超标准报销',
  measures: [],
  ...risk,
})

/** Where a row goes: the id of its step or post, or why it goes nowhere. */
function goesTo(chart: Chart, risk: Partial<ListedRisk>): string {
  const { placed, known, unplaced } = matchedTo(chart, [listed(risk)])
  const owner = [...placed, ...known][0]?.owner
  return unplaced[0]?.why ?? Object.values(owner ?? {}).join()
}

/** 审核 by the head of the section, and 审核 by the cashier. */
const twoReviews: Chart = {
  ...expenses(),
  steps: expenses().steps.map((step) => (step.id === 's3' ? { ...step, name: '审核', posts: ['p3'] } : step)),
}

describe('[RG16] last year’s list finds its places', () => {
  it('by the step’s name, however it is written; by the name of the power and the step in one', () => {
    expect(goesTo(expenses(), { place: ' 审　核。' })).toBe('s2')
    expect(goesTo(expenses(), { place: '财务报销：审核' })).toBe('s2')
    expect(goesTo(expenses(), { power: '财务报销—审核' })).toBe('s2')
  })

  it('by the post where two steps have one name', () => {
    expect(goesTo(twoReviews, { place: '审核', posts: ['出纳'] })).toBe('s3')
    expect(goesTo(twoReviews, { place: '审核', posts: ['科室负责人'] })).toBe('s2')
    expect(goesTo(twoReviews, { place: '审核' })).toBe('several-places')
    expect(goesTo(twoReviews, { place: '审核', posts: ['局长'] })).toBe('several-places')
  })

  it('at the step that it names, also when its post has moved on', () => {
    expect(goesTo(expenses(), { place: '审核', posts: ['出纳'] })).toBe('s2')
  })

  it('at the post where no step is named, the place before the person', () => {
    expect(goesTo(expenses(), { posts: ['出纳'] })).toBe('p3')
    expect(goesTo(expenses(), { place: '出纳', posts: ['经办人'] })).toBe('p3')
    expect(goesTo(expenses(), { posts: ['出纳', '经办人'] })).toBe('several-places')
    expect(goesTo(expenses(), { place: '验收' })).toBe('no-place-found')
  })

  it('in no chart of another power; one power may be named shorter or longer', () => {
    expect(goesTo(expenses(), { power: '公务接待', place: '审核' })).toBe('other-power')
    expect(goesTo(expenses(), { power: '财务报销审批流程图', place: '审核' })).toBe('s2')
    expect(goesTo(expenses(), { power: '报销', place: '审核' })).toBe('s2')
  })

  it('and is not taken in twice: what the chart says at the same place is known', () => {
    const list = [
      listed({ place: '审核', text: '审核不严' }),
      listed({ place: '付款', text: '审核不严' }),
      listed({ posts: ['出纳'], text: '接受吃请。' }),
    ]
    const { placed, known } = matchedTo(expenses(), list)
    expect(known.map(({ risk }) => risk)).toEqual([list[0], list[2]])
    expect(placed.map(({ risk }) => risk)).toEqual([list[1]])
  })

  it('with what the row says of it, and its measures', () => {
    const risk = listed({
      place: '付款',
      category: 'duty',
      level: 'high',
      responsible: '张某',
      leader: '李某',
      measures: ['逐笔核对', '双人复核'],
    })
    const edit = importRisks(expenses(), matchedTo(expenses(), [risk]).placed, counting('x'))
    const chart = repaired(applyChanges(recordsOf(expenses()), edit.ok ? edit.changes : []))
    expect(chart.risks.at(-1)).toMatchObject({
      step: 's3',
      text: '超标准报销',
      category: 'duty',
      level: 'high',
      responsible: '张某',
      leader: '李某',
    })
    const its = chart.measures.filter(({ risks }) => risks.includes(chart.risks.at(-1)!.id))
    expect(its.map(({ text }) => text).sort()).toEqual(['双人复核', '逐笔核对'].sort())
  })
})

it('[RG13] a measure comes back with who and how often, as our registers print them', () => {
  const measures = [
    '复核合同（法规科，每季度末）',
    '抽查发票(每月15日)',
    '双人审核（含附件）',
    '公开结果（办公室、财务科）',
  ]
  const placed = [{ risk: listed({ measures }), owner: { step: 's2' } }]
  const edit = importRisks(expenses(), placed, counting())
  if (!edit.ok) throw new Error(edit.refusal.reason)
  const after = repaired(applyChanges(recordsOf(expenses()), edit.changes))
  expect(after.measures.slice(-4)).toMatchObject([
    { text: '复核合同', responsible: '法规科', schedule: '每季度末' },
    { text: '抽查发票', schedule: '每月15日' },
    { text: '双人审核（含附件）' },
    { text: '公开结果（办公室、财务科）' },
  ])
})
