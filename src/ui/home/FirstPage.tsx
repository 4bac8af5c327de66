import { Suspense } from 'react'
import { lazyPart } from '../base/lazyPart.tsx'
import { useHomeTab } from '../base/homeTab.ts'

const Home = lazyPart(async () => (await import('./Home.tsx')).Home)

const CataloguePage = lazyPart(async () => (await import('../catalogue/CataloguePage.tsx')).CataloguePage)

/** The home page: the catalogue if the unit has one, otherwise the charts. */
export function FirstPage() {
  const tab = useHomeTab()
  if (tab === null) return null
  return <Suspense>{tab === 'catalogue' ? <CataloguePage /> : <Home />}</Suspense>
}
