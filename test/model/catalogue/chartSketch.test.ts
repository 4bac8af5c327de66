import { describe, expect, it } from 'vitest'
import { readSketch, sketchOf } from '../../../src/model/catalogue/chartSketch.ts'
import { chartOf } from '../../support/chartOf.ts'

describe('the sketch of a chart', () => {
  it('holds ranks and flowlines, also of a way back', () => {
    const chart = chartOf('受理 → 审查 → 决定；审查 → 受理')
    const sketch = readSketch(sketchOf(chart))
    expect(sketch.steps.map(({ rank }) => rank)).toEqual([0, 1, 2])
    expect(sketch.lines).toContainEqual([1, 0])
  })

  it('is short however large the chart, and draws only what it holds', () => {
    const names = Array.from({ length: 300 }, (_, at) => `环节${at}`)
    const written = sketchOf(chartOf(names.join(' → ')))
    expect(written.length).toBeLessThan(700)
    expect(
      readSketch(written)
        .lines.flat()
        .every((at) => at < 36),
    ).toBe(true)
  })

  it.each(['', '|', 'x9 p-1|0-99 a-b', '<script>', 'p0|0'])(
    'reads a damaged one as what is left: %s',
    (written) => {
      expect(readSketch(written).lines).toEqual([])
    },
  )
})
