/** Every state of page and dialogs, photographed in the real product. */
import type { Page } from 'playwright-core'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { guest, ownerOf, sharedChart } from '../support/guests.ts'
import { officeOf, permit } from '../support/office.ts'
import type { Product } from '../support/product.ts'
import { paste } from '../support/product.ts'
import { realChart } from '../support/sheets.ts'
import { tsvOf } from './tables.ts'

export interface Screen {
  readonly name: string
  /** Brings the product into the state, and answers the page that shows it. */
  readonly open: (product: Product) => Promise<Page>
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

async function chartPage(product: Product, name = '01'): Promise<Page> {
  return (await ownerOf(product, realChart(name))).page
}

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '输入汉字' }).fill(command)
  await page.keyboard.press('Enter')
}

/** A chart, then one press of a button of its toolbar. */
const afterButton = (name: string, label: string, shown: (page: Page) => Promise<void>): Screen => ({
  name,
  open: async (product) => {
    const page = await chartPage(product)
    await button(page, label).first().click()
    await shown(page)
    return page
  },
})

/** A chart, then a command of the palette. */
const afterCommand = (name: string, command: string, shown: (page: Page) => Promise<void>): Screen => ({
  name,
  open: async (product) => {
    const page = await chartPage(product)
    await run(page, command)
    await shown(page)
    return page
  },
})

const inDialog = async (page: Page) => dialog(page).waitFor()
const inPanel = (name: string) => async (page: Page) => page.getByRole('complementary', { name }).waitFor()

async function exporting(product: Product, edition: string): Promise<Page> {
  const page = await chartPage(product)
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  await dialog(page).locator('.export-choices').getByText(edition, { exact: true }).click()
  await dialog(page).locator('svg.sheet').first().waitFor()
  return page
}

async function inView(product: Product, view: string): Promise<Page> {
  const page = await chartPage(product)
  await page.getByText(view, { exact: true }).first().click()
  await page.locator('.react-flow__node').first().waitFor()
  return page
}

async function inCatalogue(product: Product, act: string): Promise<Page> {
  const page = await catalogue(product)
  await button(page, act).click()
  await inDialog(page)
  return page
}

async function catalogue(product: Product): Promise<Page> {
  const office = officeOf(product)
  const { page } = await product.visitor()
  await office.add(permit('食品经营许可'), 'drafting')
  await page.goto(product.administrator)
  await page.getByLabel('姓名').fill('王管理')
  await page.keyboard.press('Enter')
  await button(page, '职权目录').click()
  await button(page, '新建职权').waitFor()
  return page
}

export const screens: readonly Screen[] = [
  {
    name: 'home',
    open: async (product) => {
      const { page } = await product.person()
      await page.getByRole('button', { name: '粘贴表格' }).waitFor()
      return page
    },
  },
  {
    name: 'home, phone',
    open: async (product) => {
      const { page } = await product.person()
      await page.setViewportSize({ width: 360, height: 740 })
      await page.getByRole('button', { name: '粘贴表格' }).waitFor()
      return page
    },
  },
  {
    name: 'import, empty',
    open: async (product) => {
      const { page } = await product.person()
      await page.getByRole('button', { name: '粘贴表格' }).click()
      await page.getByRole('textbox', { name: /在这里粘贴/ }).waitFor()
      return page
    },
  },
  {
    name: 'import, read',
    open: async (product) => {
      const { page } = await product.person()
      await page.getByRole('button', { name: '粘贴表格' }).waitFor()
      await paste(page, tsvOf('08'))
      await button(page, '生成流程图').waitFor()
      return page
    },
  },
  {
    name: 'link, who are you',
    open: async (product) => {
      const chart = await sharedChart(product, writeChartFile(realChart('01')))
      const { page } = await product.visitor()
      await page.goto(chart.links.editor)
      await button(page, '进入').waitFor()
      return page
    },
  },
  { name: 'chart, flow', open: async (product) => chartPage(product) },
  { name: 'chart, lanes', open: async (product) => inView(product, '泳道图') },
  { name: 'chart, columns', open: async (product) => inView(product, '三栏图') },
  { name: 'chart, external', open: async (product) => inView(product, '外部流程图') },
  {
    name: 'chart, dark',
    open: async (product) => {
      const page = await chartPage(product)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.reload()
      await page.locator('.react-flow__node').first().waitFor()
      return page
    },
  },
  {
    name: 'chart, read only',
    open: async (product) => {
      const made = await sharedChart(product, writeChartFile(realChart('01')))
      const { page } = await guest(product, made, { role: 'viewer', name: '王五', post: '科员' })
      await page.getByText('只读').first().waitFor()
      return page
    },
  },
  {
    name: 'chart, step selected',
    open: async (product) => {
      const page = await chartPage(product, '08')
      await page.locator('.react-flow__node').nth(2).click()
      await page.locator('.selection-bar').waitFor()
      return page
    },
  },
  {
    name: 'chart, flowline menu',
    open: async (product) => {
      const page = await chartPage(product)
      await page.locator('.react-flow__node').nth(1).click({ button: 'right' })
      await page.getByRole('menuitem').first().waitFor()
      return page
    },
  },
  {
    name: 'table beside the chart',
    open: async (product) => {
      const page = await chartPage(product)
      await page.getByRole('button', { name: '表格' }).click()
      await page.locator('[data-row]').first().waitFor()
      return page
    },
  },
  {
    name: 'palette',
    open: async (product) => {
      const page = await chartPage(product)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: '输入汉字' }).fill('kjj')
      await page.getByRole('option', { name: /快捷键/ }).waitFor()
      return page
    },
  },
  afterCommand('keys', '快捷键', inDialog),
  afterCommand('risk overview', '风险一览', inDialog),
  afterCommand('last year’s list', '导入上年一览表', inDialog),
  afterCommand('checks', '检查', async (page) => page.getByRole('region', { name: '检查' }).waitFor()),
  afterButton('history', '历史', inPanel('历史')),
  afterButton('review', '审核', inPanel('审核')),
  afterButton('share', '分享', inDialog),
  afterButton('grading', '更换…', inDialog),
  afterButton('publication', '公开', async (page) =>
    page.frameLocator('.posting-page').getByRole('heading').first().waitFor(),
  ),
  { name: 'export, internal', open: async (product) => exporting(product, '内部流程图') },
  { name: 'export, external', open: async (product) => exporting(product, '外部流程图') },
  {
    name: 'export, text too small',
    open: async (product) => {
      const page = await exporting(product, '内部流程图')
      await dialog(page).getByRole('combobox', { name: '纸张' }).selectOption('A4')
      await dialog(page).getByText('横向', { exact: true }).click()
      await dialog(page)
        .getByRole('button', { name: /拼贴|拆成/ })
        .first()
        .waitFor()
      return page
    },
  },
  { name: 'catalogue', open: catalogue },
  { name: 'catalogue, new power', open: async (product) => inCatalogue(product, '新建职权') },
  { name: 'catalogue, rename everywhere', open: async (product) => inCatalogue(product, '统一更名') },
  { name: 'catalogue, batch check', open: async (product) => inCatalogue(product, '批量检查') },
  { name: 'catalogue, batch export', open: async (product) => inCatalogue(product, '批量导出') },
  { name: 'catalogue, batch publication', open: async (product) => inCatalogue(product, '批量公开') },
  { name: 'unit settings', open: async (product) => inCatalogue(product, '单位设置') },
]
