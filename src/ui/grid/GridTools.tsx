import { Button, Tooltip } from 'antd'
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined'
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import InsertRowAboveOutlined from '@ant-design/icons/InsertRowAboveOutlined'
import InsertRowBelowOutlined from '@ant-design/icons/InsertRowBelowOutlined'
import type { ReactNode } from 'react'
import { grid as words } from '../../text/screen/grid.ts'
import { isOneCell } from './cursor.ts'
import type { GridState } from './useGrid.ts'
import './GridTools.css'

/** Row commands above the table. */
export function GridTools({ grid }: { readonly grid: GridState }) {
  const { edits, range, rows } = grid
  const chosen = words.chosen(range.bottom - range.top + 1, range.right - range.left + 1)
  return (
    <div className="grid-tools" role="toolbar" aria-label={words.label}>
      <Tool
        label={words.insertAbove}
        icon={<InsertRowAboveOutlined />}
        onClick={() => edits.insert('above')}
      />
      <Tool
        label={words.insertBelow}
        icon={<InsertRowBelowOutlined />}
        onClick={() => edits.insert('below')}
      />
      <Tool
        label={words.moveUp}
        keys="Alt+Shift+↑"
        icon={<ArrowUpOutlined />}
        disabled={range.top === 0}
        onClick={() => edits.move('up')}
      />
      <Tool
        label={words.moveDown}
        keys="Alt+Shift+↓"
        icon={<ArrowDownOutlined />}
        disabled={range.bottom >= rows.length - 1}
        onClick={() => edits.move('down')}
      />
      <Tool
        label={words.removeRows}
        keys="Ctrl+Delete"
        icon={<DeleteOutlined />}
        disabled={range.bottom - range.top + 1 >= rows.length}
        onClick={edits.remove}
      />
      <span className="grid-keys">{words.keys}</span>
      <span className="grid-sum" aria-live="polite">
        {isOneCell(range) ? words.sum(rows.length) : chosen}
      </span>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Tool({ label, keys, icon, disabled = false, onClick }: ToolProps) {
  return (
    <Tooltip title={keys ? `${label}（${keys}）` : label}>
      <Button
        type="text"
        size="small"
        icon={icon}
        aria-label={label}
        disabled={disabled}
        // Keeps the focus in the cell, so that typing can continue.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      />
    </Tooltip>
  )
}
