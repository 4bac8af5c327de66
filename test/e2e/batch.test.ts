/** 批量: many charts at once; the real page, the real server, a real browser. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../src/files/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import { approve } from '../support/approved.ts'
import { chartOf } from '../support/chartOf.ts'
import { codesIn, pdfPages } from '../support/poppler.ts'
import type { Product } from '../support/product.ts'
import { browserStory, savedDownload, startProduct } from '../support/product.ts'
import { canReadCodes } from '../support/tools.ts'

let product: Product

// Each its own: what one posts is not there for the next, nor for its second try.
beforeEach(async () => {
  product = await startProduct()
})
afterEach(async () => product.close())

async function asked(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(product.url + path, {
    method,
    headers: { Authorization: `Bearer ${product.server.administrator}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Record<string, unknown>
}

const permit = (title: string, words = '申请 → 审查 → 决定'): Chart =>
  chartOf(words, {}, { title, powerKind: 'licensing', supervisionPhone: '0551-12345' })

interface Added {
  readonly id: string
  readonly title: string
}

/** On the server, with a power of its name, below those before; approved unless said. */
async function add(chart: Chart, state: 'approved' | 'drafting' = 'approved'): Promise<Added> {
  const { title } = chart.header
  const id = String((await asked('POST', '/api/charts', JSON.parse(writeChartFile(chart)) as object))['id'])
  if (state === 'approved') await approve(product.url, id, product.server.administrator ?? '')
  await addPower({ name: title, chart: id })
  return { id, title }
}

async function addPower(fields: object): Promise<void> {
  const { powers } = (await asked('GET', '/api/catalogue')) as { readonly powers: readonly unknown[] }
  const put = { kind: 'put', id: `p${powers.length}`, fields: { ...fields, order: `a${powers.length}` } }
  await asked('PATCH', '/api/catalogue', { changes: [put] })
}

async function publications({ id }: Added): Promise<readonly unknown[]> {
  return (await asked('GET', `/api/charts/${id}/publications`))['publications'] as readonly unknown[]
}

/** The administrator, in the catalogue. */
async function administrator(): Promise<Page> {
  const { page } = await product.person()
  await page.goto(product.administrator)
  await page.getByLabel('姓名').fill('王管理')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '职权目录', exact: true }).click()
  await page.getByRole('button', { name: '新建职权' }).waitFor()
  return page
}

const option = (page: Page, title: string) => page.getByRole('option', { name: title })

/** The chart is chosen, and its page stands there. */
async function showing(page: Page, title: string): Promise<void> {
  await option(page, title).and(page.locator('[aria-selected="true"]')).waitFor()
  await page.frameLocator('.posting-page').getByRole('heading', { name: title }).waitFor()
}

const html = async (page: Page) => (await page.locator('.posting-page').getAttribute('srcdoc')) ?? ''

/** Every preview is made, and the first chart is shown. */
async function lookedThrough(page: Page, count: number): Promise<void> {
  const act = page.getByRole('button', { name: `开始审查 ${count} 张` })
  if (!(await act.isVisible())) await page.getByRole('button', { name: '批量公开' }).click()
  await act.click()
  await page.getByText(`看过 0 / ${count}`).waitFor()
}

async function publish(page: Page, count: number): Promise<void> {
  await page.getByRole('textbox', { name: '审查人', exact: true }).fill('王审查')
  await page.getByRole('textbox', { name: '审查人岗位' }).fill('办公室主任')
  await page.getByRole('checkbox', { name: /已按《政府信息公开条例》/ }).check()
  await page.getByRole('button', { name: `公开看过的 ${count} 张` }).click()
}

interface HeldCall {
  readonly nth: number
  readonly method: string
}

/** The nth call of this kind waits until it is let go. */
async function held(page: Page, path: RegExp, { nth, method }: HeldCall) {
  const reached = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  let calls = 0
  await page.route(path, async (route) => {
    if (route.request().method() === method) calls += 1
    if (route.request().method() === method && calls === nth) {
      reached.resolve()
      await free.promise
    }
    await route.continue()
  })
  return { reached: reached.promise, go: free.resolve }
}

/** In the leak an inner word stands in a public name. */
const leaking = chartOf(
  '申请 → 局长办公会密议 → 决定',
  { 局长办公会密议: { internalOnly: true }, 决定: { publicName: '局长办公会密议后决定' } },
  { title: '丙许可', powerKind: 'licensing' },
)

