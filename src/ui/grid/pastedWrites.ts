/** Converts a clipboard block to cell texts, starting at the upper left of the selection. */
import type { Id } from '../../model/chart.ts'
import type { CellBlock } from './cellBlock.ts'
import type { GridLine } from './gridColumns.ts'
import { gridColumns } from './gridColumns.ts'
import type { CellRange, CellAddress } from './cursor.ts'
import type { Write } from './writeCells.ts'

interface PastedWrites {
  readonly writes: readonly Write[]
  /** Number of rows to add below the last one. */
  readonly fresh: readonly Id[]
  /** Lower right cell of the pasted block. */
  readonly corner: CellAddress
}

/** If the selection is a multiple of the block, repeats the block; blank rows make no steps. */
export function pastedWrites(
  block: CellBlock,
  rows: readonly GridLine[],
  range: CellRange,
  newId: () => Id,
): PastedWrites {
  const wide = Math.max(0, ...block.map((row) => row.length))
  const height = times(range.bottom - range.top + 1, block.length)
  const width = Math.min(times(range.right - range.left + 1, wide), gridColumns.length - range.left)
  const writes: Write[] = []
  const fresh: Id[] = []
  for (let down = 0; down < height; down += 1) {
    const texts = block[down % block.length]!
    const there = rows[range.top + down]
    if (!there && texts.every((text) => text.trim() === '')) continue
    const step = there?.id ?? newId()
    if (!there) fresh.push(step)
    for (let across = 0; across < width; across += 1) {
      const text = texts[across % wide] ?? ''
      writes.push({ step, column: gridColumns[range.left + across]!, text })
    }
  }
  const last = writes.at(-1)?.step ?? ''
  const row = Math.min(range.top + height, rows.length + fresh.length) - 1
  return { writes, fresh, corner: { step: last, row, column: range.left + width - 1 } }
}

function times(selected: number, pasted: number): number {
  return pasted > 0 && selected % pasted === 0 ? selected : pasted
}
