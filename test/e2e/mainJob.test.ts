/** From a pasted table to the posters, as a clerk does it: the real page, the real server, a real browser. */
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Chart } from '../../src/model/chart.ts'
import { ownerOf } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { paste, savedDownload, startProduct } from '../support/product.ts'
import { chartOfTable } from '../support/tableChart.ts'

const table = readFileSync(join(import.meta.dirname, '../fixtures/flows/01.tsv'), 'utf8')
const riskText = '收受好处放宽审核标准'
const measureText = '双人核验并留痕'

/** What the first story ends with. */
const drawn = chartOfTable(table, { title: '消毒产品备案流程图', unit: '某省卫生监督局' })
const risky = drawn.steps.find(({ name }) => name.includes('核验材料'))!
const chart: Chart = {
  ...drawn,
  risks: [{ id: 'r1', order: 'a0', step: risky.id, text: riskText, level: 'high' }],
  measures: [{ id: 'm1', order: 'a0', text: measureText, risks: ['r1'] }],
}

function heavyPage(tsv: string): string {
  const rows = tsv.split('\n').map((row) => `<tr><td>${row.split('\t').join('</td><td>')}</td></tr>`)
  return `<!-- ${'x'.repeat(200_000)} --><table>${rows.join('')}</table>`
}

describe('the main job', () => {
  let product: Product
  let person: Person
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => {
    expect(person.complaints).toEqual([])
    await product.leave()
  })
  afterAll(async () => product.close())

  it('[UI10] [UI11] [UI12] [UI13] [UI17] [UI150] reads a pasted table, lays the chart out, marks a high risk, and keeps it over a reload', async () => {
    person = await product.person()
    page = person.page
    await page.getByRole('button', { name: '粘贴表格' }).click()
    await page.getByRole('textbox', { name: /在这里粘贴/ }).focus()
    // As heavy as a page that Word copies: it is read beside the page.
    const worker = page.waitForEvent('worker', (started) => /material/.test(started.url()))
    await paste(page, table, heavyPage(table))
    await worker
    await page.getByText('读懂了 13 个环节、14 条流线、0 个风险点').waitFor()
    expect(await page.locator('.reading-table tbody tr').count()).toBe(13)
    await page.getByRole('textbox', { name: '图名' }).fill('消毒产品备案流程图')
    await page.getByRole('textbox', { name: '单位' }).fill('某省卫生监督局')

    await page.getByRole('button', { name: '生成流程图' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    expect(await page.locator('.react-flow__node').count()).toBe(13)
    expect(await page.locator('.react-flow__edge').count()).toBe(14)

    await page.locator('.react-flow__node', { hasText: '核验材料' }).first().click()
    await page.getByRole('button', { name: /添加风险点$/ }).click()
    await page.getByRole('radio', { name: '高', exact: true }).click()
    await page.getByRole('textbox', { name: '风险表现' }).fill(riskText)
    await page.getByRole('button', { name: '添加措施' }).click()
    await page.getByRole('textbox', { name: '防控措施' }).fill(measureText)
    await page.locator('.react-flow__pane').click({ position: { x: 300, y: 780 } })
    await page.getByText('已保存', { exact: true }).waitFor()

    await page.reload()
    await page.locator('.react-flow__node', { hasText: '核验材料' }).first().click()
    expect(await page.getByRole('textbox', { name: '风险表现' }).inputValue()).toBe(riskText)
    expect(await page.getByRole('textbox', { name: '防控措施' }).inputValue()).toBe(measureText)
  })

  describe('takes away', () => {
    beforeEach(async () => {
      person = await ownerOf(product, chart)
      page = person.page
    })

    it('[UI14] [UI17] the internal chart with the risk', async () => {
      const { text } = await exported(page, '内部流程图', '文字版')
      expect(text).toContain(riskText)
      expect(text).toContain(measureText)
    })

    it('[UI15] [UI17] the external PNG for A3, either way, with exact pixels', async () => {
      for (const turn of ['竖向', '横向']) {
        const { bytes } = await exported(page, '外部流程图', 'PNG 图片（300 dpi）', turn)
        const { width, height } = PNG.sync.read(bytes)
        expect([width, height]).toEqual(turn === '竖向' ? [3508, 4961] : [4961, 3508])
        expect(pixelsPerMetre(bytes)).toBe(11811)
        expect(inkShare(PNG.sync.read(bytes))).toBeGreaterThan(0.01)
        expectNothingInternal(bytes)
      }
    })

    it('[UI16] [UI17] the external chart in every other format without a byte of the risk', async () => {
      for (const format of [
        'PDF（矢量，文字可选）',
        'SVG（文字可编辑）',
        'SVG（文字转轮廓，供印刷）',
        'JSON（图文件）',
        '文字版',
      ]) {
        const { bytes } = await exported(page, '外部流程图', format)
        expect(bytes.length).toBeGreaterThan(500)
        expectNothingInternal(bytes)
      }
    })

    it('[UI17] [UI18] paper that is too large to be photographed: 600×900 mm', async () => {
      await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: '纸张' }).selectOption('600×900 毫米')
      const button = dialog.getByRole('button', { name: '下载' })
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        button.click(),
      ])
      const bytes = readFileSync(await savedDownload(download))
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([7087, 10630])
      expect(pixelsPerMetre(bytes)).toBe(11811)
      expect(bytes.length).toBeGreaterThan(300_000)
    })
  })
})

interface Exported {
  readonly bytes: Buffer
  readonly text: string
}

async function exported(page: Page, edition: string, format: string, turn = '竖向'): Promise<Exported> {
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.export-choices').getByText(edition, { exact: true }).click()
  await dialog.getByText(turn, { exact: true }).click()
  await dialog.getByRole('combobox', { name: '格式' }).selectOption(format)
  const button = dialog.getByRole('button', { name: '下载' })
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()])
  const bytes = readFileSync(await savedDownload(download))
  expect(download.suggestedFilename()).toContain(edition)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  return { bytes, text: bytes.toString('utf8') }
}

function pixelsPerMetre(png: Buffer): number {
  return png.readUInt32BE(png.indexOf('pHYs') + 4)
}

/** The part of the picture that is not white. */
function inkShare({ data }: PNG): number {
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at]! < 200) dark += 1
  return dark / (data.length / 4)
}

/** Looks into the bytes as they are, and into every compressed stream among them. */
function expectNothingInternal(bytes: Buffer): void {
  const layers = [bytes, ...inflatedStreams(bytes)]
  for (const secret of [riskText, measureText]) {
    const codes = Array.from(secret)
      .map((character) => character.codePointAt(0)!.toString(16).padStart(4, '0'))
      .join('')
    for (const layer of layers) {
      expect(layer.includes(Buffer.from(secret, 'utf8'))).toBe(false)
      expect(layer.includes(Buffer.from(secret, 'utf16le'))).toBe(false)
      expect(layer.toString('latin1').toLowerCase().includes(codes)).toBe(false)
    }
  }
}

function inflatedStreams(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7)))
    } catch {
      // Not every stream is compressed, and `endstream` is no stream.
    }
  }
  return found
}