describe('批量公开', browserStory, () => {
  it('[CT23] posts by keys exactly what was looked at, and nothing that blocks, is not approved or was not looked at', async () => {
    const first = await add(permit('甲许可'))
    const second = await add(permit('乙许可', '申请 → 找13812345678办理'))
    const blocked = await add(leaking)
    const unseen = await add(permit('丁许可'))
    await add(permit('没审定的许可'), 'drafting')
    await add(chartOf('报销 → 付款', {}, { title: '报销', powerKind: 'finance' }))
    await addPower({ name: '没有图的职权' })
    const page = await administrator()
    await page.getByRole('button', { name: '批量公开' }).click()
    const left = page.getByRole('region', { name: '不公开的 3 项' })
    for (const words of [
      '还没有绘图（1）没有图的职权',
      '没有可以公开的环节（1）报销',
      '还没有审定（1）没审定的许可',
    ])
      expect((await left.innerText()).replaceAll(/\s/g, '')).toContain(words)
    await lookedThrough(page, 4)
    const seen = new Map<string, string>()
    for (const title of ['甲许可', '乙许可']) {
      await showing(page, title)
      seen.set(title, await html(page))
      await page.keyboard.press('Enter')
    }
    // What blocks was passed over; gone to, it cannot be marked.
    await showing(page, '丁许可')
    await page.keyboard.press('ArrowUp')
    await showing(page, '丙许可')
    await page.locator('.posting-blocks', { hasText: '局长办公会密议' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await showing(page, '丙许可')
    await page.keyboard.press('Escape')
    await page.getByText('看过 2 / 4').waitFor()
    await option(page, '丙许可').getByText('不能公开').waitFor()
    await option(page, '乙许可').getByText('1 处提示').waitFor()
    await publish(page, 2)
    await page.getByText('全部完成：2 张。').waitFor()
    for (const { title } of [first, second]) {
      const link = await page.getByRole('link', { name: title, exact: true }).getAttribute('href')
      expect(await (await fetch(link ?? '')).text()).toBe(seen.get(title)?.replace('<!--notice-->', ''))
    }
    expect(await publications(first)).toMatchObject([{ reviewedBy: '王审查（办公室主任）' }])
    expect([await publications(unseen), await publications(blocked)]).toEqual([[], []])
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByRole('button', { name: '批量公开' }).click()
    await page.getByText('已经公开，之后没有改动（2）').waitFor()
  })

  it('[CT24] names what is not any more what was looked at, posts the rest, and looks again at what is approved', async () => {
    const [good, other, changed] = [
      await add(permit('甲许可')),
      await add(permit('乙许可')),
      await add({
        ...permit('丙许可'),
        header: { ...permit('丙许可').header, supervisionPhone: '0551-77777' },
      }),
    ]
    const page = await administrator()
    // As if these bytes were of another day.
    await page.route(`**/api/charts/${other.id}/publications/preview`, async (route) => {
      const answer = await route.fetch()
      const preview = (await answer.json()) as object
      await route.fulfill({ response: answer, json: { ...preview, hash: 'f'.repeat(64) } })
    })
    await lookedThrough(page, 3)
    for (const title of ['甲许可', '乙许可', '丙许可']) {
      await showing(page, title)
      await page.keyboard.press('Enter')
    }
    await page.getByText('看过 3 / 3').waitFor()
    await asked('POST', '/api/catalogue/rename', { what: 'phone', from: '0551-77777', to: '0551-88888' })
    await page.unroute(`**/api/charts/${other.id}/publications/preview`)
    await publish(page, 3)
    await page.getByText('完成 1 张，2 张没有成功').waitFor()
    await page.getByText('乙许可：审查之后流程图又改动了').waitFor()
    await page.getByText('丙许可：审查之后流程图又改动了').waitFor()
    await page.getByRole('button', { name: '重新审查没有成功的 2 张' }).click()
    await page.getByText('审定后又有改动，须重新审定（1）').waitFor()
    await page.getByRole('button', { name: '开始审查 1 张' }).click()
    await page.getByText('看过 0 / 1').waitFor()
    await showing(page, '乙许可')
    await page.keyboard.press('Space')
    await publish(page, 1)
    await page.getByText('完成 2 张，1 张没有成功').waitFor()
    const posted = await Promise.all([good, other, changed].map(publications))
    expect(posted.map(({ length }) => length)).toEqual([1, 1, 0])
  })

  it('[CT25] stops between two charts, looking or posting: what was posted stays posted, the rest is not', async () => {
    const charts = [await add(permit('甲许可')), await add(permit('乙许可')), await add(permit('丙许可'))]
    const page = await administrator()
    const preview = await held(page, /\/publications\/preview$/, { nth: 2, method: 'POST' })
    const second = await held(page, /\/publications$/, { nth: 2, method: 'POST' })
    await page.getByRole('button', { name: '批量公开' }).click()
    await page.getByRole('button', { name: '开始审查 3 张' }).click()
    await preview.reached
    await page.getByRole('button', { name: '停止' }).click()
    preview.go()
    await page.getByRole('button', { name: '继续生成其余 1 张' }).click()
    await page.getByText('看过 0 / 3').waitFor()
    await page.getByRole('listbox').focus()
    for (const { title } of charts) {
      await showing(page, title)
      await page.keyboard.press('Enter')
    }
    await publish(page, 3)
    await second.reached
    await page.getByRole('button', { name: '停止' }).click()
    second.go()
    await page.getByText('已停止：完成 2 张，共 3 张。').waitFor()
    const posted = await Promise.all(charts.map(publications))
    expect(posted.map(({ length }) => length)).toEqual([1, 1, 0])
  })
})

describe('批量导出', browserStory, () => {
  it('[CT22] stops between two charts and hands out nothing', async () => {
    for (const title of ['甲许可', '乙许可', '丙许可']) await add(permit(title), 'drafting')
    const page = await administrator()
    let downloads = 0
    page.on('download', () => (downloads += 1))
    const second = await held(page, /\/api\/charts\/[^/]+$/, { nth: 2, method: 'GET' })
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    for (const name of ['PDF', '登记表（Excel）']) await dialog.getByRole('checkbox', { name }).uncheck()
    await dialog.getByRole('checkbox', { name: '图文件' }).check()
    await dialog.getByRole('button', { name: '开始' }).click()
    await second.reached
    await dialog.getByRole('button', { name: '停止' }).click()
    second.go()
    await dialog.getByText('已停止：完成 2 张，共 3 张。').waitFor()
    expect(downloads).toBe(0)
  })

  it('[CT26] dresses sheets as the unit does: 内部公开 over those of the inner board, the code of the public page on the others', async () => {
    const { id } = await add(permit('甲许可'), 'drafting')
    await asked('PATCH', '/api/unit', { name: '某市审批局', style: 'blue' })
    const { link } = await asked('POST', `/api/charts/${id}/publications`, { reviewedBy: '王审查' })
    const page = await administrator()
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: '登记表（Excel）' }).uncheck()
    const pages = async (name: string) => {
      const download = page.waitForEvent('download', { timeout: 60_000 })
      await dialog.getByRole('button', { name: '开始' }).click()
      const files = unzipSync(readFileSync(await savedDownload(await download)))
      return pdfPages(files[name]!, 150)
    }
    await dialog.getByRole('combobox', { name: '纸张' }).selectOption('A4')
    const inner = PNG.sync.read((await pages('甲许可（内部流程图）.pdf'))[0]!)
    expect(Math.max(inner.width, inner.height)).toBe(Math.round((297 / 25.4) * 150))
    expect(shareOf(inner, isWatermark)).toBeGreaterThan(0.01)
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()

    await page.getByRole('button', { name: '批量导出' }).click()
    await dialog.getByRole('radio', { name: '外部流程图' }).check()
    const [outer] = await pages('甲许可（外部流程图）.pdf')
    if (canReadCodes()) expect(codesIn(outer!)).toEqual([link])
    expect(shareOf(PNG.sync.read(outer!), isWatermark)).toBeLessThan(0.002)
  })

  it('[CT22] puts pictures of A3 at 300 dpi into the zip, of the external edition where that is asked', async () => {
    await add(permit('甲许可'), 'drafting')
    await add(chartOf('报销 → 付款', {}, { title: '报销', powerKind: 'finance' }), 'drafting')
    const page = await administrator()
    await page.getByRole('button', { name: '批量导出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'PDF' }).uncheck()
    await dialog.getByRole('checkbox', { name: 'PNG 图片' }).check()
    await dialog.getByRole('radio', { name: '外部流程图' }).check()
    const download = page.waitForEvent('download', { timeout: 60_000 })
    await dialog.getByRole('button', { name: '开始' }).click()
    const files = unzipSync(readFileSync(await savedDownload(await download)))
    expect(Object.keys(files).sort()).toEqual(['未能导出的图.txt', '甲许可（外部流程图）.png'])
    const { width, height } = PNG.sync.read(Buffer.from(files['甲许可（外部流程图）.png']!))
    expect([Math.min(width, height), Math.max(width, height)]).toEqual([3508, 4961])
    await dialog.getByText('报销：这是内部权力（人、财、物）').waitFor()
  })
})

/** The light grey that nothing else on a sheet has. */
const isWatermark = (red: number, green: number, blue: number) =>
  red === green && green === blue && red > 215 && red < 245

function shareOf({ data }: PNG, has: (red: number, green: number, blue: number) => boolean): number {
  let count = 0
  for (let at = 0; at < data.length; at += 4) if (has(data[at]!, data[at + 1]!, data[at + 2]!)) count += 1
  return (4 * count) / data.length
}
