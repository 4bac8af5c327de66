import { Input } from 'antd'
import { shelfText } from '../../text/screen/shelfText.ts'
import { Choice } from '../base/fields/Choice.tsx'
import type { ShelfFolder, ShelfOrder, ShelfWish } from './chartShelf.ts'

const orders = (['changed', 'title', 'unit', 'steps'] as const).map((order) => ({
  value: order,
  label: shelfText.orders[order],
}))

interface ShelfBarProps {
  readonly wish: ShelfWish
  readonly folders: readonly ShelfFolder[]
  readonly count: number
  readonly onWish: (change: Partial<ShelfWish>) => void
  /** Called when the person turns to the search. */
  readonly onSearch: () => void
}

/** Search, order and folders. */
export function ShelfBar({ wish, folders, count, onWish, onSearch }: ShelfBarProps) {
  const searching = wish.query.trim() !== ''
  const chip = (key: string, name: string, size: number, folder: string | undefined) => (
    <button
      type="button"
      key={key}
      aria-pressed={!searching && wish.folder === folder}
      onClick={() => onWish({ folder, query: '' })}
    >
      {name}
      <small>{size}</small>
    </button>
  )
  return (
    <div className="shelf-bar">
      <Input
        type="search"
        allowClear
        className="shelf-search"
        aria-label={shelfText.search}
        placeholder={shelfText.search}
        value={wish.query}
        onFocus={onSearch}
        onChange={(event) => onWish({ query: event.target.value })}
      />
      <div className="shelf-order">
        <Choice<ShelfOrder>
          label={shelfText.order}
          value={wish.order}
          options={orders}
          onChoose={(order) => order && onWish({ order })}
        />
      </div>
      {folders.length > 0 && (
        <div className="shelf-folders" role="group" aria-label={shelfText.folders}>
          {chip('all', shelfText.all, count, undefined)}
          {folders.map(({ name, count: size }) => chip(`in ${name}`, name || shelfText.loose, size, name))}
        </div>
      )}
    </div>
  )
}
