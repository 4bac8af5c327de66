import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { DragEvent, MouseEvent } from 'react'
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import type { PowerPlace } from '../../model/catalogue/edits.ts'
import type { Id } from '../../model/chart.ts'
import { catalogueText } from '../../text/screen/catalogue.ts'
import { PowerCells, type RowActions } from './PowerCells.tsx'
import type { CatalogueLine, SortBy, CatalogueFilter } from './catalogueLines.ts'
import type { PowerSelection } from './usePowerSelection.ts'
import './CatalogueTable.css'

/** px; all lines have equal height, so the visible range needs no measuring. */
const lineHeight = 44
/** Lines rendered beyond the visible edge. */
const beyond = 8

const heads = ['code', 'name', 'kind', 'office', 'limits', 'chart', 'risks', 'review', 'published'] as const

interface CatalogueTableProps {
  readonly lines: readonly CatalogueLine[]
  readonly wish: CatalogueFilter
  readonly selection: PowerSelection
  readonly actions: RowActions
  readonly onSort: (by: SortBy) => void
  /** Undefined if order and groups cannot be changed now. */
  readonly onMove?: ((id: Id, place: PowerPlace) => void) | undefined
}

/** The catalogue as a virtualised table. */
export function CatalogueTable({ lines, wish, selection, actions, onSort, onMove }: CatalogueTableProps) {
  const { box, from, to, onScroll } = useWindow(lines.length)
  const { dragged, over, hold, hover, drop, end } = useDrag(lines, onMove)
  const listed = lines.flatMap((line) => (line.kind === 'power' ? [line.row.power.id] : []))
  const areAll = listed.length > 0 && selection.ids.size === listed.length
  return (
    <div className="power-table" role="table" aria-rowcount={lines.length + 1} ref={box} onScroll={onScroll}>
      <div className="power-line power-head" role="row" aria-rowindex={1}>
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={catalogueText.selectAll}
            checked={areAll}
            onChange={() => selection.set(areAll ? [] : listed)}
          />
        </span>
        {heads.map((head) => (
          <span key={head} role="columnheader" aria-sort={sortOf(head, wish)}>
            <button
              type="button"
              title={catalogueText.sortBy(catalogueText.heads[head])}
              onClick={() => onSort(head)}
            >
              {catalogueText.heads[head]}
              {wish.sort === head && <i>{wish.descending ? '▼' : '▲'}</i>}
            </button>
          </span>
        ))}
      </div>
      <div className="power-lines" role="rowgroup" style={{ height: lines.length * lineHeight }}>
        {lines.slice(from, to).map((line, index) => {
          const at = from + index
          const id = line.kind === 'power' ? line.row.power.id : `group ${line.group ?? ''}`
          return (
            <PowerLine
              key={id}
              at={at}
              line={line}
              isSelected={line.kind === 'power' && selection.ids.has(line.row.power.id)}
              isDragged={dragged === id}
              isOver={over === at}
              canMove={onMove !== undefined}
              toggle={selection.toggle}
              actions={actions}
              hold={hold}
              hover={hover}
              drop={drop}
              end={end}
            />
          )
        })}
      </div>
    </div>
  )
}

function sortOf(head: SortBy, { sort, descending }: CatalogueFilter): 'ascending' | 'descending' | 'none' {
  if (sort !== head) return 'none'
  return descending ? 'descending' : 'ascending'
}

/** The visible lines. Scrolling within the rendered range does not re-render. */
function useWindow(count: number) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ first: 0, fitting: 20 })
  const look = useCallback(() => {
    const element = box.current
    if (!element) return
    const first = Math.floor(element.scrollTop / lineHeight / beyond) * beyond
    const fitting = Math.ceil(element.clientHeight / lineHeight)
    setSeen((before) => (before.first === first && before.fitting === fitting ? before : { first, fitting }))
  }, [])
  useEffect(() => {
    look()
    addEventListener('resize', look)
    return () => removeEventListener('resize', look)
  }, [look])
  const from = Math.min(Math.max(0, seen.first - beyond), Math.max(0, count - 1))
  return { box, from, to: Math.min(count, seen.first + seen.fitting + 2 * beyond), onScroll: look }
}

/** The drop position: before the line under the pointer. */
function useDrag(lines: readonly CatalogueLine[], onMove: CatalogueTableProps['onMove']) {
  const [dragged, setDragged] = useState<Id | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const latest = useRef({ lines, onMove, dragged })
  useEffect(() => {
    latest.current = { lines, onMove, dragged }
  })
  const end = useCallback(() => {
    setDragged(null)
    setOver(null)
  }, [])
  const drop = useCallback(
    (at: number) => {
      const { lines, onMove, dragged } = latest.current
      const line = lines[at]
      if (dragged !== null && line) onMove?.(dragged, placeAt(lines, at))
      end()
    },
    [end],
  )
  return { dragged, over, hold: setDragged, hover: setOver, drop, end }
}

/** On a power: before it, in its group. On a group name: at the start of the group. */
function placeAt(lines: readonly CatalogueLine[], at: number): PowerPlace {
  const line = lines[at]
  if (line?.kind === 'power') return { before: line.row.power.id, group: line.row.power.group }
  const next = lines[at + 1]
  return { before: next?.kind === 'power' ? next.row.power.id : undefined, group: line?.group }
}

interface PowerLineProps {
  readonly at: number
  readonly line: CatalogueLine
  readonly isSelected: boolean
  readonly isDragged: boolean
  readonly isOver: boolean
  readonly canMove: boolean
  readonly toggle: PowerSelection['toggle']
  readonly actions: RowActions
  readonly hold: (id: Id) => void
  readonly hover: (at: number) => void
  readonly drop: (at: number) => void
  readonly end: () => void
}

const PowerLine = memo(function PowerLine(props: PowerLineProps) {
  const { at, line, isSelected, isDragged, isOver, hover, drop } = props
  const place = {
    style: { transform: `translateY(${at * lineHeight}px)` },
    role: 'row',
    'aria-rowindex': at + 2,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      hover(at)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      drop(at)
    },
  } as const
  const marks = [
    isOver && 'power-line-target',
    isSelected && 'power-line-selected',
    isDragged && 'power-line-dragged',
  ]
    .filter(Boolean)
    .join(' ')
  if (line.kind === 'group')
    return (
      <div {...place} className={`power-line power-group ${marks}`}>
        <span role="cell">
          {line.group ?? catalogueText.ungrouped}
          <small>{catalogueText.groupCount(line.count)}</small>
        </span>
      </div>
    )
  return (
    <div {...place} className={`power-line ${marks}`} onDoubleClick={() => props.actions.edit(line.row)}>
      <Grip {...props} row={line.row} />
      <PowerCells row={line.row} actions={props.actions} />
    </div>
  )
})

function Grip({
  row,
  isSelected,
  canMove,
  toggle,
  hold,
  end,
}: PowerLineProps & { readonly row: CatalogueRow }) {
  const { id, name } = row.power
  return (
    <span role="cell" className="power-grip">
      <input
        type="checkbox"
        aria-label={catalogueText.select(name)}
        checked={isSelected}
        onClick={(event: MouseEvent) => toggle(id, { range: event.shiftKey })}
        onChange={() => undefined}
      />
      {canMove && (
        <i
          draggable
          title={catalogueText.move(name)}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', name)
            hold(id)
          }}
          onDragEnd={end}
        >
          ⠿
        </i>
      )}
    </span>
  )
}
