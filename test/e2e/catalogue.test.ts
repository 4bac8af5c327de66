import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogueForm } from '../../src/files/catalogue/catalogueForm.ts'
import { writeXlsx } from '../../src/files/registers/writeXlsx.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { catalogueHistory } from '../../src/text/screen/catalogue.ts'
import { catalogueRows } from '../../src/model/catalogue/row.ts'
import type { Product } from '../support/product.ts'
import { savedDownload, startBrowser, startProductIn } from '../support/product.ts'
import { expenses } from '../support/registers.ts'

let browser: Browser
let product: Product

// Each its own: what one imports is not there for the next.
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())
beforeEach(async () => {
  product = await startProductIn(browser)
})
afterEach(async () => product.close())

const dir = mkdtempSync(join(tmpdir(), 'qingquan-catalogue-'))

function tableFile(...rows: readonly string[]): string {
  const path = join(dir, '目录.tsv')
  writeFileSync(path, rows.map((row) => row.replaceAll('｜', '\t')).join('\n'))
  return path
}

async function chart(title: string): Promise<string> {
  const body = writeChartFile({ ...expenses(), header: { ...expenses().header, title } })
  const answer = await fetch(`${product.url}/api/charts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${product.server.administrator}` },
    body,
  })
  return ((await answer.json()) as { readonly id: string }).id
}

/** The administrator, in the catalogue. */
async function administrator(): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { page, complaints } = await product.visitor()
  await page.goto(product.administrator)
  await page.getByLabel('姓名').fill('王管理')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '职权目录', exact: true }).click()
  await page.getByRole('button', { name: '新建职权' }).waitFor()
  return { page, complaints }
}

async function imported(page: Page, ...rows: readonly string[]): Promise<void> {
  await importedFile(page, tableFile(...rows))
}

async function importedFile(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: '导入目录' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(path)
}

/** As the server keeps them, in their order. */
async function powers(): Promise<readonly object[]> {
  const headers = { Authorization: `Bearer ${product.server.administrator}` }
  const answer = await fetch(`${product.url}/api/catalogue`, { headers })
  return ((await answer.json()) as { readonly powers: readonly object[] }).powers
}

const line = (page: Page, name: string) => page.locator('.power-line', { hasText: name })

