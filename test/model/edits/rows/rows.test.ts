import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../src/model/chart.ts'
import { applyChanges } from '../../../../src/model/records/changes.ts'
import { advanced, combined } from '../../../../src/model/edits/rows/combined.ts'
import { appendRows, insertRow, moveRows } from '../../../../src/model/edits/rows/placeRows.ts'
import { setExits } from '../../../../src/model/edits/rows/setExits.ts'
import { setRisksFromLines } from '../../../../src/model/edits/rows/setRisksFromLines.ts'
import type { RiskLines } from '../../../../src/model/edits/rows/setRisksFromLines.ts'
import { removeSteps } from '../../../../src/model/edits/removeSteps.ts'
import { setFields } from '../../../../src/model/edits/setFields.ts'
import { repaired } from '../../../../src/model/records/repaired.ts'
import { ordersFor } from '../../../../src/model/records/order.ts'
import { recordsOf } from '../../../../src/model/records/records.ts'
import type { Edit } from '../../../../src/model/edits/refusal.ts'
import { arbitraryChart } from '../../../files/arbitraryChart.ts'
import { chartOf, counting, pathsOf } from '../../../support/chartOf.ts'

/** The chart that everybody reads after an edit. */
function after(chart: Chart, edit: Edit): Chart {
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return repaired(applyChanges(recordsOf(chart), edit.changes))
}

function reasonOf(edit: Edit): string {
  return edit.ok ? 'allowed' : edit.refusal.reason
}

const line = chartOf('受理 → 审查 → 决定 → 结束', { 结束: { kind: 'terminator' } })

describe('exits of a row', () => {
  it.each<[string, readonly { to: string; label?: string }[], readonly string[]]>([
    ['relabelled, the flowline is the same', [{ to: '审查', label: '齐全' }], ['受理-齐全→审查']],
    ['led elsewhere, too', [{ to: '决定' }], ['受理→决定']],
    ['one more', [{ to: '审查' }, { to: '决定', label: '当场' }], ['受理→审查', '受理-当场→决定']],
    ['another order', [{ to: '决定' }, { to: '审查' }], ['受理→决定', '受理→审查']],
    [
      'two ways to one step, told apart by their words',
      [
        { to: '审查', label: '是' },
        { to: '审查', label: '否' },
      ],
      ['受理-是→审查', '受理-否→审查'],
    ],
    ['none', [], []],
  ])('[EE31] %s', (_, exits, paths) => {
    const now = after(line, setExits(line, '受理', exits, counting()))
    expect(pathsOf(now).filter((path) => path.startsWith('受理'))).toEqual(paths)
    if (exits.length === 1) expect(now.flowlines.find((each) => each.from === '受理')!.id).toBe('f0')
  })

  it.each([
    ['itself', '受理', [{ to: '受理' }], 'step-to-itself'],
    ['the same twice', '受理', [{ to: '决定' }, { to: '决定' }], 'flowline-exists'],
    ['a step that is gone', '受理', [{ to: '归档' }], 'gone'],
    ['from a step that is gone', '归档', [{ to: '受理' }], 'gone'],
  ])('[EE32] refuses %s', (_, from, exits, reason) => {
    expect(reasonOf(setExits(line, from, exits, counting()))).toBe(reason)
  })
})

const [a, b, c] = ordersFor(3) as [string, string, string]
const risky: Chart = {
  ...line,
  risks: [
    { id: 'r1', order: a, step: '审查', text: '放宽审查标准', level: 'high', category: 'duty' },
    { id: 'r2', order: b, step: '审查', text: '收受当事人财物', level: 'medium' },
    { id: 'r3', order: c, step: '决定', text: '越权审批' },
  ],
  measures: [
    { id: 'm1', order: a, text: '双人核验', risks: ['r1'] },
    { id: 'm2', order: b, text: '全程留痕', risks: ['r1', 'r2', 'r3'] },
  ],
}

