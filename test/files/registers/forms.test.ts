import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, formWidth } from '../../../src/files/registers/form.ts'
import { formsOf } from '../../../src/files/registers/formsOf.ts'
import { noticeForm } from '../../../src/files/registers/noticeForm.ts'
import { writeRecord } from '../../../src/files/registers/writeRecord.ts'
import { writeNotice } from '../../../src/files/registers/writeNotice.ts'
import { pageBreaks, type SheetRow } from '../../../src/files/registers/sheetRows.ts'
import { writeDocx } from '../../../src/files/registers/writeDocx.ts'
import { writeXlsx } from '../../../src/files/registers/writeXlsx.ts'
import type { Notice, NoticeKind } from '../../../src/model/registers/notice.ts'
import type { ReviewRow } from '../../../src/model/registers/reviewRow.ts'
import { formNames } from '../../../src/text/paper/forms.ts'
import { noticeTitle, noticeWords } from '../../../src/text/paper/notices.ts'
import { findOffice } from '../../support/tools.ts'
import { printed } from '../../support/libreOffice.ts'
import { expenses, reopened } from '../../support/registers.ts'
import { arbitraryChart } from '../arbitraryChart.ts'

const date = '2026-09-18'
const marks: readonly ReviewRow[] = [
  {
    target: '环节“审核”',
    kind: '等级偏低',
    text: '掌握自由裁量权，建议调高',
    suggestedLevel: '高',
    state: '待整改',
    by: '王某',
    at: '2026-09-01',
    replies: [{ text: '同意调整', by: '张某', at: '2026-09-03' }],
  },
]
const charts = [expenses(), { ...expenses(), header: { ...expenses().header, title: '资金使用' } }]
const order = (form: (typeof formNames)[number]) => ({ form, charts, date, marks })
const riskTexts = expenses().risks.map(({ text }) => text)
const measureTexts = expenses().measures.map(({ text }) => text)
const registers = ['personal', 'department', 'risk-list', 'duty-list'] as const

const notice = (kind: NoticeKind): Notice => ({
  kind,
  number: noticeWords.number('某廉预', 2026, 3),
  issuer: '某市纪律检查委员会',
  addressee: '财务科',
  power: '财务报销',
  colour: 'orange',
  findings: [{ place: '环节“付款”', text: '审核与付款由同一岗位办理' }],
  demands: ['将审核与付款分设两个岗位'],
  deadline: '2026-10-15',
  issuedOn: date,
  contact: '王某',
  phone: '0371-1234567',
})
const kinds = Object.keys(noticeTitle) as NoticeKind[]

const row = (begins: SheetRow['begins']): SheetRow => ({ cells: [], height: 100, begins })

