import { useEffect, useState } from 'react'
import { Button, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import { editor } from '../../text/screen/screen.ts'
import { missingText } from '../../text/screen/together.ts'
import { useHouse } from '../base/appServices.ts'
import { goTo } from '../base/routes.ts'
import { alone, look, nothing } from '../openChart/session.ts'
import { ChartContext } from '../openChart/chartContext.ts'
import { Editor } from './Editor.tsx'
import type { Opening } from '../openChart/openChart.ts'
import { openRoom } from '../openChart/openChart.ts'
import { RoomContext } from '../openChart/openChartContext.ts'

/** Opens a chart, and closes it again when one goes away. */
export function ChartRoom({ id }: { readonly id: Id }) {
  const house = useHouse()
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  useEffect(() => {
    look({ selection: nothing, renaming: null, dialog: null, ...alone })
    return openRoom(house, id, setOpening)
  }, [house, id])
  switch (opening.state) {
    case 'opening':
      return (
        <div className="waiting">
          <Spin /> {editor.loading}
        </div>
      )
    case 'missing':
      return (
        <div className="waiting">
          <p>{missingText[opening.why]}</p>
          <Button onClick={() => goTo({ at: 'home' })}>{editor.back}</Button>
        </div>
      )
    case 'open':
      return (
        <RoomContext value={opening.room}>
          <ChartContext value={opening.room.doc}>
            <Editor id={id} />
          </ChartContext>
        </RoomContext>
      )
  }
}
