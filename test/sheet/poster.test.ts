import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Chart } from '../../src/model/chart.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { picturePng } from '../../src/publicationRenderer/png.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { plainPageStyle, type PageStyle } from '../../src/sheet/pageStyle.ts'
import type { Sheet } from '../../src/sheet/displayList.ts'
import { MissingGlyphError } from '../../src/sheet/writers/font.ts'
import { sheetPdf, tiledPdf } from '../../src/sheet/writers/sheetPdf.ts'
import { EmblemError, pixelsOf, readEmblem } from '../../src/sheet/writers/pngPixels.ts'
import { sheetSvg } from '../../src/sheet/writers/sheetSvg.ts'
import { AddressError, isPrintableAddress } from '../../src/sheet/page/qrCode.ts'
import { paperNames, type Page } from '../../src/sheet/papers.ts'
import { phonePicture, wordPicture } from '../../src/sheet/pictures.ts'
import type { SheetContent } from '../../src/sheet/sheetContent.ts'
import { splitContent } from '../../src/sheet/split/splitContent.ts'
import { styleNames } from '../../src/sheet/styles.ts'
import { tiled } from '../../src/sheet/tiled.ts'
import { chartOf } from '../support/chartOf.ts'
import { codesIn, pdfPages, pdfText } from '../support/poppler.ts'
import { type Bounds, contentOf, fonts, outside, placedInk, realChart, wordsOf } from '../support/sheets.ts'
import { canReadCodes } from '../support/tools.ts'

const address = 'https://www.example.gov.cn/p/Ab3dEf9hK2mQ'
const pages: readonly Page[] = paperNames.flatMap((paper) => [
  { paper, landscape: false },
  { paper, landscape: true },
])
const a3: Page = { paper: 'A3', landscape: false }

function hung(chart: Chart): Chart {
  const { header } = chart
  return {
    ...chart,
    header: {
      ...header,
      supervisionPhone: '12345',
      consultPhone: '0551-1',
      issuedOn: '2026-09-18',
      versionMark: '第3版',
    },
  }
}

/** A blue disc on nothing. */
const emblem = readEmblem(discPng(120))
const pageStyle: PageStyle = { ...plainPageStyle, publicAddress: address, emblem }
let external: SheetContent
let internal: SheetContent

beforeAll(async () => {
  const chart = hung(realChart('01'))
  external = await contentOf({ name: 'external', chart: externalEdition(chart, {}) }, 'flow')
  internal = await contentOf({ name: 'internal', chart }, 'lanes')
})

describe('[SH11] a poster', () => {
  it('has its code, its phones, its date and its emblem inside the frame, none over another', () => {
    for (const page of pages)
      for (const style of styleNames) {
        const sheet = composeSheet(external, page, { ...pageStyle, style })
        const [, frame, ...rest] = placedInk(sheet.items)
        expect(outside(rest, frame!.bounds)).toEqual([])
        for (const words of [
          '扫码查看现行版本',
          '监督电话：12345',
          '咨询电话：0551-1',
          '第3版　2026年9月18日',
          '图例',
        ])
          expect(wordsOf(sheet.items)).toContain(words)
        const code = codeBounds(sheet)
        expect(code.right - code.left).toBeGreaterThanOrEqual(20)
        const over = placedInk(sheet.items).filter(
          ({ ink, bounds }) =>
            ink.kind === 'text' &&
            bounds.right > code.left &&
            bounds.left < code.right &&
            bounds.bottom > code.top &&
            bounds.top < code.bottom,
        )
        expect(over).toEqual([])
        const image = sheet.items.find((ink) => ink.kind === 'image')!
        const title = placedInk(sheet.items).find(({ ink }) => ink.kind === 'text')!
        expect(image.x + image.width).toBeLessThan(title.bounds.left)
      }
  })

  it.skipIf(!canReadCodes())(
    'is led to the public page by its code, in the PNG and in the PDF (needs zbar-tools)',
    async () => {
      const sheet = composeSheet(external, a3, { ...pageStyle, style: 'blue' })
      const size = { width: 1754, height: 2480 }
      expect(codesIn(await picturePng(sheet, size, await fonts()))).toEqual([address])
      expect(codesIn(pdfPages(sheetPdf(sheet, await fonts()), 150)[0]!)).toEqual([address])
      const small = composeSheet(external, { paper: 'A4', landscape: true }, pageStyle)
      expect(codesIn(pdfPages(sheetPdf(small, await fonts()), 200)[0]!)).toEqual([address])
    },
  )

  it('has a code on external charts only, and none of what is no address', () => {
    expect(wordsOf(composeSheet(internal, a3, pageStyle).items)).not.toContain('扫码')
    for (const wrong of [
      'javascript:alert(1)',
      'www.example.gov.cn',
      'https://',
      '',
      `https://a.cn/${'a'.repeat(4000)}`,
    ]) {
      expect(isPrintableAddress(wrong)).toBe(false)
      expect(() => composeSheet(external, a3, { ...pageStyle, publicAddress: wrong })).toThrow(AddressError)
    }
    expect(isPrintableAddress('https://某县.政务.cn/p/公示')).toBe(true)
  })
})

