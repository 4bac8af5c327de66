/** 公开: the real page, the real server, real browsers; and the public page as a phone without script reads it. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import type { CreatedChart } from '../../src/protocol/api.ts'
import type { Role } from '../../src/protocol/roles.ts'
import { chartOf, withEnds } from '../support/chartOf.ts'
import { guest as comeIn, sharedChart } from '../support/guests.ts'
import type { Product } from '../support/product.ts'
import { startProduct } from '../support/product.ts'

const drawn = withEnds(
  chartOf(
    '申请 → 受理 → 局务会密议 → 审查 -齐全→ 决定 → 送达；审查 -不齐全→ 一次性告知补正',
    {
      局务会密议: { internalOnly: true },
      审查: { kind: 'decision' },
      申请: { materials: ['食品经营许可申请书', '营业执照复印件'] },
    },
    {
      title: '食品经营许可流程图',
      unit: '某区市场监督管理局',
      powerKind: 'licensing',
      supervisionPhone: '0551-12345',
    },
  ),
)

const chart: Chart = {
  ...drawn,
  risks: [{ id: 'r', order: 'a', step: '决定', text: '不按条件许可' }],
}

describe('公开', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  const shared = async (what: Chart = chart) => sharedChart(product, writeChartFile(what))

  async function guest(made: CreatedChart, role: Role) {
    const person = await comeIn(product, made, { role, name: '李负责', post: '法规科' })
    await person.page.getByText('已保存').waitFor()
    return person
  }

  /** A reader with nothing but a phone. */
  async function reader(viewport: { readonly width: number; readonly height: number }) {
    const context = await product.browser.newContext({ viewport, javaScriptEnabled: false, locale: 'zh-CN' })
    return context.newPage()
  }

  it('[PO1] lets the owner post exactly what was seen, after a review; a phone without script reads it', async () => {
    const { page, complaints } = await guest(await shared(), 'owner')
    await openDialog(page)
    await shownPage(page).getByRole('heading', { name: '食品经营许可流程图' }).waitFor()
    expect(await shownPage(page).locator('body').innerText()).not.toMatch(/密议|不按条件许可/)
    expect(await page.locator('.publication-page').getAttribute('sandbox')).toBe('')
    const act = page.getByRole('button', { name: '公开', exact: true }).last()
    expect(await act.isDisabled()).toBe(true)
    const seen = (await page.locator('.publication-page').getAttribute('srcdoc')) ?? ''
    const link = await publish(page)
    expect((await (await fetch(link)).text()).length).toBeLessThan(100_000)
    expect(await (await fetch(link)).text()).toBe(seen.replace('<!--notice-->', ''))
    await page.getByRole('img', { name: '公开页的二维码' }).waitFor()
    for (const viewport of [
      { width: 360, height: 740 },
      // A screen of 1280 pixels at 400 %.
      { width: 320, height: 256 },
    ])
      await readsWell(await reader(viewport), link)
    expect(complaints).toEqual([])
  })

  it('[PO2] shows what blocks in red, and leads to the step where it stands', async () => {
    const { page } = await guest(
      await shared({
        ...chart,
        steps: chart.steps.map((step) =>
          step.name === '决定' ? { ...step, publicName: '局务会密议后由王科长决定' } : step,
        ),
      }),
      'owner',
    )
    await openDialog(page)
    const scan = page.getByRole('list', { name: '请再看一眼' })
    await scan.locator('.publication-blocks', { hasText: '局务会密议' }).waitFor()
    await scan.getByText('像是人名').waitFor()
    await fillReview(page)
    await page.getByText('有不能公开的内容，请先改图。').waitFor()
    await scan.getByRole('button', { name: '到图上看' }).first().click()
    await page.locator('.react-flow__node.selected[aria-label="决定"]').waitFor()
  })

  it('[PO3] does not post what changed since it was looked at, and shows the new bytes', async () => {
    const made = await shared()
    const { page } = await guest(made, 'owner')
    await openDialog(page)
    await shownPage(page).getByRole('heading', { name: '食品经营许可流程图' }).waitFor()
    await fillReview(page)
    const other = await guest(made, 'editor')
    await changePhone(other.page, '0551-99999')
    await page.getByRole('button', { name: '公开', exact: true }).last().click()
    await page.getByText('审查之后流程图又改动了').waitFor()
    await shownPage(page).getByText('0551-99999').waitFor()
    expect(await page.getByRole('checkbox', { name: /已按《政府信息公开条例》/ }).isChecked()).toBe(false)
    await publish(page)
  })

  it('[PO4] says when the public reads something old, to the owner with a button', async () => {
    const made = await shared()
    const { page } = await guest(made, 'owner')
    await openDialog(page)
    const first = await publish(page)
    await page.keyboard.press('Escape')
    await changePhone(page, '0551-88888')
    await page.reload()
    await page.getByText(/公开版已过时，请在 \d{4}-\d\d-\d\d 前更新（20个工作日内）/).waitFor()
    const { page: others } = await guest(made, 'viewer')
    await others.getByText('更新由负责人办理').waitFor()
    expect(await others.getByRole('button', { name: '更新公开版' }).count()).toBe(0)
    await page.getByRole('button', { name: '更新公开版' }).click()
    const second = await publish(page)
    await page.keyboard.press('Escape')
    await page.locator('.public-note').waitFor({ state: 'detached' })
    const phone = await reader({ width: 360, height: 740 })
    await phone.goto(first)
    expect(phone.url()).toContain(second)
    await phone.getByText('旧版，已被替换').waitFor()
    await phone.getByText('0551-88888').first().waitFor()
  })

  it('[PO5] withdraws after a question; whoever may not post reads why, and the record', async () => {
    const made = await shared()
    const { page } = await guest(made, 'owner')
    await openDialog(page)
    const link = await publish(page)
    const { page: editor } = await guest(made, 'editor')
    await editor.getByRole('button', { name: '公开', exact: true }).click()
    await editor.getByText('只有这张图的负责人可以公开或撤回').waitFor()
    await editor.getByText('审查：王审查（办公室主任）').waitFor()
    expect(await editor.getByRole('button', { name: '撤回' }).count()).toBe(0)
    await page.getByText(/^公开记录/).click()
    await page.getByRole('button', { name: '撤回' }).click()
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '撤回' }).click()
    await expect.poll(async () => (await fetch(link)).status, { timeout: 10_000 }).toBe(410)
    await page.locator('.publications').getByText('已撤回').waitFor()
  })

  it('[PO6] discloses risks only for a reason, which stands in the record', async () => {
    const { page } = await guest(await shared(), 'owner')
    await openDialog(page)
    await page.getByRole('checkbox', { name: '风险点' }).check()
    await shownPage(page).getByText('不按条件许可').first().waitFor()
    await fillReview(page)
    await page.getByText('请写明公开风险的理由。').waitFor()
    await page.getByRole('textbox', { name: '公开风险的理由' }).fill('按省清单要求公布')
    await publish(page)
    await page.getByText(/^公开记录/).click()
    await page.getByText('公开风险的理由：按省清单要求公布').waitFor()
  })
})

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: '公开', exact: true }).first().click()
  await page.getByRole('form', { name: /公开审查/ }).waitFor()
}

