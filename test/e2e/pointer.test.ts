/** The pointer on flowlines and lanes: dropping, writing, reconnecting, reordering. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blankChart, ownerOf } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { paste, startProduct } from '../support/product.ts'

let product: Product
let page: Page

beforeAll(async () => {
  product = await startProduct()
})
afterEach(async () => product.leave())
afterAll(async () => product.close())

beforeEach(async () => {
  const person = await ownerOf(product, blankChart)
  page = person.page
})

const step = (name: string) => page.locator('.react-flow__node').filter({ hasText: name }).first()
const steps = async () => page.locator('.react-flow__node').count()
const typingField = () => page.locator('textarea.in-place:not(.in-place-waiting)')
const edges = () => page.locator('.react-flow__edge')
const names = async () =>
  page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')))

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // A hand begins with a pixel or two; where the first move is seen is where React Flow takes hold.
  await page.mouse.move(from.x + 2, from.y + 2)
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

const centre = async (locator: ReturnType<typeof step>) => {
  const box = (await locator.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function inPane(x: number, y: number) {
  const pane = (await page.locator('.react-flow__pane').boundingBox())!
  return { x: x - pane.x, y: y - pane.y }
}

describe('the pointer on flowlines and lanes', () => {
  it('[UI53] puts a kind from the palette into the flowline that it is dropped on', async () => {
    const from = await centre(step('开始'))
    const to = await centre(step('结束'))
    await page
      .getByRole('toolbar', { name: '添加环节' })
      .getByRole('button', { name: '判断' })
      .dragTo(page.locator('.react-flow__pane'), {
        targetPosition: await inPane((from.x + to.x) / 2, (from.y + to.y) / 2),
      })
    await typingField().waitFor()
    await expect.poll(steps).toBe(3)
    await expect.poll(async () => edges().count()).toBe(2)
  })

  it('[UI54] writes a flowline’s words where it runs', async () => {
    const from = await centre(step('开始'))
    const to = await centre(step('结束'))
    await page.mouse.dblclick((from.x + to.x) / 2, (from.y + to.y) / 2)
    await typingField().waitFor()
    await page.keyboard.insertText('同意')
    await page.keyboard.press('Enter')
    await edges().filter({ hasText: '同意' }).waitFor()
  })

  it('[UI55] moves the end of a flowline to another step', async () => {
    await paste(page, '归档')
    await step('归档').waitFor()
    const [first, second] = [await centre(step('开始')), await centre(step('结束'))]
    await page.mouse.click((first.x + second.x) / 2, (first.y + second.y) / 2)
    const end = page.locator('.flowline-end').last()
    await drag(await centre(end), await centre(step('归档')))
    await page.getByText('从“开始”到“归档”', { exact: true }).waitFor()
  })

  it('[UI56] gives a step the post of the lane that it is dragged into, and moves lanes', async () => {
    const posts = page
      .getByRole('textbox', { name: '责任岗位' })
      .or(page.getByRole('combobox', { name: '责任岗位' }))
    for (const [selected, post] of [
      ['开始', '甲岗'],
      ['结束', '乙岗'],
    ] as const) {
      await step(selected).click()
      await posts.fill(post)
      await posts.press('Enter')
    }
    await page.getByText('泳道图', { exact: true }).click()
    await expect.poll(async () => page.locator('.lane-head').count()).toBe(2)
    const heads = page.locator('.lane-head')
    const [left, right] = [await centre(heads.nth(0)), await centre(heads.nth(1))]
    const start = await centre(step('开始'))
    await drag(start, { x: right.x, y: start.y })
    await expect.poll(async () => page.locator('.lane-head').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => page.locator('.lane-head').count()).toBe(2)
    await drag(await centre(heads.nth(0)), { x: right.x + (right.x - left.x), y: left.y })
    await expect.poll(async () => (await centre(step('开始'))).x > (await centre(step('结束'))).x).toBe(true)
    expect(await names()).toEqual(['开始', '结束'])
  })

  it('[CV6] says what a drag did and takes it back; [CV7] Esc and [CV8] an unseen release end it', async () => {
    await paste(page, '归档')
    await step('归档').waitFor()
    const [first, last] = [await centre(step('开始')), await centre(step('结束'))]
    const line = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }
    const free = await centre(step('归档'))
    await page.mouse.move(free.x, free.y)
    await page.mouse.down()
    await page.mouse.move(free.x + 2, free.y + 2)
    await page.mouse.move(line.x, line.y, { steps: 5 })
    await page.getByText('插入到此处', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect.poll(async () => (await centre(step('归档'))).x).toBeCloseTo(free.x, 0)
    expect(await edges().count()).toBe(1)
    await drag(free, line)
    await expect.poll(async () => edges().count()).toBe(2)
    await page.getByText('“归档”已插入“开始”和“结束”之间').getByRole('button', { name: '撤销' }).click()
    await expect.poll(async () => edges().count()).toBe(1)
    const end = await centre(step('结束'))
    await page.mouse.move(end.x, end.y)
    await page.mouse.down()
    await page.mouse.move(end.x + 60, end.y + 40, { steps: 3 })
    await step('结束').dispatchEvent('pointermove', { pointerType: 'mouse', buttons: 0, bubbles: true })
    await page.mouse.move(end.x + 300, end.y + 40, { steps: 3 })
    expect((await centre(step('结束'))).x).toBeLessThan(end.x + 100)
    await page.mouse.up()
  })

  it('[CV12] ends a line at a step wherever it is dropped on it; [CV10] takes a new step back with Ctrl+Z; [CV11] adds to the selection by click and box', async () => {
    await step('开始').click()
    await page.keyboard.press('Tab')
    await typingField().waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(steps).toBe(2)
    await step('开始').click()
    await step('结束').click({ modifiers: ['Shift'] })
    const selected = page.locator('.react-flow__node.selected')
    expect(await selected.count()).toBe(2)
    await step('结束').click({ modifiers: ['Control'] })
    expect(await selected.count()).toBe(1)
    const box = (await step('结束').boundingBox())!
    await page.keyboard.down('Shift')
    await drag({ x: box.x - 30, y: box.y - 10 }, { x: box.x + 20, y: box.y + 20 })
    await page.keyboard.up('Shift')
    expect(await selected.count()).toBe(2)
    await step('结束').dblclick()
    await typingField().waitFor()
    await page.keyboard.press('Escape')
    await step('结束').hover()
    const handle = step('结束').locator('.step-handle[data-handlepos="right"]')
    await drag(await centre(handle), await centre(step('开始')))
    await page.getByText('已连线：从“结束”到“开始”').waitFor()
  })
})
