import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import type { TimeLimit, TimeUnit } from '../../../src/model/time/timeLimit.ts'

type Rest = Partial<Extract<TimeLimit, { kind: 'span' }>>

function span(amount: number, unit: TimeUnit, rest: Rest = {}) {
  return { kind: 'span', amount, unit, bound: 'atMost', counts: true, ...rest }
}

const unsaid = { unitUnsaid: true } as const
const atLeast = { bound: 'atLeast' } as const

const readings: readonly (readonly [wording: string, limit: object])[] = [
  ['5个工作日', span(5, 'workday')],
  ['2个工作日内', span(2, 'workday')],
  ['（5个工作日）', span(5, 'workday')],
  ['承诺5个工作日', span(5, 'workday')],
  ['本级办理5个工作日', span(5, 'workday')],
  ['５个工作日', span(5, 'workday')],
  ['二十个工作日', span(20, 'workday')],
  ['十五日内', span(15, 'day', unsaid)],
  ['三十日', span(30, 'day', unsaid)],
  ['两个月', span(2, 'month')],
  ['一百二十日内', span(120, 'day', unsaid)],
  ['5 个 工作日', span(5, 'workday')],
  ['3-5个工作日', span(5, 'workday')],
  ['10日(工作日)', span(10, 'workday')],
  ['30个自然日', span(30, 'day')],
  ['10日内', span(10, 'day', unsaid)],
  ['7天', span(7, 'day')],
  ['7日', span(7, 'day', unsaid)],
  ['不少于7天', span(7, 'day', atLeast)],
  ['不得少于5日', span(5, 'day', { ...atLeast, ...unsaid })],
  ['不少于5个工作日', span(5, 'workday', atLeast)],
  ['5个工作日以上', span(5, 'workday', atLeast)],
  ['公示1周', span(1, 'week')],
  ['公示期不少于7个工作日', span(7, 'workday', atLeast)],
  ['2小时内', span(2, 'hour')],
  ['3个月', span(3, 'month')],
  ['半年内', span(0.5, 'year')],
  ['半天', span(0.5, 'day')],
  ['半个工作日', span(0.5, 'workday')],
  ['半月内', span(0.5, 'month')],
  ['一个半月', span(1.5, 'month')],
  ['一个半小时内', span(1.5, 'hour')],
  ['两天半', span(2.5, 'day')],
  ['十二个工作日', span(12, 'workday')],
  ['一百零五日内', span(105, 'day', unsaid)],
  ['二三日内', { kind: 'unread', counts: true }],
  ['当场或15日内告知', span(15, 'day', unsaid)],
  ['自受理之日起3个工作日内', span(3, 'workday', { from: '受理之日' })],
  ['自受理之日起不超过20个工作日', span(20, 'workday', { from: '受理之日' })],
  ['自受理后7个工作日内', span(7, 'workday', { from: '受理后' })],
  ['签订后7个工作日内', span(7, 'workday', { from: '签订后' })],
  ['合同签订之日起7个工作日内', span(7, 'workday', { from: '合同签订之日' })],
  ['收到书面答复30日内', span(30, 'day', { ...unsaid, from: '收到书面答复' })],
  [
    '60日内办结;情况复杂可延长不超过30日',
    span(60, 'day', { ...unsaid, extension: { amount: 30, unit: 'day' } }),
  ],
  [
    '自受理之日起二十日内，经批准可延长十日',
    span(20, 'day', { ...unsaid, from: '受理之日', extension: { amount: 10, unit: 'day' } }),
  ],
  ['公示7天（不计入办理时限）', span(7, 'day', { counts: false })],
  ['公示7天，时间不计算在内', span(7, 'day', { counts: false })],
  ['5个工作日（公示时间不计算在内）', span(5, 'workday')],
  ['当场办理', { kind: 'immediate', counts: true }],
  ['当场办结', { kind: 'immediate', counts: true }],
  ['即时', { kind: 'immediate', counts: true }],
  ['即办', { kind: 'immediate', counts: true }],
  ['每月20日前', { kind: 'calendar', counts: true }],
  ['10月30日上午10点前', { kind: 'calendar', counts: true }],
  ['每周四、五集中报销', { kind: 'calendar', counts: true }],
  ['每月', { kind: 'calendar', counts: true }],
  ['每年一次', { kind: 'calendar', counts: true }],
  ['听证所需时间不计算在规定期限内', { kind: 'unread', counts: false }],
  ['方案公示期内', { kind: 'unread', counts: true }],
  ['举行听证7日前通知', { kind: 'unread', counts: true }],
  ['2026年', { kind: 'unread', counts: true }],
  ['受理1个工作日，审核3个工作日', { kind: 'unread', counts: true }],
  ['XX个工作日内', { kind: 'unread', counts: true }],
  ['', { kind: 'unread', counts: true }],
]

describe('readTimeLimit', () => {
  it.each(readings)('[TL1] reads %s', (wording, limit) => {
    expect(readTimeLimit(wording)).toEqual({ wording, ...limit })
  })

  it('[TL2] understands every limit of the twenty real charts but one', () => {
    const folder = new URL('../../fixtures/flows/', import.meta.url)
    const limits = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => limitsOf(readFileSync(new URL(file, folder), 'utf8')))
    expect(limits).toHaveLength(24)
    const unread = limits.filter((wording) => readTimeLimit(wording).kind === 'unread')
    expect(unread).toEqual(['听证所需时间不计算在规定期限内'])
  })

  it('[TL3] never loses the wording and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (wording) => {
        expect(readTimeLimit(wording).wording).toBe(wording)
      }),
    )
  })
})

function limitsOf(json: string): readonly string[] {
  const { steps } = JSON.parse(json) as { steps: { limit?: string }[] }
  return steps.flatMap((step) => step.limit ?? [])
}
