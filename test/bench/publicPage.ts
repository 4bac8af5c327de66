/** What a citizen downloads who scans the code on the wall, and how soon something is there to read. */
import { gzipSync } from 'node:zlib'
import type { CDPSession } from 'playwright-core'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import type { Chart } from '../../src/model/chart.ts'
import { renderPicture } from '../../src/publicationRenderer/publication.ts'
import type { Product } from '../support/product.ts'
import { served, type ServedPage } from './served.ts'
import { generatedChart } from './generatedChart.ts'
import { printTable } from './table.ts'
import { median } from './timing.ts'

/** ms and bytes a second. The first is what Lighthouse calls slow 4G, the second Chromium's own slow 3G. */
const networks = [
  {
    name: 'slow 4G: 150 ms, 1.6 Mbit/s',
    latency: 150,
    downloadThroughput: 204_800,
    uploadThroughput: 96_000,
  },
  { name: 'slow 3G: 400 ms, 0.4 Mbit/s', latency: 400, downloadThroughput: 51_200, uploadThroughput: 51_200 },
] as const

/** A phone is so many times as slow as this machine. */
const slower = 4

const budget = 100_000

export async function publicPages(product: Product): Promise<void> {
  const rows: string[][] = []
  const times: string[][] = []
  for (const steps of [20, 100]) {
    const chart = generatedChart(steps)
    const page = await served(product, chart)
    rows.push(...(await weights(chart, page)))
    for (const network of networks)
      times.push([String(steps), network.name, ...(await paints(product, page, network))])
  }
  printTable('PUBLIC PAGE  what is downloaded', ['steps, file', 'KB gzip', 'KB', 'budget'], rows)
  printTable(
    `PUBLIC PAGE  first text on a phone ${slower} times as slow as this machine, median of 5; DNS and TLS apart`,
    ['steps', 'network', 'first contentful paint, ms', 'whole page, ms'],
    times,
  )
}

async function weights(chart: Chart, { html, svg }: ServedPage): Promise<string[][]> {
  const png = await renderPicture(externalEdition(chart, {}), 'flow')
  const name = (file: string) => `${String(chart.steps.length).padEnd(4)}  ${file}`
  return [
    [name('html'), ...sizes(html), html.length <= budget ? 'within 100 KB' : 'over 100 KB'],
    [name('svg'), ...sizes(svg), ''],
    [name('png, A4 at 300 dpi'), '', (png.length / 1000).toFixed(0), ''],
  ]
}

function sizes(bytes: Buffer): readonly [string, string] {
  return [(gzipSync(bytes).length / 1000).toFixed(1), (bytes.length / 1000).toFixed(1)]
}

async function paints(
  { browser }: Product,
  { address }: ServedPage,
  { latency, downloadThroughput, uploadThroughput }: (typeof networks)[number],
): Promise<readonly string[]> {
  const [first, whole]: [number[], number[]] = [[], []]
  for (let run = 0; run < 5; run++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput,
      uploadThroughput,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.goto(address, { waitUntil: 'load' })
    first.push(await painted(session))
    whole.push(
      await page.evaluate(() => performance.timing.loadEventStart - performance.timing.navigationStart),
    )
    await context.close()
  }
  return [median(first).toFixed(0), median(whole).toFixed(0)]
}

/** ms from asking for the page. Painting comes after loading where the page is small: it is waited for. */
async function painted(session: CDPSession): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((resolve) => new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
    }).observe({ type: 'paint', buffered: true }))`,
  })
  return Number(result.value)
}