describe('forms', () => {
  it.each(formNames)('[RG6] say all that is on %s in the workbook and in the document', async (form) => {
    const forms = formsOf(order(form))
    const texts = forms.flatMap(({ title, facts, columns, rows, total, boxes }) => [
      title,
      ...facts,
      ...columns.map(({ heading }) => heading),
      ...rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? [])),
      total,
      ...boxes.flatMap(({ label, signed }) => [label, signed]),
    ])
    const inWorkbook = reopened(await writeXlsx(forms, date)).text
    const inDocument = reopened(await writeDocx(forms, date)).text
    expect(texts.filter((text) => !inWorkbook.includes(text))).toEqual([])
    expect(texts.flatMap((text) => text.split('\n')).filter((text) => !inDocument.includes(text))).toEqual([])
    expect(
      forms.every(({ columns }) => columns.reduce((sum, { width }) => sum + width, 0) === formWidth),
    ).toBe(true)
  })

  it.each(registers)('[RG6] leave out no risk and no measure on %s', (form) => {
    const said = JSON.stringify(formsOf(order(form)))
    expect([...riskTexts, ...measureTexts].filter((text) => !said.includes(text))).toEqual([])
  })

  it('[RG1] print the same total under every form, whatever the chart', () => {
    fc.assert(
      fc.property(fc.array(arbitraryChart, { minLength: 1, maxLength: 3 }), (charts) => {
        // All of one department, so that the whole is one form.
        const its = charts.map((chart) => ({ ...chart, header: { title: chart.header.title } }))
        const totals = (['department', 'risk-list', 'duty-list', 'summary'] as const).flatMap((form) =>
          formsOf({ form, charts: its }).map(({ total }) => total),
        )
        expect(new Set(totals).size).toBe(1)
        expect(totals[0]).toContain(`风险点${its.reduce((sum, { risks }) => sum + risks.length, 0)}个`)
      }),
      { numRuns: 60 },
    )
  })

  it('[RG7] merge what several measures and several risks share, and cut no such block', () => {
    const [form] = formsOf({ form: 'risk-list', charts: [expenses()] })
    const audit = form!.rows.find((row) => row[4]?.text === '审核不严')!
    expect(audit.map((cell) => cell?.rows)).toEqual([2, 3, 2, 3, 2, 2, 1, 2, 2])
    expect(blocksOf(form!.rows).map(({ from, to }) => to - from)).toEqual([1, 3, 1, 1])
  })

  it('[RG7] leave what is signed whole, with rows that it is signed for', () => {
    const pages = { first: 300, next: 350, closing: 150 }
    const blocks = [row('block'), row('block'), row('block')]
    expect(pageBreaks(blocks.slice(0, 1), pages)).toEqual([])
    expect(pageBreaks(blocks, pages)).toEqual([2])
    // One block that fills the page: it is cut between two risks, and goes on with what is signed.
    expect(pageBreaks([row('block'), row('item'), row('item')], pages)).toEqual([2])
    expect(pageBreaks([row('block'), row('nothing'), row('nothing')], pages)).toEqual([3])
  })

  it('[RG7] begin a block that is higher than any page where the one before it ends', () => {
    const high = [row('block'), row('block'), row('item'), row('item'), row('item'), row('item')]
    expect(pageBreaks(high, { first: 300, next: 350, closing: 0 })).toEqual([])
  })

  it('[RG8] are A4 landscape with a head on every page, in both', async () => {
    const forms = formsOf(order('risk-list'))
    const sheet = reopened(await writeXlsx(forms, date)).parts
    expect(sheet['xl/workbook.xml']).toMatch(/_xlnm\.Print_Titles[^<]*>[^<]*\$3:\$3</)
    expect(sheet['xl/worksheets/sheet1.xml']).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/,
    )
    expect(sheet['xl/worksheets/sheet1.xml']).toContain('fitToHeight="0"')
    const document = reopened(await writeDocx(forms, date)).parts['word/document.xml']!
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  })

  it('[RG8] are 10.5 points high in the document, and no row is torn at the end of a page', async () => {
    const document = reopened(await writeDocx(formsOf(order('risk-list')), date)).parts['word/document.xml']!
    expect(document).toContain('<w:sz w:val="21"/>')
    const rows = document.match(/<w:tr>.*?<\/w:tr>/gs)!
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.filter((row) => !row.includes('<w:cantSplit'))).toEqual([])
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.slice(0, 1))
  })

  it('[RG7] say whose step it is where a department has several powers', () => {
    const [alone] = formsOf({ form: 'department', charts: charts.slice(0, 1) })
    const [both] = formsOf({ form: 'department', charts })
    expect(JSON.stringify(alone!.rows)).not.toContain('资金使用')
    for (const title of ['财务报销', '资金使用']) expect(JSON.stringify(both!.rows)).toContain(title)
  })

  it('[RG9] are the same bytes for the same charts and date', async () => {
    for (const form of formNames) {
      const forms = () => formsOf(order(form))
      expect(await writeXlsx(forms(), date)).toEqual(await writeXlsx(forms(), date))
      expect(await writeDocx(forms(), date)).toEqual(await writeDocx(forms(), date))
    }
    expect(await writeNotice(notice('warning'))).toEqual(await writeNotice(notice('warning')))
    const core = reopened(await writeDocx(formsOf(order('summary')), date)).parts['docProps/core.xml']!
    expect(core.match(/\d{4}-\d\d-\d\d/g)).toEqual([date, date])
  })

  it('[RG10] hold whatever a chart holds', async () => {
    const chart = expenses()
    const odd = ['\u0000\uD800<&>"', '=1+1', '第一行\n第二行', '很长'.repeat(900)]
    const risks = chart.risks.map((risk, at) => ({ ...risk, text: odd[at] ?? risk.text }))
    const forms = formsOf({ form: 'personal', charts: [{ ...chart, risks }] })
    const { text, parts } = reopened(await writeXlsx(forms, undefined))
    expect(text).toContain('=1+1')
    expect(text).toContain('\uFFFD\uFFFD&lt;&amp;&gt;')
    const heights = [...JSON.stringify(parts).matchAll(/ ht=\\"([\d.]+)/g)].map((match) => Number(match[1]))
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
    expect(reopened(await writeDocx(forms, undefined)).text).toContain('第一行\n第二行')
  })

  it('[RG10] are there to fill in where a chart has no risk', () => {
    const empty = { ...expenses(), risks: [], measures: [] }
    for (const form of formNames) expect(formsOf({ form, charts: [empty] })).toHaveLength(1)
  })
})

