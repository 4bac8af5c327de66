import { useEffect } from 'react'
import type { Chart } from '../../model/chart.ts'
import { chartPartOf } from '../../model/edits/insertPart.ts'
import { removeSteps } from '../../model/edits/removeSteps.ts'
import { canvasText } from '../../text/screen/commands.ts'
import type { Situation } from '../openChart/commands/command.ts'
import { removeSaying } from '../openChart/commands/removeSaying.ts'
import { mayEdit, pastePart } from '../openChart/commands/stepCommands.ts'
import { pastedFrom } from '../base/material/pasted.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { select, setSession, useSession } from '../openChart/session.ts'
import { isTypingPlace } from '../base/inputMethod.ts'

/**
 * MIME type of copied steps, for charts in other tabs and windows; plain text is added for other
 * programs.
 */
const stepsMime = 'application/x-qingquan-steps'

/** Copies, cuts and pastes steps while the canvas has keyboard focus. */
export function useClipboard(): void {
  const situation = useSituation()
  useEffect(() => {
    const copied = (event: ClipboardEvent) => copy(event, situation())
    const pasted = (event: ClipboardEvent) => paste(event, situation())
    addEventListener('copy', copied)
    addEventListener('cut', copied)
    addEventListener('paste', pasted)
    addEventListener('blur', forgetting)
    return () => {
      removeEventListener('blur', forgetting)
      removeEventListener('copy', copied)
      removeEventListener('cut', copied)
      removeEventListener('paste', pasted)
    }
  }, [situation])
}

/** In another window something else may be copied. */
function forgetting(): void {
  const { copiedSteps } = useSession.getState()
  if (copiedSteps?.isLatest) setSession({ copiedSteps: { ...copiedSteps, isLatest: false } })
}

/** If text is selected on the page, the browser copies that instead. */
function isOurs(event: ClipboardEvent, { session }: Situation): boolean {
  const textSelected = event.type !== 'paste' && String(getSelection()) !== ''
  return session.dialog === null && !isTypingPlace(event.target) && !event.defaultPrevented && !textSelected
}

function copy(event: ClipboardEvent, situation: Situation): void {
  const { doc, session, say } = situation
  const { steps } = session.selection
  if (!isOurs(event, situation) || steps.length === 0 || session.edition !== 'internal') return
  const part = chartPartOf(doc.chart(), steps)
  event.preventDefault()
  event.clipboardData?.setData(stepsMime, JSON.stringify(part))
  const text = part.steps.map((step) => step.name).join('\n')
  event.clipboardData?.setData('text/plain', text)
  const standing = session.canvasApi?.standing(steps) ?? []
  setSession({ copiedSteps: { part, standing, text, isLatest: true } })
  const isCut = event.type === 'cut' && removeSaying(situation, (chart) => removeSteps(chart, steps))
  if (isCut) select({})
  else say(canvasText.copied(part.steps.length))
}

function paste(event: ClipboardEvent, situation: Situation): void {
  const { clipboardData } = event
  if (!clipboardData || !isOurs(event, situation) || !mayEdit(situation)) return
  event.preventDefault()
  const carried = clipboardData.getData(stepsMime)
  const pasted = pastedFrom(clipboardData)
  const isPicture = clipboardData.files.length > 0 && pasted.text === ''
  if (isPicture) situation.say(canvasText.picture)
  else void readAndPaste(carried, pasted, situation)
}

/** Lazy: table readers need libraries that the canvas does not. */
export async function readAndPaste(
  carried: string,
  pasted: ReturnType<typeof pastedFrom>,
  situation: Situation,
  put = (part: Chart): boolean => pastePart(part, situation),
): Promise<void> {
  const { partFromClipboard } = await import('../base/material/partFromClipboard.ts')
  const read = partFromClipboard(carried, pasted, situation.newId)
  if (typeof read === 'string') {
    situation.say(read)
    return
  }
  const { part, notes } = read
  if (put(part)) situation.sayDone([canvasText.pasted(part.steps.length), ...notes].join('\n'))
}
