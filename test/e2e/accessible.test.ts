/** Every page and every dialog, opened once and looked at by axe-core, light and dark. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers } from '../support/axe.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
import { ownerOf, sharedChart } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'
import { expenses } from '../support/registers.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(async () => product.close())

/** What stands in the way, by where it was seen. */
function lookout(page: Page) {
  const met: string[] = []
  const look = async (place: string) => {
    met.push(...(await barriers(page)).map((barrier) => `${place}: ${barrier}`))
  }
  /** Opens a dialog, looks, and closes it. */
  const dialog = async (place: string, open: () => Promise<void>) => {
    await open()
    await page.getByRole('dialog').last().waitFor()
    await settled(page)
    await look(place)
    await page.keyboard.press('Escape')
    await expect.poll(async () => page.getByRole('dialog').count(), { message: place, timeout: 5000 }).toBe(0)
  }
  return { met, look, dialog }
}

/** Nothing is being fetched or drawn any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.ant-spin-spinning, .ant-skeleton-active').first().waitFor({ state: 'detached' })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

describe('[UI98] axe finds no barrier', () => {
  it('on the first pages and their dialogs', async () => {
    const { page } = await product.visitor()
    const { met, look, dialog } = lookout(page)
    await page.goto(product.administrator)
    await page.getByLabel('姓名').waitFor()
    await look('entrance')
    await page.getByLabel('姓名').fill('王管理')
    await page.keyboard.press('Enter')
    await button(page, '空白图').waitFor()
    await settled(page)
    await look('charts, empty')
    await dialog('access', async () => button(page, /生成单位链接|链接与登录/).click())
    await dialog('import', async () => button(page, '粘贴表格').click())
    await dialog('import, a reading', async () => button(page, '看一个示例').click())
    await button(page, '看一个示例').click()
    await button(page, '生成流程图').click()
    await page.locator('.react-flow__node').first().waitFor()
    await page.goto(`${product.url}/?charts`)
    await button(page, /的更多操作/).click()
    await page.getByRole('menuitem', { name: '删除' }).waitFor()
    await look('charts, with a menu')
    await page.getByRole('menuitem', { name: '设为模板' }).click()
    await page.getByText('自己的模板', { exact: true }).waitFor()
    await look('templates')
    await page.goto(`${product.url}/?catalogue`)
    await settled(page)
    await look('catalogue, empty')
    await dialog('power', async () => button(page, '新建职权').click())
    await dialog('catalogue import', async () => button(page, '导入目录').click())
    await dialog('rename', async () => button(page, '统一更名').click())
    await dialog('unit', async () => button(page, '单位设置').click())
    await button(page, /从流程图建立/).click()
    await page.locator('.power-line').first().waitFor()
    await look('catalogue')
    await button(page, /待我处理/).click()
    await page.getByRole('region', { name: '待我处理' }).waitFor()
    await look('todo')
    await page.goto(`${product.url}/review`)
    await settled(page)
    await look('review')
    await button(page, '防控').click()
    await page.locator('.control-nothing').waitFor()
    await look('control, empty')
    await page.goto(`${product.url}/c/nothing-here`)
    await button(page, '回到首页').waitFor()
    await look('a chart that is not there')
    expect(met).toEqual([])
  })

  it('in a chart, its panels and dialogs, light and dark', async () => {
    const { page } = await ownerOf(product, expenses())
    const { met, look, dialog } = lookout(page)
    await look('chart')
    await page.locator('.react-flow__node').nth(1).click()
    await button(page, '评论这个环节').waitFor()
    await look('step')
    await page.keyboard.press('F7')
    await settled(page)
    await look('checks')
    await page.keyboard.press('F8')
    await button(page, '提意见').click()
    await look('review, a new mark')
    await page.getByRole('textbox', { name: '哪里不妥' }).fill('看不清')
    await button(page, '提出意见').click()
    await page.locator('.review-flag').waitFor()
    await button(page, '制发文书').click()
    await look('review, a notice')
    await page.keyboard.press('Shift+F2')
    await page.getByLabel('想说的话').fill('@出纳 请看')
    await button(page, '发送').click()
    await page.getByRole('paragraph').filter({ hasText: '@出纳 请看' }).waitFor()
    await look('comments')
    await page.keyboard.press('F9')
    await settled(page)
    await look('history')
    await page.keyboard.press('F9')
    for (const view of ['2', '3', '6']) {
      await page.keyboard.press(`Control+Alt+${view}`)
      await settled(page)
      await look(`view ${view}`)
    }
    await page.keyboard.press('Control+Alt+6')
    await page.keyboard.press('Control+Alt+1')
    await page.keyboard.press('Control+a')
    await settled(page)
    await look('selection')
    await page.locator('.react-flow__node').nth(1).click({ button: 'right' })
    await page.getByRole('menuitem').first().waitFor()
    await look('menu')
    await page.keyboard.press('Escape')
    const keys = {
      'Control+k': 'palette',
      'Shift+?': 'help',
      'Control+p': 'export',
      'Control+Alt+9': 'overview',
    }
    const others = { 'Control+Alt+0': 'last year', 'Control+Alt+8': 'publication', 'Control+Alt+7': 'share' }
    for (const [key, place] of Object.entries({ ...keys, ...others }))
      await dialog(place, async () => page.keyboard.press(key))
    await dialog('person', async () => button(page, '张三').click())
    await button(page, '浅色 / 深色').click()
    await expect.poll(async () => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await look('chart, dark')
    await dialog('share, dark', async () => page.keyboard.press('Control+Alt+7'))
    await page.goto(`${product.url}/?charts`)
    await settled(page)
    await look('charts, dark')
    expect(met).toEqual([])
  })

  it('on the public pages', async () => {
    const { page } = await product.visitor()
    const { met, look } = lookout(page)
    const made = await sharedChart(product, writeChartFile(chartOf('申请 → 受理 → 决定')))
    const posted = await fetch(`${product.url}/api/charts/${made.id}/publications`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${product.server.administrator}` },
      body: JSON.stringify({ reviewedBy: '王审查（办公室）', despite: '试用' }),
    })
    for (const address of [((await posted.json()) as { link: string }).link, `${product.url}/p/none`]) {
      await page.goto(address)
      await look(address)
    }
    expect(met).toEqual([])
  })
})
