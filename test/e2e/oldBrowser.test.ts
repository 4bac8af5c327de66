/** Old intranet browsers: the product in a real Chromium 109, alone and beside somebody with a new one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { guest, sharedChart } from '../support/guests.ts'
import { oldBrowser } from '../support/oldBrowser.ts'
import {
  paste,
  savedDownload,
  startBrowser,
  startProduct,
  visitorIn,
  type Product,
} from '../support/product.ts'
import { realChart } from '../support/sheets.ts'

const table = readFileSync(join(import.meta.dirname, '../fixtures/flows/01.tsv'), 'utf8')

describe.skipIf(oldBrowser() === undefined)('the product in Chromium 109', () => {
  let product: Product
  let modern: Browser

  beforeAll(async () => {
    product = await startProduct(oldBrowser())
    modern = await startBrowser()
  })
  afterEach(async () => product.leave())
  afterAll(async () => {
    await modern.close()
    await product.close()
  })

  it('[UI22] makes a chart of a pasted table, marks a risk, keeps it and prints it', async () => {
    expect(product.browser.version()).toMatch(/^109\./)
    const { page, complaints } = await product.person()
    await page.getByRole('button', { name: '粘贴表格' }).click()
    await page.getByRole('textbox', { name: /在这里粘贴/ }).focus()
    await paste(page, table)
    await page.getByRole('textbox', { name: '图名' }).fill('消毒产品备案流程图')
    await page.getByRole('button', { name: '生成流程图' }).click()
    await page.locator('.react-flow__node', { hasText: '核验材料' }).first().click()
    await page.getByRole('button', { name: /添加风险点$/ }).click()
    await page.getByRole('radio', { name: '高', exact: true }).click()
    await page.getByRole('textbox', { name: '风险表现' }).fill('放宽标准')
    await page.getByText('已保存', { exact: true }).waitFor()

    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A2')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      dialog.getByRole('button', { name: '下载' }).click(),
    ])
    const png = readFileSync(await savedDownload(download))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([4961, 7016])
    await page.keyboard.press('Escape')
    expect(complaints).toEqual([])
  })

  it('[UI22] edits together with somebody whose browser is new', async () => {
    const made = await sharedChart(product, writeChartFile(realChart('01')))
    const { page } = await guest(product, made, { role: 'owner', name: '张三', post: '备案科' })
    const newer = { ...product, visitor: async () => visitorIn(modern) }
    const { page: theirs } = await guest(newer, made, { role: 'editor', name: '李四', post: '审批科' })

    await theirs.getByRole('textbox', { name: '单位' }).fill('某省卫生监督局')
    await theirs.keyboard.press('Enter')
    await page.locator('.react-flow__pane').click({ position: { x: 300, y: 780 } })
    await expect
      .poll(async () => page.getByRole('textbox', { name: '单位' }).inputValue())
      .toBe('某省卫生监督局')
    await page.getByRole('textbox', { name: '承办处室' }).fill('备案科')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => theirs.getByRole('textbox', { name: '承办处室' }).inputValue())
      .toBe('备案科')
  })
})
