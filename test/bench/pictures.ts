/**
 * How long an A3 picture of the external chart takes, 300 dpi: ours in the page and on the
 * command line, beside a photograph of the canvas and Mermaid's own way; then what the
 * public page weighs.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { arrange } from '../../src/layout/arrange.ts'
import type { Chart } from '../../src/model/chart.ts'
import { measure } from '../../src/sheet/measure.ts'
import { pixelSize } from '../../src/sheet/writers/pngFile.ts'
import { setup } from '../support/buildPage.ts'
import { startProduct, type Product } from '../support/product.ts'
import { generatedChart } from './generatedChart.ts'
import { canvasPhoto } from './peers/canvasPhoto.ts'
import { downloadPng, drawnCanvas, openAsFile, openExport, stranger } from './room.ts'
import { fetchedMermaid, mermaidPhoto, mermaidVersion } from './peers/mermaid.ts'
import { publicPages } from './publicPage.ts'
import { printTable, ratio } from './table.ts'
import { msOf } from './timing.ts'

/** ms that the photograph may take. */
const cap = 120_000
const page = { paper: 'A3', landscape: false } as const
const pixels = pixelSize(page)

interface Picture {
  readonly how: string
  readonly ms: number
  /** It takes longer than that, and nobody waited to see how long. */
  readonly givenUp?: boolean
  /** None where no file was made. */
  readonly png?: { readonly width: number; readonly height: number; readonly bytes: number }
}

export async function pictures(): Promise<void> {
  await setup()
  const product = await startProduct()
  const mermaid = await fetched()
  const rows: string[][] = []
  try {
    for (const steps of [100, 1000]) rows.push(...(await rowsOf(product, generatedChart(steps), mermaid)))
    printTable(
      'PICTURES  the external flow chart on A3 as PNG, 300 dpi; ours counts from the click to the file',
      ['steps, how', 'ms', 'of html-to-image', 'pixels', 'KB'],
      rows,
    )
    await publicPages(product)
  } finally {
    await product.close()
  }
}

async function fetched(): Promise<string | undefined> {
  console.log(`\nmermaid ${mermaidVersion}: fetched into a folder of its own, for this run only`)
  return fetchedMermaid().catch((error: unknown) => {
    console.log(`mermaid: not measured: ${String(error).split('\n')[0]}`)
    return undefined
  })
}

async function rowsOf(product: Product, chart: Chart, mermaid: string | undefined): Promise<string[][]> {
  const context = await stranger(product.browser)
  const room = await context.newPage()
  await openAsFile(room, product.url, chart)
  const ours = [...(await pagePictures(room)), await commandLinePicture(chart)]
  const address = room.url()
  await room.close()
  const photo = await photograph(await context.newPage(), address, chart)
  const others = mermaid === undefined ? [] : [await drawnByMermaid(await context.newPage(), mermaid, chart)]
  await context.close()
  return [...ours, photo, ...others].map((one) =>
    rowOf(`${String(chart.steps.length).padEnd(4)}  ${one.how}`, one, photo),
  )
}

async function pagePictures(room: Page): Promise<Picture[]> {
  const asked = performance.now()
  const dialog = await openExport(room)
  const made: Picture[] = [
    { how: 'ours: the preview, from the click on export', ms: performance.now() - asked },
  ]
  for (const how of ['ours in the page, the first (fetches the fonts)', 'ours in the page, the second']) {
    const begun = performance.now()
    const png = await downloadPng(room, dialog)
    made.push(pictureOf(how, performance.now() - begun, png))
  }
  return made
}

async function commandLinePicture(chart: Chart): Promise<Picture> {
  const folder = mkdtempSync(join(tmpdir(), 'qingquan-bench-'))
  const [input, output] = [join(folder, 'chart.json'), join(folder, 'chart.png')]
  writeFileSync(input, writeChartFile(chart))
  const cli = join(import.meta.dirname, '../../src/cli/qingquan.js')
  const args = [
    cli,
    'render',
    input,
    '--view',
    'flow',
    '--edition',
    'external',
    '--paper',
    page.paper,
    '-o',
    output,
  ]
  const ms = await msOf(async () => promisify(execFile)(process.execPath, args))
  const picture = pictureOf('ours on the command line, start and layout included', ms, readFileSync(output))
  rmSync(folder, { recursive: true })
  return picture
}

/** The canvas in a page of its own, so that nothing of ours is in its way. */
async function photograph(room: Page, address: string, chart: Chart): Promise<Picture> {
  await room.goto(address)
  await drawnCanvas(room)
  const drawing = arrange(chart, { view: 'flow', edition: 'internal', measure })
  const photo = await canvasPhoto(room, drawing, pixels, cap)
  if (photo) return pictureOf('html-to-image on the canvas', photo.ms, photo.png)
  return { how: 'html-to-image on the canvas: given up', ms: cap, givenUp: true }
}

async function drawnByMermaid(room: Page, script: string, chart: Chart): Promise<Picture> {
  const how = `Mermaid ${mermaidVersion}, its SVG on a canvas`
  const photo = mermaidPhoto(room, script, chart, pixels)
  // Once given up, the page is closed, and what it then says about that is no news.
  photo.catch(() => undefined)
  const made = await Promise.race([
    photo,
    new Promise<undefined>((resolve) => setTimeout(resolve, cap, undefined).unref()),
  ])
  return made ? pictureOf(how, made.ms, made.png) : { how: `${how}: given up`, ms: cap }
}

/** The size is read from the file itself (PNG, 11.2.1): all are to be equally large. */
function pictureOf(how: string, ms: number, file: Buffer): Picture {
  return {
    how,
    ms,
    png: { width: file.readUInt32BE(16), height: file.readUInt32BE(20), bytes: file.length },
  }
}

function rowOf(name: string, { ms, png }: Picture, photo: Picture): string[] {
  const file = png ? [`${png.width} x ${png.height}`, (png.bytes / 1000).toFixed(0)] : ['', '']
  const part = `${photo.givenUp ? '<' : ''}${ratio(ms, photo.ms)}`
  return [name, ms.toFixed(0), part, ...file]
}
