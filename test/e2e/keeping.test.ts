/** What is kept in the browser, and what a person sees when it cannot be. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownerOf } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { builtPage, startProduct, visitorIn } from '../support/product.ts'
import { realChart } from '../support/sheets.ts'

describe('charts kept in the browser', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  const withChart = async () => ownerOf(product, realChart('24'))

  it('[CO1] lists a chart on the first page and opens it from there', async () => {
    const { page } = await withChart()
    await page.goto(product.url)
    await page.locator('.chart-row').click()
    await page.locator('.react-flow__node').first().waitFor()
    expect(page.url()).toMatch(/\/c\/[\w-]+$/)
  })

  it('[CV44] prints the chart, not the page, from the browser’s own menu', async () => {
    const { page } = await withChart()
    const steps = await page.locator('.react-flow__node').count()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.toolbar').isVisible()).toBe(false)
    expect(await page.locator('.printed-chart text').count()).toBeGreaterThanOrEqual(steps)
    const printed = await page.locator('.printed-chart svg').boundingBox()
    expect(printed!.height).toBeLessThan(page.viewportSize()!.height)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.printed-chart').count()).toBe(0)
  })

  it('[CO2] lets two tabs with one chart hear each other', async () => {
    const { page, context } = await withChart()
    const other = await context.newPage()
    await other.goto(page.url())
    await other.locator('.react-flow__node').first().waitFor()
    await page.getByRole('textbox', { name: '监督投诉电话' }).fill('0551-12388')
    await page.getByRole('textbox', { name: '监督投诉电话' }).press('Enter')
    await expect
      .poll(async () => other.getByRole('textbox', { name: '监督投诉电话' }).inputValue())
      .toBe('0551-12388')
    await page.reload()
    await page.locator('.react-flow__node').first().waitFor()
    expect(await page.getByRole('textbox', { name: '监督投诉电话' }).inputValue()).toBe('0551-12388')
  })

  it('[CO3] keeps everything over a hundred edits, when the log is merged', async () => {
    const { page } = await withChart()
    const phone = page.getByRole('textbox', { name: '咨询电话' })
    // In the page itself: each edit is the same, and a hundred from outside take ten seconds.
    await phone.evaluate(async (field: HTMLInputElement) => {
      for (let edit = 1; edit <= 110; edit += 1) {
        field.focus()
        Reflect.set(HTMLInputElement.prototype, 'value', `0551-${edit}`, field)
        field.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise((resolve) => setTimeout(resolve, 5))
        field.blur()
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    await page.getByText('已保存', { exact: true }).waitFor()
    for (let visit = 0; visit < 2; visit += 1) {
      await page.reload()
      await page.locator('.react-flow__node').first().waitFor()
      // 已保存 says that the server has it; what this disk has not yet comes from there.
      await expect
        .poll(async () => page.getByRole('textbox', { name: '咨询电话' }).inputValue())
        .toBe('0551-110')
    }
  })

  it('[CO4] says that a chart is not here, and shows the way back', async () => {
    const { page } = await product.visitor()
    await page.goto(`${product.url}/c/nowhere`)
    await page.getByText('没有找到这张图').waitFor()
    await page.getByRole('button', { name: '回到首页' }).click()
    await page.getByRole('button', { name: '粘贴表格' }).waitFor()
  })

  it('[CO4] says in plain words that the browser forbids storage', async () => {
    const { page } = await product.person()
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    })
    await page.reload()
    await page.getByText('浏览器不允许本站保存数据').waitFor()
  })

  it('[UI19] says so when a part of the page cannot be fetched', async () => {
    const { page } = await product.person()
    expect(await page.locator('#trouble').isVisible()).toBe(false)
    await page.route('**/assets/newChart-*.js', async (route) => route.abort())
    await page.getByRole('button', { name: '空白图' }).click()
    await page.getByText('没有建成：需要的一部分页面没有取到').waitFor()
  })

  it('[UI20] tells an old browser so, instead of staying white', async () => {
    const { page } = await product.person()
    expect(await page.locator('#too-old').isVisible()).toBe(false)
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'structuredClone')
    })
    await page.reload()
    await page.getByText('您的浏览器版本太旧').waitFor()
  })
})

describe('the page without its server', () => {
  it('[UI23] opens the chart after a reload, with all its parts', async () => {
    const product = await startProduct()
    const visitor = async () => visitorIn(product.browser, 'allow')
    const { page } = await ownerOf({ ...product, visitor }, realChart('24'))
    // A person’s page does this once it has nothing else to do.
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/serviceWorker.js')
      await navigator.serviceWorker.ready
    })
    await product.server.close()
    await page.reload()
    await page.locator('.react-flow__node').first().waitFor()
    await page.locator('.save-mark').getByText('离线，已存本机').waitFor()
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('dialog').waitFor()
    await product.browser.close()
  })
})

describe('the page on Chromium 109', () => {
  it('[UI21] calls nothing that came later', () => {
    const assets = join(builtPage, 'assets')
    const later =
      /\.(toSorted|toReversed|toSpliced|isWellFormed|withResolvers|fromAsync)\(|Object\.groupBy|Map\.groupBy/
    const found = readdirSync(assets)
      .filter((name) => name.endsWith('.js'))
      .filter((name) => later.test(readFileSync(join(assets, name), 'utf8')))
    expect(found).toEqual([])
  })
})