function shownPage(page: Page) {
  return page.frameLocator('.publication-page')
}

async function fillReview(page: Page): Promise<void> {
  await shownPage(page).locator('h1').waitFor()
  await page.getByRole('textbox', { name: '审查人', exact: true }).fill('王审查')
  await page.getByRole('textbox', { name: '审查人岗位' }).fill('办公室主任')
  await page.getByRole('checkbox', { name: /已按《政府信息公开条例》/ }).check()
}

/** Answers the address. */
async function publish(page: Page): Promise<string> {
  await fillReview(page)
  await page
    .getByRole('button', { name: /^公开(，替换现行版)?$/ })
    .last()
    .click()
  return page.getByRole('textbox', { name: '公开页网址' }).inputValue()
}

async function changePhone(page: Page, phone: string): Promise<void> {
  await page.getByRole('textbox', { name: '监督投诉电话' }).fill(phone)
  await page.keyboard.press('Tab')
  await page.getByText('正在保存').waitFor({ state: 'detached' })
  await page.getByText('已保存').waitFor()
}

/** Everything can be read, and the page itself never scrolls sideways. */
async function readsWell(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { name: '食品经营许可流程图' }).waitFor()
  await page.getByRole('img', { name: /食品经营许可流程图；同样的内容见下面的文字步骤/ }).waitFor()
  await page.getByText('食品经营许可申请书；营业执照复印件').waitFor()
  expect(await page.getByRole('link', { name: '0551-12345' }).getAttribute('href')).toBe('tel:055112345')
  const wide = await widestOf(page)
  expect(wide).toBeLessThanOrEqual(page.viewportSize()!.width)
  await page.context().close()
}

/** Measured from outside: scripts do not run in this reader's pages. */
async function widestOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { cssContentSize } = await session.send('Page.getLayoutMetrics')
  return cssContentSize.width
}
