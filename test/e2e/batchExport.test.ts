/** 批量导出: many charts in one zip; the real page, the real server, a real browser. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chartOf } from '../support/chartOf.ts'
import { held, officeOf, permit, type Office } from '../support/office.ts'
import { codesIn, pdfPages } from '../support/poppler.ts'
import type { Product } from '../support/product.ts'
import { savedDownload, startBrowser, startProductIn } from '../support/product.ts'
import { canReadCodes } from '../support/tools.ts'

let browser: Browser
let product: Product
let office: Office

// Each its own: what one posts is not there for the next.
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())
beforeEach(async () => {
  product = await startProductIn(browser)
  office = officeOf(product)
})
afterEach(async () => product.close())

describe('批量导出', () => {
  it('[CT22] stops between two charts and hands out nothing', async () => {
    for (const title of ['甲许可', '乙许可', '丙许可']) await office.add(permit(title), 'drafting')
    const page = await office.administrator()
    let downloads = 0
    page.on('download', () => (downloads += 1))
    const second = await held(page, /\/api\/charts\/[^/]+$/, { nth: 2, method: 'GET' })
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    for (const name of ['PDF', '登记表（Excel）']) await dialog.getByRole('checkbox', { name }).uncheck()
    await dialog.getByRole('checkbox', { name: '图文件' }).check()
    await dialog.getByRole('button', { name: '开始' }).click()
    await second.reached
    await dialog.getByRole('button', { name: '停止' }).click()
    second.go()
    await dialog.getByText('已停止：完成 2 张，共 3 张。').waitFor()
    expect(downloads).toBe(0)
  })

  it('[CT26] dresses sheets as the unit does: 内部公开 over those of the inner board, the code of the public page on the others', async () => {
    const { id } = await office.add(permit('甲许可'), 'drafting')
    await office.asked('PATCH', '/api/unit', { name: '某市审批局', style: 'blue' })
    const { link } = await office.asked('POST', `/api/charts/${id}/publications`, {
      reviewedBy: '王审查',
      despite: '试用',
    })
    const page = await office.administrator()
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: '登记表（Excel）' }).uncheck()
    const pages = async (name: string) => {
      const download = page.waitForEvent('download', { timeout: 60_000 })
      await dialog.getByRole('button', { name: '开始' }).click()
      const files = unzipSync(readFileSync(await savedDownload(await download)))
      return pdfPages(files[name]!, 150)
    }
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A4')
    const inner = PNG.sync.read((await pages('甲许可（内部流程图）.pdf'))[0]!)
    expect(Math.max(inner.width, inner.height)).toBe(Math.round((297 / 25.4) * 150))
    expect(shareOf(inner, isWatermark)).toBeGreaterThan(0.01)
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
    await dialog.waitFor({ state: 'hidden' })

    await page.getByRole('button', { name: '批量导出' }).click()
    await dialog.getByRole('radio', { name: '外部流程图' }).check()
    const [outer] = await pages('甲许可（外部流程图）.pdf')
    if (canReadCodes()) expect(codesIn(outer!)).toEqual([link])
    expect(shareOf(PNG.sync.read(outer!), isWatermark)).toBeLessThan(0.002)
  })

  it('[CT22] puts pictures of A3 at 300 dpi into the zip, of the external edition where that is asked', async () => {
    await office.add(permit('甲许可'), 'drafting')
    await office.add(chartOf('报销 → 付款', {}, { title: '报销', powerKind: 'finance' }), 'drafting')
    const page = await office.administrator()
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'PDF' }).uncheck()
    await dialog.getByRole('checkbox', { name: 'PNG 图片' }).check()
    await dialog.getByRole('radio', { name: '外部流程图' }).check()
    const download = page.waitForEvent('download', { timeout: 60_000 })
    await dialog.getByRole('button', { name: '开始' }).click()
    const files = unzipSync(readFileSync(await savedDownload(await download)))
    expect(Object.keys(files).sort()).toEqual(['甲许可（外部流程图）.png'])
    const { width, height } = PNG.sync.read(Buffer.from(files['甲许可（外部流程图）.png']!))
    expect([Math.min(width, height), Math.max(width, height)]).toEqual([3508, 4961])
    await dialog.getByText('报销：这是内部权力（人、财、物）').waitFor()
  })
})

/** The light grey that nothing else on a sheet has. */
const isWatermark = (red: number, green: number, blue: number) =>
  red === green && green === blue && red > 215 && red < 245

function shareOf({ data }: PNG, has: (red: number, green: number, blue: number) => boolean): number {
  let count = 0
  for (let at = 0; at < data.length; at += 4) if (has(data[at]!, data[at + 1]!, data[at + 2]!)) count += 1
  return (4 * count) / data.length
}
