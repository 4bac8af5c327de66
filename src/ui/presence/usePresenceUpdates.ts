import { useEffect } from 'react'
import type { Id } from '../../model/chart.ts'
import { useSession } from '../openChart/session.ts'
import { isTypingPlace } from '../base/inputMethod.ts'
import { useCollaborators } from '../openChart/collaborators.ts'

/** Sends this person's selection, view and edited step to the others. */
export function usePresenceUpdates(): void {
  const collaborators = useCollaborators()
  useEffect(() => {
    const tell = () => {
      const { selection, view, edition } = useSession.getState()
      collaborators.tell({ selection: selection.steps, view, edition, editing: editedStep() })
    }
    // The focus moves only after the event.
    const soon = () => queueMicrotask(tell)
    tell()
    const events = ['focusin', 'focusout', 'input'] as const
    for (const name of events) document.addEventListener(name, soon)
    const stop = useSession.subscribe(tell)
    return () => {
      for (const name of events) document.removeEventListener(name, soon)
      stop()
    }
  }, [collaborators])
}

/** The step whose name is being edited, or whose form has the focus. */
function editedStep(): Id | undefined {
  const { selection, renaming } = useSession.getState()
  if (renaming !== null) return renaming
  const place = document.activeElement
  const isOurs = isTypingPlace(place) && place?.closest('.panel, .in-place') !== null
  return isOurs && selection.steps.length === 1 ? selection.steps[0] : undefined
}
