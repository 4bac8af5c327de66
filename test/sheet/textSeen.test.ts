/**
 * Text that is not only in a file but on the paper: in the place of every character of every
 * run there is something that is not the ground. A PDF whose font has lost its outlines still
 * tells pdftotext all its words.
 */
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import type { View } from '../../src/model/chart.ts'
import { picturePng } from '../../src/publicationRenderer/png.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import type { DisplayItem, PageItem, Sheet } from '../../src/sheet/displayList.ts'
import type { Fonts } from '../../src/sheet/writers/outlineText.ts'
import { sheetPdf } from '../../src/sheet/writers/sheetPdf.ts'
import { flowNames } from '../support/flows.ts'
import { pdfPixels } from '../support/poppler.ts'
import { contentOf, fonts, placedInk, realChart, wordsOf } from '../support/sheets.ts'

/** A3 at 150 dpi: the smallest text is sixteen pixels high. */
const size = { width: 1754, height: 2480 } as const
const page = { paper: 'A3', landscape: false } as const

let opened: Fonts

beforeAll(async () => {
  opened = await fonts()
})

async function sheetOf(name: string, view: View): Promise<Sheet> {
  const edition = { name: 'external', chart: externalEdition(realChart(name), {}) } as const
  return composeSheet(await contentOf(edition, view), page)
}

async function picture(sheet: Sheet): Promise<PNG> {
  return PNG.sync.read(Buffer.from(await picturePng(sheet, size, opened)))
}

const views: readonly View[] = ['flow', 'lanes', 'columns']

describe('[SH21] every character stands on the paper', () => {
  it.each(flowNames.filter((_, i) => i % 3 === 0).map((name, i) => [name, views[i % 3]!] as const))(
    'of chart %s as %s, in the PNG',
    async (name, view) => {
      const sheet = await sheetOf(name, view)
      expect(unseen(sheet, await picture(sheet))).toEqual([])
    },
  )

  it.each(['01', '10'])('of chart %s, in the PDF', async (name) => {
    const sheet = await sheetOf(name, 'flow')
    const pdf = sheetPdf(sheet, opened, { title: name })
    expect(unseen(sheet, pdfPixels(pdf, size.width, size.height))).toEqual([])
  })

  it('a run that is not drawn is missed, and a single character too', async () => {
    const sheet = await sheetOf('01', 'flow')
    const [run] = placedInk(sheet.items).flatMap(({ ink }) =>
      ink.kind === 'text' && ink.text.length > 3 ? [ink] : [],
    )
    const without = (text: string): Sheet => ({
      ...sheet,
      items: sheet.items.map((ink) => changed(ink, run!.text, text)),
    })
    expect(wordsOf(without('').items)).not.toBe(wordsOf(sheet.items))
    expect(unseen(sheet, await picture(without(run!.text.replaceAll(/[^]/gu, '　'))))).toEqual(
      Array.from(run!.text.replaceAll(/\s/gu, '')),
    )
    const [first = ''] = run!.text
    expect(unseen(sheet, await picture(without(`　${run!.text.slice(first.length)}`)))).toEqual([first])
  })
})

/** The same with the run of these words saying others. */
function changed<T extends PageItem>(ink: T, from: string, to: string): T
function changed(ink: PageItem, from: string, to: string): PageItem {
  if (ink.kind === 'text') return ink.text === from ? { ...ink, text: to } : ink
  if (ink.kind !== 'group' && ink.kind !== 'overlay') return ink
  return { ...ink, children: ink.children.map((child: DisplayItem) => changed(child, from, to)) }
}

/** The characters in whose place there is nothing. */
function unseen(sheet: Sheet, picture: PNG): readonly string[] {
  const [across, down] = [picture.width / sheet.width, picture.height / sheet.height]
  return placedInk(sheet.items).flatMap(({ ink, bounds }) => {
    if (ink.kind !== 'text') return []
    const box = {
      left: bounds.left * across,
      top: bounds.top * down,
      right: bounds.right * across,
      bottom: bounds.bottom * down,
    }
    const ground = groundOf(picture, box)
    const scale = (box.right - box.left) / ink.width
    let { left } = box
    return Array.from(ink.text).filter((character) => {
      const right = left + opened[ink.weight].advance(character, ink.text) * ink.size * scale
      const isSeen = /\s/u.test(character) || marks(picture, { ...box, left, right }, ground) > 0
      left = right
      return !isSeen
    })
  })
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The brightness that most pixels of a box have. */
function groundOf(picture: PNG, box: Box): number {
  const counts = new Map<number, number>()
  eachPixel(picture, box, (brightness) => counts.set(brightness, (counts.get(brightness) ?? 0) + 1))
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [255, 0])[0]
}

/** How many pixels stand out from the ground by a fifth at least. */
function marks(picture: PNG, box: Box, ground: number): number {
  let found = 0
  eachPixel(picture, box, (brightness) => {
    if (Math.abs(brightness - ground) > 51) found += 1
  })
  return found
}

function eachPixel({ data, width }: PNG, box: Box, visit: (brightness: number) => void): void {
  for (let y = Math.ceil(box.top); y < box.bottom; y++)
    for (let x = Math.ceil(box.left); x < box.right; x++) {
      const at = 4 * (y * width + x)
      visit(Math.round(0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!))
    }
}