describe('[SH12] a style', () => {
  it('changes colours and the frame, and not where anything stands', () => {
    const words = styleNames.map((style) =>
      wordsOf(composeSheet(internal, a3, { ...plainPageStyle, style }).items),
    )
    expect(new Set(words).size).toBe(1)
    expect(composeSheet(internal, a3, plainPageStyle)).toEqual(composeSheet(internal, a3))
  })

  it('黑白 is black, white and one grey, and kinds, returns and levels still tell themselves apart', async () => {
    const chart: Chart = {
      ...chartOf('申请 → 审查 → 决定；审查 -退回→ 申请', {
        申请: { kind: 'terminator' },
        决定: { kind: 'decision' },
      }),
      risks: (['high', 'medium', 'low'] as const).map((level, i) => ({
        id: level,
        order: `a${i}`,
        step: ['申请', '审查', '决定'][i]!,
        text: '甲',
        level,
      })),
    }
    const sheet = composeSheet(await contentOf({ name: 'internal', chart }, 'columns'), a3, {
      ...plainPageStyle,
      style: 'mono',
    })
    const colours = placedInk(sheet.items).flatMap(({ ink }) =>
      ink.kind === 'text' ? [ink.fill] : [ink.fill, ink.stroke].filter((colour) => colour !== undefined),
    )
    expect([...new Set(colours)].sort()).toEqual(['#000000', '#6e6e6e', '#e4e4e4', '#ffffff'])
    // White on black, and the word says the level.
    for (const word of ['高', '中', '低'])
      expect(
        placedInk(sheet.items).some(
          ({ ink }) => ink.kind === 'text' && ink.text === word && ink.fill === '#ffffff',
        ),
      ).toBe(true)
    expect(placedInk(sheet.items).some(({ ink }) => ink.kind === 'path' && ink.dash !== undefined)).toBe(true)
  })

  it('黑白 has no colour in its pixels', async () => {
    const sheet = composeSheet(internal, a3, { ...plainPageStyle, style: 'mono', watermark: true })
    const { data } = PNG.sync.read(
      Buffer.from(await picturePng(sheet, { width: 594, height: 840 }, await fonts())),
    )
    let coloured = 0
    for (let at = 0; at < data.length; at += 4)
      if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) coloured += 1
    expect(coloured).toBe(0)
  })
})

describe('[SH13] the watermark 内部公开', () => {
  const marked: PageStyle = { ...plainPageStyle, watermark: true }

  it('is on internal sheets only, and on their pictures', () => {
    expect(isMarked(composeSheet(internal, a3, marked))).toBe(true)
    expect(isMarked(wordPicture(internal, marked).sheet)).toBe(true)
    expect(isMarked(phonePicture(internal, marked).sheet)).toBe(true)
    expect(isMarked(composeSheet(external, a3, marked))).toBe(false)
    expect(isMarked(phonePicture(external, marked).sheet)).toBe(false)
  })

  it('is seen in PNG, SVG and PDF, alike, and leaves nine tenths of the contrast', async () => {
    const size = { width: 594, height: 840 }
    const [plain, sheet] = [composeSheet(internal, a3), composeSheet(internal, a3, marked)]
    const before = PNG.sync.read(Buffer.from(await picturePng(plain, size, await fonts())))
    const png = PNG.sync.read(Buffer.from(await picturePng(sheet, size, await fonts())))
    const pdf = PNG.sync.read(pdfPages(sheetPdf(sheet, await fonts()), 50.8)[0]!)
    const changed = shareChanged(before, png)
    expect(changed.share).toBeGreaterThan(0.03)
    expect(changed.most).toBeLessThan(0.1)
    expect(Math.abs(meanGrey(png) - meanGrey(pdf))).toBeLessThan(0.012)
    expect(pdfText(sheetPdf(sheet, await fonts()))).toContain('内部公开')
    expect(sheetSvg(sheet, { text: 'live' })).toContain('opacity="0.065"')
  })
})

