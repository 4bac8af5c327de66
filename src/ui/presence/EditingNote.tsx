import { collaboratorText as words } from '../../text/screen/together.ts'
import { useSession } from '../openChart/session.ts'
import { editorsOf, namesOf, useOthers } from '../openChart/collaborators.ts'
import './EditingNote.css'

/** Shows above a step's form who else is editing the step. */
export function EditingNote() {
  const { steps } = useSession((session) => session.selection)
  const editors = editorsOf(new Set(steps), useOthers())
  if (editors.length === 0) return null
  return <output className="editing-note">{words.editing(namesOf(editors))}</output>
}
