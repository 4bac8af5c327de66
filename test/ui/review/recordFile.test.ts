import { expect, it } from 'vitest'
import { chained } from '../../../src/model/review/reviewChain.ts'
import { reviewOf, type ReviewEvent } from '../../../src/model/review/review.ts'
import { proofPaper, rungPaper } from '../../../src/ui/review/recordFile.ts'
import { chartOf } from '../../support/chartOf.ts'

const chart = chartOf('申请 → 决定', {}, { title: '低保确认', unit: '某县民政局' })
const by = { id: 'p', name: '李四', post: '纪检组' }
const record = {
  what: 'meeting',
  on: '2026-03-09',
  place: '三楼会议室',
  due: 7,
  present: 5,
  decision: '同意',
  dissent: '王五认为等级偏低',
} as const
const passed = {
  kind: 'passed',
  rung: 'self',
  seal: { revision: 'r', hash: 'h'.repeat(64) },
  record,
  by,
  at: Date.parse('2026-03-10T04:00:00Z'),
  text: '',
} as const satisfies ReviewEvent

it('[UI149] the minutes of a rung say what was written down there, and by whom', () => {
  const facts = new Map(rungPaper(chart, reviewOf([passed]), passed)!.facts)
  expect(facts.get('审定环节')).toBe('个人自查')
  expect(facts.get('参会情况')).toBe('应到 7 人，到会 5 人')
  expect(facts.get('不同意见')).toBe('王五认为等级偏低')
  expect(facts.get('登记人')).toBe('李四（纪检组）')
})

it('[UI149] the 证明单 lists every event with its link, and says when the chain does not hold', () => {
  const events = [chained([], passed)]
  const sound = proofPaper(chart, reviewOf(events), '2026-03-11')
  expect(sound.list!.rows).toEqual([
    ['1', '2026-03-10', '李四（纪检组）', '通过“个人自查”', events[0]!.chain!.slice(0, 16)],
  ])
  expect(sound.closing).toContain(events[0]!.chain!)
  const torn = proofPaper(chart, reviewOf([{ ...events[0]!, at: passed.at - 1 }]), '2026-03-11')
  expect(new Map(torn.facts).get('记录校验')).toContain('第 1 条')
})
