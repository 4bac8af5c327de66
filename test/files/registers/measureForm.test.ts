import { expect, it } from 'vitest'
import { formWidth } from '../../../src/files/registers/form.ts'
import { measureForm } from '../../../src/files/registers/measureForm.ts'
import { reminderForm } from '../../../src/files/registers/reminderForm.ts'
import { writeDocx } from '../../../src/files/registers/writeDocx.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import { controlLog } from '../../../src/model/control/measureLog.ts'
import { measureRows } from '../../../src/model/control/measureRows.ts'
import { check, done, planned } from '../../model/control/acting.ts'

const today = '2027-05-10'
const log = [
  check('2027-01-31', 'done'),
  check('2027-02-28', 'notApplicable'),
  check('2027-03-31', 'partly'),
].reduce((now, command) => done(now, '2027-04-15', command), controlLog([planned('2027-01-01', '每月底')]))
const rows = measureRows(log, today).map((row) => ({ ...row, chart: 'c', title: '采购', office: '办公室' }))
const order = { rows, today, unit: '某局' }

it('[RG20] 落实情况表 says of each time what was done, and its total is that of the list', async () => {
  const form = measureForm(order)
  expect(form.columns.reduce((sum, { width }) => sum + width, 0)).toBe(formWidth)
  const cells = form.rows.map((row) => row.map((cell) => cell?.text))
  expect(cells[2]).toEqual([
    '3',
    '办公室',
    '采购：审核',
    '逐笔复核合同',
    '',
    '每月底',
    '2027-03-31',
    '部分落实（逾期）：抽查3份',
    '2027-03-31',
    '不要求',
    '王经办',
  ])
  expect(form.total).toBe(
    '合计：6次；到期应落实3次，已落实1次，落实率33.3%；部分落实1次，未落实0次，逾期2次，缺证据0次。',
  )
  for (const write of [writeXlsx, writeDocx])
    expect((await write([form], today)).length).toBeGreaterThan(1000)
})

it('[RG21] the monthly reminder has what falls due in the month and what is overdue, and nothing settled', () => {
  const form = reminderForm({ ...order, month: '2027-05' })
  expect(form.columns.reduce((sum, { width }) => sum + width, 0)).toBe(formWidth)
  const due = form.rows.map((row) => [row[5]?.text, row[6]?.text])
  expect(due).toEqual([
    ['2027-03-31', '逾期40天'],
    ['2027-04-30', '逾期10天'],
    ['2027-05-31', '本月到期'],
  ])
  expect(form.total).toBe('合计：3次，其中逾期2次，涉及责任人1个。')
  expect(reminderForm({ ...order, rows: [], month: '2027-05' }).rows).toHaveLength(1)
})
