/** What the scan before a 公开 points at, by example; and that it keeps quiet over real charts. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scanPublic } from '../../src/checks/scanPublic.ts'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import type { Disclosure } from '../../src/model/editions/externalEdition.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import type { ScanKind } from '../../src/text/paper/publicPage.ts'
import { scanSentence } from '../../src/text/paper/publicPage.ts'
import { chartOf, counting } from '../support/chartOf.ts'

interface Examples {
  readonly allows: readonly string[]
  /** The text, and what is pointed at in it. */
  readonly finds: readonly (readonly [text: string, found: string])[]
}

const examples: { readonly [K in Exclude<ScanKind, 'leak'>]: Examples } = {
  idNumber: {
    allows: ['身份证', '统一社会信用代码 913401001234567890', '编号 20240101000123456789'],
    finds: [
      ['申请人 34010119900307123X 的材料', '34010119900307123X'],
      ['340101199003071234', '340101199003071234'],
    ],
  },
  mobile: {
    allows: ['0551-12345678', '12345', '12345678901', '1381234567', '138123456789'],
    finds: [['找13812345678办理', '13812345678']],
  },
  person: {
    allows: [
      '分管副局长审批',
      '常务副局长审签',
      '林业局局长签发',
      '文化局长签发',
      '资金科长复核',
      '金融科长复核',
      '对于主任会议的决定',
      '武装部主任',
      '联系人：办公室',
      '负责人：分管局长',
      '科室负责人审核',
      '王主任办公会',
    ],
    finds: [
      ['由王科长受理', '王科长'],
      ['李建国主任审批', '李建国主任'],
      ['联系人：张三', '联系人：张三'],
      ['张晓明同志负责', '张晓明同志'],
    ],
  },
  secret: {
    allows: ['招标公告', '评标委员会评审', '公布中标人'],
    finds: [
      ['编制标底', '标底'],
      ['公布评标委员会成员名单', '评标委员会成员名单'],
    ],
  },
  internalWord: {
    allows: ['内部控制评价', '内部审计', '保密审查', '公开'],
    finds: [
      ['报内部会签后办理', '内部会签后办'],
      ['勿外传', '勿外传'],
      ['签订保密协议', '保密'],
    ],
  },
  invisible: {
    allows: ['受理 和　决定', '第一行\n第二行'],
    finds: [
      ['受理\u202Egnp.exe', '\u202E'],
      ['受\u200B理', '\u200B'],
      ['受\u0008理', '\u0008'],
    ],
  },
}

const written = (text: string) => scanOf(chartOf('申请 → 决定', { 决定: { publicName: text } }))

function scanOf(chart: Chart, disclosure: Disclosure = {}) {
  return scanPublic(chart, externalEdition(chart, disclosure))
}

describe.each(Object.entries(examples))('[PO2] %s', (kind, { allows, finds }) => {
  it.each(allows)('allows: %s', (text) => {
    expect(written(text).filter((one) => one.kind === kind)).toEqual([])
  })

  it.each(finds)('finds: %s', (text, found) => {
    expect(written(text).filter((one) => one.kind === kind)).toEqual([{ kind, found, blocks: false }])
    expect(scanSentence[kind as ScanKind](found)).toContain(
      kind === 'invisible' ? `U+${found.charCodeAt(0).toString(16).toUpperCase()}` : found,
    )
  })
})

describe('[PO2] leak', () => {
  const steps = { 局务会密议: { internalOnly: true, note: '密备注四字' } } as const
  const base = chartOf('申请 → 局务会密议 → 决定', steps, { preparedBy: '赵编制' })
  const secretive: Chart = {
    ...base,
    risks: [
      { id: 'r', order: 'a', step: '决定', text: '密风险表现', responsible: '钱责任', leader: '分管领导' },
    ],
    measures: [{ id: 'm', order: 'a', text: '密防控措施', risks: ['r'] }],
  }
  const saying = (words: string): Chart => ({
    ...secretive,
    steps: secretive.steps.map((step) => (step.id === '决定' ? { ...step, publicName: words } : step)),
  })

  it.each(['局务会密议', '密备注四字', '密风险表现', '密防控措施', '钱责任', '赵编制'])(
    'finds and blocks: %s',
    (secret) => {
      expect(scanOf(saying(`按${secret}作出`))).toContainEqual({ kind: 'leak', found: secret, blocks: true })
    },
  )

  it('allows what a person chose to disclose, and a title that anybody may have', () => {
    const open = { risks: true, measures: true, responsible: true }
    const leaks = (chart: Chart) => scanOf(chart, open).filter(({ kind }) => kind === 'leak')
    expect(leaks(saying('按密风险表现和密防控措施作出，钱责任签字'))).toEqual([])
    expect(scanOf(saying('分管领导决定'))).toEqual([])
  })

  it('names each thing once, the gravest first', () => {
    const chart = saying('13812345678 密风险表现 13812345678')
    expect(scanOf(chart).map(({ kind }) => kind)).toEqual(['leak', 'mobile'])
  })
})

const flows = new URL('../fixtures/flows/', import.meta.url)
const files = readdirSync(flows).filter((name) => name.endsWith('.json'))

describe('[PO2] on the real charts', () => {
  it('finds all twenty of them', () => {
    expect(files).toHaveLength(20)
  })

  it.each(files)('%s: no leak and no person is seen where there is none', (name) => {
    const { chart } = readChartFile(readFileSync(new URL(name, flows), 'utf8'), counting())
    for (const disclosure of [{}, { risks: true, measures: true, responsible: true }])
      expect(scanOf(chart, disclosure).filter(({ kind }) => kind === 'leak' || kind === 'person')).toEqual([])
  })
})
