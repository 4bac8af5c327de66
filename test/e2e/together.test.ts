/** Several people in one chart: real browsers, the real server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CreatedChart } from '../../src/protocol/api.ts'
import type { Role } from '../../src/protocol/roles.ts'
import { guest as comeIn, sharedChart as shareChart } from '../support/guests.ts'
import type { Person, Product } from '../support/product.ts'
import { paste, startProduct } from '../support/product.ts'

const flows = join(import.meta.dirname, '../fixtures/flows')
const file = readFileSync(join(flows, '24.json'), 'utf8')
const table = readFileSync(join(flows, '24.tsv'), 'utf8')

describe('working together', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterEach(async () => product.leave())
  afterAll(async () => product.close())

  const sharedChart = async () => shareChart(product, file)
  const guest = async (chart: CreatedChart, role: Role, name: string): Promise<Person> =>
    comeIn(product, chart, { role, name, post: '经办' })

  it('[UI100] lets one in by a link, asks who one is once, and takes the secret out of the address', async () => {
    const chart = await sharedChart()
    const { page } = await guest(chart, 'editor', '张三')
    expect(page.url()).toBe(`${product.url}/c/${chart.id}`)
    await page.getByText('已保存').waitFor()
    await page.reload()
    await drawn(page)
    await page.goto(chart.links.owner)
    await drawn(page)
    expect(page.url()).toBe(`${product.url}/c/${chart.id}`)
  })

  it('[UI100] says in plain words why a link does not open', async () => {
    const { id } = await sharedChart()
    const { page } = await product.visitor()
    await page.goto(`${product.url}/c/${id}#${'x'.repeat(32)}`)
    await page.getByRole('button', { name: '进入' }).click()
    await page.getByText('请填写姓名').waitFor()
    await page.getByRole('textbox', { name: '姓名' }).fill('张三')
    await page.getByRole('button', { name: '进入' }).click()
    await page.getByText('链接不对').waitFor()
  })

  it('[UI101] brings what one does to the other, with cursors, selections and names', async () => {
    const chart = await sharedChart()
    const [one, two] = await Promise.all([guest(chart, 'editor', '张三'), guest(chart, 'owner', '李四')])
    await one.page.getByRole('button', { name: /^李四 · 经办/ }).waitFor()
    await two.page.getByRole('button', { name: /^张三 · 经办/ }).waitFor()
    await setPhone(one.page, '0551-12388')
    await expect.poll(async () => phoneOf(two.page)).toBe('0551-12388')
    await one.page.getByText('已保存').waitFor()
    await one.page.locator('.react-flow__node').nth(1).click()
    await two.page.locator('.other-selected').waitFor()
    await two.page.locator('.other-cursor', { hasText: '张三' }).waitFor()
    await one.page.getByRole('textbox', { name: '备注（仅内部）' }).focus()
    await two.page.locator('.other-selected', { hasText: '张三 正在编辑此环节' }).waitFor()
    await two.page.locator('.react-flow__node').nth(1).click()
    await two.page.locator('.editing-note', { hasText: '张三 正在编辑此环节' }).waitFor()
    await one.context.close()
    await expect.poll(async () => two.page.locator('.avatar:not(.avatar-me)').count()).toBe(0)
  })

  it('[UI102] asks before a step goes on which somebody works', async () => {
    const chart = await sharedChart()
    const [one, two] = await Promise.all([guest(chart, 'editor', '张三'), guest(chart, 'editor', '李四')])
    await one.page.locator('.react-flow__node').nth(1).click()
    await one.page.getByRole('textbox', { name: '备注（仅内部）' }).focus()
    await two.page.locator('.other-selected', { hasText: '张三' }).waitFor()
    const before = await two.page.locator('.react-flow__node').count()
    await two.page.locator('.react-flow__node').nth(1).click()
    await two.page.keyboard.press('Delete')
    await two.page.locator('.ant-modal-confirm-title', { hasText: '张三 正在编辑要删除的环节' }).waitFor()
    expect(await two.page.locator('.react-flow__node').count()).toBe(before)
    await two.page.getByRole('button', { name: '仍然删除' }).click()
    await expect.poll(async () => one.page.locator('.react-flow__node').count()).toBe(before - 1)
  })

  it('[UI103] goes where the one looks who is followed, until Esc', async () => {
    const chart = await sharedChart()
    const [one, two] = await Promise.all([guest(chart, 'editor', '张三'), guest(chart, 'viewer', '李四')])
    await two.page.getByRole('button', { name: /^张三/ }).click()
    await two.page.getByText('正在跟随 张三').waitFor()
    await one.page.getByText('泳道', { exact: false }).first().click()
    await drawn(one.page)
    // Named: while the choice slides from one name to the next, neither is marked as chosen.
    for (const { page } of [one, two])
      await page.locator('.ant-segmented-item-selected', { hasText: '泳道图' }).waitFor()
    await two.page.getByText('正在跟随 张三').waitFor()
    await two.page.keyboard.press('Escape')
    await two.page.getByText('正在跟随 张三').waitFor({ state: 'detached' })
  })

  it('[UI104] lets readers look and refuses them every edit', async () => {
    const chart = await sharedChart()
    const { page } = await guest(chart, 'viewer', '王五')
    await page.getByText('只读 · 查看').waitFor()
    expect(await page.getByRole('textbox', { name: '监督投诉电话' }).isDisabled()).toBe(true)
    const before = await page.locator('.react-flow__node').count()
    await page.locator('.react-flow__node').nth(1).click()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Tab')
    expect(await page.locator('.react-flow__node').count()).toBe(before)
    await cutOff(page)
    expect(await page.getByText('只读 · 查看').isVisible()).toBe(true)
  })

  it('[UI105] keeps work done without a network, over a reload, and merges it when it is back', async () => {
    const chart = await sharedChart()
    const [one, two] = await Promise.all([guest(chart, 'editor', '张三'), guest(chart, 'editor', '李四')])
    await one.page.getByText('已保存').waitFor()
    await cutOff(one.page)
    await setPhone(one.page, '离线改的')
    await setField(two.page, '咨询电话', '在线改的')
    await one.page.getByText('离线，已存本机').waitFor()
    await one.page.reload()
    await drawn(one.page)
    expect(await phoneOf(one.page)).toBe('离线改的')
    await one.page.getByText('离线，已存本机').waitFor()
    expect(await phoneOf(two.page)).not.toBe('离线改的')
    await reconnect(one.page)
    // By itself: a press on 重试 would race with the attempt that is due anyway.
    await one.page.getByText('已保存').waitFor()
    await expect.poll(async () => phoneOf(two.page)).toBe('离线改的')
    expect(await one.page.getByRole('textbox', { name: '咨询电话' }).inputValue()).toBe('在线改的')
  })

  it('[UI107] keeps a long text when its writer stops to think, and takes nothing from under their hands', async () => {
    const chart = await sharedChart()
    const [one, two] = await Promise.all([guest(chart, 'editor', '张三'), guest(chart, 'editor', '李四')])
    const [mine, theirs] = [one, two].map(({ page }) => page.getByRole('textbox', { name: '备注（仅内部）' }))
    for (const { page } of [one, two]) await page.locator('.react-flow__node').nth(1).click()
    await mine!.focus()
    await one.page.keyboard.type('先核对原件，')
    await one.page.keyboard.press('Enter')
    await expect.poll(async () => theirs!.inputValue()).toBe('先核对原件，')
    expect(await mine!.inputValue()).toBe('先核对原件，\n')

    await theirs!.fill('另一个人写的')
    await theirs!.blur()
    await one.page.keyboard.type('再登记')
    await expect.poll(async () => theirs!.inputValue()).toBe('先核对原件，\n再登记')
    await one.context.close()
    await two.page.reload()
    await drawn(two.page)
    await two.page.locator('.react-flow__node').nth(1).click()
    await expect.poll(async () => theirs!.inputValue()).toBe('先核对原件，\n再登记')
  })

  it('[UI106] registers a chart that was made here, without asking who one is', async () => {
    const { page, complaints } = await product.person()
    await page.getByRole('button', { name: '粘贴表格' }).waitFor()
    const before = [...complaints]
    await ownChart(page)
    await page.getByText('已保存').waitFor()
    const id = page.url().split('/').at(-1)!
    const kept = await product.server.context.store.charts.find(id)
    expect(kept?.id).toBe(id)
    await page.getByRole('button', { name: '我：未署名' }).click()
    await page.getByRole('textbox', { name: '姓名' }).fill('赵六')
    await page.getByRole('button', { name: '确定', exact: true }).click()
    await page.getByRole('button', { name: '我：赵六' }).waitFor()
    await page.getByText('已保存').waitFor()
    expect(complaints).toEqual(before)
  })

  it('[CO11] goes on by itself when the disk takes what is written again', async () => {
    const { page } = await product.person()
    await page.route('**/api/**', async (route) => route.abort())
    await ownChart(page)
    await page.getByText('离线，已存本机').waitFor()
    await page.evaluate(() => {
      const store = IDBObjectStore.prototype as unknown as { add: unknown }
      Object.assign(globalThis, { whole: store.add })
      store.add = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await setPhone(page, '写不进去')
    await page.getByText('尚未保存到任何地方').waitFor()
    await page.evaluate(() => {
      const store = IDBObjectStore.prototype as unknown as { add: unknown }
      store.add = (globalThis as unknown as { whole: unknown }).whole
    })
    await page.getByText('离线，已存本机').waitFor()
    await page.reload()
    await drawn(page)
    expect(await phoneOf(page)).toBe('写不进去')
  })

  it('[CO11] loses nothing of a transaction that was aborted', async () => {
    const { page } = await product.person()
    await page.route('**/api/**', async (route) => route.abort())
    await ownChart(page)
    await page.getByText('离线，已存本机').waitFor()
    await page.evaluate(() => {
      const store = IDBObjectStore.prototype as unknown as {
        put: (this: IDBObjectStore, ...args: unknown[]) => unknown
      }
      const { put } = store
      store.put = function once(...args) {
        store.put = put
        const request = put.apply(this, args)
        this.transaction.abort()
        return request
      }
    })
    await setPhone(page, '中止的事务')
    await page.getByText('尚未保存到任何地方').waitFor()
    await page.getByText('离线，已存本机').waitFor()
    await page.reload()
    await drawn(page)
    expect(await phoneOf(page)).toBe('中止的事务')
  })

  it('[CO11] writes the whole chart again when the browser has thrown it away', async () => {
    const { page, context } = await product.person()
    await page.route('**/api/**', async (route) => route.abort())
    await ownChart(page)
    await page.getByText('离线，已存本机').waitFor()
    const steps = await page.locator('.react-flow__node').count()
    await page.evaluate(
      async () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('qingquan')
          request.addEventListener('success', resolve)
          request.addEventListener('error', reject)
        }),
    )
    await setPhone(page, '清空之后')
    await page.getByText('离线，已存本机').waitFor()
    const other = await context.newPage()
    await other.route('**/api/**', async (route) => route.abort())
    await other.goto(page.url())
    await drawn(other)
    expect(await other.locator('.react-flow__node').count()).toBe(steps)
    expect(await phoneOf(other)).toBe('清空之后')
  })
})

async function ownChart(page: Page): Promise<void> {
  await page.getByRole('button', { name: '粘贴表格' }).waitFor()
  await paste(page, table)
  await page.getByRole('button', { name: '生成流程图' }).click()
  await drawn(page)
}

async function drawn(page: Page): Promise<void> {
  await page.locator('.react-flow__node').first().waitFor()
}

/** The network of calls and sockets is gone; the page itself still comes. */
async function cutOff(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => route.abort())
  await page.evaluate(() => dispatchEvent(new Event('test-cut')))
  await page.getByText('离线，已存本机').waitFor()
}

async function reconnect(page: Page): Promise<void> {
  await page.unroute('**/api/**')
}

async function setField(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name }).fill(text)
  await page.getByRole('textbox', { name }).press('Enter')
}

async function setPhone(page: Page, text: string): Promise<void> {
  await setField(page, '监督投诉电话', text)
}

async function phoneOf(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: '监督投诉电话' }).inputValue()
}
