import { useMemo, useState } from 'react'
import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { runChecks } from '../../checks/runChecks.ts'
import { checkPanel, findingList } from '../../text/screen/checkPanel.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { setSession } from '../openChart/session.ts'
import { FindingItem } from './FindingItem.tsx'
import { TimeStrip } from './TimeStrip.tsx'
import { TimeSum } from './TimeSum.tsx'
import { useMarksOnCanvas } from './useMarksOnCanvas.ts'
import { WaivedList } from './WaivedList.tsx'
import './CheckPanel.css'

const severities = ['error', 'warning', 'hint'] as const
type Severity = (typeof severities)[number]

/** Live findings of the rules: shown on the canvas, fixed, or waived with a reason. */
export function CheckPanel() {
  const chart = useChart()
  const [only, setOnly] = useState<Severity | undefined>()
  const { findings, waived, time } = useMemo(() => runChecks(chart), [chart])
  useMarksOnCanvas(findings, chart)
  const shown = severities.filter((severity) => only === undefined || severity === only)
  return (
    <section className="check-panel" aria-label={checkPanel.heading}>
      <header className="section-head">
        <h2>{checkPanel.heading}</h2>
        {findings.length > 0 && <SeverityFilter only={only} onChoose={setOnly} />}
        <Button
          type="text"
          size="small"
          aria-label={checkPanel.close}
          icon={<CloseOutlined />}
          onClick={() => setSession({ sidePanel: 'form' })}
        />
      </header>
      <p className="check-time">
        {time.workdays + time.days > 0
          ? checkPanel.time(time, time.unread.length > 0 ? 'atLeast' : 'all')
          : checkPanel.noTime}
      </p>
      <TimeStrip chart={chart} time={time} />
      <TimeSum chart={chart} time={time} />
      {findings.length === 0 && <p className="field-help">{checkPanel.nothing}</p>}
      {shown.map((severity) => {
        const found = findings.filter((finding) => finding.severity === severity)
        if (found.length === 0) return null
        return (
          <div key={severity}>
            <h3 className={`severity severity-${severity}`}>
              {checkPanel.severity[severity]}
              <span className="count">{found.length}</span>
            </h3>
            <ul className="findings">
              {found.map((finding) => (
                <FindingItem key={JSON.stringify(finding)} finding={finding} chart={chart} />
              ))}
            </ul>
          </div>
        )
      })}
      <WaivedList waived={waived} chart={chart} />
    </section>
  )
}

interface SeverityFilterProps {
  readonly only: Severity | undefined
  readonly onChoose: (severity: Severity | undefined) => void
}

function SeverityFilter({ only, onChoose }: SeverityFilterProps) {
  return (
    <Choice
      label={findingList.filter}
      none={findingList.all}
      value={only}
      options={severities.map((value) => ({ value, label: checkPanel.severity[value] }))}
      onChoose={onChoose}
    />
  )
}
