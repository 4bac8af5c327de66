import { Tooltip } from 'antd'
import { detourText, saveMark, whyText, workStateText } from '../../text/screen/together.ts'
import { useHasOpenDraft } from '../base/openDrafts.ts'
import { useSession } from '../openChart/session.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import './SaveMark.css'

/** Shows the save state, and the reason if the server does not have the changes. */
export function SaveMark() {
  const { connection } = useOpenChart()
  const isTyping = useHasOpenDraft()
  const kept = useSession((session) => session.saveState)
  // What is being typed is not in the chart yet, so it is not saved either.
  const state = isTyping && kept === 'saved' ? 'saving' : kept
  const why = useSession((session) => session.whyOffline)
  const diskFailed = useSession((session) => session.diskFailed)
  const isDetour = useSession((session) => session.isDetour)
  const reasons = [
    diskFailed ? saveMark.noDisk : '',
    why === null ? '' : whyText[why],
    isDetour ? detourText.why : '',
  ].join('')
  return (
    <span className={`save-mark save-${state}`}>
      <Tooltip title={reasons || undefined}>
        <output aria-live="polite" aria-description={reasons}>
          {workStateText[state]}
          {isDetour && `（${detourText.mark}）`}
        </output>
      </Tooltip>
      {why !== null && why !== 'no-server' && (
        <button type="button" className="save-again" onClick={connection.retry}>
          {saveMark.retry}
        </button>
      )}
    </span>
  )
}
