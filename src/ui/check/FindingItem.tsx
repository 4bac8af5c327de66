import { useMemo, useState } from 'react'
import { Button, Input } from 'antd'
import type { Finding } from '../../checks/finding.ts'
import { fixFinding, mayFix } from '../../checks/fixes.ts'
import { findingPlace } from '../../checks/waived.ts'
import type { Chart } from '../../model/chart.ts'
import { waive } from '../../model/edits/waivers.ts'
import { findingList } from '../../text/screen/checkPanel.ts'
import { sayFinding } from '../../text/messages/findings.ts'
import { useAppServices } from '../base/appServices.ts'
import { useEdit } from '../openChart/chartContext.ts'
import { showFinding } from './showFinding.ts'
import './FindingItem.css'

interface FindingItemProps {
  readonly finding: Finding
  readonly chart: Chart
}

/** One finding: a click shows its place; offers a fix if it is safe, and a waiver. */
export function FindingItem({ finding, chart }: FindingItemProps) {
  const edit = useEdit()
  const { newId } = useAppServices()
  const [waiving, setWaiving] = useState(false)
  const isFixable = useMemo(() => mayFix(chart, finding), [chart, finding])
  return (
    <li className="finding">
      <button type="button" onClick={() => showFinding(finding)}>
        {sayFinding(finding, chart)}
      </button>
      <div className="finding-acts">
        {isFixable && (
          <Button
            size="small"
            title={findingList.fixHint}
            onClick={() => edit((now) => fixFinding(now, finding, newId))}
          >
            {findingList.fix}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          title={findingList.waiveHint}
          aria-expanded={waiving}
          onClick={() => setWaiving(!waiving)}
        >
          {findingList.waive}
        </Button>
      </div>
      {waiving && <WaiverForm finding={finding} chart={chart} onDone={() => setWaiving(false)} />}
    </li>
  )
}

interface WaiverFormProps extends FindingItemProps {
  readonly onDone: () => void
}

/** Offers the last waiver's author, otherwise the 编制人. */
function WaiverForm({ finding, chart, onDone }: WaiverFormProps) {
  const edit = useEdit()
  const { newId, now } = useAppServices()
  const [reason, setReason] = useState('')
  const [by, setBy] = useState(chart.waivers?.at(-1)?.by ?? chart.header.preparedBy ?? '')
  const confirm = () => {
    const said = { ...findingPlace(finding), reason, ...(by === '' ? {} : { by }), on: dateOf(now()) }
    if (edit((chart) => waive(chart, said, newId()))) onDone()
  }
  return (
    <div className="waiver-form">
      <Input
        aria-label={findingList.reason}
        placeholder={findingList.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Input
        aria-label={findingList.by}
        placeholder={findingList.by}
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <div className="finding-acts">
        <Button size="small" type="primary" disabled={reason.trim() === ''} onClick={confirm}>
          {findingList.confirm}
        </Button>
        <Button size="small" onClick={onDone}>
          {findingList.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Local date, yyyy-mm-dd. */
function dateOf(ms: number): string {
  const date = new Date(ms)
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
