/** 防控: what becomes of the measures after the chart is drawn. */
import { FirstFrame } from '../base/FirstFrame.tsx'
import { MeasureDesk } from './MeasureDesk.tsx'
import './ControlPage.css'

export function ControlPage() {
  return (
    <FirstFrame at="control">
      <div className="control">
        <MeasureDesk />
      </div>
    </FirstFrame>
  )
}
