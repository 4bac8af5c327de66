/**
 * A display list as few shapes: everything that is painted alike becomes one path, and text, which is
 * not read from far, is left out. A thousand steps are then a dozen elements of the page.
 */
import type { DisplayItem, PathCommand, PathItem } from '../../sheet/displayList.ts'
import { roundedRect } from '../../sheet/figures/shapes.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

export function mergedInk(items: readonly DisplayItem[]): readonly PathItem[] {
  const looks = new Map<string, Omit<PathItem, 'path'> & { readonly path: PathCommand[] }>()
  gather(items, { x: 0, y: 0, scale: 1 }, ({ path, ...look }) => {
    const key = JSON.stringify(look)
    const known = looks.get(key)
    if (known) known.path.push(...path)
    else looks.set(key, { ...look, path: [...path] })
  })
  return [...looks.values()]
}

function gather(items: readonly DisplayItem[], at: Place, take: (item: PathItem) => void): void {
  for (const item of items) {
    switch (item.kind) {
      case 'group': {
        const { x, y, scale } = item
        const place = { x: at.x + x * at.scale, y: at.y + y * at.scale, scale: at.scale * scale }
        gather(item.children, place, take)
        break
      }
      case 'rect': {
        const { kind: _, x, y, width, height, radius, ...look } = item
        take({ ...look, kind: 'path', path: moved(roundedRect({ x, y, width, height }, radius ?? 0), at) })
        break
      }
      case 'path':
        take({ ...item, path: moved(item.path, at) })
        break
      case 'text':
        break
    }
  }
}

function moved(path: readonly PathCommand[], { x, y, scale }: Place): readonly PathCommand[] {
  return path.map(([letter, ...numbers]) => {
    const placed = numbers.map((number, index) => number * scale + (index % 2 === 0 ? x : y))
    return [letter, ...placed] as unknown as PathCommand
  })
}
