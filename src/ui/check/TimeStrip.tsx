import type { TimeReport } from '../../checks/timeReport.ts'
import { timeByPost } from '../../checks/timeByPost.ts'
import type { Chart } from '../../model/chart.ts'
import { timeStrip } from '../../text/screen/checkPanel.ts'
import { sayLength } from '../../text/messages/findings.ts'
import { noPost } from '../../text/terms.ts'
import { showFinding } from './showFinding.ts'
import './TimeStrip.css'

interface TimeStripProps {
  readonly chart: Chart
  readonly time: TimeReport
}

/** Days per post along the longest path; a click shows the steps. */
export function TimeStrip({ chart, time }: TimeStripProps) {
  const pieces = timeByPost(chart, time)
  if (pieces.length === 0) return null
  return (
    <ol className="time-strip" aria-label={timeStrip.heading}>
      {pieces.map((piece) => {
        const name = chart.posts.find(({ id }) => id === piece.post)?.name ?? noPost
        const said = `${name}：${sayLength(piece).trim()}`
        return (
          <li key={piece.steps.join()} style={{ flexGrow: piece.share }}>
            <button
              type="button"
              title={`${said}（${timeStrip.share(Math.round(piece.share * 100))}）`}
              aria-label={said}
              onClick={() => showFinding(piece)}
            >
              <b>{name}</b>
              <span>{sayLength(piece).trim()}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
