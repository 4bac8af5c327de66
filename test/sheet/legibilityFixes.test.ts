import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { View } from '../../src/model/chart.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { plainPageStyle } from '../../src/sheet/pageStyle.ts'
import type { PageOrder } from '../../src/sheet/pageContent.ts'
import { solidRects } from '../../src/sheet/solidRects.ts'
import { tiledPdf } from '../../src/sheet/writers/sheetPdf.ts'
import { pageSize, type Page } from '../../src/sheet/papers.ts'
import { phonePicture, wordPicture } from '../../src/sheet/pictures.ts'
import { leastText, neededText, readableFrom, usualDistance } from '../../src/sheet/readingDistance.ts'
import { legibilityFixes } from '../../src/sheet/legibilityFixes.ts'
import type { SheetContent } from '../../src/sheet/sheetContent.ts'
import { splitContent } from '../../src/sheet/split/splitContent.ts'
import { tiled } from '../../src/sheet/tiled.ts'
import { chartOf } from '../support/chartOf.ts'
import { flowNames } from '../support/flows.ts'
import { pdfInfo, pdfPages, pdfText } from '../support/poppler.ts'
import { contentOf, fitted, fonts, outside, placedInk, realChart, wordsOf } from '../support/sheets.ts'

const a4: Page = { paper: 'A4', landscape: false }
const long = chartOf(Array.from({ length: 30 }, (_, i) => `办理环节${i}`).join(' → '))

describe('[SH15] what can be read from where', () => {
  it('14 pt at one metre, as the field has it; never under 2.6 mm; the larger the paper, the farther away', () => {
    expect((neededText(1) * 14) / 11).toBeCloseTo((14 * 25.4) / 72, 0)
    expect(neededText(0.1)).toBe(leastText)
    expect(readableFrom(neededText(2))).toBeCloseTo(2)
    const distances = (['A4', 'A3', 'A2', 'A1', 'A0'] as const).map((paper) => usualDistance[paper])
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
  })
})

describe('[SH16] repairs', () => {
  it('do what they say, the cheapest first', async () => {
    const page: Page = { paper: 'A4', landscape: true }
    const chart = chartOf(Array.from({ length: 48 }, (_, i) => `办理环节${i}`).join(' → '))
    const order = { edition: { name: 'internal', chart }, view: 'flow', page } as const
    const smallest = async (other: Partial<PageOrder>) => {
      const changed = { ...order, ...other }
      const content = await fitted(changed)
      const parts = changed.parts === undefined ? [content] : splitContent(content, changed.parts)
      return Math.min(...parts.map((part) => composeSheet(part, changed.page).smallestText))
    }
    const needed = leastText
    expect(await smallest({})).toBeLessThan(needed)
    const found = await legibilityFixes({
      order,
      needed: () => leastText,
      views: ['flow', 'lanes'],
      fit: fitted,
    })
    const kinds = ['turned', 'larger', 'view', 'split', 'tiles']
    expect(found.map(({ kind }) => kind)).toEqual(
      kinds.filter((kind) => found.some((one) => one.kind === kind)),
    )
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['larger', 'split', 'tiles']))
    for (const repair of found) {
      if (repair.kind === 'turned' || repair.kind === 'larger')
        expect(await smallest({ page: repair.page })).toBeGreaterThanOrEqual(needed)
      if (repair.kind === 'split')
        expect(await smallest({ parts: repair.parts })).toBeGreaterThanOrEqual(needed)
      if (repair.kind === 'tiles') {
        const poster = composeSheet(await fitted({ ...order, page: repair.page }), repair.page)
        expect(repair.sheets).toBe(tiled(poster, repair.on).tiles.length)
      }
    }
  })

  it('offer another view where that one can be read, and nothing where all is well', async () => {
    const edition = { name: 'internal', chart: realChart('13') } as const
    const at = async (view: View) => composeSheet(await fitted({ edition, view, page: a4 }), a4).smallestText
    const sizes = { flow: await at('flow'), lanes: await at('lanes') }
    const [small, large] =
      sizes.flow < sizes.lanes ? (['flow', 'lanes'] as const) : (['lanes', 'flow'] as const)
    const needed = (sizes.flow + sizes.lanes) / 2
    const order = { edition, view: small, page: a4 }
    const found = await legibilityFixes({
      order,
      needed: () => needed,
      views: ['flow', 'lanes'],
      fit: fitted,
    })
    expect(found).toContainEqual({ kind: 'view', view: large })
  })
})

