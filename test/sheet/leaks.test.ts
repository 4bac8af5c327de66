import { beforeAll, describe, expect, it } from 'vitest'
import { unzlibSync } from 'fflate'
import { sheetPng } from '../../src/press/png.ts'
import { writePublicChartFile } from '../../src/files/writeChartFile.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import type { Edition } from '../../src/model/edition.ts'
import { externalEdition } from '../../src/model/externalEdition.ts'
import { composeSheet } from '../../src/sheet/compose.ts'
import { sheetPdf } from '../../src/sheet/out/pdf.ts'
import { sheetSvg } from '../../src/sheet/out/svg.ts'
import { chartText } from '../../src/sheet/out/text.ts'
import { chartOf } from '../support/chartOf.ts'
import { pdfText } from '../support/poppler.ts'
import { contentOf, fonts, wordsOf } from '../support/sheets.ts'

/** Every field that the public must not see holds a canary: a word of the family 密. */
const drawn: Chart = chartOf(
  '申请 → 密会签 → 决定；决定 -密标签→ 密备案',
  {
    申请: {
      kind: 'terminator',
      publicName: '申请',
      note: '密步骤备注',
      posts: ['密岗位'],
      persons: 7,
    },
    密会签: { internalOnly: true, documents: ['密文书'], materials: ['密材料'] },
    密备案: { internalOnly: true },
    决定: {
      posts: ['p2'],
      withheld: ['posts', 'materials', 'legalBasis', 'documents', 'timeLimit'],
      materials: ['密材料'],
      documents: ['密文书'],
      legalBasis: [{ title: '密依据' }],
      timeLimit: { kind: 'unread', wording: '密时限', counts: true },
    },
  },
  {
    title: '许可流程图',
    preparedBy: '密编制人',
    note: '密图备注',
    supervisionPhone: '0551-1',
    powerKind: 'licensing',
  },
)

const secretive: Chart = {
  ...drawn,
  steps: drawn.steps.map((step) => (step.name === '申请' ? { ...step, name: '密内部名' } : step)),
  posts: [
    { id: '密岗位', order: 'a', name: '密岗名', publicName: '窗口' },
    { id: 'p2', order: 'b', name: '密隐岗' },
  ],
  risks: [
    {
      id: '密风险',
      order: 'a',
      step: '决定',
      text: '密风险文',
      level: 'high',
      responsible: '密责任人',
      leader: '密领导',
    },
  ],
  measures: [{ id: '密措施', order: 'a', text: '密措施文', risks: ['密风险'] }],
}

const external: Edition = { name: 'external', chart: externalEdition(secretive, {}) }
const views: readonly View[] = ['flow', 'lanes', 'columns']
const page = { paper: 'A4', landscape: false } as const

describe('[SH9] what goes to the public holds no internal word', () => {
  beforeAll(() => {
    // The canaries would be found if they were there.
    expect(chartText({ name: 'internal', chart: secretive })).toMatch(/密编制人[^]*密风险文[^]*密措施文/u)
  })

  it.each(views)('on the sheet and in the SVG (%s)', async (view) => {
    const sheet = composeSheet(await contentOf(external, view), page)
    expect(wordsOf(sheet.ink)).not.toMatch(/密|内部|7人/u)
    expect(JSON.stringify(sheet)).not.toMatch(/密|内部/u)
    const title = external.chart.header.title
    expect(sheetSvg(sheet, { text: 'live', title })).not.toContain('密')
    expect(sheetSvg(sheet, { text: 'outlined', fonts: await fonts(), title })).not.toContain('密')
  })

  it('in the PDF, its streams inflated', async () => {
    const sheet = composeSheet(await contentOf(external, 'flow'), page)
    const pdf = sheetPdf(sheet, await fonts(), { title: external.chart.header.title })
    expect(pdfText(pdf)).not.toMatch(/密|内部/u)
    const inside = [Buffer.from(pdf), ...streamsOf(pdf)]
    const utf16 = Buffer.from('密', 'utf16le').swap16()
    for (const bytes of inside) {
      expect(bytes.includes('密')).toBe(false)
      expect(bytes.includes(utf16.toString('hex'))).toBe(false)
    }
    expect(
      inside.some((bytes) => bytes.includes(Buffer.from('申', 'utf16le').swap16().toString('hex'))),
    ).toBe(true)
  })

  it('in the PNG there is no text at all', async () => {
    const sheet = composeSheet(await contentOf(external, 'flow'), page)
    const png = Buffer.from(await sheetPng(sheet, page, await fonts()))
    expect(chunkTypes(png)).toEqual(new Set(['IHDR', 'pHYs', 'IDAT', 'IEND']))
  })

  it('in the JSON and in the text twin', () => {
    expect(writePublicChartFile(externalEdition(secretive, {}))).not.toContain('密')
    expect(chartText(external)).not.toMatch(/密|内部|7人/u)
  })
})

function streamsOf(pdf: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(pdf)
  const streams: Buffer[] = []
  for (let at = bytes.indexOf('/Length '); at >= 0; at = bytes.indexOf('/FlateDecode/Length ', at + 1)) {
    const length = /\/FlateDecode\/Length (\d+)>>\nstream\n/u.exec(bytes.toString('latin1', at - 30, at + 60))
    if (length === null) continue
    const begin = bytes.indexOf('stream\n', at) + 7
    streams.push(Buffer.from(unzlibSync(bytes.subarray(begin, begin + Number(length[1])))))
  }
  return streams
}

function chunkTypes(png: Buffer): ReadonlySet<string> {
  const types = new Set<string>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    types.add(png.toString('latin1', at + 4, at + 8))
  return types
}