/** 审查's risks and measures, in words; ids in front, so that it is seen who stayed. */
function told({ risks, measures }: Chart): string {
  const here = risks.filter((risk) => risk.step === '审查')
  return [
    ...here.map((risk) => `${risk.id} ${risk.text}${risk.level ? ` ${risk.level}` : ''}`),
    ...measures.map((measure) => `${measure.id} ${measure.text} ${measure.risks.join('+')}`),
  ].join('；')
}

describe('risks of a row, a line each', () => {
  const both = 'r1 放宽审查标准 high；r2 收受当事人财物 medium'
  it.each<[string, RiskLines, string]>([
    [
      'a reworded risk is the same risk',
      { texts: ['随意放宽审查标准', '收受当事人财物'] },
      `r1 随意放宽审查标准 high；r2 收受当事人财物 medium；m1 双人核验 r1；m2 全程留痕 r1+r2+r3`,
    ],
    [
      'a new one between keeps the others',
      { texts: ['放宽审查标准', '泄露商业秘密', '收受当事人财物'] },
      'r1 放宽审查标准 high；n1 泄露商业秘密；r2 收受当事人财物 medium；m1 双人核验 r1；m2 全程留痕 r1+r2+r3',
    ],
    [
      'the other order',
      { texts: ['收受当事人财物', '放宽审查标准'] },
      'r2 收受当事人财物 medium；r1 放宽审查标准 high；m1 双人核验 r1；m2 全程留痕 r1+r2+r3',
    ],
    [
      'one that is taken out takes only its own measures',
      { texts: ['收受当事人财物'] },
      'r2 收受当事人财物 medium；m2 全程留痕 r2+r3',
    ],
    ['none', { texts: [] }, 'm2 全程留痕 r3'],
    [
      'levels by place',
      { levels: ['low', undefined] },
      'r1 放宽审查标准 low；r2 收受当事人财物；m1 双人核验 r1；m2 全程留痕 r1+r2+r3',
    ],
    [
      'a measure meets another risk',
      {
        measures: [
          { text: '双人核验', risks: [1] },
          { text: '全程留痕', risks: [0] },
        ],
      },
      `${both}；m1 双人核验 r2；m2 全程留痕 r1+r3`,
    ],
    [
      'a measure that another step has too is reworded here only',
      {
        measures: [
          { text: '双人核验', risks: [0] },
          { text: '全程录像留痕', risks: [0, 1] },
        ],
      },
      `${both}；m1 双人核验 r1；m2 全程留痕 r3；n1 全程录像留痕 r1+r2`,
    ],
    [
      'all at once: the numbers are those of the new lines',
      {
        texts: ['收受当事人财物', '泄露秘密'],
        levels: ['high', 'low'],
        measures: [{ text: '签订保密承诺', risks: [1] }],
      },
      'r2 收受当事人财物 high；n1 泄露秘密 low；m2 全程留痕 r3；n2 签订保密承诺 n1',
    ],
  ])('[EE33] %s', (_, lines, expected) => {
    expect(told(after(risky, setRisksFromLines(risky, '审查', lines, counting())))).toBe(expected)
  })

  it('[EE34] leaves a risk of a post to the post', () => {
    const shared = {
      ...risky,
      posts: [{ id: 'p', order: a, name: '审查岗' }],
      risks: [{ ...risky.risks[0]!, post: 'p' }],
      measures: [],
    }
    const now = after(shared, setRisksFromLines(shared, '审查', { texts: [] }, counting()))
    expect(now.risks).toEqual([expect.objectContaining({ id: 'r1', post: 'p' })])
    expect(now.risks[0]!.step).toBeUndefined()
  })
})

const fresh = { kind: 'process', name: '新环节' } as const
const ids = { step: '新', flowline: 'fn' }
const names = (chart: Chart) => chart.steps.map((step) => step.name).join(' ')

