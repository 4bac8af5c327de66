/** The catalogue of a whole unit: 1,000 powers, 200 charts; as a person meets it, in a real browser against the real server. */
import type { Page } from 'playwright-core'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { ordersFor } from '../../src/model/records/order.ts'
import { setup } from '../support/buildPage.ts'
import { startProduct, type Product } from '../support/product.ts'
import { generatedChart } from './generatedChart.ts'
import { printTable } from './table.ts'

const powers = 1000
const charts = 200

export async function catalogue(): Promise<void> {
  await setup()
  const product = await startProduct()
  try {
    const cold = await filled(product)
    const warm = await timed(async () => read(product))
    const page = await entered(product)
    const paint = await firstPaint(page, product)
    const filter = await filtered(page)
    const scroll = await scrolled(page)
    printTable(
      `CATALOGUE  ${powers} powers, ${charts} charts`,
      ['what', 'ms'],
      [
        ['server: first answer, every chart opened once', cold.toFixed(0)],
        ['server: every answer after', warm.toFixed(0)],
        ['page: address → first rows', paint.toFixed(0)],
        ['page: last key of a pinyin search → rows (median of 10)', filter.toFixed(0)],
        ['page: frame while scrolling, p50', scroll.p50.toFixed(1)],
        ['page: frame while scrolling, p99', scroll.p99.toFixed(1)],
      ],
    )
  } finally {
    await product.close()
  }
}

function tokenOf({ administrator }: Product): string {
  return administrator.split('#')[1] ?? ''
}

async function asked(product: Product, method: string, path: string, body?: string): Promise<string> {
  const headers = { Authorization: `Bearer ${tokenOf(product)}`, 'Content-Type': 'application/json' }
  const answer = await fetch(product.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.text()
}

const words = ['食品经营许可', '违法建设查处', '财务报销审批', '公务用车调派', '印章使用管理', '信访事项受理']

/** Answers how long the first answer took. */
async function filled(product: Product): Promise<number> {
  const file = writeChartFile(generatedChart(20))
  const ids: string[] = []
  for (let at = 0; at < charts; at += 1) {
    const made = JSON.parse(await asked(product, 'POST', '/api/charts', file)) as { readonly id: string }
    ids.push(made.id)
  }
  const changes = ordersFor(powers).map((order, at) => ({
    kind: 'put',
    id: `power-${at}`,
    fields: {
      order,
      name: `${words[at % words.length]}（第${at + 1}项）`,
      code: `62052400MZ-XK-${at}`,
      office: `第${at % 12}科`,
      chart: ids[at % charts],
    },
  }))
  return timed(async () => asked(product, 'PATCH', '/api/catalogue', JSON.stringify({ changes })))
}

async function read(product: Product): Promise<string> {
  return asked(product, 'GET', '/api/catalogue')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function entered(product: Product): Promise<Page> {
  const { page } = await product.person()
  await page.goto(product.administrator)
  await page.getByLabel('姓名').fill('测')
  await page.keyboard.press('Enter')
  await page.locator('.power-line .power-name').first().waitFor()
  return page
}

async function firstPaint(page: Page, product: Product): Promise<number> {
  return timed(async () => {
    await page.goto(product.url)
    await page.locator('.power-line .power-name').first().waitFor()
  })
}

async function filtered(page: Page): Promise<number> {
  const field = page.getByPlaceholder('按名称')
  const times: number[] = []
  for (let round = 0; round < 10; round += 1) {
    await field.fill('cwbxs')
    const took = await page.evaluate(async () => {
      const input = document.activeElement as HTMLInputElement
      const rows = document.querySelector('.catalogue-filters output')!
      const began = performance.now()
      const changed = new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - began))
        }).observe(rows, { subtree: true, childList: true, characterData: true })
      })
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, 'gwyc')
      input.dispatchEvent(new Event('input', { bubbles: true }))
      return changed
    })
    times.push(took)
    await field.fill('')
  }
  return times.sort((a, b) => a - b)[5]!
}

async function scrolled(page: Page): Promise<{ readonly p50: number; readonly p99: number }> {
  return page.evaluate(async () => {
    const table = document.querySelector('.power-table')!
    const frames: number[] = []
    let last = performance.now()
    for (let top = 0; top < 40_000; top += 200) {
      table.scrollTop = top
      await new Promise((resolve) => void requestAnimationFrame(resolve))
      const now = performance.now()
      frames.push(now - last)
      last = now
    }
    frames.sort((a, b) => a - b)
    return { p50: frames[frames.length >> 1]!, p99: frames[Math.floor(frames.length * 0.99)]! }
  })
}
