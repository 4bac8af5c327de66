/** How much a visitor downloads: what the browser really asks for, gzipped, against the budget. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { setup } from '../support/buildPage.ts'
import { startProduct, type Product } from '../support/product.ts'
import { generatedChart } from './generatedChart.ts'
import { downloadPng, drawnCanvas, openAsFile, openExport, stranger } from './room.ts'
import { printTable } from './table.ts'

/** Bytes of scripts and styles, gzipped, that a page may need before anything is laid out; fonts apart. */
const budget = 350_000
const dist = join(import.meta.dirname, '../../dist')

export async function bundle(): Promise<void> {
  await setup()
  const product = await startProduct()
  const visit = await visited(product).finally(product.close)
  const fetched = new Set(Object.values(visit).flat())
  const assets = readdirSync(join(dist, 'assets')).map((name) => `/assets/${name}`)
  const rest = assets.filter((path) => isCode(path) && !fetched.has(path))
  printTable(
    'BUNDLE  what the browser fetches',
    ['part', 'files', 'KB gzip', 'KB', 'budget'],
    [
      rowOf('first page /, first visit', visit.first, judged),
      rowOf('chart page /c/x, first visit', visit.chart, judged),
      rowOf('worker: layout, measuring', visit.worker),
      rowOf('export, first PNG: scripts', visit.exported.filter(isCode)),
      rowOf('export, first PNG: font engine (wasm)', visit.exported.filter(endsWith('.wasm'))),
      rowOf('export, first PNG: fonts', visit.exported.filter(endsWith('.ttf'))),
      rowOf('everything else (import, xlsx, ...)', rest),
    ],
  )
  printTable('BUNDLE  the heaviest of the chart page', ['file', 'KB gzip', 'first page'], heaviest(visit))
}

/** What to look at first when the budget is passed. */
function heaviest({ first, chart }: Visit): string[][] {
  const sized = chart.map((path) => ({ path, size: packedSize(path) })).sort((a, b) => b.size - a.size)
  return sized.slice(0, 7).map(({ path, size }) => [path, kilo(size), first.includes(path) ? 'yes' : ''])
}

interface Visit {
  readonly first: readonly string[]
  readonly chart: readonly string[]
  readonly worker: readonly string[]
  readonly exported: readonly string[]
}

/** Paths, each in the part in which it is first needed; the chart page as if one came to it straight. */
async function visited({ browser, url }: Product): Promise<Visit> {
  const context = await stranger(browser)
  const home = await context.newPage()
  const first = heard(home)
  await home.goto(url, { waitUntil: 'networkidle' })
  const onFirst = first().filter(isCode)
  await openAsFile(home, url, generatedChart(20))
  const room = await context.newPage()
  const asked = heard(room)
  await room.goto(home.url(), { waitUntil: 'networkidle' })
  await drawnCanvas(room)
  const worker = room.workers().map((one) => new URL(one.url()).pathname)
  const before = new Set([...asked(), ...worker])
  await downloadPng(room, await openExport(room))
  await context.close()
  return {
    first: onFirst,
    chart: [...before].filter((path) => isCode(path) && !worker.includes(path)),
    worker,
    exported: asked().filter((path) => !before.has(path)),
  }
}

/** The paths that a page has asked our server for, each once. */
function heard(page: Page): () => readonly string[] {
  const paths = new Set<string>()
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url())
    if (protocol === 'http:') paths.add(pathname)
  })
  return () => [...paths]
}

const endsWith =
  (ending: string) =>
  (path: string): boolean =>
    extname(path) === ending

const isCode = (path: string): boolean => endsWith('.js')(path) || endsWith('.css')(path)

const judged = (bytes: number): string =>
  `${bytes <= budget ? 'within' : 'over'} budget (${kilo(bytes)} of ${kilo(budget)})`

function rowOf(part: string, paths: readonly string[], judge?: (bytes: number) => string): string[] {
  const plain = paths.reduce((sum, path) => sum + readFileSync(join(dist, path)).length, 0)
  const packed = paths.reduce((sum, path) => sum + packedSize(path), 0)
  return [part, String(paths.length), kilo(packed), kilo(plain), judge?.(packed) ?? '']
}

const packedSize = (path: string): number => gzipSync(readFileSync(join(dist, path))).length

const kilo = (bytes: number): string => (bytes / 1000).toFixed(0)
