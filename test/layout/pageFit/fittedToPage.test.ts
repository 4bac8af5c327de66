import { describe, expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import type { Arrangement } from '../../../src/layout/arrangement.ts'
import {
  fittedToPage,
  type KnownTopologies,
  type PageWish,
} from '../../../src/layout/pageFit/fittedToPage.ts'
import { scaleIn, type PageRoom } from '../../../src/layout/pageFit/pageRoom.ts'
import { turned } from '../../../src/layout/pageFit/turned.ts'
import type { Chart, View } from '../../../src/model/chart.ts'
import { measure } from '../../../src/sheet/measure.ts'
import { measureWith } from '../../../src/sheet/measureWith.ts'
import { chartOf } from '../../support/chartOf.ts'
import { flow } from '../../support/flows.ts'
import { asLanesStand, faultCount, figuresOf } from '../metrics.ts'

const room = { largest: 0.4, enough: 0.32, around: 9 }
const upright: PageRoom = { width: 263, height: 320, ...room }
const wide: PageRoom = { width: 386, height: 205, ...room }
const views: readonly View[] = ['flow', 'lanes', 'columns']

async function fit(chart: Chart, view: View, on: PageRoom, wish?: PageWish): Promise<Arrangement> {
  return fittedToPage(chart, { view, edition: 'internal', measureWith, measure, room: on, wish })
}

const scale = (drawing: Arrangement, on: PageRoom): number =>
  scaleIn(drawing, drawing.lanes.length > 0 || drawing.columns !== null, on)

const long = chartOf(Array.from({ length: 24 }, (_, at) => `办理环节${at + 1}`).join(' → '))

describe('an arrangement for a page', () => {
  it.each(['01', '08', '10', '21'])(
    '[LA19] of chart %s has no hard fault and larger text than the canvas fitted',
    async (name) => {
      const chart = flow(name)
      for (const view of views)
        for (const on of [upright, wide]) {
          const drawing = await fit(chart, view, on)
          const down = drawing.boxes?.direction === 'right' ? turned(drawing) : drawing
          expect(faultCount(figuresOf(asLanesStand(chart, down), down)), `${name} ${view}`).toBe(0)
          const calm = arrange(chart, { view, edition: 'internal', measure })
          // Steps without a post stand elsewhere than on the canvas, which may cost a little.
          expect(scale(drawing, on)).toBeGreaterThan(0.93 * Math.min(scale(calm, on), on.enough))
        }
    },
  )

  it('[LA19] the same chart on the same page is the same drawing', async () => {
    for (const view of views)
      expect(await fit(flow('08'), view, wide)).toEqual(await fit(flow('08'), view, wide))
  })

  it('[LA19] what was found for one page serves the next, and changes no drawing', async () => {
    const chart = flow('03')
    const on = async (page: PageRoom, known: KnownTopologies) =>
      fittedToPage(chart, { view: 'lanes', edition: 'internal', measureWith, measure, room: page, known })
    const known: KnownTopologies = new Map()
    await on(upright, known)
    expect(known.size).toBeGreaterThan(1)
    expect(await on(wide, known)).toEqual(await on(wide, new Map()))
  })

  it('[LA20] folds a long flow into columns, each read from the top, no step lost', async () => {
    const drawing = await fit(long, 'flow', upright)
    expect(drawing.boxes!.folds).toBeGreaterThan(1)
    expect(Object.keys(drawing.steps)).toHaveLength(24)
    expect(
      faultCount(figuresOf(long, drawing.boxes!.direction === 'right' ? turned(drawing) : drawing)),
    ).toBe(0)
    const whole = await fit(long, 'flow', upright, { columns: 1 })
    expect(scale(drawing, upright)).toBeGreaterThan(1.3 * scale(whole, upright))
  })

  it('[LA21] what is chosen by hand is kept', async () => {
    for (const direction of ['down', 'right'] as const)
      for (const columns of [1, 2])
        expect((await fit(long, 'flow', wide, { direction, columns })).boxes).toMatchObject({
          direction,
          folds: columns,
        })
  })

  it('[LA21] a chart with steps placed by hand keeps the arrangement of the canvas', async () => {
    const [first, ...others] = flow('03').steps
    const chart = { ...flow('03'), steps: [{ ...first!, flowPosition: [300, 40] as const }, ...others] }
    const calm = arrange(chart, { view: 'flow', edition: 'internal', measure })
    expect((await fit(chart, 'flow', wide)).steps).toEqual(calm.steps)
  })

  it('[LA22] steps without a post stand with the step before them, and no lane is made for them', async () => {
    const chart = flow('10')
    expect(chart.steps.some((step) => !step.posts)).toBe(true)
    const drawing = await fit(chart, 'lanes', upright)
    expect(drawing.lanes.map(({ post }) => post)).not.toContain(null)
  })

  it('[LA23] a search that nobody waits for any more ends', async () => {
    let trials = 0
    const between = async (): Promise<void> => {
      trials += 1
      if (trials === 3) throw new Error('enough')
    }
    const search = fittedToPage(flow('08'), {
      view: 'flow',
      edition: 'internal',
      measureWith,
      measure,
      room: wide,
      between,
    })
    await expect(search).rejects.toThrow('enough')
    expect(trials).toBe(3)
  })
})