describe('rows in their places', () => {
  it.each<['above' | 'below', string, string, readonly string[]]>([
    ['below', '受理', '受理 新环节 审查 决定 结束', ['受理→新环节', '新环节→审查', '审查→决定', '决定→结束']],
    ['above', '审查', '受理 新环节 审查 决定 结束', ['受理→新环节', '新环节→审查', '审查→决定', '决定→结束']],
    ['above', '受理', '新环节 受理 审查 决定 结束', ['受理→审查', '审查→决定', '决定→结束', '新环节→受理']],
    ['below', '结束', '受理 审查 决定 结束 新环节', ['受理→审查', '审查→决定', '决定→结束']],
  ])('[EE35] inserts %s %s', (where, beside, rows, paths) => {
    const now = after(line, insertRow(line, beside, where, fresh, ids))
    expect(names(now)).toBe(rows)
    expect(pathsOf(now)).toEqual(paths)
  })

  it.each<[readonly string[], 'up' | 'down', string]>([
    [['审查'], 'up', '审查 受理 决定 结束'],
    [['审查'], 'down', '受理 决定 审查 结束'],
    [['审查', '决定'], 'down', '受理 结束 审查 决定'],
    [['决定', '审查'], 'up', '审查 决定 受理 结束'],
    [['受理'], 'up', '受理 审查 决定 结束'],
    [['结束'], 'down', '受理 审查 决定 结束'],
  ])('[EE36] moves %j %s and leaves the flow', (steps, direction, rows) => {
    const now = after(line, moveRows(line, steps, direction))
    expect(names(now)).toBe(rows)
    expect(pathsOf(now).toSorted()).toEqual(pathsOf(line).toSorted())
  })

  it('[EE37] appends rows that lead on, but not from an end', () => {
    const rows = ['甲', '乙'].map((name) => ({ id: name, step: { ...fresh, name }, leadsOn: true }))
    expect(pathsOf(after(line, appendRows(line, rows, counting()))).slice(3)).toEqual(['甲→乙'])
    const open = chartOf('受理 → 审查')
    expect(pathsOf(after(open, appendRows(open, rows, counting())))).toEqual([
      '受理→审查',
      '审查→甲',
      '甲→乙',
    ])
    expect(
      reasonOf(appendRows(line, [{ id: 'x', step: { ...fresh, name: ' ' }, leadsOn: true }], counting())),
    ).toBe('empty-name')
  })
})

describe('several edits as one', () => {
  it('[EE38] decide each on what the ones before leave', () => {
    const edit = combined(line, [
      (now) => insertRow(now, '受理', 'below', fresh, ids),
      (now) => setFields(now, 'steps', '新', { name: '补正' }),
      (now) => removeSteps(now, ['审查']),
    ])
    expect(pathsOf(after(line, edit))).toEqual(['受理→补正', '补正→决定', '决定→结束'])
    expect(reasonOf(combined(line, [() => edit, (now) => removeSteps(now, ['没有'])]))).toBe('gone')
  })

  it('[EE39] are seen by the next one as everybody will see them', () => {
    fc.assert(
      fc.property(arbitraryChart, fc.array(fc.nat(), { maxLength: 4 }), (chart, picks) => {
        let now = repaired(recordsOf(chart))
        let records = recordsOf(now)
        for (const pick of picks) {
          const step = now.steps[pick % now.steps.length]!.id
          const other = now.steps[(pick + 1) % now.steps.length]!.id
          const newId = counting(`x${pick}-`)
          const edits = [
            removeSteps(now, [step]),
            setRisksFromLines(
              now,
              step,
              { texts: ['一', '二'], measures: [{ text: '三', risks: [0, 1] }] },
              newId,
            ),
            moveRows(now, [step], 'down'),
            step === other ? setExits(now, step, [], newId) : setExits(now, step, [{ to: other }], newId),
          ]
          const edit = edits[pick % edits.length]!
          if (!edit.ok) continue
          records = applyChanges(records, edit.changes)
          now = advanced(now, edit.changes)
          expect(now).toEqual(repaired(records))
        }
      }),
    )
  })
})
