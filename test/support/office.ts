/** The administrator's office in a browser story: charts and powers on the server, and the catalogue open. */
import type { Page } from 'playwright-core'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import { approve } from './approved.ts'
import { chartOf, withEnds } from './chartOf.ts'
import type { Product } from './product.ts'

export const permit = (title: string, words = '申请 → 审查 → 决定'): Chart =>
  withEnds(chartOf(words, {}, { title, powerKind: 'licensing', supervisionPhone: '0551-12345' }))

export interface Added {
  readonly id: string
  readonly title: string
}

export type Office = ReturnType<typeof officeOf>

export function officeOf(product: Product) {
  async function asked(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(product.url + path, {
      method,
      headers: { Authorization: `Bearer ${product.server.administrator}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Record<string, unknown>
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
    const { page } = await product.visitor()
    await page.goto(product.administrator)
    await page.getByLabel('姓名').fill('王管理')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '职权目录', exact: true }).click()
    await page.getByRole('button', { name: '新建职权' }).waitFor()
    return page
  }

  return { asked, add, addPower, publications, administrator }
}

export interface HeldCall {
  readonly nth: number
  readonly method: string
}

/** The nth call of this kind waits until it is let go. */
export async function held(page: Page, path: RegExp, { nth, method }: HeldCall) {
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
