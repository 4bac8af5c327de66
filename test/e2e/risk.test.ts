/** Risk in the browser: findings on the canvas, mended and waived; another scheme, seen before it is taken; risks of posts. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownerOf } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'
import { chartOfTable } from '../support/tableChart.ts'

const table = [
  '序号\t环节名称\t类型\t责任岗位\t办理时限\t下一步\t风险点\t风险等级\t防控措施',
  '1\t申请\t端点\t申请人\t\t2\t\t\t',
  '2\t受理申请\t处理\t窗口\t1个工作日\t3\t\t\t',
  '3\t材料是否齐全\t判断\t窗口\t\t4、5\t\t\t',
  '4\t审查材料\t处理\t审查岗\t3个工作日\t6\t收受好处放宽标准\t高\t双人核验',
  '5\t退回补正材料\t处理\t窗口\t\t1\t\t\t',
  '6\t办结\t端点\t\t\t\t\t\t',
].join('\n')

describe('risk, from finding to grading', () => {
  let product: Product
  let person: Person
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
  })
  beforeEach(async () => {
    person = await ownerOf(product, chartOfTable(table, { title: '许可流程图' }))
    page = person.page
  })
  afterEach(async () => {
    expect(person.complaints).toEqual([])
    await product.leave()
  })
  afterAll(async () => product.close())

  const step = (name: string) => page.locator('.react-flow__node', { hasText: name }).first()
  const finding = (words: string) => page.locator('.finding', { hasText: words })
  const unlabelled = '没有写明条件'
  const emptyPlace = async () => page.locator('.react-flow__pane').click({ position: { x: 300, y: 780 } })

  it('[RK1] marks the steps with findings, and shows which post holds how many days', async () => {
    await page.keyboard.press('F7')
    await finding(unlabelled).waitFor()
    const mark = step('材料是否齐全').locator('.finding-mark')
    await mark.waitFor()
    expect(await mark.locator('title').textContent()).toContain('材料是否齐全')
    expect(await page.locator('.time-strip li').allTextContents()).toEqual(['审查岗3 个工作日'])
  })

  it('[RK7] judges cases of a file by the chart; kept, their findings are judged by people and shown on the canvas', async () => {
    const log =
      '办件编号,环节名称,开始时间,结束时间\nA1,受理,2026-03-02,2026-03-02\nA1,办结,2026-03-03,2026-03-03'
    await page.keyboard.press('Shift+F7')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择办件表' }).click(),
    ])
    await chooser.setFiles({ name: '办件.csv', mimeType: 'text/csv', buffer: Buffer.from(log) })
    const row = page.getByRole('row', { name: /跳过「审查材料」/ })
    await page.getByRole('button', { name: '存入办件库（1 件）' }).click()
    await page.getByText('新增 1 件').waitFor()
    await row.getByLabel('认定').selectOption('误报')
    await row.getByLabel('为什么是误报').fill('系统里不留痕')
    await row.getByRole('button', { name: '确定' }).click()
    await row.getByText('系统里不留痕').waitFor()
    await page.getByRole('button', { name: '画到图上' }).click()
    await page.locator('.case-use-procedure').first().waitFor()
    await page.getByRole('button', { name: '不再显示' }).click()
    await page.keyboard.press('Shift+F7')
    // What was said is there when the cases are opened again.
    await row.getByText('系统里不留痕').waitFor()
    await row.getByRole('button', { name: '在图上查看' }).click()
    await page.locator('.react-flow__node.selected', { hasText: '审查材料' }).waitFor()
  })

  it('[RK2] mends a finding in one step that can be taken back', async () => {
    await page.keyboard.press('F7')
    await finding(unlabelled).getByRole('button', { name: '修复' }).click()
    await expect.poll(async () => finding(unlabelled).count()).toBe(0)
    await page.locator('.react-flow__edge', { hasText: '否' }).first().waitFor({ state: 'attached' })
    await emptyPlace()
    await page.keyboard.press('Control+z')
    await finding(unlabelled).waitFor()
  })

  it('[RK3] waives a finding with a reason, and keeps it', async () => {
    await page.keyboard.press('F7')
    await finding(unlabelled).getByRole('button', { name: '豁免' }).click()
    const confirm = page.getByRole('button', { name: '确认豁免' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: /豁免理由/ }).fill('按惯例向下为齐全')
    await page.getByRole('textbox', { name: '豁免人' }).fill('张三')
    await confirm.click()
    await page.getByText('已豁免 1').click()
    await page.getByText(/理由：按惯例向下为齐全，张三/).waitFor()
    await page.locator('.save-mark', { hasText: /已存本机|已保存/ }).waitFor()
    await page.reload()
    await step('审查材料').waitFor()
    await page.keyboard.press('F7')
    await page.getByText('已豁免 1').waitFor()
    expect(await finding(unlabelled).locator('visible=true').count()).toBe(0)
    await page.keyboard.press('F7')
    await expect.poll(async () => page.locator('.finding-mark').count()).toBe(0)
  })

  it('[RK4] [RK5] [RK6] shows what becomes of each risk before another scheme is taken, grades by its factors, and marks a risk of a post', async () => {
    await page.getByRole('button', { name: '更换…' }).click()
    await page.getByRole('radio', { name: /一二三级（可能性×后果）/ }).click()
    await page.getByText('环保局').waitFor()
    const row = page.locator('.regrade tbody tr')
    expect(await row.locator('td').allTextContents()).toEqual([
      '收受好处放宽标准',
      '高',
      '一级',
      '按轻重次序对应',
    ])
    await page.getByRole('button', { name: '采用', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await step('审查材料').click()
    await page.getByRole('combobox', { name: '发生可能性' }).selectOption('较大')
    await page.getByRole('combobox', { name: '后果' }).selectOption('较严重')
    await page.getByText('人工评定；按办法应为“二级”（发生可能性较大、后果较严重）').waitFor()
    await page.getByRole('button', { name: '采用', exact: true }).click()
    await page.getByText('按办法为“二级”：发生可能性较大、后果较严重').waitFor()
    expect(await page.getByRole('radio', { name: '二级' }).getAttribute('aria-checked')).toBe('true')

    await emptyPlace()
    await page.getByRole('button', { name: '审查岗 岗位风险', exact: true }).click()
    await page.getByRole('button', { name: /添加风险点$/ }).click()
    await page.getByRole('textbox', { name: '风险表现' }).fill('放松学习')
    await page.getByRole('combobox', { name: '风险类别' }).selectOption('思想道德')
    await page.getByRole('button', { name: '审查岗 岗位风险 1' }).waitFor()
    expect(
      await page.getByRole('combobox', { name: '权力类别' }).locator('option').first().textContent(),
    ).toBe('公共类')
  })
})
