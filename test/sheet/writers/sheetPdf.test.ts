import type { PNG } from 'pngjs'
import { beforeAll, expect, it } from 'vitest'
import type { Chart, View } from '../../../src/model/chart.ts'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import type { Sheet } from '../../../src/sheet/displayList.ts'
import { sheetPdf, sheetsPdf } from '../../../src/sheet/writers/sheetPdf.ts'
import { sheetSvg } from '../../../src/sheet/writers/sheetSvg.ts'
import { paperNames, pageSize, type Page } from '../../../src/sheet/papers.ts'
import { pdfFonts, pdfInfo, pdfPixels, pdfText, svgPixels } from '../../support/poppler.ts'
import { contentOf, fonts, realChart } from '../../support/sheets.ts'

// So that no test is counted slow for reading them.
beforeAll(fonts)

const a3: Page = { paper: 'A3', landscape: false }

async function sheetOf(chart: Chart, view: View, page: Page = a3): Promise<Sheet> {
  return composeSheet(await contentOf({ name: 'internal', chart }, view), page)
}

it('[SH6] its text can be read back: title, steps, posts, limits', async () => {
  const chart = realChart('01')
  const pdf = sheetPdf(await sheetOf(chart, 'flow'), await fonts(), { title: chart.header.title })
  const said = pdfText(pdf).replace(/\s/gu, '')
  expect(said).toContain(chart.header.title.replace(/\s/gu, ''))
  for (const words of ['提出办理意见', '承办监督员', '（1个工作日）', '不予受理', '内部公开', '局长批准'])
    expect(said).toContain(words)
})

it('[SH6] the page is exactly the paper, and both fonts are embedded subsets', async () => {
  const sheet = await sheetOf(realChart('02'), 'flow')
  for (const paper of paperNames) {
    const { width, height } = pageSize({ paper, landscape: paper === 'A4' })
    // Only the page matters here: an empty one is quickly written.
    const pdf = sheetPdf({ ...sheet, width, height, items: [] }, await fonts())
    const box = /MediaBox:\s+0\.00\s+0\.00\s+([\d.]+)\s+([\d.]+)/u.exec(pdfInfo(pdf))!
    expect(Number(box[1])).toBeCloseTo((width / 25.4) * 72, 1)
    expect(Number(box[2])).toBeCloseTo((height / 25.4) * 72, 1)
  }
  const fontList = pdfFonts(sheetPdf(sheet, await fonts()))
  expect(fontList.match(/CID TrueType\s+Identity-H\s+yes yes yes/gu)).toHaveLength(2)
})

it('[SH6] shows the same as the SVG, by the pixels of two other programs', async () => {
  for (const [name, view] of [
    ['10', 'lanes'],
    ['03', 'columns'],
  ] as const) {
    const sheet = await sheetOf(realChart(name), view)
    const [width, height] = [891, 1260]
    const pdf = pdfPixels(sheetPdf(sheet, await fonts()), width, height)
    const svg = svgPixels(sheetSvg(sheet, { text: 'outlined', fonts: await fonts() }), width, height)
    expect([pdf.width, pdf.height]).toEqual([width, height])
    const [a, b] = [darkness(pdf), darkness(svg)]
    // Tile by tile, so that neither a lost glyph nor a shifted one hides in the sum.
    a.forEach((one, i) => expect(Math.abs(one - b[i]!)).toBeLessThan(0.035))
    // Poppler draws hairlines a little wider than librsvg.
    expect(Math.abs(sum(a) - sum(b)) / sum(b)).toBeLessThan(0.1)
  }
})

it('[SH6] is small, the same each time, and says nothing of where it was made', async () => {
  const sheet = await sheetOf(realChart('13'), 'flow')
  const pdf = sheetPdf(sheet, await fonts())
  expect(pdf.length).toBeLessThan(120_000)
  expect(sheetPdf(sheet, await fonts())).toEqual(pdf)
  const raw = Buffer.from(pdf).toString('latin1')
  for (const word of ['/Info', '/Producer', '/Creator', '/CreationDate', '/Author', '/Metadata', '/ID'])
    expect(raw).not.toContain(word)
})

it('[SH6] sheets are pages in their order, each as large as its paper', async () => {
  const both = [100, 200].map((width): Sheet => ({ width, height: 300, items: [], smallestText: 5 }))
  const info = pdfInfo(sheetsPdf(both, await fonts()))
  expect(info).toMatch(/Pages:\s+2\n/u)
  expect(info).toMatch(/Page size:\s+283\.46\d* x 850\.39/u)
})

/** How dark each tile of 50 × 53 pixels is, 0 to 1. */
function darkness(png: PNG): readonly number[] {
  const [across, down] = [18, 24]
  const tiles = Array.from({ length: across * down }, () => 0)
  for (let y = 0; y < png.height; y++)
    for (let x = 0; x < png.width; x++) {
      const at = 4 * (y * png.width + x)
      const grey = (png.data[at]! + png.data[at + 1]! + png.data[at + 2]!) / 3
      const tile = Math.floor((y * down) / png.height) * across + Math.floor((x * across) / png.width)
      tiles[tile]! += 1 - grey / 255
    }
  return tiles.map((dark) => (dark * across * down) / (png.width * png.height))
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
