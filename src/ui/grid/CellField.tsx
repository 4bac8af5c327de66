import { useOpenDraft } from '../base/openDrafts.ts'
import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { grid as words, gridHeading } from '../../text/screen/grid.ts'
import type { GridState } from './useGrid.ts'
import { useGridKeys } from './useGridKeys.ts'
import './CellField.css'

/** The field over the active cell: transparent while it waits, opaque while typing. */
export function CellField({ grid }: { readonly grid: GridState }) {
  const { draft, column, keptHere, cursor, rows } = grid
  useOpenDraft(draft !== null)
  const { field, note, composition } = grid.cell
  const onKeyDown = useGridKeys(grid)
  const text = keptHere?.text ?? rows[cursor.active.row]?.cells[column] ?? ''
  const listed = grid.suggest.options.length > 0
  return (
    <>
      <textarea
        ref={field}
        className={draft ? 'cell-field cell-field-typing' : 'cell-field'}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-label={words.cell(cursor.active.row + 1, gridHeading[column], text)}
        aria-invalid={keptHere !== undefined}
        aria-describedby="grid-help"
        {...(listed ? { 'aria-controls': 'grid-suggestions', 'aria-autocomplete': 'list' as const } : {})}
        onInput={note}
        onCompositionStart={(event) => {
          composition.onCompositionStart(event)
          note()
        }}
        onCompositionEnd={composition.onCompositionEnd}
        onKeyDown={onKeyDown}
        onCopy={grid.clipboard.copy}
        onCut={grid.clipboard.cut}
        onPaste={grid.clipboard.paste}
        onDoubleClick={() => {
          if (!draft) grid.beginEdit()
        }}
        onBlur={() => {
          // Switching windows also blurs; do not commit, because the composition may continue.
          if (document.hasFocus()) grid.commit('leaving')
        }}
      />
      {listed && <Suggestions grid={grid} />}
    </>
  )
}

function Suggestions({ grid }: { readonly grid: GridState }): ReactNode {
  const { suggest } = grid
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect()
    const frame = list.current?.closest('.grid-scroller')?.getBoundingClientRect()
    const cell = list.current?.parentElement?.getBoundingClientRect()
    if (!box || !frame || !cell) return
    const above = cell.bottom + box.height > frame.bottom && cell.top - box.height > frame.top
    list.current?.classList.toggle('suggestions-above', above)
  })
  return (
    <ul
      ref={list}
      id="grid-suggestions"
      className="suggestions"
      role="listbox"
      aria-label={words.suggestions}
    >
      {suggest.options.map((option, at) => (
        <li
          key={option}
          role="option"
          aria-selected={at === suggest.chosen}
          onMouseDown={(event) => {
            // Keeps the focus in the field; a blur would commit the partial text.
            event.preventDefault()
            event.stopPropagation()
            suggest.take(option)
          }}
        >
          {option}
        </li>
      ))}
    </ul>
  )
}
