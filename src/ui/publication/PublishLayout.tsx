import type { ReactNode } from 'react'
import './PublishLayout.css'

interface PublishLayoutProps {
  /** Left of the preview: the list of charts, if there are several. */
  readonly list?: ReactNode
  readonly preview: ReactNode
  /** Right of the preview: the form. */
  readonly children: ReactNode
}

/** Lays out a full-height preview with its form. */
export function PublishLayout({ list, preview, children }: PublishLayoutProps) {
  return (
    <div className={list ? 'publish-layout publish-layout-list' : 'publish-layout'}>
      {list}
      <div className="publish-preview">{preview}</div>
      <div className="publish-side">{children}</div>
    </div>
  )
}
