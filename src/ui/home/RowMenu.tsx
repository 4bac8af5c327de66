import type { MenuProps } from 'antd'
import { Dropdown } from 'antd'

interface RowMenuProps {
  readonly items: NonNullable<MenuProps['items']>
  readonly onClose: () => void
}

/** The menu of a row, at its button. Fetched with the first press: a list is looked at more often than changed. */
export function RowMenu({ items, onClose }: RowMenuProps) {
  return (
    <Dropdown
      open
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, autoFocus: true, onClick: onClose }}
      onOpenChange={(open) => !open && onClose()}
    >
      <span className="row-menu" />
    </Dropdown>
  )
}
