/** Charts that are shared, and who comes in by their links: what every story of several people begins with. */
import type { CreatedChart } from '../../src/protocol/api.ts'
import type { Role } from '../../src/protocol/roles.ts'
import type { Person, Product } from './product.ts'

/** A chart on the server, of this chart file. */
export async function sharedChart({ url }: Product, file: string): Promise<CreatedChart> {
  const made = await fetch(`${url}/api/charts`, {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'application/json' },
  })
  if (!made.ok) throw new Error(await made.text())
  return (await made.json()) as CreatedChart
}

export interface Guest {
  readonly role: Role
  readonly name: string
  readonly post: string
}

/** Somebody who has come in by a link, and has said who they are. */
export async function guest(
  product: Product,
  chart: CreatedChart,
  { role, name, post }: Guest,
): Promise<Person> {
  const person = await product.visitor()
  const { page } = person
  await page.addInitScript(keepSockets)
  await page.goto(chart.links[role])
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await page.getByRole('textbox', { name: '岗位' }).fill(post)
  await page.getByRole('button', { name: '进入' }).click()
  await page.locator('.react-flow__node').first().waitFor()
  return person
}

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
