import { setHeader } from '../../model/edits/setFields.ts'
import { editor } from '../../text/screen/screen.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { useChart, useEdit } from '../openChart/chartContext.ts'

export function TitleField() {
  const { title } = useChart().header
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
