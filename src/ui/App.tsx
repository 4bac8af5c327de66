import { lazy, Suspense } from 'react'
import { App as Antd, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { Fence } from './Fence.tsx'
import { Home } from './home/Home.tsx'
import { usePlace } from './place.ts'
import { antdTheme } from './style/antdTheme.ts'
import { useTheme } from './style/useTheme.ts'

const ChartRoom = lazy(async () => ({ default: (await import('./room/ChartRoom.tsx')).ChartRoom }))

export function App() {
  const place = usePlace()
  const theme = useTheme()
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme(theme)} button={{ autoInsertSpace: false }}>
      <Antd className="app" message={{ maxCount: 3 }}>
        <Fence>
          {place.at === 'home' ? (
            <Home />
          ) : (
            <Suspense>
              <ChartRoom key={place.chart} id={place.chart} />
            </Suspense>
          )}
        </Fence>
      </Antd>
    </ConfigProvider>
  )
}