describe('职权目录', () => {
  it('[CT6] [CT20] [CT21] imports, links a chart, is found by pinyin, edited in bulk and renamed everywhere', async () => {
    await chart('报销流程')
    const { page, complaints } = await administrator()
    await imported(
      page,
      '职权名称｜类别｜承办科室｜收费标准｜流程图',
      '费用报销｜财务｜财务科｜不收费｜报销流程',
      '公车调派｜资产｜办公室｜｜',
      '用印审批｜其他｜办公室｜｜',
    )
    const dialog = page.getByRole('dialog')
    await dialog.getByText('新增 3 项，更新 0 项').waitFor()
    await expect
      .poll(async () => dialog.getByRole('listitem').filter({ hasText: '收费标准' }).innerText())
      .toContain('备注')
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await line(page, '费用报销').getByText('高2').waitFor()
    await page.getByText('风险点5个，其中高2个').waitFor()

    await page.goto(product.url)
    await page.getByPlaceholder('按名称').fill('gcdp')
    await expect.poll(async () => page.locator('.power-name').allInnerTexts()).toEqual(['公车调派'])
    await page.getByPlaceholder('按名称').fill('')
    await line(page, '公车调派').getByRole('checkbox').check()
    await line(page, '用印审批').getByRole('checkbox').check()
    await page.getByRole('button', { name: '批量修改' }).click()
    await dialog.getByLabel('承办科室').fill('综合科')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect.poll(async () => page.locator('.power-line', { hasText: '综合科' }).count()).toBe(2)
    await page.getByRole('button', { name: '取消选择' }).click()

    await page.getByRole('button', { name: '统一更名' }).click()
    await dialog.getByLabel('原来是').fill('出纳')
    await dialog.getByLabel('改为').fill('资金岗')
    await dialog.getByRole('button', { name: '预览' }).click()
    await dialog.getByRole('cell', { name: '报销流程' }).waitFor()
    await dialog.getByRole('button', { name: /执行更名/ }).click()
    await page.getByText('已更名 1 处').waitFor()

    // [CT14] The bulk change is one change, and is taken back as one.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: catalogueHistory.heading }).click()
    const bulk = dialog.locator('.catalogue-history > li').filter({ hasText: catalogueHistory.count(2) })
    await bulk.getByRole('button', { name: catalogueHistory.takeBack }).click()
    await expect.poll(async () => page.locator('.power-line', { hasText: '综合科' }).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('[CT2] shows what was kept after a reload, and takes a removal back', async () => {
    const { page } = await administrator()
    await page.getByRole('button', { name: '新建职权' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('职权名称').fill('信访办理')
    await dialog.getByRole('button', { name: '保存' }).click()
    await line(page, '信访办理').waitFor()
    await page.reload()
    await line(page, '信访办理').getByRole('checkbox').check()
    await page.getByRole('button', { name: '移除' }).click()
    await expect.poll(async () => line(page, '信访办理').count()).toBe(0)
    const answered = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await page.getByRole('button', { name: '撤销' }).click()
    expect((await answered).status()).toBe(200)
    await page.reload()
    await line(page, '信访办理').waitFor()
  })

  it('makes a chart for a power, its header filled in, and names it in the catalogue', async () => {
    const { page } = await administrator()
    await imported(page, '职权名称｜编码｜行使主体', '公务接待｜GW-1｜某局')
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
    await line(page, '公务接待').getByRole('button', { name: '绘制' }).click()
    await page.waitForURL(/\/c\//)
    await page.locator('.react-flow__node').first().waitFor()
    await page.goto(`${product.url}/?catalogue`)
    await line(page, '公务接待').getByRole('button', { name: '打开“公务接待”' }).waitFor()
  })

  it('[CT6] takes a column for what a person says it is', async () => {
    const { page } = await administrator()
    await imported(page, '职权名称｜职权内容｜怎么办', '用印审批｜旧的内容｜审查后用印')
    const dialog = page.getByRole('dialog')
    const column = (heading: string) =>
      dialog.getByRole('listitem').filter({ has: page.getByText(heading, { exact: true }) })
    await column('怎么办').getByText('备注（连同列名）').waitFor()
    const choice = dialog.getByRole('combobox', { name: '“怎么办”这一列' })
    await choice.click()
    await page.locator('.ant-select-item-option', { hasText: '职权内容' }).click()
    // A field has one column: the one that had it before is a note now.
    await column('职权内容').getByText('备注（连同列名）').waitFor()
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await line(page, '用印审批').waitFor()
    expect(await powers()).toMatchObject([{ content: '审查后用印', note: '职权内容：旧的内容' }])
  })

  it('[CT6] takes a workbook as it takes a table, and knows its own again', async () => {
    const { page } = await administrator()
    const path = join(dir, '权责清单.xlsx')
    const given = [
      { name: '食品经营许可', kind: 'licensing', code: 'XK-1', group: '审批科事项' },
      { name: '公车调派', office: '办公室', content: '派车', group: '审批科事项' },
    ] as const
    const kept = given.map((power, at) => ({ ...power, id: `p${at}`, order: `a${at}` }))
    writeFileSync(path, await writeXlsx([catalogueForm(catalogueRows(kept, []), '2026-11-22')], '2026-11-22'))
    await importedFile(page, path)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('新增 2 项，更新 0 项').waitFor()
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await line(page, '公车调派').waitFor()
    expect(await powers()).toMatchObject(given)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出目录' }).click()
    await page.getByRole('menuitem', { name: '导出 Excel' }).click()
    await importedFile(page, await savedDownload(await download))
    await dialog.getByText('新增 0 项，更新 0 项，不变 2 项').waitFor()
  })

  it('[CT3] moves a power by dragging', async () => {
    const { page } = await administrator()
    await imported(page, '职权名称｜编码', '拖动甲｜T1', '拖动乙｜T2')
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
    await line(page, '拖动乙').waitFor()
    await line(page, '拖动乙').locator('[draggable]').dragTo(line(page, '拖动甲'))
    const names = async () =>
      (await page.locator('.power-name').allInnerTexts()).filter((name) => name.startsWith('拖动'))
    await expect.poll(names).toEqual(['拖动乙', '拖动甲'])
  })

  it('[CT22] exports what can be, and names what cannot', async () => {
    const [good, bad] = [await chart('可导出的图'), await chart('读不出的图')]
    const { page } = await administrator()
    await imported(page, '职权名称｜流程图', '批量甲｜可导出的图', '批量乙｜读不出的图')
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
    await line(page, '批量乙').waitFor()
    await page.route(`**/api/charts/${bad}`, async (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/json',
        body: '{"error":{"code":"our-fault","message":"读不出来"}}',
      }),
    )
    await page.getByPlaceholder('按名称').fill('批量')
    await expect.poll(async () => page.locator('.power-name').count()).toBe(2)
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '开始' }).click()
    const files = unzipSync(readFileSync(await savedDownload(await download)))
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '可导出的图（内部流程图）.pdf',
        '职权目录.xlsx',
        '登记表/廉政风险等级汇总表.xlsx',
        '未能导出的图.txt',
      ]),
    )
    await dialog.getByText('读不出的图：读不出来').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '批量检查' }).click()
    await dialog.getByRole('button', { name: '开始' }).click()
    await dialog.locator('.batch-found summary', { hasText: '可导出的图' }).click()
    await dialog.getByRole('button', { name: '打开这张图' }).waitFor()
    await dialog.getByText('1 张没有成功').waitFor()
    expect(good).not.toBe(bad)
  })

  it('[CT20] shows the charts of this browser where there is no server, and makes no noise', async () => {
    const { page, complaints } = await product.person()
    await page.route('**/api/**', async (route) => route.abort())
    await page.getByRole('button', { name: '空白图' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    await page.goto(`${product.url}/?catalogue`)
    await page.getByText('没有连上服务器').waitFor()
    await line(page, '未命名权力运行流程图').waitFor()
    expect(await page.getByRole('button', { name: '新建职权' }).count()).toBe(0)
    expect(complaints.filter((complaint) => complaint.includes('catalogue'))).toEqual([])
  })
})