describe('[SH17] a split chart', () => {
  const contents: SheetContent[] = []
  beforeAll(async () => {
    const views: readonly View[] = ['flow', 'lanes', 'columns']
    for (const [i, name] of flowNames.entries())
      contents.push(await contentOf({ name: 'internal', chart: realChart(name) }, views[i % 3]!))
  })

  it('has every step on one part, every connector on two, and nothing over the frame', () => {
    let split = 0
    for (const content of contents)
      for (const count of [2, 3]) {
        const parts = splitContent(content, count)
        if (parts.length === 0) continue
        split += 1
        const steps = parts.flatMap(({ edition }) => edition.chart.steps.map(({ id }) => id))
        expect(steps.toSorted()).toEqual(content.edition.chart.steps.map(({ id }) => id).toSorted())
        const letters = parts.flatMap(({ part }) => part!.connectors.map(({ letter }) => letter))
        const counts = Map.groupBy(letters, (letter) => letter)
        expect([...counts.values()].every((both) => both.length === 2)).toBe(true)
        parts.forEach((part, i) => {
          const sheet = composeSheet(part, a4)
          const [, frame, ...rest] = placedInk(sheet.items)
          expect(outside(rest, frame!.bounds)).toEqual([])
          expect(wordsOf(sheet.items)).toContain(`第${i + 1}张（共${count}张）`)
        })
      }
    expect(split).toBeGreaterThan(20)
  })

  it('draws no line through a step or a connector that is not its own', () => {
    for (const content of contents)
      for (const part of splitContent(content, 2)) {
        const { steps, flowlines } = part.arrangement
        const own = new Map(part.edition.chart.flowlines.map(({ id, from, to }) => [id, [from, to]]))
        for (const [id, { points }] of Object.entries(flowlines))
          for (const [i, [x1, y1]] of points.slice(0, -1).entries()) {
            const [x2, y2] = points[i + 1]!
            const through = Object.entries(steps).filter(
              ([step, box]) =>
                !own.get(id)!.includes(step) &&
                Math.max(x1, x2) > box.x + 2 &&
                Math.min(x1, x2) < box.x + box.width - 2 &&
                Math.max(y1, y2) > box.y + 2 &&
                Math.min(y1, y2) < box.y + box.height - 2,
            )
            expect(through).toEqual([])
          }
      }
  })

  it('explains its connectors in the legend', async () => {
    const content = await contentOf({ name: 'internal', chart: long }, 'flow')
    const [first, second] = splitContent(content, 2).map((part) => wordsOf(composeSheet(part, a4).items))
    expect(first).toContain('A连接符')
    expect(second).toContain('A连接符')
  })
})

