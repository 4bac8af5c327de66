/** The view follows the work, and keys go where they say. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blankChart, ownerOf } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'

let product: Product
let page: Page

beforeAll(async () => {
  product = await startProduct()
  const person = await ownerOf(product, blankChart)
  page = person.page
  await page.setViewportSize({ width: 1366, height: 768 })
})
afterAll(async () => product.close())

it('[CV42] loses only the part that cannot be fetched, and fetches it again; [CV43] does not say 已保存 of a name that is typed', async () => {
  let isDown = true
  await page.route('**/assets/HelpDialog-*.js', async (route) => (isDown ? route.abort() : route.continue()))
  // Opened anew: the first page may have fetched it ahead.
  await page.reload()
  await page.locator('.react-flow__node').first().waitFor()
  await page.keyboard.press('Shift+?')
  await page.getByRole('alert').getByText('这一部分没有取到').waitFor()
  expect(await steps()).toBe(2)
  isDown = false
  await page.getByRole('dialog').getByText('添加下一环节').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.react-flow__node').first().dblclick()
  await page.keyboard.insertText('开')
  await page.locator('.save-mark').getByText('正在保存…').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.save-mark').getByText('已保存', { exact: true }).waitFor()
})

const steps = async () => page.locator('.react-flow__node').count()

it('[CV22] follows steps that are made with Tab; [CV24] loses no name typed before they are drawn, and Esc ends it; [CV34] says what a deletion joined', async () => {
  await page.locator('.react-flow__node').first().click()
  const names = ['申请', '受理', '审查', '核查', '决定', '送达', '归档']
  // Not waited for between: a quick hand does not wait either.
  for (const name of names) {
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(name)
  }
  await page.keyboard.press('Enter')
  await expect.poll(steps).toBe(2 + names.length)
  const drawn = await page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.ariaLabel))
  expect(drawn).toEqual(expect.arrayContaining(names))
  const last = page.locator('.react-flow__node.selected')
  await expect
    .poll(async () => {
      const { y, height } = (await last.boundingBox())!
      return y > 52 && y + height < 768
    })
    .toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await steps()).toBe(2 + names.length)
  const line = page.locator('.react-flow__edge').first()
  expect(await line.getAttribute('aria-label')).toBe('从「开始」到「申请」')
  // A name that is begun over a step and given up leaves the field free, for Delete too.
  await page.locator('.react-flow__node', { hasText: '受理' }).click()
  await page.keyboard.insertText('收')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await page.getByText('已删除“受理”，“申请”直接连到“审查”').waitFor()
})

it('[CV26] goes round the page with F6, connects by name with Alt+L, and keeps its keys after a click on the view', async () => {
  const within = async () =>
    page.evaluate(() =>
      ['.canvas', '.panel', '.toolbar'].find((each) => document.activeElement?.closest(each)),
    )
  const seen = []
  for (let turn = 0; turn < 3; turn += 1) {
    await page.keyboard.press('F6')
    seen.push(await within())
  }
  expect(new Set(seen)).toEqual(new Set(['.canvas', '.panel', '.toolbar']))
  await page.getByText('泳道图', { exact: true }).click()
  await page.keyboard.press('Control+Alt+1')
  await page.getByRole('radio', { name: '流程图', exact: true, checked: true }).waitFor({ state: 'attached' })
  await page.locator('.react-flow__node').filter({ hasText: '审查' }).click()
  await page.keyboard.press('Alt+l')
  await page.getByRole('combobox', { name: /连到哪个环节/ }).fill('gd')
  await page.keyboard.press('Enter')
  await page.getByText('已连线：从“审查”到“归档”').waitFor()
})
