/** Charts that are shared, and who comes in by their links: what every story of several people begins with. */
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import type { CreatedChart } from '../../src/protocol/api.ts'
import type { Role } from '../../src/protocol/roles.ts'
import { chartOf } from './chartOf.ts'
import type { Person, Product } from './product.ts'

/** A chart on the server, of this chart file. */
export async function sharedChart({ url, administrator }: Product, file: string): Promise<CreatedChart> {
  const made = await fetch(`${url}/api/charts`, {
    method: 'POST',
    body: file,
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${administrator.split('#')[1]}`,
    },
  })
  if (!made.ok) throw new Error(await made.text())
  return (await made.json()) as CreatedChart
}

export interface Guest {
  readonly role: Role
  readonly name: string
  readonly post: string
}

/** Somebody to whom a link was given, known by name, with the chart open. The link's own page is a story of its own (UI100). */
export async function guest(product: Product, chart: CreatedChart, who: Guest): Promise<Person> {
  const person = await product.visitor()
  const { page, context } = person
  const { name, post } = who
  const token = chart.links[who.role].split('#')[1]
  const redeemed = await context.request.post(`${product.url}/api/redeem`, { data: { token, name, post } })
  if (!redeemed.ok()) throw new Error(await redeemed.text())
  await page.addInitScript((kept) => {
    // Frames of previews are sandboxed and have no storage.
    if (window === top) localStorage.setItem('qingquan-person', kept)
  }, JSON.stringify({ name, post }))
  await page.addInitScript(keepSockets)
  await page.goto(`${product.url}/c/${chart.id}`)
  await page.locator('.react-flow__node').first().waitFor()
  return person
}

/** The owner of this chart, alone, with it open and kept. */
export async function ownerOf(product: Product, chart: Chart): Promise<Person> {
  const made = await sharedChart(product, writeChartFile(chart))
  const person = await guest(product, made, { role: 'owner', name: '张三', post: '经办' })
  await person.page.locator('.save-mark').getByText('已保存', { exact: true }).waitFor()
  return person
}

/** What a blank chart begins with. */
export const blankChart = chartOf(
  '开始 → 结束',
  { 开始: { kind: 'terminator' }, 结束: { kind: 'terminator' } },
  { title: '空白图' },
)

/** Playwright's own offline leaves open sockets alone; these can be cut, by the event `test-cut`. */
function keepSockets(): void {
  const sockets: WebSocket[] = []
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url)
      sockets.push(this)
    }
  }
  addEventListener('test-cut', () => sockets.forEach((socket) => socket.close()))
}
