/** A chart posted on the board of the real server, as a script does it. */
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import type { Product } from '../support/product.ts'

export interface ServedPage {
  readonly address: string
  readonly html: Buffer
  readonly svg: Buffer
}

export async function served({ url, administrator }: Product, chart: Chart): Promise<ServedPage> {
  const made = await answer(url, '/api/charts', writeChartFile(chart), administrator.split('#')[1])
  const { id, links } = made as { readonly id: string; readonly links: { readonly owner: string } }
  const review = JSON.stringify({ reviewedBy: 'bench', despite: 'bench' })
  const posted = await answer(url, `/api/charts/${id}/publications`, review, links.owner.split('#')[1])
  const address = `${url}/p/${(posted as { readonly publicId: string }).publicId}`
  return { address, html: await bytes(address), svg: await bytes(`${address}.svg`) }
}

async function answer(url: string, path: string, body: string, token = ''): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
  const said = await fetch(url + path, { method: 'POST', headers, body })
  if (!said.ok) throw new Error(`POST ${path}: ${said.status} ${await said.text()}`)
  return said.json()
}

async function bytes(address: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(address)).arrayBuffer())
}
