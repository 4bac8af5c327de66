/**
 * Contact sheets: every one of the twenty charts, in each arrangement and style, as the
 * mean brightness of tiles. Larger changes of any of the 180 are seen; what they looked
 * like when somebody last looked is in test/fixtures/pictures/sheet-*.png, twenty to a
 * sheet. `GOLDEN=new` draws them anew; look at them before you keep them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import type { View } from '../../src/model/chart.ts'
import { picturePng } from '../../src/publicationRenderer/png.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { plainPageStyle } from '../../src/sheet/pageStyle.ts'
import type { StyleName } from '../../src/sheet/styles.ts'
import { flowNames } from '../support/flows.ts'
import { contentOf, fonts, realChart } from '../support/sheets.ts'

const folder = new URL('../fixtures/pictures/', import.meta.url)

/** px of a picture, and of a tile; 54 × 76 tiles a chart. */
const picture = { width: 216, height: 304 } as const
const tile = 4
const thumb = { width: picture.width / tile, height: picture.height / tile } as const
const perRow = 5

const views: readonly View[] = ['flow', 'lanes', 'columns']
const styles: readonly StyleName[] = ['plain', 'blue', 'mono']
const sheets = views.flatMap((view) => styles.map((style) => [view, style] as const))

it.each(sheets)('[SH20] all twenty charts as %s, %s look as they did', async (view, style) => {
  const names = flowNames
  const rows = Math.ceil(names.length / perRow)
  const drawn = new PNG({ width: perRow * thumb.width, height: rows * thumb.height, fill: true })
  for (const [index, name] of names.entries()) place(drawn, index, await picturedChart(name, view, style))
  const file = new URL(`sheet-${view}-${style}.png`, folder)
  if (process.env['GOLDEN'] === 'new') keep(file, drawn)
  expect(existsSync(file), `no picture ${file.pathname}: draw it with GOLDEN=new and look at it`).toBe(true)
  const kept = PNG.sync.read(readFileSync(file))
  expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height])
  const changed = names.filter((_, index) => difference(drawn, kept, index) > 0.004)
  expect(changed).toEqual([])
})

async function picturedChart(name: string, view: View, style: StyleName): Promise<PNG> {
  const edition = { name: 'internal', chart: realChart(name) } as const
  const pageStyle = { ...plainPageStyle, style }
  const sheet = composeSheet(await contentOf(edition, view), { paper: 'A3', landscape: false }, pageStyle)
  return PNG.sync.read(Buffer.from(await picturePng(sheet, picture, await fonts())))
}

function place(sheet: PNG, index: number, { data, width }: PNG): void {
  const { left, top } = cornerOf(index)
  for (let y = 0; y < thumb.height; y += 1)
    for (let x = 0; x < thumb.width; x += 1) {
      const at = 4 * ((top + y) * sheet.width + left + x)
      sheet.data.fill(brightness(data, width, x * tile, y * tile), at, at + 3)
      sheet.data[at + 3] = 255
    }
}

/** Of a tile, as the eye weighs it. */
function brightness(data: Buffer, width: number, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + tile; y += 1)
    for (let x = left; x < left + tile; x += 1) {
      const at = 4 * (y * width + x)
      sum += 0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!
    }
  return Math.round(sum / tile / tile)
}

function cornerOf(index: number): { readonly left: number; readonly top: number } {
  return { left: (index % perRow) * thumb.width, top: Math.floor(index / perRow) * thumb.height }
}

/** The share of a chart's tiles that are lighter or darker by a tenth. */
function difference(a: PNG, b: PNG, index: number): number {
  const { left, top } = cornerOf(index)
  let different = 0
  for (let y = top; y < top + thumb.height; y += 1)
    for (let x = left; x < left + thumb.width; x += 1) {
      const at = 4 * (y * a.width + x)
      if (Math.abs(a.data[at]! - b.data[at]!) > 25) different += 1
    }
  return different / thumb.width / thumb.height
}

function keep(file: URL, sheet: PNG): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, PNG.sync.write(sheet, { colorType: 0, deflateLevel: 9 }))
}
