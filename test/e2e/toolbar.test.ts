/** What the toolbar draws again while somebody works: counted by React's own commits in the built page. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankChart, ownerOf } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { paste, startProduct } from '../support/product.ts'
import { countRenders, rendersWithin, settled } from '../support/renders.ts'

const table = [
  '序号\t环节名称\t类型\t责任岗位\t下一步',
  '1\t申请\t端点\t申请人\t2',
  '2\t审查材料\t处理\t审查岗\t3',
  '3\t办结\t端点\t\t',
].join('\n')

describe('the toolbar', () => {
  let product: Product
  let person: Person
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    person = await product.visitor()
    page = person.page
    await page.addInitScript(countRenders)
    await page.goto(product.url)
    await page.getByRole('button', { name: '粘贴表格' }).click()
    await page.getByRole('textbox', { name: /在这里粘贴/ }).focus()
    await paste(page, table)
    await page.getByRole('textbox', { name: '图名' }).fill('许可流程图')
    await page.getByRole('button', { name: '生成流程图' }).click()
    await step('审查材料').waitFor()
    await page.locator('.save-mark', { hasText: /已存本机|已保存/ }).waitFor()
  })
  afterAll(async () => product.close())

  const step = (name: string) => page.locator('.react-flow__node', { hasText: name }).first()

  it('[UI6] is not drawn again by a selection or by what is typed into a form', async () => {
    await step('审查材料').click()
    const name = page.locator('.panel').getByRole('textbox', { name: '环节名称' })
    await name.fill('审查')
    await name.blur()
    // The first edit lights 撤销, and the work is saved: that the toolbar shows.
    await page.getByRole('button', { name: '撤销' }).and(page.locator(':enabled')).waitFor()
    await page.locator('.save-mark', { hasText: /已存本机|已保存/ }).waitFor()
    await name.click()
    // What came before (the save mark, the first edit) has been drawn when nothing is drawn any more.
    await settled(page, '.toolbar-middle, .toolbar-end')
    await name.pressSequentially('申请材料')
    expect(await rendersWithin(page, '.panel')).toBeGreaterThan(0)
    expect(await rendersWithin(page, '.toolbar-middle, .toolbar-end')).toBe(0)
    // Leaving the field writes it down: undo and the save mark show that once.
    await step('办结').click()
    await settled(page, '.toolbar-middle, .toolbar-end')
    await step('申请').click()
    await step('办结').click()
    expect(await rendersWithin(page, '.toolbar-middle, .toolbar-end')).toBe(0)
  })
})

describe('a chart that is opened for the first time', () => {
  it('[UI98] is on the screen after 12 requests and 350 KB', async () => {
    const product = await startProduct()
    const owner = await ownerOf(product, blankChart)
    const page = await owner.context.newPage()
    await page.addInitScript(markFirstStep)
    const address = owner.page.url()
    await owner.page.close()
    await page.goto(address)
    await page.locator('.react-flow__node').first().waitFor()
    const { requests, bytes } = await page.evaluate(() => {
      const drawn = performance.getEntriesByName('first-step')[0]!.startTime
      const entries = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ]
      const before = (entries as PerformanceResourceTiming[]).filter(
        ({ startTime, name }) => startTime < drawn && !name.includes('.worker-'),
      )
      return {
        requests: before.map(({ name }) => new URL(name).pathname),
        bytes: before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      }
    })
    expect(requests.length, requests.join(' ')).toBeLessThanOrEqual(12)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThanOrEqual(350 * 1024)
    await product.close()
  })
})

/** `first-step` is when the first step stands on the screen. */
function markFirstStep(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.react-flow__node')) return
    performance.mark('first-step')
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}
