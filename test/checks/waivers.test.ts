/** 豁免: a person's word on a finding, kept with the chart; and the strip of time by posts. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkReport } from '../../src/checks/checkReport.ts'
import { runChecks } from '../../src/checks/runChecks.ts'
import { timeByPost } from '../../src/checks/timeByPost.ts'
import { findingPlace } from '../../src/checks/waived.ts'
import { applyToDoc, openChartDoc } from '../../src/doc/chartDoc.ts'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import { writeChartFile, writePublicChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { applyChanges } from '../../src/model/records/changes.ts'
import type { Chart } from '../../src/model/chart.ts'
import { removeSteps } from '../../src/model/edits/removeSteps.ts'
import { replaceChart } from '../../src/model/edits/replaceChart.ts'
import { setFields } from '../../src/model/edits/setFields.ts'
import { waive, withdrawWaivers } from '../../src/model/edits/waivers.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { repaired } from '../../src/model/records/repaired.ts'
import { noRecords, recordsOf } from '../../src/model/records/records.ts'
import type { Edit } from '../../src/model/edits/refusal.ts'
import { counting } from '../support/chartOf.ts'
import { by, takes, whole, withRisk } from './cases/case.ts'

function after(chart: Chart, edit: Edit): Chart {
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return repaired(applyChanges(recordsOf(chart), edit.changes))
}

const said = { reason: '只有一名工作人员，已由派驻机构监督', by: '张三', on: '2026-01-05' }
const both = whole('开始 → 审查 → 决定 → 办结', {
  审查: by('handle', '科长'),
  决定: by('decide', '科长'),
})

const of = (chart: Chart, rule: string) => runChecks(chart).findings.filter((one) => one.rule === rule)

function waived(chart: Chart, rule: string): Chart {
  return after(chart, waive(chart, { ...findingPlace(of(chart, rule)[0]!), ...said }, 'w'))
}

describe('a waiver', () => {
  it('[CH8] tells the finding apart, with who, when and why', () => {
    const chart = waived(both, 'handle-and-decide')
    expect(of(chart, 'handle-and-decide')).toEqual([])
    expect(runChecks(chart).waived).toMatchObject([{ rule: 'handle-and-decide', waiver: said }])
    expect(runChecks(chart).findings).toHaveLength(runChecks(both).findings.length - 1)
  })

  it('[CH8] needs a reason, and steps that are there', () => {
    const place = findingPlace(of(both, 'handle-and-decide')[0]!)
    expect(waive(both, { ...place, reason: ' ' }, 'w')).toMatchObject({ ok: false })
    expect(waive(both, { ...place, steps: ['gone'], reason: '有' }, 'w')).toMatchObject({ ok: false })
  })

  it('[CH8] survives edits elsewhere, and other names of the steps', () => {
    const chart = waived(both, 'handle-and-decide')
    const renamed = after(chart, setFields(chart, 'steps', '审查', { name: '初步审查', note: '一' }))
    expect(runChecks(renamed).waived).toHaveLength(1)
  })

  it('[CH8] does not hold for other steps, nor for another post there', () => {
    const chart = waived(both, 'handle-and-decide')
    const third = { ...chart.steps[1]!, id: '复审', name: '复审', order: 'a9' }
    expect(of({ ...chart, steps: [...chart.steps, third] }, 'handle-and-decide')).toHaveLength(1)
    const held = after(chart, setFields(chart, 'posts', '科长', { name: '主任' }))
    expect(of(held, 'handle-and-decide')).toHaveLength(1)
  })

  it('[CH8] of one risk says nothing of another at the same step', () => {
    const one = withRisk(whole('开始 → 审查 → 办结'), {})
    const two = {
      ...one,
      risks: [...one.risks, { ...one.risks[0]!, id: 'r2', order: 'b', text: '泄露标底' }],
    }
    const chart = waived(two, 'risk-without-level')
    expect(of(chart, 'risk-without-level').map(({ risks }) => risks)).toEqual([['r2']])
  })

  it('[CH8] comes back with a step that is brought back, and is taken back by hand', () => {
    const chart = waived(both, 'handle-and-decide')
    const removal = removeSteps(chart, ['审查'])
    const without = after(chart, removal)
    expect(runChecks(without).waived).toEqual([])
    expect(without.waivers).toHaveLength(1)
    const back = after(chart, withdrawWaivers(chart, ['w']))
    expect(back.waivers).toBeUndefined()
    expect(of(back, 'handle-and-decide')).toHaveLength(1)
    expect(withdrawWaivers(back, ['w'])).toMatchObject({ ok: false })
  })

  it('[CH8] is the same after a file and after a shared document', () => {
    const chart = waived(both, 'handle-and-decide')
    const { chart: read, notes } = readChartFile(writeChartFile(chart), counting())
    expect(notes).toEqual([])
    expect(read.waivers).toEqual(chart.waivers)
    const doc = new Y.Doc()
    applyToDoc(doc, replaceChart(noRecords, chart), 'new')
    expect(openChartDoc(doc).chart().waivers).toEqual(chart.waivers)
    expect(writeChartFile(openChartDoc(doc).chart())).toBe(writeChartFile(chart))
  })

  it('[CH8] of two people at once are both kept', () => {
    const one = openChartDoc(new Y.Doc())
    one.apply(replaceChart(noRecords, both))
    const two = openChartDoc(new Y.Doc())
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    const word = (id: string, rule: string) => {
      const edit = waive(both, { rule, steps: ['审查'], reason: '有' }, id)
      if (!edit.ok) throw new Error(edit.refusal.reason)
      return edit.changes
    }
    one.apply(word('w1', 'vague-name'))
    two.apply(word('w2', 'two-persons'))
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))
    expect(one.chart().waivers?.map(({ id }) => id)).toEqual(['w1', 'w2'])
    one.undo()
    expect(one.chart().waivers?.map(({ id }) => id)).toEqual(['w2'])
  })

  it('[CH8] is in no public edition and no public file', () => {
    const chart = waived(both, 'handle-and-decide')
    const shown = externalEdition(chart, { risks: true, measures: true, responsible: true })
    expect('waivers' in shown).toBe(false)
    expect(writePublicChartFile(shown)).not.toMatch(/waiver|豁免|派驻机构/)
  })

  it('[CH8] is in the report for other programs beside the contract, only where there is one', () => {
    expect(Object.keys(checkReport(runChecks(both), both))).toEqual(['findings', 'time'])
    const chart = waived(both, 'handle-and-decide')
    expect(checkReport(runChecks(chart), chart)).toMatchObject({
      waived: [{ rule: 'handle-and-decide', severity: 'warning', steps: ['审查', '决定'], ...said }],
    })
  })
})

describe('the strip of time', () => {
  it('[CH10] adds up to the longest way, a piece each time the matter goes to another post', () => {
    const chart = whole('申请 → 受理 → 初审 → 复审 → 决定 → 办结', {
      初审: { posts: ['审查岗'], ...takes('2个工作日') },
      复审: { posts: ['审查岗', '科长'], ...takes('1个工作日') },
      决定: { posts: ['局长'], ...takes('7天') },
    })
    const { time } = runChecks(chart)
    const pieces = timeByPost(chart, time)
    expect(pieces.map(({ post, workdays, days, steps }) => ({ post, workdays, days, steps }))).toEqual([
      { post: '审查岗', workdays: 3, days: 0, steps: ['初审', '复审'] },
      { post: '局长', workdays: 0, days: 7, steps: ['决定'] },
    ])
    expect(pieces.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })

  it('[CH10] is empty where no limit is said', () => {
    const chart = whole('申请 → 受理 → 办结')
    expect(timeByPost(chart, runChecks(chart).time)).toEqual([])
  })
})
