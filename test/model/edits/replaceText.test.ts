import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { limitsWith, replaceText, textHits, type Replacing } from '../../../src/model/edits/replaceText.ts'
import { applyChanges } from '../../../src/model/records/changes.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { chartOf } from '../../support/chartOf.ts'
import { fullChart } from '../fields/fullChart.ts'

const plain = chartOf('受理 -报局长→ 局长审批', {
  受理: { materials: ['局长批示', '申请表'], note: '问局长' },
})
const chart: Chart = {
  ...plain,
  header: { title: '局长审批事项', legalBasis: [{ title: '局长办公会纪要', article: '第1条' }] },
  posts: [
    { id: 'p', order: 'a0', name: '局长' },
    { id: 'q', order: 'a1', name: '主任' },
  ],
  risks: [{ id: 'r', order: 'a0', step: '受理', text: '局长打招呼', filledBy: '局长' }],
  measures: [{ id: 'm', order: 'a0', text: '局长回避', risks: ['r'], responsible: '局长' }],
}

function replaced(of: Chart, replacing: Replacing, chosen = textHits(of, replacing)): Chart {
  const edit = replaceText(of, replacing, new Set(chosen.map(({ key }) => key)))
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return repaired(applyChanges(recordsOf(of), edit.changes))
}

describe('[EE40] replacing text', () => {
  it('finds it wherever a person wrote it, and leaves who filled something in', () => {
    const hits = textHits(chart, { find: '局长', by: '负责人' })
    expect(hits.map(({ root, field, after }) => `${root}.${field} ${after}`)).toEqual([
      'meta.title 负责人审批事项',
      'meta.legalBasis 负责人办公会纪要',
      'posts.name 负责人',
      'steps.materials 负责人批示',
      'steps.note 问负责人',
      'steps.name 负责人审批',
      'flowlines.label 报负责人',
      'risks.text 负责人打招呼',
      'measures.text 负责人回避',
      'measures.responsible 负责人',
    ])
    expect(JSON.stringify(replaced(chart, { find: '局长', by: '负责人' })).match(/局长/g)).toHaveLength(3)
  })

  it('changes what was chosen, and nothing else', () => {
    const [title] = textHits(chart, { find: '局长', by: '' })
    expect(replaced(chart, { find: '局长', by: '' }, [title!])).toEqual({
      ...chart,
      header: { ...chart.header, title: '审批事项' },
    })
  })

  it('takes the words as they are, and does not look into what it wrote', () => {
    const now = replaced(chart, { find: '局长', by: '副局长$&' })
    expect(now.posts[0]!.name).toBe('副局长$&')
  })

  it('leaves out what would be empty, and a member of a list that is emptied', () => {
    const hits = textHits(chart, { find: '局长', by: '' })
    expect(hits.find(({ root }) => root === 'posts')?.whyNot).toBe('empty-name')
    const now = replaced(chart, { find: '局长批示', by: '' })
    expect(now.steps[0]!.materials).toEqual(['申请表'])
    expect(replaced(chart, { find: '问局长', by: '' }).steps[0]).not.toHaveProperty('note')
  })

  it('gives no two posts one name', () => {
    expect(textHits(chart, { find: '局长', by: '主任' }).find(({ root }) => root === 'posts')?.whyNot).toBe(
      'post-exists',
    )
    const two = { ...chart, posts: chart.posts.map((post, at) => ({ ...post, name: `科${'一二'[at]}岗` })) }
    const both = new Set(
      ['一', '二'].flatMap((find) => textHits(two, { find, by: '' }).map(({ key }) => key)),
    )
    expect(replaceText(two, { find: '一', by: '' }, both).ok).toBe(true)
  })

  it('finds nothing for nothing, refuses where nothing is left', () => {
    expect(textHits(chart, { find: ' ', by: '甲' })).toEqual([])
    expect(replaceText(chart, { find: '局长', by: '甲' }, new Set(['gone']))).toMatchObject({ ok: false })
  })

  it('counts the limits that have it, and leaves them', () => {
    const timeLimit = { kind: 'unread', wording: '局长定', counts: true } as const
    const limited = { ...chart, steps: chart.steps.map((step) => ({ ...step, timeLimit })) }
    expect(limitsWith(limited, '局长')).toBe(2)
    expect(replaced(limited, { find: '局长', by: '甲' }).steps[0]!.timeLimit).toEqual(timeLimit)
  })

  it('says what the public never sees', () => {
    const hits = textHits(
      { ...chart, steps: chart.steps.map((step) => ({ ...step, internalOnly: step.id === '局长审批' })) },
      { find: '局长', by: '甲' },
    )
    const internal = hits.filter(({ isInternal }) => isInternal).map(({ root, field }) => `${root}.${field}`)
    expect(internal).toEqual(['steps.note', 'steps.name', 'flowlines.label', 'measures.responsible'])
  })

  it('reaches every text of the table of fields, and no id', () => {
    const full = fullChart({ positions: false })
    const now = replaced(full, { find: '的', by: '之' })
    const kept = (JSON.stringify(now).match(/[甲乙][a-zA-Z]+的[a-zA-Z的]+/g) ?? []).map((text) =>
      text.slice(1),
    )
    expect(kept.filter((text) => !/imit|evels|filledBy/.test(text))).toEqual([])
    expect(now.flowlines.map(({ from, to }) => [from, to])).toEqual(
      full.flowlines.map(({ from, to }) => [from, to]),
    )
  })
})
