import { describe, expect, it } from 'vitest'
import type { Arrangement, Rect } from '../../../src/layout/arrangement.ts'
import { flowlineAt } from '../../../src/ui/canvas/flowlineAt.ts'
import { snapped } from '../../../src/ui/canvas/snapped.ts'

const box = (x: number, y: number): Rect => ({ x, y, width: 100, height: 40 })

describe('snapping', () => {
  it('[UI30] draws a step into line with another’s centre', () => {
    const { rect, guides } = snapped(box(105, 300), [box(100, 0)])
    expect(rect.x).toBe(100)
    expect(guides).toEqual([{ axis: 'x', at: 150 }])
  })

  it('[UI30] leaves a step alone that is far from every line', () => {
    expect(snapped(box(130, 300), [box(100, 0)])).toEqual({ rect: box(130, 300), guides: [] })
  })

  it('[UI31] makes the gaps above and below equal', () => {
    expect(snapped(box(100, 96), [box(100, 0), box(100, 200)]).rect.y).toBe(100)
  })

  it('[UI31] keeps the rhythm of the steps above', () => {
    expect(snapped(box(100, 164), [box(100, 0), box(100, 80)]).rect.y).toBe(160)
  })
})

describe('what a flowline is hit by', () => {
  const arrangement = {
    flowlines: {
      down: {
        points: [
          [100, 0],
          [100, 200],
        ],
        label: null,
        return: false,
      },
      across: {
        points: [
          [100, 200],
          [300, 200],
        ],
        label: null,
        return: false,
      },
    },
  } as unknown as Arrangement

  it('[UI32] is the nearest within reach', () => {
    expect(flowlineAt([108, 90], arrangement)).toBe('down')
    expect(flowlineAt([220, 205], arrangement)).toBe('across')
    expect(flowlineAt([150, 90], arrangement)).toBeUndefined()
  })
})
