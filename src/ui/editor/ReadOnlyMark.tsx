import { Tooltip } from 'antd'
import { readOnlyText, accessName } from '../../text/screen/together.ts'
import { useSession } from '../openChart/session.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import './ReadOnlyMark.css'

/** Shows 只读 with the role if this person may not write. */
export function ReadOnlyMark() {
  const access = useSession((session) => session.access)
  if (access === null || mayWrite(access)) return null
  return (
    <Tooltip title={readOnlyText.hint}>
      <output className="read-only-mark">{readOnlyText.mark(accessName[access])}</output>
    </Tooltip>
  )
}
