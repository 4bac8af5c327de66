import { useMemo } from 'react'
import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import type { Finding } from '../../checks/finding.ts'
import { runChecks } from '../../checks/runChecks.ts'
import type { Chart } from '../../model/chart.ts'
import { checkPanel } from '../../text/commands.ts'
import { sayFinding } from '../../text/findings.ts'
import { useChart } from '../room/chartContext.ts'
import { look, select, useSession } from '../session.ts'

const severities = ['error', 'warning', 'hint'] as const

/** What the rules of the field find in this chart, live; a click shows the place. */
export function CheckPanel() {
  const chart = useChart()
  const { findings, time } = useMemo(() => runChecks(chart), [chart])
  return (
    <section className="check-panel" aria-label={checkPanel.heading}>
      <header className="section-head">
        <h2>{checkPanel.heading}</h2>
        <Button
          type="text"
          size="small"
          aria-label={checkPanel.close}
          icon={<CloseOutlined />}
          onClick={() => look({ checking: false })}
        />
      </header>
      <p className="check-time">
        {time.workdays + time.days > 0 ? checkPanel.time(time.workdays, time.days) : checkPanel.noTime}
      </p>
      {findings.length === 0 && <p className="field-help">{checkPanel.nothing}</p>}
      {severities.map((severity) => (
        <Findings
          key={severity}
          severity={severity}
          findings={findings.filter((finding) => finding.severity === severity)}
          chart={chart}
        />
      ))}
    </section>
  )
}

interface FindingsProps {
  readonly severity: (typeof severities)[number]
  readonly findings: readonly Finding[]
  readonly chart: Chart
}

function Findings({ severity, findings, chart }: FindingsProps) {
  const stage = useSession((session) => session.stage)
  if (findings.length === 0) return null
  const show = ({ steps, flowlines }: Finding) => {
    select({ steps, ...(steps.length === 0 && flowlines ? { flowlines } : {}) })
    if (steps[0] !== undefined) stage?.show(steps[0])
  }
  return (
    <>
      <h3 className={`severity severity-${severity}`}>
        {checkPanel.severity[severity]}
        <span className="count">{findings.length}</span>
      </h3>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.rule + finding.steps.join()}>
            <button type="button" onClick={() => show(finding)}>
              {sayFinding(finding, chart)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
