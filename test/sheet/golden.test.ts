/**
 * Golden pictures: charts × views × styles drawn through resvg with our own font, and compared
 * with what they looked like when somebody last looked. They show that a sheet has changed,
 * not that it was right; small as they are, they see that one character has become another,
 * and not a hair's breadth of a shift, or a shade. `GOLDEN=new` draws them anew; look at them
 * before you keep them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import type { Chart, View } from '../../src/model/chart.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { picturePng } from '../../src/publicationRenderer/png.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { plainPageStyle, type PageStyle } from '../../src/sheet/pageStyle.ts'
import type { StyleName } from '../../src/sheet/styles.ts'
import { fitted, fonts, realChart } from '../support/sheets.ts'

const folder = new URL('../fixtures/pictures/', import.meta.url)
const size = { width: 446, height: 630 } as const
const page = { paper: 'A3', landscape: false } as const

const golden: readonly (readonly [string, View, StyleName, 'internal' | 'external'])[] = [
  ['01', 'flow', 'plain', 'internal'],
  ['01', 'lanes', 'blue', 'external'],
  ['03', 'columns', 'plain', 'internal'],
  ['03', 'columns', 'mono', 'internal'],
  ['04', 'lanes', 'plain', 'internal'],
  ['10', 'flow', 'blue', 'internal'],
  ['10', 'lanes', 'mono', 'internal'],
  ['13', 'flow', 'blue', 'external'],
]

it.each(golden)('[SH20] chart %s as %s, %s, %s looks as it did', async (name, view, style, edition) => {
  const file = new URL(`${name}-${view}-${style}-${edition}.png`, folder)
  const drawn = await drawing(realChart(name), view, style, edition)
  if (process.env['GOLDEN'] === 'new') keep(file, drawn)
  expect(existsSync(file), `no picture ${file.pathname}: draw it with GOLDEN=new and look at it`).toBe(true)
  const kept = PNG.sync.read(readFileSync(file))
  expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height])
  expect(difference(drawn, kept)).toBeLessThan(0.002)
  expect(largestDifference(drawn, kept)).toBeLessThan(oneCharacter)
})

async function drawing(
  chart: Chart,
  view: View,
  style: StyleName,
  edition: 'internal' | 'external',
): Promise<PNG> {
  const shown =
    edition === 'internal'
      ? ({ name: edition, chart } as const)
      : ({ name: edition, chart: externalEdition(chart, {}) } as const)
  const pageStyle: PageStyle = {
    ...plainPageStyle,
    style,
    watermark: style === 'plain',
    publicAddress: 'https://example.gov.cn/p/abc',
  }
  const sheet = composeSheet(await fitted({ edition: shown, view, page, pageStyle }), page, pageStyle)
  return PNG.sync.read(Buffer.from(await picturePng(sheet, size, await fonts())))
}

it('[SH20] sees that one step is gone', () => {
  const kept = PNG.sync.read(readFileSync(new URL('01-flow-plain-internal.png', folder)))
  const changed = PNG.sync.read(readFileSync(new URL('01-flow-plain-internal.png', folder)))
  expect(difference(kept, changed)).toBe(0)
  const box = { x: 186, y: 300, width: 68, height: 36 }
  for (let y = 0; y < box.height; y++)
    changed.data.fill(255, 4 * ((box.y + y) * 446 + box.x), 4 * ((box.y + y) * 446 + box.x + box.width))
  expect(difference(kept, changed)).toBeGreaterThan(0.002)
})

it.each([
  ['01', 'flow', 'plain', 'internal', '审', '申'],
  ['10', 'flow', 'blue', 'internal', '处罚', '处刑'],
  ['13', 'flow', 'blue', 'external', '审核', '审该'],
] as const)(
  '[SH20] sees in chart %s as %s, %s, %s that %s has become %s, once',
  async (name, view, style, edition, was, is) => {
    const chart = realChart(name)
    const at = chart.steps.findIndex((step) => step.name.includes(was))
    const steps = chart.steps.map((step, i) =>
      i === at ? { ...step, name: step.name.replace(was, is) } : step,
    )
    const kept = PNG.sync.read(readFileSync(new URL(`${name}-${view}-${style}-${edition}.png`, folder)))
    const changed = await drawing({ ...chart, steps }, view, style, edition)
    expect(largestDifference(changed, kept)).toBeGreaterThan(oneCharacter)
  },
)

function keep(file: URL, picture: PNG): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }))
}

/** px a tile. */
const tile = 9

/**
 * The share of tiles whose mean colour, as the eye weighs it, differs by more than a twentieth:
 * smoothing at edges, which may differ from one rasteriser to the next, does not count.
 */
function difference(a: PNG, b: PNG): number {
  let [different, tiles] = [0, 0]
  for (let top = 0; top + tile <= a.height; top += tile)
    for (let left = 0; left + tile <= a.width; left += tile) {
      tiles += 1
      const means = [0, 1, 2].map((channel) =>
        Math.abs(mean(a, left, top, channel) - mean(b, left, top, channel)),
      )
      if (0.3 * means[0]! + 0.59 * means[1]! + 0.11 * means[2]! > 255 / 20) different += 1
    }
  return different / tiles
}

/** A character is four pixels high, and one that has become another differs by 25 to 45. */
const character = 4
const oneCharacter = 16

/** Of all tiles as large as a character, the one that differs most: by how much brightness a pixel, in the mean. */
function largestDifference(a: PNG, b: PNG): number {
  let largest = 0
  for (let top = 0; top + character <= a.height; top += 2)
    for (let left = 0; left + character <= a.width; left += 2) {
      let sum = 0
      for (let y = top; y < top + character; y++)
        for (let x = left; x < left + character; x++) {
          const at = 4 * (y * a.width + x)
          sum += Math.abs(brightness(a.data, at) - brightness(b.data, at))
        }
      largest = Math.max(largest, sum / character / character)
    }
  return largest
}

/** As the eye weighs it. */
function brightness(data: Buffer, at: number): number {
  return 0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!
}

function mean({ data, width }: PNG, left: number, top: number, channel: number): number {
  let sum = 0
  for (let y = top; y < top + tile; y++)
    for (let x = left; x < left + tile; x++) sum += data[4 * (y * width + x) + channel]!
  return sum / tile / tile
}
