import { prefix } from './prefix.ts'
import { homeTabs, homeTabsLabel } from '../../text/screen/homeTabs.ts'
import { navigate } from './routes.ts'
import { goToTab, type HomeTab } from './homeTab.ts'
import './HomeTabs.css'

/** 职权目录、流程图、审核、防控 */
export function HomeTabs({ at }: { readonly at: HomeTab | 'review' | 'control' }) {
  const tab = (name: HomeTab) => (
    <button
      type="button"
      key={name}
      aria-current={name === at ? 'page' : undefined}
      onClick={() => goToTab(name)}
    >
      {homeTabs[name]}
    </button>
  )
  const page = (name: 'review' | 'control') => (
    <button
      type="button"
      key={name}
      aria-current={name === at ? 'page' : undefined}
      onClick={() => navigate({ at: name })}
    >
      {homeTabs[name]}
    </button>
  )
  return (
    <nav className="home-tabs" aria-label={homeTabsLabel}>
      <img src={`${prefix}/icon.svg`} alt="" width="24" height="24" />
      {tab('catalogue')}
      {tab('charts')}
      {page('review')}
      {page('control')}
    </nav>
  )
}
