import { expect, it } from 'vitest'
import { formWidth } from '../../../src/files/registers/form.ts'
import { riskArchiveForm, yearTableForm } from '../../../src/files/registers/riskForms.ts'
import { warningForms } from '../../../src/files/registers/warningForms.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import { warningCase, type WarningEvent } from '../../../src/model/control/warningCase.ts'

const by = { id: 'u', name: '王', post: '' }
const at = Date.parse('2026-03-02T04:00:00Z')
const events = [
  { kind: 'open', source: '审计', problem: '未按规定招标', about: '工程招标', by, at },
  { kind: 'judge', stands: true, text: '属实', by, at },
  {
    kind: 'treat',
    colour: 'yellow',
    way: '责令纠错',
    number: '',
    lead: '监察室',
    addressee: '建管科',
    goal: '补正程序',
    deadline: '2026-03-31',
    by,
    at,
  },
  { kind: 'receipt', text: '收到', measures: '重新招标', by, at },
  { kind: 'progress', stage: '已立项', text: '完成一半', by, at },
] as const satisfies readonly WarningEvent[]

it('[RG22] 整改台账 has what stands, in the headings in use; the statistics add up', async () => {
  const cases = [warningCase('a', '2026-001', events)!, warningCase('b', '2026-002', events.slice(0, 1))!]
  const forms = warningForms({ cases, today: '2026-04-02', unit: '某局' })
  for (const { columns } of forms) expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(formWidth)
  expect(forms[0]!.rows.map((row) => row.map((cell) => cell?.text))).toEqual([
    [
      '2026-001',
      '未按规定招标（审计，工程招标）',
      '监察室',
      '补正程序',
      '2026-03-31',
      '重新招标',
      '建管科',
      '已立项',
      '完成一半',
      '否',
      '逾期',
    ],
  ])
  expect(forms[0]!.total).toBe('合计：1件，已销号0件，逾期1件。')
  expect(forms[1]!.rows.map((row) => row.map((cell) => cell?.text).join(' '))).toEqual([
    '2026年第1季度 2 1 0 1 1 0 1 0 1 0 0',
    '合计 2 1 0 1 1 0 1 0 1 0 0',
  ])
  expect((await writeXlsx(forms, '2026-04-02')).length).toBeGreaterThan(1000)
})

it('[RG23] 风险档案表 and 年度对比表 fit the page, and the comparison ends with its sum', () => {
  const row = { office: '建管科', before: 3, found: 1, gone: 1, up: 1, down: 0, held: 1, after: 3 }
  const order = {
    rows: [row, { ...row, office: '' }],
    before: '2026年',
    after: '2027年',
    today: '2027-12-31',
  }
  const table = yearTableForm(order)
  const archive = riskArchiveForm({ risks: [], today: '2027-12-31' })
  for (const { columns } of [table, archive])
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(formWidth)
  expect(table.rows.map((cells) => cells.map((cell) => cell?.text).join(' '))).toEqual([
    '建管科 3 1 1 1 0 1 3',
    '合计 3 1 1 1 0 1 3',
  ])
})
