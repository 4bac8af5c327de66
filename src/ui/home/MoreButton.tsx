import { Suspense } from 'react'
import type { MenuProps } from 'antd'
import { Button } from 'antd'
import MoreOutlined from '@ant-design/icons/MoreOutlined'
import { lazyPart } from '../base/lazyPart.tsx'

const RowMenu = lazyPart(async () => (await import('./RowMenu.tsx')).RowMenu)

interface MoreButtonProps {
  readonly label: string
  readonly open: boolean
  readonly items: () => NonNullable<MenuProps['items']>
  readonly onOpen: (open: boolean) => void
}

/** Three dots, and the menu behind them. */
export function MoreButton({ label, open, items, onOpen }: MoreButtonProps) {
  return (
    <span className="more-button">
      <Button
        type="text"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        icon={<MoreOutlined />}
        onPointerEnter={() => void RowMenu.ahead()}
        onClick={() => onOpen(!open)}
      />
      {open && (
        <Suspense>
          <RowMenu items={items()} onClose={() => onOpen(false)} />
        </Suspense>
      )}
    </span>
  )
}
