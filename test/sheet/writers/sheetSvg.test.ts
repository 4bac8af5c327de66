import { expect, it } from 'vitest'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import { sheetSvg } from '../../../src/sheet/writers/sheetSvg.ts'
import { flowNames } from '../../support/flows.ts'
import { contentOf, fonts, realChart, textsOf } from '../../support/sheets.ts'
import type { Sheet } from '../../../src/sheet/displayList.ts'

const allowed = new Set(['svg', 'rect', 'path', 'text', 'g', 'title'])
const attributes = new Set(
  'xmlns lang width height viewBox fill font-family x y rx d stroke stroke-width stroke-dasharray transform font-size font-weight textLength lengthAdjust'.split(
    ' ',
  ),
)

async function sheetOf(name: string): Promise<Sheet> {
  const content = await contentOf({ name: 'internal', chart: realChart(name) }, 'columns')
  return composeSheet(content, { paper: 'A3', landscape: false })
}

it('[SH5] is made of the plainest elements and attributes', async () => {
  for (const name of flowNames.filter((_, i) => i % 3 === 0)) {
    const sheet = await sheetOf(name)
    for (const svg of [
      sheetSvg(sheet, { text: 'live', title: '标题' }),
      sheetSvg(sheet, { text: 'outlined', fonts: await fonts() }),
    ]) {
      expect(
        [...svg.matchAll(/<([a-zA-Z]+)/gu)].map(([, tag]) => tag!).filter((tag) => !allowed.has(tag)),
      ).toEqual([])
      const used = [...svg.matchAll(/ ([a-zA-Z:-]+)="/gu)].map(([, attribute]) => attribute!)
      expect(used.filter((attribute) => !attributes.has(attribute))).toEqual([])
      expect(svg).not.toMatch(/NaN|undefined|Infinity/u)
    }
  }
})

it('[SH5] is exactly as large as the paper', async () => {
  const svg = sheetSvg(await sheetOf('02'), { text: 'live' })
  expect(svg).toContain('width="297mm" height="420mm" viewBox="0 0 297 420"')
})

it('[SH5] live text is the text of the sheet, run by run; outlined there is none', async () => {
  const sheet = await sheetOf('02')
  const live = sheetSvg(sheet, { text: 'live' })
  const said = [...live.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text)
  expect(said).toEqual(textsOf(sheet.items).map(({ text }) => text))
  const outlined = sheetSvg(sheet, { text: 'outlined', fonts: await fonts() })
  expect(outlined).not.toContain('<text')
  expect(outlined).not.toMatch(/\p{Script=Han}/u)
})

it('[SH5] says what XML must not be told raw', () => {
  const text = { kind: 'text', x: 0, y: 0, size: 1, weight: 'regular', fill: '#000000', width: 1 } as const
  const sheet: Sheet = { width: 1, height: 1, items: [{ ...text, text: '<&"甲' }], smallestText: 1 }
  expect(sheetSvg(sheet, { text: 'live' })).toContain('>&#60;&#38;&#34;甲</text>')
})
