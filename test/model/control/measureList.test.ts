import { describe, expect, it } from 'vitest'
import { askedMeasures, measureChoices, measureCounts } from '../../../src/model/control/measureList.ts'
import { controlLog } from '../../../src/model/control/measureLog.ts'
import { measureRows } from '../../../src/model/control/measureRows.ts'
import { check, done, planned } from './acting.ts'

describe('[CN7] the list', () => {
  const log = [
    check('2027-01-31', 'done'),
    check('2027-02-28', 'notApplicable'),
    check('2027-03-31', 'partly'),
  ].reduce((now, command) => done(now, '2027-04-15', command), controlLog([planned('2027-01-01', '每月底')]))
  const rows = measureRows(log, '2027-05-10').map((row) => ({
    ...row,
    chart: 'c',
    title: '采购',
    office: '办公室',
  }))

  it('counts what is due and applies', () => {
    expect(measureCounts(rows, '2027-05-10')).toEqual({
      rows: 6,
      overdue: 2,
      due: 3,
      done: 1,
      partly: 1,
      notDone: 0,
      missingEvidence: 0,
    })
  })

  it.each([
    [{ overdue: true }, 2],
    [{ only: { state: ['open'] } }, 3],
    [{ only: { state: ['done', 'partly'] } }, 2],
    [{ only: { office: ['办公室'], place: ['审核'] } }, 6],
    [{ only: { stage: [''] } }, 6],
    [{ only: { stage: ['before'] } }, 0],
    [{ from: '2027-02-01', until: '2027-03-31' }, 2],
    [{ text: '采购 合同' }, 6],
    [{ text: '采购 合同 甲' }, 0],
  ])('%j gives %i rows', (query, count) => {
    expect(askedMeasures(rows, query)).toHaveLength(count)
  })

  it('offers what each column has', () => {
    expect(measureChoices(rows)).toMatchObject({
      office: ['办公室'],
      stage: [''],
      state: ['done', 'notApplicable', 'open', 'partly'],
    })
  })
})
