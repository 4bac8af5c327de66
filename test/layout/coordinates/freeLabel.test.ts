import { describe, expect, it } from 'vitest'
import type { Point, Rect } from '../../../src/layout/arrangement.ts'
import { freeLabel, meets, pieces } from '../../../src/layout/coordinates/freeLabel.ts'

const size = { width: 28, height: 16 }
const alone = { rects: [], lines: [] }

function touches(label: Rect, points: readonly Point[]): boolean {
  return pieces(points).some((piece) => meets(piece, label, 0))
}

describe('[LA3] the label of a flowline that was laid anew', () => {
  it('stands beside the first stretch, near the step that it answers', () => {
    const down: readonly Point[] = [
      [100, 100],
      [100, 200],
    ]
    expect(freeLabel(size, down, alone)).toEqual({ x: 104, y: 104, ...size })
    const left: readonly Point[] = [
      [200, 100],
      [60, 100],
    ]
    expect(freeLabel(size, left, alone)).toEqual({ x: 168, y: 80, ...size })
  })

  it('does not lie on its own flowline where that turns after a short stretch', () => {
    const turning: readonly Point[] = [
      [100, 100],
      [100, 110],
      [300, 110],
      [300, 200],
    ]
    expect(touches(freeLabel(size, turning, alone), turning)).toBe(false)
  })

  it('lies neither on its own flowline nor on a step where it could lie on both', () => {
    const turning: readonly Point[] = [
      [100, 100],
      [100, 110],
      [300, 110],
      [300, 200],
    ]
    const step = { x: 110, y: 90, width: 10, height: 12 }
    const label = freeLabel(size, turning, { rects: [step], lines: [] })
    expect([touches(label, turning), meets(label, step, 0)]).toEqual([false, false])
  })

  it('goes to the other side, or further on, where something stands', () => {
    const down: readonly Point[] = [
      [100, 100],
      [100, 200],
    ]
    const step = { x: 103, y: 90, width: 80, height: 200 }
    expect(freeLabel(size, down, { rects: [step], lines: [] })).toEqual({ x: 68, y: 104, ...size })
    const passing: readonly Point[] = [
      [0, 112],
      [400, 112],
    ]
    const label = freeLabel(size, down, { rects: [], lines: [passing] })
    expect(touches(label, passing)).toBe(false)
    expect(label.y).toBeGreaterThan(112)
  })

  it('stays on the paper', () => {
    const top: readonly Point[] = [
      [5, 10],
      [200, 10],
    ]
    expect(freeLabel(size, top, alone).y).toBe(14)
    const edge: readonly Point[] = [
      [10, 50],
      [10, 150],
    ]
    expect(freeLabel(size, edge, { rects: [], lines: [] }).x).toBe(14)
  })

  it('hits as little as can be where it must hit something', () => {
    const down: readonly Point[] = [
      [100, 100],
      [100, 150],
    ]
    const right = { x: 101, y: 0, width: 100, height: 400 }
    const left = { x: 0, y: 0, width: 99, height: 400 }
    const upperLeft = { x: 0, y: 0, width: 99, height: 123 }
    const label = freeLabel(size, down, { rects: [right, left, upperLeft], lines: [] })
    expect([right, left, upperLeft].filter((rect) => meets(rect, label, 0))).toHaveLength(1)
  })
})