describe('[SH14] the emblem', () => {
  it('is in the SVG, in the PDF and in the PNG, with nothing but its pixels', async () => {
    const sheet = composeSheet(external, a3, pageStyle)
    const svg = sheetSvg(sheet, { text: 'live' })
    expect(svg.match(/<image [^>]*xlink:href="data:image\/png;base64,[\w+/=]+"\/>/gu)).toHaveLength(1)
    expect(svg).not.toMatch(/href="(?!data:)/u)
    const size = { width: 1188, height: 1680 }
    const png = PNG.sync.read(Buffer.from(await picturePng(sheet, size, await fonts())))
    const pdf = PNG.sync.read(pdfPages(sheetPdf(sheet, await fonts()), 101.6)[0]!)
    const image = sheet.items.find((ink) => ink.kind === 'image')!
    const middle = [image.x + image.width / 2, image.y + image.height / 2] as const
    for (const picture of [png, pdf]) {
      expect(pixelAt(picture, middle[0] * 4, middle[1] * 4)).toEqual([20, 60, 160])
      // Outside the disc it is transparent, and the paper shows.
      expect(pixelAt(picture, image.x * 4 + 2, image.y * 4 + 2)).toEqual([255, 255, 255])
    }
  })

  it('says nothing but pixels, whatever the file said', () => {
    const told = Buffer.concat([
      Buffer.from(discPng(8)).subarray(0, 33),
      Buffer.from([0, 0, 0, 10, ...Buffer.from('tEXtAuthor\0张'), 0, 0, 0, 0]),
      Buffer.from(discPng(8)).subarray(33),
    ])
    expect(Buffer.from(readEmblem(told).png).includes('Author')).toBe(false)
    expect(pixelsOf(readEmblem(told).png).rgba).toEqual(pixelsOf(discPng(8)).rgba)
  })

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', new Uint8Array(0)],
    ['half a PNG', discPng(40).subarray(0, 60)],
    [
      'a PNG of sixteen bits',
      PNG.sync.write(new PNG({ width: 2, height: 2, bitDepth: 16 }), { bitDepth: 16 }),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(() => readEmblem(bytes)).toThrow(EmblemError)
  })

  it.each([0, 2, 4, 6] as const)('reads pixels of colour type %i as other programs do', (colorType) => {
    const own = PNG.sync.read(Buffer.from(discPng(30)))
    const written = PNG.sync.write(own, { colorType, inputHasAlpha: true })
    expect(Buffer.from(pixelsOf(written).rgba)).toEqual(PNG.sync.read(written).data)
  })
})

it('[SH8] a character that the font lacks is named by every new writer too', async () => {
  const chart = chartOf('受理\u{10FFFD}申请 → 审查 → 办结')
  const content = await contentOf({ name: 'internal', chart }, 'flow')
  const opened = await fonts()
  const poster = composeSheet(content, a3)
  const writers: readonly (() => unknown)[] = [
    () => tiledPdf(poster, tiled(poster, 'A4'), opened),
    () => sheetPdf(wordPicture(content, plainPageStyle).sheet, opened),
    () => sheetPdf(phonePicture(content, plainPageStyle).sheet, opened),
    () => sheetSvg(composeSheet(splitContent(content, 2)[0]!, a3), { text: 'outlined', fonts: opened }),
  ]
  for (const write of writers) expect(write).toThrow(MissingGlyphError)
})

function isMarked(sheet: Sheet): boolean {
  return sheet.items.some(({ kind }) => kind === 'overlay')
}

/** The code is the one path of pure black with very many corners. */
function codeBounds(sheet: Sheet): Bounds {
  const found = placedInk(sheet.items).find(({ ink }) => ink.kind === 'path' && ink.path.length > 500)
  return found!.bounds
}

function discPng(size: number): Uint8Array {
  const png = new PNG({ width: size, height: size })
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const inside = Math.hypot(x - size / 2, y - size / 2) < size / 2 - 1
      png.data.set(inside ? [20, 60, 160, 255] : [20, 60, 160, 0], 4 * (y * size + x))
    }
  return PNG.sync.write(png)
}

function pixelAt({ data, width }: PNG, x: number, y: number): readonly number[] {
  const at = 4 * (Math.round(y) * width + Math.round(x))
  return [...data.subarray(at, at + 3)]
}

function shareChanged(a: PNG, b: PNG): { readonly share: number; readonly most: number } {
  let changed = 0
  let most = 0
  for (let at = 0; at < a.data.length; at += 4) {
    const difference = Math.abs(a.data[at]! - b.data[at]!) / 255
    if (difference > 0.02) changed += 1
    most = Math.max(most, difference)
  }
  return { share: changed / (a.data.length / 4), most }
}

function meanGrey({ data }: PNG): number {
  let sum = 0
  for (let at = 0; at < data.length; at += 4) sum += data[at]! + data[at + 1]! + data[at + 2]!
  return sum / (data.length / 4) / 3 / 255
}
