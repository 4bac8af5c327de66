import { lazy, Suspense, useEffect } from 'react'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { Fence } from './base/ErrorBoundary.tsx'
import { useHouse } from './base/appServices.ts'
import { usePlace } from './base/routes.ts'
import type { Place } from './base/routes.ts'
import { useToken } from './entrance/useToken.ts'
import { Sayings } from './base/Toasts.tsx'
import { antdTheme } from './base/style/antdTheme.ts'
import { useTheme } from './base/style/useTheme.ts'

const FirstPage = lazy(async () => ({ default: (await import('./home/FirstPage.tsx')).FirstPage }))
const WorkList = lazy(async () => ({ default: (await import('./review/WorkList.tsx')).WorkList }))
const Entrance = lazy(async () => ({ default: (await import('./entrance/Entrance.tsx')).Entrance }))
const ChartRoom = lazy(async () => ({ default: (await import('./editor/ChartPage.tsx')).ChartRoom }))

export function App() {
  const place = usePlace()
  const theme = useTheme()
  const [token, entered] = useToken()
  const { arranger } = useHouse()
  useEffect(() => {
    if (place.at === 'chart') arranger.prepare()
  }, [arranger, place.at])
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme(theme)} button={{ autoInsertSpace: false }}>
      <Sayings>
        <div className="app">
          <Fence>
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
          </Fence>
        </div>
      </Sayings>
    </ConfigProvider>
  )
}

function At({ place }: { readonly place: Place }) {
  switch (place.at) {
    case 'home':
      return <FirstPage />
    case 'review':
      return <WorkList />
    case 'chart':
      return <ChartRoom key={place.chart} id={place.chart} />
  }
}
