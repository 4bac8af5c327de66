import { describe, expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import type { Arrangement, Rect } from '../../../src/layout/arrangement.ts'
import { rerouted } from '../../../src/layout/rerouting/rerouted.ts'
import type { View } from '../../../src/model/chart.ts'
import { flow, flowNames, plainMeasure as measure } from '../../support/flows.ts'
import { figuresOf } from '../metrics.ts'

const options = (view: View) => ({ view, edition: 'internal', measure }) as const

const isClear = (rect: Rect, id: string, drawing: Arrangement): boolean =>
  Object.entries(drawing.steps).every(
    ([other, at]) =>
      other === id ||
      at.x > rect.x + rect.width + 32 ||
      rect.x > at.x + at.width + 32 ||
      at.y > rect.y + rect.height + 32 ||
      rect.y > at.y + at.height + 32,
  )

/** Every step of the charts, a little and a lot, where nothing stands. */
function* drags(drawing: Arrangement): Generator<{ id: string; rect: Rect }> {
  for (const [id, at] of Object.entries(drawing.steps)) {
    for (const [dx, dy] of [
      [20, 11],
      [-40, 30],
      [130, -20],
      [0, 60],
    ] as const) {
      const rect = { ...at, x: at.x + dx, y: at.y + dy }
      if (rect.x > 30 && rect.y > 60 && isClear(rect, id, drawing)) yield { id, rect }
    }
  }
}

describe('a step that is dragged', () => {
  it.each<View>(['flow', 'lanes'])('[LA17] takes its flowlines along, through nothing: %s', async (view) => {
    for (const name of flowNames) {
      const chart = flow(name)
      const drawing = arrange(chart, { ...options(view) })
      for (const { id, rect } of drags(drawing)) {
        const after = rerouted(chart, drawing, { [id]: rect }, options(view))
        const { throughStep, overlap, diagonal, detached, shortEnd } = figuresOf(chart, after).faults
        expect({ name, id, throughStep, overlap, diagonal, detached, shortEnd }).toEqual({
          name,
          id,
          throughStep: 0,
          overlap: 0,
          diagonal: 0,
          detached: 0,
          shortEnd: 0,
        })
      }
    }
  })

  it('[LA18] leaves what it does not touch as it is', async () => {
    const chart = flow('10')
    const drawing = arrange(chart, { ...options('flow') })
    const last = chart.steps[chart.steps.length - 1]!.id
    const at = drawing.steps[last]!
    const after = rerouted(chart, drawing, { [last]: { ...at, y: at.y + 40 } }, options('flow'))
    const touched = chart.flowlines.filter((line) => line.from === last || line.to === last)
    for (const line of chart.flowlines) {
      if (!touched.includes(line)) expect(after.flowlines[line.id]).toBe(drawing.flowlines[line.id])
    }
    expect(after.height).toBeGreaterThan(drawing.height)
  })

  it('[LA18] may be dropped on another: nothing is thrown, every flowline is there', async () => {
    const chart = flow('08')
    const drawing = arrange(chart, { ...options('lanes') })
    const [one, other] = [chart.steps[1]!.id, chart.steps[2]!.id]
    const after = rerouted(chart, drawing, { [one]: drawing.steps[other]! }, options('lanes'))
    expect(Object.keys(after.flowlines).sort()).toEqual(chart.flowlines.map((line) => line.id).sort())
  })
})
