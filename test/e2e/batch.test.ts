/** 批量公开: many charts at once; the real page, the real server, a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chartOf } from '../support/chartOf.ts'
import { held, officeOf, permit, type Office } from '../support/office.ts'
import type { Product } from '../support/product.ts'
import { startBrowser, startProductIn } from '../support/product.ts'

let browser: Browser
let product: Product
let office: Office

// Each its own: what one posts is not there for the next.
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())
beforeEach(async () => {
  product = await startProductIn(browser)
  office = officeOf(product)
})
afterEach(async () => product.close())

const option = (page: Page, title: string) => page.getByRole('option', { name: title })

/** The chart is chosen, and its page stands there. */
async function showing(page: Page, title: string): Promise<void> {
  await option(page, title).and(page.locator('[aria-selected="true"]')).waitFor()
  await page.frameLocator('.publication-page').getByRole('heading', { name: title }).waitFor()
}

const html = async (page: Page) => (await page.locator('.publication-page').getAttribute('srcdoc')) ?? ''

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

/** In the leak an inner word stands in a public name. */
const leaking = chartOf(
  '申请 → 局长办公会密议 → 决定',
  { 局长办公会密议: { internalOnly: true }, 决定: { publicName: '局长办公会密议后决定' } },
  { title: '丙许可', powerKind: 'licensing' },
)

describe('批量公开', () => {
  it('[CT23] [PO7] posts by keys exactly what was looked at, and nothing that blocks, is not approved or was not looked at', async () => {
    const first = await office.add(permit('甲许可'))
    const second = await office.add(permit('乙许可', '申请 → 找13812345678办理'))
    const blocked = await office.add(leaking)
    const unseen = await office.add(permit('丁许可'))
    await office.add(permit('没审定的许可'), 'drafting')
    await office.add(chartOf('报销 → 付款', {}, { title: '报销', powerKind: 'finance' }))
    await office.addPower({ name: '没有图的职权' })
    const page = await office.administrator()
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
    await page.locator('.publication-blocks', { hasText: '局长办公会密议' }).waitFor()
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
    expect(await office.publications(first)).toMatchObject([{ reviewedBy: '王审查（办公室主任）' }])
    expect([await office.publications(unseen), await office.publications(blocked)]).toEqual([[], []])
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByRole('button', { name: '批量公开' }).click()
    await page.getByText('已经公开，之后没有改动（2）').waitFor()
  })

  it('[CT24] names what is not any more what was looked at, posts the rest, and looks again at what is approved', async () => {
    const [good, other, changed] = [
      await office.add(permit('甲许可')),
      await office.add(permit('乙许可')),
      await office.add({
        ...permit('丙许可'),
        header: { ...permit('丙许可').header, supervisionPhone: '0551-77777' },
      }),
    ]
    const page = await office.administrator()
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
    await office.asked('POST', '/api/catalogue/rename', {
      what: 'phone',
      from: '0551-77777',
      to: '0551-88888',
    })
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
    const posted = await Promise.all([good, other, changed].map(office.publications))
    expect(posted.map(({ length }) => length)).toEqual([1, 1, 0])
  })

  it('[CT25] stops between two charts, looking or posting: what was posted stays posted, the rest is not', async () => {
    const charts = [
      await office.add(permit('甲许可')),
      await office.add(permit('乙许可')),
      await office.add(permit('丙许可')),
    ]
    const page = await office.administrator()
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
    const posted = await Promise.all(charts.map(office.publications))
    expect(posted.map(({ length }) => length)).toEqual([1, 1, 0])
  })
})
