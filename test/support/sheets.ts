/** Sheets, ink and fonts for the tests of `sheet`. */
import { readFileSync } from 'node:fs'
import { openFonts } from '../../src/publicationRenderer/openFonts.ts'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import { arrange } from '../../src/layout/arrange.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import type { Edition } from '../../src/model/editions/edition.ts'
import { pageContent, type PageOrder } from '../../src/sheet/pageContent.ts'
import type { SheetContent } from '../../src/sheet/sheetContent.ts'
import type { DisplayItem, PageItem, PathCommand, TextItem } from '../../src/sheet/displayList.ts'
import { measure } from '../../src/sheet/measure.ts'
import type { Fonts } from '../../src/sheet/writers/outlineText.ts'
import { counting } from './chartOf.ts'

let opened: Promise<Fonts> | undefined

/** Opened once: each file is ten megabytes. */
export function fonts(): Promise<Fonts> {
  return (opened ??= openFonts())
}

/** One of test/fixtures/flows. */
export function realChart(name: string): Chart {
  const file = readFileSync(new URL(`../fixtures/flows/${name}.json`, import.meta.url))
  return readChartFile(file, counting()).chart
}

export async function contentOf(edition: Edition, view: View): Promise<SheetContent> {
  const options = { view, edition: edition.name, measure }
  return { edition, view, arrangement: arrange(edition.chart, options) }
}

/** As sheets are arranged for their page. */
export async function fitted(order: PageOrder): Promise<SheetContent> {
  return pageContent(order)
}

export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PlacedInk {
  readonly ink: Exclude<DisplayItem, { kind: 'group' }>
  readonly bounds: Bounds
}

/** Every piece of ink with the box that it fills, strokes included; emblems and watermarks are looked at by their own tests. */
export function placedInk(ink: readonly PageItem[], at = { x: 0, y: 0, scale: 1 }): readonly PlacedInk[] {
  return ink.flatMap((one) => {
    if (one.kind === 'image' || one.kind === 'overlay') return []
    if (one.kind === 'group') {
      const inner = { x: at.x + one.x * at.scale, y: at.y + one.y * at.scale, scale: at.scale * one.scale }
      return placedInk(one.children, inner)
    }
    const own = boundsOf(one)
    return [
      {
        ink: one,
        bounds: {
          left: at.x + own.left * at.scale,
          top: at.y + own.top * at.scale,
          right: at.x + own.right * at.scale,
          bottom: at.y + own.bottom * at.scale,
        },
      },
    ]
  })
}

function boundsOf(ink: PlacedInk['ink']): Bounds {
  if (ink.kind === 'text')
    return {
      left: ink.x,
      top: ink.y - 0.84 * ink.size,
      right: ink.x + ink.width,
      bottom: ink.y + 0.08 * ink.size,
    }
  const half = ink.stroke === undefined ? 0 : (ink.strokeWidth ?? 1) / 2
  if (ink.kind === 'rect')
    return {
      left: ink.x - half,
      top: ink.y - half,
      right: ink.x + ink.width + half,
      bottom: ink.y + ink.height + half,
    }
  const points = ink.path.flatMap(pointsOf)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    left: Math.min(...xs) - half,
    top: Math.min(...ys) - half,
    right: Math.max(...xs) + half,
    bottom: Math.max(...ys) + half,
  }
}

function pointsOf([, ...numbers]: PathCommand): readonly (readonly [number, number])[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!] as const)
}

export function textsOf(ink: readonly PageItem[]): readonly TextItem[] {
  return placedInk(ink).flatMap((one) => (one.ink.kind === 'text' ? [one.ink] : []))
}

/** Everything that the ink says, runs joined. */
export function wordsOf(ink: readonly PageItem[]): string {
  return textsOf(ink)
    .map(({ text }) => text)
    .join('')
}

/** What reaches out of a box, described; empty where all is well. Quicker than thousands of expectations. */
export function outside(ink: readonly PlacedInk[], box: Bounds): readonly string[] {
  return ink
    .filter(
      ({ bounds }) =>
        bounds.left < box.left - 0.01 ||
        bounds.top < box.top - 0.01 ||
        bounds.right > box.right + 0.01 ||
        bounds.bottom > box.bottom + 0.01,
    )
    .map((one) => JSON.stringify(one))
}
