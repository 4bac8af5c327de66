import { App as Antd, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { Fence } from './Fence.tsx'
import { Home } from './home/Home.tsx'
import { usePlace } from './place.ts'
import { ChartRoom } from './room/ChartRoom.tsx'
import { antdTheme } from './style/antdTheme.ts'

export function App() {
  const place = usePlace()
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <Antd className="app" message={{ maxCount: 3 }}>
        <Fence>{place.at === 'home' ? <Home /> : <ChartRoom key={place.chart} id={place.chart} />}</Fence>
      </Antd>
    </ConfigProvider>
  )
}
