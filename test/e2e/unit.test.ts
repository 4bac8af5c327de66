/** 单位设置: said once by the administrator, there for everybody in every browser, and after an outage. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { discPng } from '../support/discPng.ts'
import type { Product } from '../support/product.ts'
import { paste, savedDownload, startBrowser, startProductIn } from '../support/product.ts'
import { expenses } from '../support/registers.ts'

let browser: Browser
let product: Product

// Each its own: what one sets is not there for the next.
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())
beforeEach(async () => {
  product = await startProductIn(browser)
})
afterEach(async () => product.close())

const table = readFileSync(new URL('../fixtures/flows/01.tsv', import.meta.url), 'utf8')

interface Administrator {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** In the catalogue, with the dialog open. */
async function administrator(): Promise<Administrator> {
  const { page, complaints } = await product.visitor()
  await page.goto(product.administrator)
  await page.getByLabel('姓名').fill('王管理')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '职权目录', exact: true }).click()
  await open(page)
  return { page, complaints }
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: '单位设置' }).click()
  await field(page, '单位名称').waitFor()
}

const dialog = (page: Page) => page.getByRole('dialog')
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })
const choice = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true })

async function chosen(page: Page, button: string, png: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog(page).getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles({ name: '标识.png', mimeType: 'image/png', buffer: Buffer.from(png) })
}

async function saved(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await page.getByText('单位设置已保存').waitFor()
  await dialog(page).waitFor({ state: 'hidden' })
}

/** As a script of the administrator's does it. */
async function set(): Promise<void> {
  const answer = await asked('PATCH', '/api/unit', product.administrator, {
    name: '某市住建局',
    supervisionPhone: '0551-12345',
    style: 'blue',
    emblem: Buffer.from(discPng(80)).toString('base64'),
  })
  expect(answer.status).toBe(200)
}

/** With the secret of a link. */
async function asked(method: string, path: string, link: string, body?: object): Promise<Response> {
  const headers = { Authorization: `Bearer ${link.split('#')[1]}` }
  return fetch(product.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

/** Somebody who came in by a link to a chart. */
async function colleague(): Promise<Page> {
  const answer = await fetch(`${product.url}/api/charts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${product.server.administrator}` },
    body: writeChartFile(expenses()),
  })
  const { links } = (await answer.json()) as { readonly links: { readonly viewer: string } }
  const { page } = await product.visitor()
  await page.goto(links.viewer)
  await page.getByRole('textbox', { name: '姓名' }).fill('李四')
  await page.getByRole('button', { name: '进入' }).click()
  await page.locator('.react-flow__node').first().waitFor()
  return page
}

async function charts(page: Page): Promise<void> {
  await page.goto(`${product.url}/?charts`)
  await page.getByRole('button', { name: '空白图' }).waitFor()
}

const header = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** In the preview. */
const printedEmblem = (page: Page) => dialog(page).locator('svg.sheet image')

async function poster(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  await dialog(page).locator('svg.sheet').first().waitFor()
}

