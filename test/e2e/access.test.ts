import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
import { guest, sharedChart } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'

const file = writeChartFile(chartOf('受理 → 机密环节 → 决定', {}, { title: '机密图' }))
const who = { role: 'viewer', name: '外单位王', post: '临时' } as const

const shows = async (page: Page, words: string) => (await page.locator('body').innerText()).includes(words)

describe('链接和登录', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  /** Takes back all links of a viewer, as the administrator may. */
  async function takeBack(chart: string, copies: 'remove' | 'lock'): Promise<void> {
    const { links } = product.server.context.store
    for (const link of await links.list(chart))
      if (link.role === 'viewer' && (link.copies ?? 'remove') === copies)
        await links.revoke(link.id, Date.now())
  }

  it('[AX1] tells a new administrator what to do next; a colleague comes in by that link, draws and is saved', async () => {
    const { page } = await product.visitor()
    await page.goto(product.administrator)
    await page.getByLabel('姓名').fill('王管理')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '生成单位链接' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '给谁的链接' }).fill('给办公室')
    await dialog.getByRole('button', { name: '生成链接' }).click()
    const link = await dialog.getByRole('status').getByRole('textbox').inputValue()
    const colleague = await product.visitor()
    await colleague.page.goto(link)
    await colleague.page.getByLabel('姓名').fill('李四')
    await colleague.page.keyboard.press('Enter')
    await colleague.page.getByRole('button', { name: '空白图' }).click()
    await colleague.page.locator('.save-mark').getByText('已保存', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '链接和登录' }).click()
    await dialog.getByText(/^李四/).first().waitFor()
  })

  it('[AX2] lets a stranger draw in their own browser, and says that nothing is kept on the server', async () => {
    const { page } = await product.visitor()
    const { store } = product.server.context
    const before = await store.charts.list()
    await page.goto(product.url)
    await page.getByRole('button', { name: '空白图' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    await page.locator('.save-mark').getByText('离线，已存本机').waitFor()
    // 离线 is said at once; why, when the server has answered.
    const why = async () => page.locator('.save-mark output').getAttribute('aria-description')
    await expect.poll(why).toContain('单位链接')
    expect((await store.charts.list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('[AX3] shows 链接已被收回 and removes the copy; neither a reload nor the list has it', async () => {
    const made = await sharedChart(product, file)
    const { page } = await guest(product, made, who)
    expect(await shows(page, '机密环节')).toBe(true)
    await takeBack(made.id, 'remove')
    await page.getByRole('heading', { name: '链接已被收回' }).waitFor()
    expect(await shows(page, '机密环节')).toBe(false)
    expect(await shows(page, '收不回来')).toBe(true)
    await page.reload()
    await page.getByText('链接已被收回').waitFor()
    expect(await shows(page, '机密环节')).toBe(false)
    await page.goto(`${product.url}/?charts`)
    await page.getByRole('button', { name: '空白图' }).waitFor()
    expect(await shows(page, '机密图')).toBe(false)
  })

  it('[AX3] locks the copy where it was shared so, and opens it again with a new link', async () => {
    const made = await sharedChart(product, file)
    const owner = { Authorization: `Bearer ${made.links.owner.split('#')[1]}` }
    const locking = await fetch(`${product.url}/api/charts/${made.id}/links`, {
      method: 'POST',
      headers: owner,
      body: JSON.stringify({ role: 'viewer', copies: 'lock' }),
    })
    const { link } = (await locking.json()) as { readonly link: string }
    const { page } = await guest(product, { ...made, links: { ...made.links, viewer: link } }, who)
    await takeBack(made.id, 'lock')
    await page.getByRole('heading', { name: '链接已被收回' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '链接已被收回' }).waitFor()
    expect(await shows(page, '机密环节')).toBe(false)
    await page.goto(made.links.editor)
    await page.getByText('机密环节').first().waitFor()
  })
})
