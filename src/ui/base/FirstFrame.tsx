import type { ReactNode } from 'react'
import { homeTabs } from '../../text/screen/homeTabs.ts'
import { HomeTabs } from './HomeTabs.tsx'
import { TodoEntry } from './todo/TodoEntry.tsx'
import type { HomeTab } from './homeTab.ts'
import './FirstFrame.css'

interface FirstFrameProps {
  readonly at: HomeTab | 'review' | 'control'
  /** At the right end of the bar. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The first pages: one bar above, what they show below it. */
export function FirstFrame({ at, actions, children }: FirstFrameProps) {
  return (
    <div className="first-frame">
      <header className="first-bar">
        <HomeTabs at={at} />
        <span className="grow" />
        {actions}
        <TodoEntry />
      </header>
      <main className="first-main" aria-label={homeTabs[at]}>
        {at !== 'charts' && <h1 className="unseen">{homeTabs[at]}</h1>}
        {children}
      </main>
    </div>
  )
}