describe('单位设置', () => {
  it('[UN10] [UN33] is set by the administrator; a reader does not see the dialog, but what it does', async () => {
    const { page: admin, complaints } = await administrator()
    await field(admin, '单位名称').fill('某市住建局')
    await field(admin, '监督电话').fill('0551-12345')
    await choice(admin, '配色').selectOption('政务蓝')
    await choice(admin, '分级办法').selectOption({ index: 2 })
    await chosen(admin, '选择图片', discPng(80))
    await dialog(admin).getByRole('img', { name: '单位标识' }).waitFor()
    await saved(admin)
    expect(complaints).toEqual([])

    const page = await colleague()
    await page.goto(`${product.url}/?catalogue`)
    await page.getByRole('button', { name: '刷新' }).waitFor()
    expect(await page.getByRole('button', { name: '单位设置' }).count()).toBe(0)
    await charts(page)
    await page.getByRole('button', { name: '空白图' }).click()
    await expect.poll(async () => header(page, '单位').inputValue()).toBe('某市住建局')
    expect(await header(page, '监督投诉电话').inputValue()).toBe('0551-12345')
  })

  it('[UN31] [UN32] dresses a colleague’s poster, until they choose otherwise, also without the network', async () => {
    await set()
    const page = await colleague()
    await poster(page)
    // A chart that names another unit: the style is the unit's, the emblem is offered.
    await expect.poll(async () => choice(page, '配色').inputValue()).toBe('blue')
    await dialog(page).getByRole('button', { name: '用单位标识' }).click()
    await printedEmblem(page).waitFor()
    await dialog(page).getByRole('button', { name: '不用标识' }).click()
    await printedEmblem(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')

    await charts(page)
    await page.getByRole('button', { name: '空白图' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    await poster(page)
    await printedEmblem(page).waitFor()
    await choice(page, '配色').selectOption('简洁')
    await page.keyboard.press('Escape')

    await page.route('**/api/**', async (route) => route.abort())
    await page.reload()
    await page.locator('.react-flow__node').first().waitFor()
    await poster(page)
    await printedEmblem(page).waitFor()
    expect(await choice(page, '配色').inputValue()).toBe('blue')
  })

  it('[UN30] [UI10] begins the first chart of somebody whom the server has never met; a table keeps what it says, a list of risks makes no chart', async () => {
    await set()
    const { page, complaints } = await product.person()
    await page.getByRole('button', { name: '空白图' }).click()
    await expect.poll(async () => header(page, '单位').inputValue()).toBe('某市住建局')

    await charts(page)
    await page.getByRole('button', { name: '粘贴表格' }).click()
    await page.getByRole('textbox', { name: /在这里粘贴/ }).focus()
    await paste(page, '序号\n科室\n风险点\n风险等级\n防控措施\n1\n财务科\n挪用\n高\n1.盘点\n2.轮岗')
    await page.getByText('粘贴成了一格一行').waitFor()
    expect(await page.getByRole('button', { name: '生成流程图' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '重新粘贴' }).click()
    await page.getByRole('textbox', { name: /在这里粘贴/ }).focus()
    await paste(page, table)
    await expect.poll(async () => field(page, '单位').inputValue()).toBe('某市住建局')
    await field(page, '单位').fill('某县水务局')
    await page.getByRole('button', { name: '生成流程图' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    expect(await header(page, '单位').inputValue()).toBe('某县水务局')
    expect(await header(page, '监督投诉电话').inputValue()).toBe('')
    expect(complaints).toEqual([])
  })

  it('[UN11] [UN33] two administrators keep what each has set; what was set is there again', async () => {
    const [{ page: one }, { page: other }] = [await administrator(), await administrator()]
    await field(one, '单位名称').fill('某市住建局')
    await field(other, '咨询电话').fill('0551-99')
    await field(one, '发文代字').fill('某建廉〔')
    await field(one, '发文代字').press('Enter')
    await dialog(one).getByText('不带括号').waitFor()
    await dialog(one).getByRole('button', { name: '保存' }).click()
    await one.getByText('发文代字：只写年份前面的字').waitFor()
    await field(one, '发文代字').fill('某建廉')
    await saved(one)
    await saved(other)
    await one.reload()
    await open(one)
    const names = ['单位名称', '咨询电话', '发文代字']
    const values = await Promise.all(names.map(async (name) => field(one, name).inputValue()))
    expect(values).toEqual(['某市住建局', '0551-99', '某建廉'])
  })

  it('[UN34] takes the scheme that was made for a chart', async () => {
    const levels = expenses().grading.levels.map((level) => ({ ...level, name: `本局${level.name}` }))
    const chart = {
      ...expenses(),
      grading: { ...expenses().grading, id: 'ours', name: '本局分级办法', levels },
    }
    await fetch(`${product.url}/api/charts`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${product.server.administrator}` },
      body: writeChartFile(chart),
    })
    const { page } = await administrator()
    await choice(page, '从一张图里取').selectOption('财务报销')
    await expect.poll(async () => choice(page, '分级办法').inputValue()).toBe('ours')
    await dialog(page).getByText('修改这个办法').click()
    await field(page, '办法名称').fill('本局分级办法（2026）')
    await saved(page)
    await charts(page)
    await page.getByRole('button', { name: '空白图' }).click()
    await page.getByText('本局分级办法（2026）').waitFor()
  })

  it('[UN21] [UN35] proposes the number after the unit’s last notice', async () => {
    const made = async () => {
      const answer = await fetch(`${product.url}/api/charts`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${product.server.administrator}` },
        body: writeChartFile(expenses()),
      })
      return (await answer.json()) as { readonly id: string; readonly links: { readonly reviewer: string } }
    }
    const [first, second] = [await made(), await made()]
    const number = `某廉预〔${new Date().getFullYear()}〕7号`
    const notice = {
      what: 'warning',
      colour: 'orange',
      number,
      addressee: '财务科',
      marks: [],
      deadline: '2026-12-01',
    }
    const body = { kind: 'issue', text: '', notice }
    await asked('POST', `/api/charts/${first.id}/review`, first.links.reviewer, body)
    const { page } = await product.visitor()
    await page.goto(second.links.reviewer)
    await page.getByRole('textbox', { name: '姓名' }).fill('李四')
    await page.getByRole('button', { name: '进入' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    await page.getByRole('button', { name: '审核', exact: true }).click()
    await page.getByRole('button', { name: '提意见' }).click()
    await page.getByRole('textbox', { name: '哪里不妥' }).fill('写清楚')
    await page.getByRole('button', { name: '提出意见' }).click()
    await page.getByRole('button', { name: '制发文书' }).click()
    const written = page.getByRole('textbox', { name: '文号' })
    await expect.poll(async () => written.inputValue()).toBe(number.replace('7', '8'))
    // A number that another chart has is refused, and what is proposed stands there again.
    await written.fill(number)
    await page.getByRole('checkbox', { name: /^选入文书/ }).check()
    await page.getByRole('textbox', { name: '制发单位' }).fill('某县纪委监委')
    await page.getByRole('button', { name: '发出并下载' }).click()
    await page.getByText('文号已经用过').waitFor()
    await written.fill('')
    await written.press('Enter')
    await expect.poll(async () => written.inputValue()).toBe(number.replace('7', '8'))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '发出并下载' }).click(),
    ])
    expect(await savedDownload(download)).toContain('8号')
  })
})