describe('[SH18] a poster in tiles', () => {
  it('covers the whole poster, neighbours share 10 mm, and no box is cut where there is room', async () => {
    for (const [name, view] of [
      ['01', 'flow'],
      ['10', 'lanes'],
    ] as const)
      for (const paper of ['A3', 'A1', '600x900'] as const) {
        const content = await contentOf({ name: 'internal', chart: realChart(name) }, view)
        const poster = composeSheet(content, { paper, landscape: false })
        const { tiles, rows, columns, pageSize: size } = tiled(poster, 'A4')
        expect(tiles).toHaveLength(rows * columns)
        for (const { row, column, source, window } of tiles) {
          expect(window.x + window.width).toBeLessThanOrEqual(size.width - 7.9)
          expect(window.y + window.height).toBeLessThanOrEqual(size.height - 19.9)
          const right = tiles.find((one) => one.row === row && one.column === column + 1)
          const below = tiles.find((one) => one.row === row + 1 && one.column === column)
          expect(source.x + source.width).toBeCloseTo(
            right === undefined ? poster.width : right.source.x + 10,
          )
          expect(source.y + source.height).toBeCloseTo(
            below === undefined ? poster.height : below.source.y + 10,
          )
        }
        const boxes = solidRects(poster.items).filter((rect) => rect.width < 100 && rect.height < 60)
        const cut = boxes.filter((box) =>
          tiles.some(
            ({ source, column }) => column > 1 && box.x < source.x + 5 && source.x + 5 < box.x + box.width,
          ),
        )
        // Large boxes on large paper leave no free column at all; then few are cut, and no character.
        expect(cut.length / boxes.length).toBeLessThan(0.12)
      }
  })

  it('is one PDF whose pages put together are the poster', async () => {
    const content = await contentOf({ name: 'internal', chart: realChart('01') }, 'flow')
    const poster = composeSheet(content, { paper: 'A2', landscape: false })
    const tiling = tiled(poster, 'A4')
    const pdf = tiledPdf(poster, tiling, await fonts(), { title: '图' })
    expect(pdfInfo(pdf)).toContain(`Pages:           ${tiling.tiles.length}`)
    expect(pdfText(pdf)).toContain(`行1 列2，共 ${tiling.tiles.length} 张`)
    expect(pdfText(pdf)).toContain('100 毫米')
    // The poster is in the file once: twice the pages are hardly more bytes.
    expect(pdf.length).toBeLessThan(150_000)
    const dpi = 25.4
    const sheets = pdfPages(pdf, dpi).map((page) => PNG.sync.read(page))
    const whole = PNG.sync.read(
      pdfPages(
        tiledPdf(poster, { ...tiling, pageSize: poster, tiles: [wholeTile(poster)] }, await fonts()),
        dpi,
      )[0]!,
    )
    tiling.tiles.forEach(({ source, window }, i) => {
      let wrong = 0
      for (let y = 8; y < source.height - 2; y += 2)
        for (let x = 8; x < source.width - 2; x += 2)
          if (
            Math.abs(grey(sheets[i]!, window.x + x, window.y + y) - grey(whole, source.x + x, source.y + y)) >
            100
          )
            wrong += 1
      expect(wrong / ((source.width * source.height) / 4)).toBeLessThan(0.02)
    })
  })
})

describe('[SH19] pictures', () => {
  it('for Word: 160 mm at 300 dpi, the drawing and nothing else', async () => {
    const content = await contentOf({ name: 'internal', chart: realChart('01') }, 'flow')
    const { sheet, pixels } = wordPicture(content, plainPageStyle)
    expect([sheet.width, pixels.width]).toEqual([160, 1890])
    expect(sheet.height).toBeLessThanOrEqual(241)
    expect(wordsOf(sheet.items)).not.toContain('图例')
    expect(wordsOf(sheet.items)).not.toContain(content.edition.chart.header.title)
    expect(wordsOf(sheet.items)).toContain('核验材料')
  })

  it('for WeChat: 1080 pixels wide, the heading, the drawing and every step in words', async () => {
    for (const name of flowNames) {
      const content = await contentOf({ name: 'internal', chart: realChart(name) }, 'flow')
      const { sheet, pixels } = phonePicture(content, plainPageStyle)
      expect(pixels.width).toBe(1080)
      const paper = { left: 0, top: 0, right: sheet.width, bottom: sheet.height }
      expect(outside(placedInk(sheet.items), paper)).toEqual([])
      const said = wordsOf(sheet.items).replace(/\s/gu, '')
      content.edition.chart.steps.forEach((step, i) =>
        expect(said).toContain(`${i + 1}.${step.name}`.replace(/\s/gu, '')),
      )
    }
  })

  it('for WeChat: words of 38 pixels and more, whatever the drawing needs', async () => {
    const content = await contentOf({ name: 'internal', chart: realChart('13') }, 'flow')
    const words = placedInk(phonePicture(content, plainPageStyle).sheet.items).filter(
      ({ ink }) => ink.kind === 'text',
    )
    const drawn = content.edition.chart.steps.length
    const large = words.filter(({ bounds }) => (bounds.bottom - bounds.top) / 0.92 >= 3.79)
    expect(large.length).toBeGreaterThan(2 * drawn)
  })
})

function wholeTile(poster: { readonly width: number; readonly height: number }) {
  const all = { x: 0, y: 0, width: poster.width, height: poster.height }
  return { row: 1, column: 1, source: all, window: all, marks: [] }
}

function grey({ data, width }: PNG, x: number, y: number): number {
  return data[4 * (Math.round(y) * width + Math.round(x))]!
}

it('pages of every paper are as large as they say', () => {
  expect(pageSize({ paper: '800x1200', landscape: true })).toEqual({ width: 1200, height: 800 })
})
