import { beforeAll, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { chartInPicture, pngWithChart } from '../../src/files/chartFile/pictureCharts.ts'
import { renderSheetPng } from '../../src/publicationRenderer/png.ts'
import { writePublicChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import type { Edition, PublicChart } from '../../src/model/editions/edition.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { sheetPdf } from '../../src/sheet/writers/sheetPdf.ts'
import { sheetSvg } from '../../src/sheet/writers/sheetSvg.ts'
import { chartText } from '../../src/sheet/writers/chartText.ts'
import { chartOf } from '../support/chartOf.ts'
import { cases } from '../support/depth.ts'
import { pdfText } from '../support/poppler.ts'
import { contentOf, fonts, wordsOf } from '../support/sheets.ts'
import {
  pngChunks,
  publicOutputs,
  streamsOf,
  textOutputs,
  whereFound,
  type Outputs,
} from './publicOutputs.ts'
import { canary, secretChart } from './secretChart.ts'

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
    expect(wordsOf(sheet.items)).not.toMatch(/密|内部|7人/u)
    expect(JSON.stringify(sheet)).not.toMatch(/密|内部/u)
    const title = external.chart.header.title
    expect(sheetSvg(sheet, { text: 'live', title })).not.toContain('密')
    expect(sheetSvg(sheet, { text: 'outlined', fonts: await fonts(), title })).not.toContain('密')
  })

  it('in the PDF, its streams inflated', async () => {
    const sheet = composeSheet(await contentOf(external, 'flow'), page)
    const pdf = sheetPdf(sheet, await fonts(), { title: external.chart.header.title })
    expect(pdfText(pdf)).not.toMatch(/密|内部/u)
    const inside = [Buffer.from(pdf), ...streamsOf(Buffer.from(pdf))]
    const utf16 = Buffer.from('密', 'utf16le').swap16()
    for (const bytes of inside) {
      expect(bytes.includes('密')).toBe(false)
      expect(bytes.includes(utf16.toString('hex'))).toBe(false)
    }
    expect(
      inside.some((bytes) => bytes.includes(Buffer.from('申', 'utf16le').swap16().toString('hex'))),
    ).toBe(true)
  })

  it('in the PNG there is no text, but for the public chart file where it is to carry one', async () => {
    const sheet = composeSheet(await contentOf(external, 'flow'), page)
    const png = await renderSheetPng(sheet, page, await fonts())
    expect(chunkTypes(png)).toEqual(new Set(['IHDR', 'pHYs', 'IDAT', 'IEND']))
    const carrying = pngWithChart(png, external)
    expect(chunkTypes(carrying)).toEqual(new Set(['IHDR', 'iTXt', 'pHYs', 'IDAT', 'IEND']))
    expect(pngChunks(Buffer.from(carrying)).filter(({ type }) => type === 'iTXt')).toHaveLength(1)
    expect(chartInPicture(carrying)).toBe(writePublicChartFile(externalEdition(secretive, {})))
  })

  it('in the JSON and in the text twin', () => {
    expect(writePublicChartFile(externalEdition(secretive, {}))).not.toContain('密')
    expect(chartText(external)).not.toMatch(/密|内部|7人/u)
  })
})

/** Random charts for what is text, and for what is packed, which takes most of the time. */
const [written, packed] = [cases(80, 1000), cases(12, 1000)]

describe('[SH9] of random charts, nothing internal is in anything that the public gets', () => {
  it(
    `${written} charts: JSON, SVG, text, sheets, pages, names, and what an SVG carries`,
    { timeout: 30 * 60_000 },
    async () => assertNothingFound(written, textOutputs),
  )

  it(
    `${packed} charts: PDF, tiles, PNG, outlines, and what a PNG carries, too`,
    { timeout: 30 * 60_000 },
    async () => {
      const opened = await fonts()
      await assertNothingFound(packed, async (chart, view) => publicOutputs(chart, view, opened))
    },
  )

  it('a projection that lets through what it is given is caught, by every output', async () => {
    const broken = externalEdition(secretive, {})
    const leaking = { ...broken, ...secretive } as PublicChart
    const found = whereFound('密', await publicOutputs(leaking, 'flow', await fonts()))
    // Outlines and pixels hold no text at all: those two are covered by the sheet they are drawn from.
    expect(found).toEqual(
      expect.arrayContaining([
        'json',
        'txt',
        'svg',
        'sheets',
        'word',
        'phone',
        'pdf',
        'tiles',
        'carrying.png',
        'carrying.svg',
        'carriedByPng',
        'carriedBySvg',
        'pressed.json',
        'pressed.svg',
        'pressed.txt',
        'pressed.html',
      ]),
    )
  })
})

async function assertNothingFound(
  numRuns: number,
  outputsOf: (chart: PublicChart, view: View) => Promise<Outputs>,
): Promise<void> {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(secretChart, fc.constantFrom(...views), async (chart, view) => {
      const outputs = await outputsOf(externalEdition(chart, {}), view)
      expect(whereFound(canary, outputs)).toEqual([])
      expect(idsOf(outputs['json'] as string)).toEqual(withoutGaps(outputs['json'] as string))
      seen += 1
    }),
    { numRuns },
  )
  expect(seen).toBeGreaterThanOrEqual(numRuns)
}

function chunkTypes(png: Uint8Array): ReadonlySet<string> {
  return new Set(pngChunks(Buffer.from(png)).map(({ type }) => type))
}

interface Numbered {
  readonly steps: readonly { readonly id: string }[]
}

function idsOf(json: string): readonly string[] {
  return (JSON.parse(json) as Numbered).steps.map(({ id }) => id)
}

/** Numbered anew: not even a gap tells that there was more. */
function withoutGaps(json: string): readonly string[] {
  return idsOf(json).map((_, i) => `s${i + 1}`)
}
