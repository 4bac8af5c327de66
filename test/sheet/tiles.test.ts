import { describe, expect, it } from 'vitest'
import type { Rect } from '../../src/layout/arrangement.ts'
import type { Sheet } from '../../src/sheet/displayList.ts'
import { tiled, type TilePaper } from '../../src/sheet/tiled.ts'

function poster(width: number, height: number, ...boxes: readonly Rect[]): Sheet {
  const items = boxes.map((box) => ({ kind: 'rect', ...box, fill: '#ffffff' }) as const)
  return { width, height, items, smallestText: 5 }
}

/** Where the pages are to be glued together: the middle of what they share. */
function joinsOf(
  sheet: Sheet,
  paper: TilePaper = 'A4',
): { readonly across: number[]; readonly down: number[] } {
  const { tiles } = tiled(sheet, paper)
  const starts = (of: 'x' | 'y') => [...new Set(tiles.map(({ source }) => source[of]))].filter((at) => at > 0)
  return { across: starts('x').map((at) => at + 5), down: starts('y').map((at) => at + 5) }
}

describe('[SH18] the pages of a poster', () => {
  it('meet in the middle where nothing stands', () => {
    expect(joinsOf(poster(190, 400))).toEqual({ across: [], down: [200] })
    expect(joinsOf(poster(360, 200))).toEqual({ across: [180], down: [] })
  })

  it('meet beside the box that stands in the middle', () => {
    const box = { x: 20, y: 190, width: 100, height: 20 }
    const [down] = joinsOf(poster(190, 400, box)).down
    expect(down! <= 190 || down! >= 210).toBe(true)
    expect(Math.abs(down! - 200)).toBe(10)
    const upright = { x: 175, y: 20, width: 10, height: 100 }
    const [across] = joinsOf(poster(360, 200, upright)).across
    expect(Math.abs(across! - 180)).toBe(5)
  })

  it('cut one box rather than two', () => {
    const column = [0, 1, 2].map((at) => ({ x: 20, y: 150 + at * 35, width: 60, height: 30 }))
    const wide = { x: 100, y: 100, width: 60, height: 175 }
    const [down] = joinsOf(poster(190, 400, ...column, wide)).down
    const cut = [...column, wide].filter(({ y, height }) => y < down! && down! < y + height)
    expect(cut).toEqual([wide])
  })

  it('are as few as can be, upright where lying is no better', () => {
    const one = tiled(poster(190, 260), 'A4')
    expect([one.rows, one.columns, one.pageSize.width]).toEqual([1, 1, 210])
    const lying = tiled(poster(280, 180), 'A4')
    expect([lying.tiles.length, lying.pageSize.width]).toEqual([1, 297])
    expect(tiled(poster(280, 180), 'A3').tiles).toHaveLength(1)
  })

  it('are all full at most, and none shows more than its page holds', () => {
    for (const height of [528, 529, 787, 1000]) {
      const { tiles, pageSize } = tiled(poster(190, height), 'A4')
      for (const { source } of tiles) expect(source.height).toBeLessThanOrEqual(pageSize.height - 28)
      expect(tiles.at(-1)!.source.y + tiles.at(-1)!.source.height).toBe(height)
    }
  })
})
