import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { tableOf } from '../../../src/files/tableSource/table.ts'
import { counter } from '../counter.ts'
import { names, said, understand, ways, type Reading } from './readText.ts'

/** Each measure with the places of the risks that it answers. */
const links = ({ chart }: Reading) =>
  chart?.measures.map(
    ({ text, risks }) =>
      `${text}:${risks.map((id) => chart.risks.findIndex((r) => r.id === id) + 1).join('')}`,
  )

describe('risks and measures', () => {
  const head = '环节|风险点|风险等级|防控措施'

  it('[FI12] pairs numbered risks with numbered measures', () => {
    const reading = understand(head, '审核|1.超时；⏎2.漏审|1.高 2.低|1、公示⏎2、复核')
    expect(reading.rows[0]?.risks).toEqual([
      { text: '超时', level: 'high' },
      { text: '漏审', level: 'low' },
    ])
    expect(links(reading)).toEqual(['公示:1', '复核:2'])
    expect(said(reading)).toEqual([])
  })

  it.each([
    '①超时②漏审③泄密',
    '（1）超时（2）漏审（3）泄密',
    '1）超时2）漏审3）泄密',
    '一、超时⏎二、漏审⏎三、泄密',
    '超时；⏎漏审；⏎泄密',
  ])('[FI12] parts %s', (cell) => {
    expect(understand(head, `审核|${cell}|中|`).rows[0]?.risks.map(({ text }) => text)).toEqual([
      '超时',
      '漏审',
      '泄密',
    ])
  })

  it('[FI12] leaves whole what only looks numbered', () => {
    const cells = ['风险点①②③(原图圈码)', '1.5倍罚款', '3、4月集中办理', '①②③']
    for (const cell of cells)
      expect(understand(head, `审核|${cell}|中|`).rows[0]?.risks.map(({ text }) => text)).toEqual([cell])
  })

  it('[FI12] gives every measure to every risk where the numbers do not agree, and says so', () => {
    const reading = understand(head, '审核|1.超时⏎2.漏审|高|1.甲⏎2.乙⏎3.丙')
    expect(links(reading)).toEqual(['甲:12', '乙:12', '丙:12'])
    expect(said(reading)).toEqual([
      '第 2 行“防控措施”：风险点和防控措施的条数对不上，每条措施都对应这个环节的所有风险点，请核对',
    ])
  })

  it('[FI13] takes a row without a name as part of the step above', () => {
    const reading = understand(
      '序号|环节|岗位|风险点|防控措施',
      '1|审核|科长|超时|公示',
      '||| 漏审|复核',
      '2|办结|||',
    )
    expect(names(reading)).toEqual(['审核', '办结'])
    expect(reading.rows[0]?.risks.map(({ text }) => text)).toEqual(['超时', '漏审'])
    expect(links(reading)).toEqual(['公示:1', '复核:2'])
  })

  it('[FI13] takes rows that repeat number and name as one step', () => {
    const reading = understand('序号|环节|风险点', '1|审核|超时', '1|审核|漏审', '2|办结|')
    expect(reading.rows[0]?.risks).toHaveLength(2)
    expect(ways(reading)).toEqual(['4', ''])
  })

  it('[FI13] reads merged cells: a name over its risks, a measure over several risks, a limit over several steps', () => {
    const rows = [
      ['环节', '办理时限', '风险点', '防控措施'],
      ['审核', '5个工作日', '超时', '公示'],
      ['', '', '漏审', ''],
      ['审批', '', '专断', '集体研究'],
    ]
    const merges = [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 3, right: 1 },
      { top: 1, left: 3, bottom: 2, right: 3 },
    ]
    const reading = readTable(tableOf(rows, merges), counter())
    expect(names(reading)).toEqual(['审核', '审批'])
    expect(links(reading)).toEqual(['公示:12', '集体研究:3'])
    expect(said(reading)).toEqual(['第 4 行“办理时限”：时限“5个工作日”由几个环节合用，只记在第一个环节'])
  })

  it.each([
    ['高', 'high'],
    ['中等', 'medium'],
    ['低风险', 'low'],
    ['一级', 'high'],
    ['Ⅱ级', 'medium'],
    ['三级风险', 'low'],
    ['★★★', 'high'],
    ['▲▲', 'medium'],
    ['★', 'low'],
    ['一般', 'low'],
    ['3级', 'low'],
  ])('[FI14] reads the level %s', (written, level) => {
    expect(understand(head, `审核|超时|${written}|`).rows[0]?.risks[0]?.level).toBe(level)
  })

  it('[FI14] says which levels it did not understand, and which it assumed', () => {
    expect(said(understand(head, '审核|超时|1中2低|'))).toEqual([
      '第 2 行“风险等级”：没有读懂风险等级“1中2低”，没有定级',
    ])
    expect(said(understand(head, '审核|超时|★|'))).toEqual(['第 2 行“风险等级”：“★”的高低是推断的，请核对'])
  })

  it('[FI15] replaces 同上 and keeps 同上四项, and says so', () => {
    const reading = understand(head, '审核|超时|高|公示', '批准|专断|同上|同上四项')
    expect(reading.rows[1]).toMatchObject({ risks: [{ level: 'high' }], measures: ['同上四项'] })
    expect(said(reading)).toEqual([
      '第 3 行“风险等级”：“同上”已换成：高',
      '第 3 行“防控措施”：“同上四项”按原文保留',
    ])
  })
})
