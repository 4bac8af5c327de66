import { editor } from '../../text/screen.ts'
import { useSession } from '../session.ts'

/** Says honestly whether the work is on disk. */
export function SaveMark() {
  const state = useSession((session) => session.saveState)
  return (
    <output className={`save-mark save-${state}`} aria-live="polite">
      {editor[state]}
    </output>
  )
}
