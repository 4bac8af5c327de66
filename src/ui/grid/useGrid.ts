import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ClipboardEvent, RefObject } from 'react'
import { useChart } from '../openChart/chartContext.ts'
import { readBlock, writeBlock } from './cellBlock.ts'
import type { GridColumn, GridLine } from './gridColumns.ts'
import { gridColumns } from './gridColumns.ts'
import type { CellRange } from './cursor.ts'
import { rowsIn, cellAddressAt } from './cursor.ts'
import { gridRowsOf } from './gridRowsOf.ts'
import type { CellDraft, Draft } from './useCellDraft.ts'
import { useCellDraft } from './useCellDraft.ts'
import type { CursorNow } from './useCursor.ts'
import { useCursor } from './useCursor.ts'
import type { Kept } from './useGridEdits.ts'
import { keptAt, useGridEdits } from './useGridEdits.ts'
import type { SuggestionList } from './useSuggestions.ts'
import { useSuggestions } from './useSuggestions.ts'

export interface GridState {
  readonly rows: readonly GridLine[]
  readonly cursor: CursorNow
  readonly range: CellRange
  readonly column: GridColumn
  readonly edits: ReturnType<typeof useGridEdits>
  readonly field: CellDraft['field']
  readonly draft: Draft | null
  readonly cell: CellDraft
  /** The refused text of the active cell. */
  readonly keptHere: Kept | undefined
  readonly suggest: SuggestionList
  readonly begin: (text: string) => void
  readonly beginEdit: () => void
  readonly insertText: (text: string) => void
  readonly giveUp: () => void
  /** Ends typing and writes the text; returns whether it was accepted. */
  readonly commit: (by: 'key' | 'leaving') => boolean
  readonly commitToAll: () => void
  readonly selectAll: () => void
  readonly clipboard: {
    readonly copy: (event: ClipboardEvent) => void
    readonly cut: (event: ClipboardEvent) => void
    readonly paste: (event: ClipboardEvent) => void
  }
}

/** Combines the hooks of the grid. */
export function useGrid(scroller: RefObject<HTMLElement | null>): GridState {
  const chart = useChart()
  const rows = useMemo(() => gridRowsOf(chart), [chart])
  const cell = useCellDraft()
  const cursor = useCursor(rows, cell.draft !== null)
  const edits = useGridEdits(rows, cursor)
  const { active, range } = cursor
  const row = rows[active.row]
  const column = gridColumns[active.column]!
  const keptHere = row && keptAt(edits.kept, row, column)
  const suggest = useSuggestions(column, chart, cell)
  useFocus(cell.field, scroller, cursor)
  const commit = (by: 'key' | 'leaving') => {
    const text = cell.end(by)
    if (text === null || !row) return true
    return edits.write([{ step: row.id, column, text }]).refused.length === 0
  }
  return {
    rows,
    cursor,
    range,
    column,
    edits,
    field: cell.field,
    draft: cell.draft,
    cell,
    keptHere,
    suggest,
    begin: (text) => cell.begin('type', text),
    beginEdit: () => cell.begin('edit', keptHere?.text ?? row?.cells[column] ?? ''),
    insertText: (text) => {
      const field = cell.field.current
      if (!field) return
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
      cell.note()
    },
    giveUp: () => void cell.end('key'),
    commit,
    commitToAll: () => {
      const text = cell.end('key')
      if (text !== null) edits.fill(text)
    },
    selectAll: () =>
      cursor.go(cellAddressAt(rows, 0, 0), cellAddressAt(rows, rows.length - 1, gridColumns.length - 1)),
    clipboard: clipboardOf(rows, cursor, edits, cell.draft !== null),
  }
}

/** Clipboard events go to the text while typing, otherwise to the cells. */
function clipboardOf(
  rows: readonly GridLine[],
  { range }: CursorNow,
  edits: ReturnType<typeof useGridEdits>,
  typing: boolean,
): GridState['clipboard'] {
  const copy = (event: ClipboardEvent) => {
    const names = gridColumns.slice(range.left, range.right + 1)
    const block = rowsIn(rows, range).map((row) => names.map((name) => row.cells[name]))
    event.clipboardData.setData('text/plain', writeBlock(block))
    event.preventDefault()
  }
  return {
    copy: (event) => {
      if (!typing) copy(event)
    },
    cut: (event) => {
      if (typing) return
      copy(event)
      edits.clear()
    },
    paste: (event) => {
      if (typing) return
      event.preventDefault()
      const { clipboardData } = event
      edits.paste(readBlock(clipboardData.getData('text/plain'), clipboardData.getData('text/html')))
    },
  }
}

/**
 * Focuses the field of the active cell when the grid asks for it, or when its field was removed
 * with its row. Never takes the focus from another field.
 */
function useFocus(
  field: CellDraft['field'],
  scroller: RefObject<HTMLElement | null>,
  cursor: CursorNow,
): void {
  const { active, extent, asked } = cursor
  const at = `${active.step} ${active.column}`
  const end = `${extent.row} ${extent.column} ${extent.step}`
  const served = useRef({ asked: 0, at, end: '' })
  useLayoutEffect(() => {
    const before = served.current
    served.current = { asked, at, end }
    const orphaned = asked > 0 && at !== before.at && document.activeElement === document.body
    if (asked > before.asked || orphaned) field.current?.focus({ preventScroll: true })
    if (end === before.end) return
    scroller.current
      ?.querySelector(`[data-row="${extent.row}"] [data-column="${extent.column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}
