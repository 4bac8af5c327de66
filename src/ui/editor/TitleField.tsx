import { setHeader } from '../../model/edits/setFields.ts'
import { editor } from '../../text/screen/screen.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { useChartValue, useEdit } from '../openChart/chartContext.ts'
import './TitleField.css'

export function TitleField() {
  const title = useChartValue((chart) => chart.header.title)
  const edit = useEdit()
  return (
    <TextField
      className="title-field"
      label={editor.title}
      value={title}
      onCommit={(text) => edit(() => setHeader({ title: text }))}
    />
  )
}
