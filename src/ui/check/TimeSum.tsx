import type { TimeReport } from '../../checks/timeReport.ts'
import type { Chart } from '../../model/chart.ts'
import { cite } from '../../text/law/cite.ts'
import { sayLength } from '../../text/messages/findings.ts'
import { timeSum } from '../../text/screen/checkPanel.ts'
import { showFinding } from './showFinding.ts'

interface TimeSumProps {
  readonly chart: Chart
  readonly time: TimeReport
}

/** The sum behind the number, to be opened: which steps, how long, and why others do not count. */
export function TimeSum({ chart, time }: TimeSumProps) {
  const nameOf = (id: string) => chart.steps.find((step) => step.id === id)?.name ?? ''
  if (time.spent.length === 0) return null
  return (
    <details className="time-sum">
      <summary>{timeSum.heading}</summary>
      <ol>
        {time.spent.map(({ step, why, ...length }) => (
          <li key={step}>
            <button type="button" onClick={() => showFinding({ steps: [step] })}>
              {nameOf(step)}
            </button>
            {'　'}
            {why === undefined ? sayLength(length).trim() : timeSum.why[why]}
          </li>
        ))}
      </ol>
      {time.unread.length > 0 && <p>{timeSum.unread(time.unread.map((id) => nameOf(id)))}</p>}
      {time.laws.length > 0 && <p>{timeSum.by(cite(...time.laws))}</p>}
    </details>
  )
}
