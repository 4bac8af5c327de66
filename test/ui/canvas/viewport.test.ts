import { describe, expect, it } from 'vitest'
import type { Arrangement, Rect } from '../../../src/layout/arrangement.ts'
import type { Covered, View2d } from '../../../src/ui/canvas/viewport.ts'
import {
  anchorOf,
  openingView,
  readable,
  revealing,
  showing,
  startOf,
  wholeView,
} from '../../../src/ui/canvas/viewport.ts'
import { chartOf } from '../../support/chartOf.ts'

/** The canvas at 1366 × 768 beside the form. */
const canvas = { width: 1030, height: 716 }
const corner = { width: 232, height: 184 }
const covered: Covered = { left: 84, top: 44, right: 0, bottom: 0, corner }

const seen = (view: View2d, { x, y, width, height }: Rect) => ({
  left: view.x + x * view.zoom,
  top: view.y + y * view.zoom,
  right: view.x + (x + width) * view.zoom,
  bottom: view.y + (y + height) * view.zoom,
})

function arranged(width: number, height: number, steps: Readonly<Record<string, Rect>>): Arrangement {
  return { width, height, steps, flowlines: {}, lanes: [], sideBoxes: [], columns: null }
}

const whole = (size: { readonly width: number; readonly height: number }) => ({ x: 0, y: 0, ...size })

describe('fitting the window', () => {
  it.each([
    ['small', { width: 300, height: 200 }],
    ['wide', { width: 4000, height: 900 }],
    ['tall', { width: 500, height: 6000 }],
    ['of a page', { width: 1400, height: 1000 }],
    ['huge', { width: 60_000, height: 90_000 }],
  ])('[CV20] hides nothing under palette, bar or minimap: a %s chart', (_, chart) => {
    const box = seen(wholeView(chart, canvas, covered), whole(chart))
    expect(box.left).toBeGreaterThanOrEqual(84)
    expect(box.top).toBeGreaterThanOrEqual(44)
    expect(box.right).toBeLessThanOrEqual(canvas.width)
    expect(box.bottom).toBeLessThanOrEqual(canvas.height)
    const isUnder = box.right > canvas.width - corner.width && box.bottom > canvas.height - corner.height
    expect(isUnder).toBe(false)
  })

  it('[CV20] uses the whole canvas once the minimap is folded', () => {
    const chart = { width: 1400, height: 1000 }
    const folded = wholeView(chart, canvas, { ...covered, corner: null })
    expect(folded.zoom).toBeGreaterThan(wholeView(chart, canvas, covered).zoom)
  })
})

describe('opening a chart', () => {
  const chart = chartOf('受理 → 审查 → 决定')
  const start = { x: 200, y: 24, width: 180, height: 44 }

  it('[CV21] shows all of it where it can be read so', () => {
    const small = arranged(600, 500, { 受理: start })
    expect(openingView(chart, small, canvas, covered)).toEqual(wholeView(small, canvas, covered))
  })

  it.each([
    ['tall', 600, 40_000],
    ['wide', 9000, 500],
    ['large', 9000, 40_000],
  ])('[CV21] otherwise its beginning, with names of 12 px: a %s one', (_, width, height) => {
    const view = openingView(chart, arranged(width, height, { 受理: start }), canvas, covered)
    expect(14 * view.zoom).toBeGreaterThanOrEqual(12)
    const box = seen(view, start)
    expect(box.left).toBeGreaterThanOrEqual(84)
    expect(box.right).toBeLessThanOrEqual(canvas.width)
    expect(box.top).toBeGreaterThanOrEqual(44)
    expect(box.bottom).toBeLessThan(canvas.height / 2)
  })

  it('[CV21] begins with the step that nothing leads to', () => {
    expect(startOf(chartOf('审查 → 决定；受理 → 审查'))).toBe('受理')
    expect(startOf(chartOf('受理 → 审查；审查 -退回→ 受理'))).toBe('受理')
  })
})

describe('following the work', () => {
  const view = { x: 0, y: 0, zoom: 1 }

  it('[CV22] leaves the view alone while the step is in sight', () => {
    expect(revealing(view, { x: 300, y: 300, width: 180, height: 44 }, canvas, covered)).toBe(view)
  })

  it.each([
    ['below', { x: 300, y: 882, width: 180, height: 44 }],
    ['above', { x: 300, y: -200, width: 180, height: 44 }],
    ['under the palette', { x: 10, y: 300, width: 180, height: 44 }],
    ['under the minimap', { x: 820, y: 600, width: 180, height: 44 }],
    ['far to the right', { x: 5000, y: 300, width: 180, height: 44 }],
  ])('[CV22] brings it into sight: %s', (_, rect) => {
    const box = seen(revealing(view, rect, canvas, covered), rect)
    expect(box.left).toBeGreaterThanOrEqual(84)
    expect(box.top).toBeGreaterThanOrEqual(44)
    expect(box.bottom).toBeLessThanOrEqual(canvas.height)
    const isUnder = box.right > canvas.width - corner.width && box.bottom > canvas.height - corner.height
    expect(isUnder).toBe(false)
  })

  it('[CV22] comes near enough to read', () => {
    const far = revealing(
      { x: 0, y: 0, zoom: 0.1 },
      { x: 900, y: 900, width: 180, height: 44 },
      canvas,
      covered,
    )
    expect(far.zoom).toBe(readable)
  })

  it('[CV22] shows what was asked for in the middle, as large as now if that can be read', () => {
    const rect = { x: 900, y: 900, width: 180, height: 44 }
    const box = seen(showing(rect, canvas, covered, 1.5), rect)
    expect(box.right - box.left).toBeLessThanOrEqual(180 * 1.5)
    expect(14 * showing(rect, canvas, covered, 0.1).zoom).toBeGreaterThanOrEqual(12)
    expect(box.left).toBeGreaterThan(200)
  })
})

const box = (y: number): Rect => ({ x: 0, y, width: 100, height: 40 })

describe('a calm picture', () => {
  const before = arranged(100, 300, { a: box(0), b: box(100), c: box(200) })
  const after = arranged(100, 400, { b: box(100), c: box(300), new: box(200) })

  it('[CV23] keeps what is worked on in its place, else what is in the middle of the view', () => {
    expect(anchorOf(before, after, ['new', 'b'], { x: 0, y: 0 })).toBe('b')
    expect(anchorOf(before, after, ['a'], { x: 50, y: 230 })).toBe('c')
    expect(anchorOf(before, arranged(0, 0, {}), [], { x: 0, y: 0 })).toBeUndefined()
  })
})
