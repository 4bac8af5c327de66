import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { differencesOf } from '../../../src/model/history/difference.ts'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { namesFrom, sayDifference } from '../../../src/text/screen/differences.ts'
import { chartOf } from '../../support/chartOf.ts'

const before: Chart = {
  ...chartOf(
    '受理 → 审查 → 决定',
    { 受理: { posts: ['p1'] }, 审查: { posts: ['p1'], materials: ['申请书'] } },
    { promisedLimit: readTimeLimit('5个工作日') },
  ),
  posts: [
    { id: 'p1', order: 'a0', name: '科员' },
    { id: 'p2', order: 'a1', name: '科长' },
  ],
  risks: [{ id: 'r1', order: 'a0', step: '审查', text: '审查不严', level: 'medium' }],
  measures: [{ id: 'm1', order: 'a0', text: '双人复核', risks: ['r1'] }],
}

function stepsWith(id: string, fields: Partial<Chart['steps'][number]>): Partial<Chart> {
  return { steps: before.steps.map((step) => (step.id === id ? { ...step, ...fields } : step)) }
}

type Row = readonly [change: Partial<Chart>, ...sentences: string[]]

const table: readonly Row[] = [
  [{ risks: [{ ...before.risks[0]!, level: 'high' }] }, '审查 的风险等级：中 → 高'],
  [
    { header: { ...before.header, promisedLimit: readTimeLimit('3个工作日') } },
    '承诺期限：5个工作日 → 3个工作日',
  ],
  [{ header: { ...before.header, unit: '县司法局' } }, '单位：未填 → 县司法局'],
  [
    { steps: [...before.steps, { id: 's', order: 'b0', kind: 'process', name: '复核', posts: ['p2'] }] },
    '新增环节 复核（科长）',
  ],
  [
    { steps: before.steps.slice(0, 2), flowlines: before.flowlines.slice(0, 1) },
    '删除环节 决定',
    '删除流线 审查 → 决定',
  ],
  [stepsWith('审查', { name: '初审' }), '环节 审查 改名为 初审'],
  [stepsWith('审查', { posts: ['p2'] }), '环节 审查 从 科员 移到 科长'],
  [stepsWith('审查', { posts: ['p1', 'p2'] }), '审查 的责任岗位：科员 → 科员、科长'],
  [stepsWith('审查', { kind: 'decision' }), '审查 的类型：环节 → 判断'],
  [stepsWith('审查', { materials: ['申请书', '身份证'] }), '审查 的申请材料：申请书 → 申请书、身份证'],
  [stepsWith('审查', { persons: 2 }), '审查 的至少几人办理：未填 → 2'],
  [stepsWith('审查', { internalOnly: true }), '审查 的仅内部可见：否 → 是'],
  [
    stepsWith('决定', { legalBasis: [{ title: '《行政许可法》', article: '第三十八条' }] }),
    '决定 的办理依据：未填 → 《行政许可法》第三十八条',
  ],
  [stepsWith('审查', { flowPosition: [1, 2], lanesPosition: [3, 4] }), '审查 的手工位置有改动'],
  [
    { flowlines: [{ ...before.flowlines[0]!, to: '决定' }, before.flowlines[1]!] },
    '受理 → 审查 的流线改为 受理 → 决定',
  ],
  [
    { flowlines: [before.flowlines[0]!, { ...before.flowlines[1]!, label: '同意' }] },
    '审查 → 决定 的流线文字：未填 → 同意',
  ],
  [{ posts: before.posts.toReversed() }, '岗位 科员 移到 科长 之后'],
  [{ posts: [{ ...before.posts[0]!, name: '经办人' }, before.posts[1]!] }, '岗位 科员 改名为 经办人'],
  [{ measures: [] }, '删除防控措施“双人复核”'],
  [{ measures: [{ ...before.measures[0]!, risks: [] }] }, '防控措施“双人复核”的对应风险点：审查不严 → 未填'],
  [{ risks: [], measures: [] }, '删除风险点“审查不严”（审查）', '删除防控措施“双人复核”'],
  [
    { grading: { ...before.grading, levels: before.grading.levels.slice(0, 2) } },
    '分级办法：高中低三级（高、中、低） → 高中低三级（高、中）',
  ],
]

describe('differences as sentences', () => {
  it.each(table.map((row) => ({ row })))('[MD2] says it in the words of the forms: %#', ({ row }) => {
    const [change, ...sentences] = row
    const after = { ...before, ...change }
    const names = namesFrom(before, after)
    expect(differencesOf(before, after).map((each) => sayDifference(each, names, 'cut'))).toEqual(sentences)
  })

  it('[MD7] cuts a long value in its middle, and says the whole where asked', () => {
    const note = '一'.repeat(20) + '二'.repeat(20)
    const after = { ...before, header: { ...before.header, note } }
    const [difference] = differencesOf(before, after)
    const say = (wording: 'cut' | 'whole') => sayDifference(difference!, namesFrom(before, after), wording)
    expect(say('cut')).toBe(`备注（仅内部）：未填 → ${'一'.repeat(15)}…${'二'.repeat(10)}`)
    expect(say('whole')).toBe(`备注（仅内部）：未填 → ${note}`)
  })

  it('[MD7] says so where a value differs in what its words do not tell', () => {
    const grading = { ...before.grading, source: '县纪委' }
    const [difference] = differencesOf(before, { ...before, grading })
    expect(sayDifference(difference!, namesFrom(before, { ...before, grading }), 'cut')).toMatch(
      /^分级办法有改动：/,
    )
  })
})
