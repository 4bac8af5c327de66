import { Suspense, useEffect } from 'react'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { lazyPart } from './base/lazyPart.tsx'
import { ErrorBoundary } from './base/ErrorBoundary.tsx'
import { useAppServices } from './base/appServices.ts'
import { usePageRoute } from './base/routes.ts'
import type { PageRoute } from './base/routes.ts'
import { useToken } from './entrance/useToken.ts'
import { Toasts } from './base/Toasts.tsx'
import { antdTheme } from './base/style/antdTheme.ts'
import { useTheme } from './base/style/useTheme.ts'

const FirstPage = lazyPart(async () => (await import('./home/FirstPage.tsx')).FirstPage)
const WorkList = lazyPart(async () => (await import('./review/WorkList.tsx')).WorkList)
const ControlPage = lazyPart(async () => (await import('./control/ControlPage.tsx')).ControlPage)
const Entrance = lazyPart(async () => (await import('./entrance/Entrance.tsx')).Entrance)
const ChartRoom = lazyPart(async () => (await import('./editor/ChartPage.tsx')).ChartPage)

/** Menus hang in a region of their own, which assistive technology finds. */
const popups = () => document.getElementById('popups') ?? document.body

export function App() {
  const place = usePageRoute()
  const theme = useTheme()
  const [token, entered] = useToken()
  const { arranger } = useAppServices()
  useEffect(() => {
    if (place.at === 'chart') arranger.prepare()
  }, [arranger, place.at])
  return (
    <ConfigProvider
      locale={zhCN}
      theme={antdTheme(theme)}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popups}
    >
      <Toasts>
        <div className="app">
          <ErrorBoundary>
            <Suspense>
              {token === undefined ? (
                <At place={place} />
              ) : (
                <Entrance
                  key={token}
                  chart={place.at === 'chart' ? place.chart : undefined}
                  token={token}
                  onDone={entered}
                />
              )}
            </Suspense>
          </ErrorBoundary>
        </div>
      </Toasts>
    </ConfigProvider>
  )
}

function At({ place }: { readonly place: PageRoute }) {
  switch (place.at) {
    case 'home':
      return <FirstPage />
    case 'review':
      return <WorkList />
    case 'control':
      return <ControlPage />
    case 'chart':
      return <ChartRoom key={place.chart} id={place.chart} />
  }
}
