/** The longest way, counted as domain A7 counts it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../src/checks/runChecks.ts'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import { counting } from '../support/chartOf.ts'
import { by, takes, whole } from './cases/case.ts'

const taken = (chart: Chart) => {
  const { workdays, days, path } = runChecks(chart).time
  return { workdays, days, path: path.join('→') }
}

const publicised = (said: string) =>
  whole('申请 → 受理 → 是否听证 → 公示 → 办结', {
    是否听证: { kind: 'decision', ...takes('1个工作日') },
    公示: takes(said),
  })
const examined = (powerKind: 'licensing' | 'confirmation') =>
  whole('申请 → 受理 → 审查 → 办结', { 审查: takes('20日内') }, { powerKind })

describe('the time a chart takes', () => {
  it('[CH4] real chart 01 takes exactly its five workdays: 受理 itself is not counted', () => {
    const file = readFileSync(new URL('../fixtures/version-0/01.json', import.meta.url))
    const { chart } = readChartFile(file, counting())
    const { time, findings } = runChecks(chart)
    expect(time).toMatchObject({ workdays: 5, days: 0, path: ['n5', 'n6', 'n7', 'n8', 'd2', 'n10'] })
    expect(time.spent.map(({ step, workdays }) => `${step} ${workdays}`)).toEqual([
      'n5 0',
      'n6 1',
      'n7 1',
      'n8 1',
      'd2 2',
      'n10 0',
    ])
    expect(findings.map(({ rule }) => rule)).not.toContain('promised-limit-exceeded')
  })

  it('[CH13] counts what is done side by side as long as its longest way', () => {
    const chart = whole('申请 → 受理 → 分送 → 规划 → 汇总 → 办结；分送 → 消防 → 踏勘 → 汇总', {
      分送: { parallel: 'fork' },
      汇总: { parallel: 'join' },
      规划: takes('4个工作日'),
      消防: takes('3个工作日'),
      踏勘: takes('2个工作日'),
    })
    expect(taken(chart)).toMatchObject({ workdays: 5, path: expect.stringContaining('消防→踏勘→汇总') })
  })

  it('[CH4] counts workdays and days apart, and never a way back twice', () => {
    const chart = whole('申请 → 受理 → 审查 → 公示 → 办结；公示 -有异议→ 审查', {
      审查: takes('3个工作日'),
      公示: takes('不少于7天'),
    })
    expect(taken(chart)).toEqual({ workdays: 3, days: 7, path: '受理→审查→公示→办结' })
  })

  it('[CH4] takes the longer of two ways', () => {
    const chart = whole('申请 → 受理 → 简易 → 办结；受理 → 一般 → 办结', {
      简易: takes('1个工作日'),
      一般: takes('10个工作日'),
    })
    expect(taken(chart)).toMatchObject({ workdays: 10, path: '受理→一般→办结' })
  })

  it.each(['组织听证', '招标', '检验', '检疫', '委托鉴定', '专家评审', '现场检测'])(
    '[CH4] does not count %s (行政许可法 45)',
    (name) => {
      const chart = whole(`申请 → 受理 → ${name} → 决定 → 办结`, {
        [name]: takes('20个工作日'),
        决定: takes('2个工作日'),
      })
      expect(taken(chart).workdays).toBe(2)
    },
  )

  it('[CH4] counts a decision about a hearing, and the question whether one is needed', () => {
    const chart = whole('申请 → 受理 → 专家评审结论 → 是否需要听证 → 办结', {
      专家评审结论: { kind: 'decision', ...takes('1个工作日') },
      是否需要听证: takes('2个工作日'),
    })
    expect(taken(chart).workdays).toBe(3)
  })

  it('[CH4] ends where the flow ends, not at a step that only sounds like it, and whatever the end is called', () => {
    const archived = whole('申请 → 受理 → 结案审批 → 送达 → 办结', { 送达: takes('3个工作日') })
    expect(taken(archived)).toEqual({ workdays: 3, days: 0, path: '受理→结案审批→送达→办结' })
    const unnamed = whole('申请 → 受理 → 审查 → 领取证件', { 领取证件: takes('2个工作日') })
    expect(taken(unnamed)).toEqual({ workdays: 2, days: 0, path: '受理→审查→领取证件' })
    const refused = whole('申请 → 受理 → 审查 → 发证；审查 → 复查 → 不予许可', { 复查: takes('9个工作日') })
    expect(taken(refused).path).toBe('受理→审查→发证')
  })

  it('[CH4] counts 公示 unless it says otherwise, and the asking whether', () => {
    expect(taken(publicised('5个工作日')).workdays).toBe(6)
    expect(taken(publicised('5个工作日（不计入办理时限）')).workdays).toBe(1)
  })

  it('[CH4] a deadline from 受理 is no length of its own', () => {
    const chart = whole('申请 → 受理 → 调查 → 初审 → 办结', {
      调查: takes('自受理之日起3个工作日内'),
      初审: takes('自受理之日起7个工作日内'),
    })
    expect(taken(chart).workdays).toBe(7)
  })

  it('[CH4] a deadline from 受理 that has passed already takes no time back', () => {
    const chart = whole('申请 → 受理 → 调查 → 初审 → 办结', {
      调查: takes('10个工作日'),
      初审: takes('自受理之日起7个工作日内'),
    })
    expect(taken(chart).workdays).toBe(10)
  })

  it('[CH4] stops at what only follows the decision: 送达 has a clock of its own (行政许可法 44)', () => {
    const chart = whole('申请 → 受理 → 审查 → 决定 → 送达 → 办结', {
      审查: takes('10个工作日'),
      决定: { ...by('decide', '局长'), ...takes('5个工作日') },
      送达: takes('10个工作日'),
    })
    expect(taken(chart).workdays).toBe(15)
  })

  it('[CH4] 日 is a workday for licences (行政许可法 82), a day of the calendar elsewhere', () => {
    expect(taken(examined('licensing'))).toMatchObject({ workdays: 20, days: 0 })
    expect(taken(examined('confirmation'))).toMatchObject({ workdays: 0, days: 20 })
  })

  it('[CH4] 十日以内 are workdays for compulsion (行政强制法 69), longer ones are not', () => {
    expect(seized('10日内')).toMatchObject({ workdays: 10, days: 0 })
    expect(seized('11日内')).toMatchObject({ workdays: 0, days: 11 })
  })

  it('[CH4] starts at the start where nothing is taken up, and survives loops', () => {
    expect(taken(whole('提出 → 审批 → 办结', { 提出: takes('1天'), 审批: takes('2天') })).days).toBe(3)
    expect(taken(whole('提出 → 甲 → 乙 → 甲', { 甲: takes('2天'), 乙: takes('1天') })).days).toBe(3)
  })
})

function seized(said: string) {
  return taken(
    whole('申请 → 查封 → 调查核实 → 作出处理决定', { 调查核实: takes(said) }, { powerKind: 'compulsion' }),
  )
}