describe('notices', () => {
  it.each(kinds)('[RG11] %s says whom, what, until when, and brings its receipt', async (kind) => {
    const { text } = reopened(await writeNotice(notice(kind)))
    const title = noticeTitle[kind]
    for (const words of [title, '某廉预〔2026〕3号', '财务科：', '1.环节“付款”：审核与付款由同一岗位办理'])
      expect(text).toContain(words)
    for (const words of ['2026年10月15日', '橙色预警', '某市纪律检查委员会（盖章）', `${title}回执`])
      expect(text).toContain(words)
  })
})

it('[RG19] 文书台账 has every notice with its answer, and adds up', () => {
  const row = {
    number: '某纪〔2026〕1号',
    kind: '责令纠错书',
    issuer: '某县纪委监委',
    addressee: '财务科',
    power: '财务报销',
    issuedOn: '2026-03-01',
    deadline: '2026-03-15',
  }
  const rows = [
    { ...row, receivedOn: '', isLate: true },
    { ...row, kind: '提醒函', receivedOn: '2026-03-04', isLate: false },
  ]
  const form = noticeForm(rows, '2026-04-01')
  expect(form.total).toBe('共 2 份：责令纠错书 1 份、提醒函 1 份；已回执 1 份，逾期未回执 1 份')
  expect(form.rows.map((cells) => cells.at(-1)!.text)).toEqual(['逾期', '2026-03-04'])
  expect(form.columns.reduce((sum, { width }) => sum + width, 0)).toBe(formWidth)
})

describe('records', () => {
  const record = {
    title: '集体讨论审定记录',
    facts: [
      ['地点', '三楼会议室'],
      ['参会情况', '应到 7 人，到会 5 人'],
    ],
    list: { head: ['序号', '谁'], widths: [20, 136], rows: [['1', '李四（纪检组）']] },
    closing: '末条校验值：abc',
    signatures: ['主持人（签字）：'],
    on: date,
  } as const

  it('[RG18] say when, where, how many of how many, what was decided, and leave room to sign', async () => {
    const { text } = reopened(await writeRecord(record))
    for (const words of [
      record.title,
      '三楼会议室',
      '应到 7 人，到会 5 人',
      '李四（纪检组）',
      '主持人（签字）：',
    ])
      expect(text).toContain(words)
    expect(await writeRecord(record)).toEqual(await writeRecord(record))
  })
})

describe.skipIf(findOffice() === undefined)('in LibreOffice', () => {
  it('[RG12] every form and every notice opens and prints all that it says', async () => {
    const files: Record<string, Uint8Array> = {}
    const wanted: Record<string, readonly string[]> = {}
    for (const form of formNames) {
      const forms = formsOf(order(form))
      const texts = forms.flatMap(({ title, facts, rows, total }) => [
        title,
        ...facts,
        total,
        ...rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? [])),
      ])
      // One file for both would be printed to the same name.
      files[`${form}-x.xlsx`] = await writeXlsx(forms, date)
      files[`${form}-d.docx`] = await writeDocx(forms, date)
      wanted[`${form}-x.xlsx`] = wanted[`${form}-d.docx`] = texts
    }
    for (const kind of kinds) {
      files[`${kind}.docx`] = await writeNotice(notice(kind))
      wanted[`${kind}.docx`] = [noticeTitle[kind], '将审核与付款分设两个岗位']
    }
    const pages = printed(files)
    const missing = Object.entries(wanted).flatMap(([name, texts]) =>
      texts
        .filter((text) => !pages[name]!.text.includes(text.replaceAll(/\s/g, '')))
        .map((text) => `${name}: ${text}`),
    )
    expect(missing).toEqual([])
    expect(pages['risk-list-x.xlsx']!.pages).toBeLessThanOrEqual(2)
    expect(pages['warning.docx']!.pages).toBe(2)
  }, 120_000)
})
