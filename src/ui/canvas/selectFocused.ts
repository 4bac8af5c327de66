import type { KeyboardEvent } from 'react'
import { select, setSession, useSession } from '../openChart/session.ts'

/** Enter or Space on a step or flowline that has the focus selects it. */
export function selectFocused(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof Element)) return
  const id = event.target.getAttribute('data-id')
  if (id === null) return
  const { selection } = useSession.getState()
  const isStep = event.target.classList.contains('react-flow__node')
  if (!isStep && !event.target.classList.contains('react-flow__edge')) return
  if (isStep && selection.steps.includes(id)) return
  event.preventDefault()
  event.stopPropagation()
  if (isStep) select({ steps: [id] })
  else if (selection.flowlines.includes(id)) setSession({ labelling: id })
  else select({ flowlines: [id] })
}
