/** A poster from the dialog: style, code, repairs, tiles, pictures; and a picture opened again. */
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chartInPicture } from '../../src/files/chartFile/pictureCharts.ts'
import type { Chart } from '../../src/model/chart.ts'
import { chunksOf } from '../../src/sheet/writers/pngChunks.ts'
import { ownerOf } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { savedDownload, startProduct } from '../support/product.ts'
import { codesIn, pdfInfo, pdfText } from '../support/poppler.ts'
import { realChart } from '../support/sheets.ts'
import { canReadCodes } from '../support/tools.ts'

const chart: Chart = {
  ...realChart('01'),
  header: { ...realChart('01').header, title: '备案流程图', unit: '某省卫生监督局' },
}
const address = 'https://www.example.gov.cn/p/Ab3dEf9hK2'

describe('a poster', () => {
  let product: Product
  let person: Person
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
  })
  beforeEach(async () => {
    person = await ownerOf(product, chart)
    page = person.page
  })
  // [UI95] No story leaves anything to complain of.
  afterEach(async () => {
    expect(person.complaints).toEqual([])
    await product.leave()
  })
  afterAll(async () => product.close())

  it('[UI95] [UI96] has the code of the public page, in 政务蓝', async () => {
    await open(page, '外部流程图')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '配色' }).selectOption('政务蓝')
    await dialog.getByRole('textbox', { name: '公开页网址' }).fill(address)
    await dialog.getByRole('textbox', { name: '公开页网址' }).press('Enter')
    await dialog.getByText('扫码查看现行版本').waitFor()
    await dialog.getByText('竖向', { exact: true }).click()
    const { bytes } = await downloaded(page)
    const { width, height } = PNG.sync.read(bytes)
    expect([width, height]).toEqual([3508, 4961])
    if (canReadCodes()) expect(codesIn(bytes)).toEqual([address])
    // A public picture carries nothing unless it is told to.
    expect(() => chartInPicture(bytes)).toThrow()
    await close(page)
  })

  it('[UI97] a dialog stands where it opens, so that a press on it while it comes is not lost', async () => {
    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    const places = await page.evaluate(async () => {
      const seen = new Set<number>()
      for (let frame = 0; frame < 30; frame += 1) {
        const dialog = document.querySelector('.ant-modal')
        if (dialog) seen.add(Math.round(dialog.getBoundingClientRect().top))
        await new Promise(requestAnimationFrame)
      }
      return [...seen]
    })
    expect(places).toHaveLength(1)
    await close(page)
  })

  it('[UI91] is split, or tiled over small pages, with one press of a repair', async () => {
    await open(page, '内部流程图')
    const dialog = page.getByRole('dialog')
    // With its side columns the chart is too small for the page.
    await dialog.getByText('三栏图', { exact: true }).click()
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A4')
    await dialog.getByText('横向', { exact: true }).click()
    await dialog.getByRole('button', { name: /拼贴，用 A4 打印/ }).click()
    const { bytes, name } = await downloaded(page)
    expect(name).toMatch(/拼贴A4\.pdf$/)
    expect(pdfText(bytes)).toMatch(/行1 列1，共 \d+ 张/)
    await dialog.getByRole('combobox', { name: '用途' }).selectOption('整页打印、张贴')
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A4')
    await dialog.getByText('横向', { exact: true }).click()
    await dialog.getByRole('button', { name: /拆成 \d 张/ }).click()
    await dialog.getByText(/已拆成 \d 张/).waitFor()
    await dialog.getByRole('combobox', { name: '格式' }).selectOption('PDF（矢量，文字可选）')
    const split = await downloaded(page)
    expect(Number(/Pages:\s+(\d+)/.exec(pdfInfo(split.bytes))![1])).toBeGreaterThan(1)
    expect(pdfText(split.bytes)).toContain('连接符')
    await close(page)
  })

  it.each([
    ['微信长图', 1080],
    ['Word 插图（只有图）', 1890],
  ])('[UI92] becomes a picture: %s', async (purpose, pixels) => {
    await open(page, '内部流程图')
    await page.getByRole('dialog').getByRole('combobox', { name: '用途' }).selectOption(purpose)
    const { bytes } = await downloaded(page)
    expect(PNG.sync.read(bytes).width).toBe(pixels)
    await close(page)
  })

  it('[UI93] of A0 is made while the page answers', async () => {
    await open(page, '内部流程图')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A0')
    await dialog.getByText('竖向', { exact: true }).click()
    await dialog.getByRole('checkbox', { name: /水印/ }).check()
    await page.evaluate(watchFrames)
    const began = Date.now()
    const { bytes } = await downloaded(page)
    const took = Date.now() - began
    const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([9933, 14_043])
    console.log(`A0: ${took} ms, longest without an answer ${Math.round(longest)} ms`)
    // On a machine that does much else everything is slow; painting in the page itself would take all of the time.
    expect(longest).toBeLessThan(Math.max(1500, took / 3))
    expect(chartInPicture(bytes)).toContain('核验材料')
    await close(page)
  })

  it('[UI93] is the same to the byte where workers cannot paint', async () => {
    await open(page, '外部流程图')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A1')
    await dialog.getByText('竖向', { exact: true }).click()
    const byWorkers = await downloaded(page)
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'OffscreenCanvas'))
    const byPage = await downloaded(page)
    expect(Buffer.compare(byWorkers.bytes, byPage.bytes)).toBe(0)
    expect(rowsOf(byPage.bytes)).toHaveLength(9933 * (1 + 3 * 7016))
    await close(page)
  })

  it('[UI94] an internal picture that carries its chart is opened again', async () => {
    await open(page, '内部流程图')
    const picture = await downloaded(page)
    await close(page)
    const fresh = await product.person()
    await fresh.page.getByRole('button', { name: '打开文件' }).waitFor()
    const [chooser] = await Promise.all([
      fresh.page.waitForEvent('filechooser'),
      fresh.page.getByRole('button', { name: '打开文件' }).click(),
    ])
    await chooser.setFiles({ name: '图.png', mimeType: 'image/png', buffer: picture.bytes })
    await fresh.page.getByRole('button', { name: '生成流程图' }).click()
    await fresh.page.locator('.react-flow__node').first().waitFor()
    expect(await fresh.page.locator('.react-flow__node').count()).toBe(13)
    expect(fresh.complaints).toEqual([])
  })
})

/** What is packed in the picture; unpacking checks its sum. */
function rowsOf(png: Buffer): Buffer {
  const parts = chunksOf(png).flatMap(({ type, content }) => (type === 'IDAT' ? [content] : []))
  return inflateSync(Buffer.concat(parts))
}

async function open(page: Page, edition: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.export-choices').getByText(edition, { exact: true }).click()
  await dialog.locator('svg.sheet').first().waitFor()
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function downloaded(page: Page): Promise<{ readonly bytes: Buffer; readonly name: string }> {
  const button = page.getByRole('dialog').getByRole('button', { name: '下载' }).first()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    button.click({ timeout: 30_000 }),
  ])
  return { bytes: readFileSync(await savedDownload(download)), name: download.suggestedFilename() }
}

/** Runs in the page: how long it went without an answer at worst. */
function watchFrames(): void {
  const seen = globalThis as unknown as { longest: number }
  seen.longest = 0
  let before = performance.now()
  setInterval(() => {
    const now = performance.now()
    seen.longest = Math.max(seen.longest, now - before)
    before = now
  }, 20)
}
