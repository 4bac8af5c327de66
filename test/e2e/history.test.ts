/** Revisions, comparing, restoring, sharing and the bin: the real page, the real server, real browsers. */
import type { Page } from 'playwright-core'
import { set } from '../../src/model/records/changes.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownerOf } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'
import { realChart } from '../support/sheets.ts'

const chart = realChart('24')

describe('history, sharing and the list of charts', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  /** A chart of one's own that has reached the server. */
  const withChart = async () => ownerOf(product, chart)

  it('[HI1] compares a version with now, in sentences, on the canvas and as it was drawn', async () => {
    const { page, complaints } = await withChart()
    await saveVersion(page, '送审稿')
    await closeHistory(page)
    await fill(page, '咨询电话', '0551-12345')
    await step(page, '调查').click()
    await page.getByRole('complementary').getByRole('textbox', { name: '环节名称' }).fill('现场调查')
    await page.keyboard.press('Tab')
    await step(page, '执行').click()
    await page.keyboard.press('Delete')
    await saved(page)
    await openVersion(page, '送审稿')
    await page.getByLabel('与它比较').selectOption('now')
    for (const sentence of ['咨询电话：未填 → 0551-12345', '环节 调查 改名为 现场调查', '删除环节 执行'])
      await page.getByText(sentence).waitFor()
    await page.locator('.canvas .chart-mark-changed').first().waitFor()
    await page.getByRole('button', { name: '环节 调查 改名为 现场调查' }).click()
    await page.locator('.react-flow__node.selected[aria-label="现场调查"]').waitFor()
    await page.getByRole('button', { name: '查看此版本' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.chart-mark-removed').first().waitFor()
    await dialog.getByText('改动后：现在').click()
    await expect.poll(async () => dialog.locator('rect[rx="8"]').count()).toBeGreaterThan(0)
    await expect.poll(async () => dialog.locator('.chart-mark-removed').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('[HI2] goes back to a version as an edit: asked before, undone after, kept as a version', async () => {
    const { page } = await withChart()
    await saveVersion(page, '送审稿')
    await closeHistory(page)
    await fill(page, '咨询电话', '0551-1')
    await saved(page)
    await openVersion(page, '送审稿')
    await page.getByRole('button', { name: '恢复到此版本' }).click()
    const ask = page.getByRole('dialog')
    await ask.getByText('咨询电话：0551-1 → 未填').waitFor()
    await ask.getByRole('button', { name: '恢复' }).click()
    await page.getByText('已恢复，可以撤销。').waitFor()
    await page.locator('.revision').filter({ hasText: '恢复自' }).waitFor()
    await closeHistory(page)
    await expect.poll(async () => valueOf(page, '咨询电话')).toBe('')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(async () => valueOf(page, '咨询电话')).toBe('0551-1')
  })

  it('[HI3] tells who changed what, field by field', async () => {
    const { page } = await withChart()
    await fill(page, '承诺期限', '5个工作日')
    await fill(page, '承诺期限', '3个工作日')
    await saved(page)
    await openHistory(page)
    await page.getByText('修改记录').click()
    await page.getByText('承诺期限：5个工作日 → 3个工作日').waitFor()
    await page.getByText('承诺期限：未填 → 5个工作日').waitFor()
  })

  it('[HI4] tells what a merge did not keep, whose it was, and takes it back on a click', async () => {
    const { page } = await withChart()
    await fill(page, '咨询电话', '0551-1')
    await saved(page)
    const id = /\/c\/([\w-]+)/.exec(page.url())![1]!
    await page.context().setOffline(true)
    await fill(page, '咨询电话', '0551-2')
    const other = { person: 'other', name: '李四', post: '', role: 'owner' } as const
    await product.server.context.rooms.edit(id, other, () => [
      set('meta', 'header', 'consultPhone', '0551-3'),
    ])
    await page.context().setOffline(false)
    await page.getByText('只留下了一个').waitFor()
    await saved(page)
    const kept = await valueOf(page, '咨询电话')
    const lost = kept === '0551-2' ? '0551-3' : '0551-2'
    await openHistory(page)
    await page.getByText('冲突', { exact: true }).click()
    await page.getByText(`咨询电话：${lost} → ${kept}`).waitFor()
    await page.getByRole('button', { name: '改用没有留下的' }).click()
    await closeHistory(page)
    await expect.poll(async () => valueOf(page, '咨询电话')).toBe(lost)
  })

  it('[LK1] makes a link, shows it once, lists who used it, takes it back', async () => {
    const { page } = await withChart()
    await page.getByRole('button', { name: '分享', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^查看/ }).check()
    await dialog.getByRole('textbox', { name: '给谁的链接' }).fill('给财务科的链接')
    await dialog.getByRole('button', { name: '生成链接' }).click()
    const link = await dialog.getByRole('status').getByRole('textbox').inputValue()
    expect(link).toMatch(/\/c\/[\w-]+#[\w-]{22,}$/)
    const guest = await product.visitor()
    const answer = await guest.page.request.post(`${product.url}/api/redeem`, {
      data: { token: link.split('#')[1], name: '李四', post: '财务科' },
    })
    expect(await answer.json()).toMatchObject({ role: 'viewer' })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '分享', exact: true }).click()
    await dialog.getByText('李四（财务科）').waitFor()
    expect(await dialog.getByRole('status').count()).toBe(0)
    const row = dialog.getByRole('listitem').filter({ hasText: '给财务科的链接' })
    // [LK4] Its terms are changed where it stands.
    await row.getByRole('button', { name: '修改' }).click()
    await row.getByRole('textbox', { name: '最多打开次数' }).fill('1')
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByText('次数已满').waitFor()
    await row.getByRole('button', { name: '收回' }).click()
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '收回' }).click()
    await row.getByText('已收回').waitFor()
    const refused = await guest.page.request.get(`${product.url}/api/charts/${chartIn(link)}`)
    expect(refused.status()).toBe(403)
  })

  it('[LK2] tells somebody who may not share whom to ask', async () => {
    const { page } = await withChart()
    await page.route('**/links', async (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/json',
        body: JSON.stringify({ error: { code: 'no-right', message: '' } }),
      }),
    )
    await page.getByRole('button', { name: '分享', exact: true }).click()
    await page.getByText('只有这张图的负责人可以分享').waitFor()
  })

  it('[LK3] says so where there is no server, and goes on without', async () => {
    const { page } = await withChart()
    await page.route('**/api/**', async (route) => route.abort())
    await openHistory(page)
    await page.getByText('现在连不上服务器').waitFor()
    await page.getByRole('button', { name: '分享', exact: true }).click()
    await page.getByRole('dialog').getByText('现在连不上服务器').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.brand').click()
    await page.locator('.chart-row').waitFor()
    await page.getByText('离线').waitFor()
  })

  it('[HO1] moves a chart of the server to the bin, and back', async () => {
    const { page } = await withChart()
    await page.locator('.brand').click()
    const row = page.locator('.chart-row')
    await row.getByText('负责人').waitFor()
    const remove = async () => {
      await page.getByRole('button', { name: /的更多操作/ }).click()
      await page.getByRole('menuitem', { name: '删除' }).click()
      await expect.poll(async () => row.count()).toBe(0)
    }
    await remove()
    await page.getByRole('button', { name: '撤销' }).click()
    await row.waitFor()
    await remove()
    await page.getByRole('button', { name: /回收站/ }).click()
    await page.getByRole('button', { name: '放回' }).click()
    await page.getByText('回收站是空的').waitFor()
    await page.getByRole('button', { name: '返回' }).click()
    await row.click()
    await drawn(page)
    await saved(page)
  })

  it('[HO2] lists a chart that only the server has, and opens it', async () => {
    const { page } = await withChart()
    await page.locator('.brand').click()
    await page.locator('.chart-row').waitFor()
    await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name!)
      for (const name of names) indexedDB.deleteDatabase(name)
      localStorage.setItem('qingquan-person', JSON.stringify({ name: '张三', post: '' }))
    })
    await page.goto(product.url)
    await page.locator('.chart-row').getByText('负责人').waitFor()
    await page.locator('.chart-row').click()
    await drawn(page)
  })
})

