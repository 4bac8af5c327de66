import { describe, expect, it } from 'vitest'
import { nextSerialOf } from '../../../src/model/control/nextSerialOf.ts'
import {
  addRiskEvent,
  riskStateOf,
  type RiskFile,
  type RiskOnChart,
} from '../../../src/model/control/riskArchive.ts'
import { riskChanges } from '../../../src/model/control/riskChanges.ts'
import { comparedYears, yearRisks, type RiskYear } from '../../../src/model/control/riskYear.ts'

const level = { level: '高', rank: 1, scheme: '三级' }
const low = { level: '低', rank: 3, scheme: '三级' }

function risk(id: string, text: string, more: Partial<RiskOnChart> = {}): RiskOnChart {
  return { id, text, title: '采购', office: '办公室', place: '审核', ...level, ...more }
}

/** An archive that looks at charts. */
function archiving() {
  const archive = new Map<string, RiskFile>()
  const see = (chart: string, day: string, ...risks: readonly RiskOnChart[]) => {
    const numbers = [...archive.keys()]
    const nextNumber = () => {
      const next = nextSerialOf(numbers, day.slice(0, 4), 4)
      numbers.push(next)
      return next
    }
    const files = [...archive.values()].filter((file) => file.chart === chart)
    const alike = ({ text, place }: { readonly text: string; readonly place: string }) =>
      [...archive.values()].find(({ facts }) => facts.text === text && facts.place === place)?.number
    const events = riskChanges(files, { chart, risks, day, nextNumber, alike })
    for (const event of events) addRiskEvent(archive, event)
    return events.length
  }
  return { archive, see }
}

describe('[CN40] a risk has its number once', () => {
  it('keeps it when it is renamed, regraded or moved, and when it comes back', () => {
    const { archive, see } = archiving()
    see('c', '2026-03-01', risk('a', '围标串标'), risk('b', '泄露标底'))
    expect([...archive.keys()]).toEqual(['2026-0001', '2026-0002'])
    expect(see('c', '2026-03-02', risk('a', '围标串标'), risk('b', '泄露标底'))).toBe(0)
    see('c', '2026-04-01', risk('a', '围标、串标或陪标', { place: '评标', ...low }))
    expect(archive.get('2026-0001')?.facts).toMatchObject({
      text: '围标、串标或陪标',
      place: '评标',
      level: '低',
    })
    expect(archive.get('2026-0002')?.goneOn).toBe('2026-04-01')
    see('c', '2027-01-05', risk('a', '围标、串标或陪标', { place: '评标', ...low }), risk('b', '泄露标底'))
    expect([archive.size, archive.get('2026-0002')?.goneOn]).toEqual([2, undefined])
  })

  it('shows where it comes from when it is split, replaced, or copied with its chart', () => {
    const { archive, see } = archiving()
    see('c', '2026-03-01', risk('a', '违规接受宴请和礼品'), risk('z', '超付工程款'))
    see(
      'c',
      '2026-05-01',
      risk('b', '违规接受宴请'),
      risk('d', '违规接受礼品和礼金'),
      risk('z', '超付工程款'),
    )
    expect(archive.get('2026-0003')?.from).toEqual(['2026-0001'])
    expect(archive.get('2026-0004')?.from).toEqual(['2026-0001'])
    see('copy', '2027-01-01', risk('q', '超付工程款'), risk('n', '验收走过场'))
    expect(archive.get('2027-0001')?.from).toEqual(['2026-0002'])
    expect(archive.get('2027-0002')?.from).toEqual([])
  })

  it('is new, held, up, down or gone in a year', () => {
    const { archive, see } = archiving()
    see(
      'c',
      '2026-03-01',
      risk('a', '甲甲甲'),
      risk('b', '乙乙乙', low),
      risk('d', '丙丙丙'),
      risk('e', '丁丁丁'),
    )
    see(
      'c',
      '2027-02-01',
      risk('a', '甲甲甲', low),
      risk('b', '乙乙乙'),
      risk('d', '丙丙丙'),
      risk('f', '戊戊戊'),
    )
    const states = [...archive.values()].map((file) => riskStateOf(file, '2027'))
    expect(states).toEqual(['down', 'up', 'held', 'gone', 'new'])
    expect(riskStateOf(archive.get('2026-0001')!, '2028')).toBe('held')
  })
})

const year = (name: string, files: readonly RiskFile[]): RiskYear => ({
  format: 'qingquan-risk-year',
  version: 1,
  name,
  at: 0,
  by: '',
  charts: [],
  risks: yearRisks(files),
})

describe('[CN41] two years compared', () => {
  it('meet both totals, by office and over all, for 3,000 risks', () => {
    const { archive, see } = archiving()
    const grades = [level, low, { level: '中', rank: 2, scheme: '三级' }]
    const of = (count: number, shift: number) =>
      Array.from({ length: count }, (_, at) =>
        risk(`r${at + shift}`, `风险${at + shift}号`, {
          place: `环节${at + shift}`,
          office: `科室${at % 7}`,
          ...grades[((at + shift) * 2 + shift) % 3]!,
        }),
      )
    for (let chart = 0; chart < 10; chart += 1) see(`c${chart}`, '2026-06-01', ...of(30, 0))
    const before = year('2026', [...archive.values()])
    for (let chart = 0; chart < 10; chart += 1) see(`c${chart}`, '2027-06-01', ...of(28, 5))
    const after = year('2027', [...archive.values()])
    const rows = comparedYears(before, after)
    const sum = rows.at(-1)!
    expect([sum.before, sum.after]).toEqual([before.risks.length, after.risks.length])
    for (const field of ['before', 'found', 'gone', 'up', 'down', 'held', 'after'] as const)
      expect(rows.slice(0, -1).reduce((all, row) => all + row[field], 0)).toBe(sum[field])
    for (const row of rows) {
      expect(row.gone + row.up + row.down + row.held).toBe(row.before)
      expect(row.found + row.up + row.down + row.held).toBe(row.after)
    }
    expect(sum.up * sum.down * sum.found * sum.gone).toBeGreaterThan(0)
  })

  it('says nothing of up or down where the scheme is another', () => {
    const one = archiving()
    one.see('c', '2026-01-01', risk('a', '甲甲甲'))
    const before = year('2026', [...one.archive.values()])
    one.see('c', '2027-01-01', risk('a', '甲甲甲', { level: '三级', rank: 3, scheme: '四级' }))
    expect(comparedYears(before, year('2027', [...one.archive.values()])).at(-1)).toMatchObject({
      held: 1,
      down: 0,
    })
  })
})
