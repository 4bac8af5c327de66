import type { ReactNode } from 'react'
import './PublishLayout.css'

interface PublishLayoutProps {
  /** To the left of the preview: which chart, where there are several. */
  readonly list?: ReactNode
  readonly preview: ReactNode
  /** To its right: what is decided about it. */
  readonly children: ReactNode
}

/** What will be public, at full height, beside what is decided about it. */
export function PublishLayout({ list, preview, children }: PublishLayoutProps) {
  return (
    <div className={list ? 'publish-layout publish-layout-list' : 'publish-layout'}>
      {list}
      <div className="publish-preview">{preview}</div>
      <div className="publish-side">{children}</div>
    </div>
  )
}