function step(page: Page, name: string) {
  return page.locator(`.react-flow__node[aria-label="${name}"]`)
}

async function drawn(page: Page): Promise<void> {
  await page.locator('.react-flow__node').first().waitFor()
}

/** The server has everything. */
async function saved(page: Page): Promise<void> {
  await page.locator('.save-mark').getByText('已保存', { exact: true }).waitFor()
}

async function fill(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(text)
  await page.getByRole('textbox', { name: field }).press('Enter')
}

async function valueOf(page: Page, field: string): Promise<string> {
  return page.getByRole('textbox', { name: field }).inputValue()
}

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: '历史', exact: true }).click()
  await page.getByRole('complementary', { name: '历史' }).waitFor()
}

async function closeHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: '关闭历史' }).click()
}

async function saveVersion(page: Page, name: string): Promise<void> {
  await openHistory(page)
  await page.getByRole('textbox', { name: '版本名称' }).fill(name)
  await page.getByRole('button', { name: '保存为版本' }).click()
  await page.locator('.revision').filter({ hasText: name }).waitFor()
}

async function openVersion(page: Page, name: string): Promise<void> {
  await openHistory(page)
  await page.locator('.revision').filter({ hasText: name }).click()
}

function chartIn(link: string): string {
  return /\/c\/([\w-]+)#/.exec(link)![1]!
}
