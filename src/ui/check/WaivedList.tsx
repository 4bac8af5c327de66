import { Button } from 'antd'
import type { Waived } from '../../checks/waived.ts'
import type { Chart } from '../../model/chart.ts'
import { withdrawWaivers } from '../../model/edits/waivers.ts'
import { findingList } from '../../text/screen/checkPanel.ts'
import { sayFinding, sayWaiver } from '../../text/messages/findings.ts'
import { useEdit } from '../openChart/chartContext.ts'
import { showFinding } from './showFinding.ts'

interface WaivedListProps {
  readonly waived: readonly Waived[]
  readonly chart: Chart
}

/** Waived findings with their reasons; a waiver can be withdrawn. */
export function WaivedList({ waived, chart }: WaivedListProps) {
  const edit = useEdit()
  if (waived.length === 0) return null
  return (
    <details className="waived">
      <summary>
        {findingList.waived} {waived.length}
      </summary>
      <ul className="findings">
        {waived.map((finding) => (
          <li key={finding.waiver.id} className="finding">
            <button type="button" onClick={() => showFinding(finding)}>
              {sayFinding(finding, chart)}
              <small>{sayWaiver(finding.waiver)}</small>
            </button>
            <div className="finding-acts">
              <Button
                type="text"
                size="small"
                onClick={() => edit((now) => withdrawWaivers(now, [finding.waiver.id]))}
              >
                {findingList.withdraw}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
