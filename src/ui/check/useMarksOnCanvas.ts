import { useEffect } from 'react'
import type { Finding } from '../../checks/finding.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { findingList } from '../../text/screen/checkPanel.ts'
import { sayFinding } from '../../text/messages/findings.ts'
import { useFindingMarks, type StepFindings } from '../openChart/useFindingMarks.ts'

/** Marks steps with findings while mounted. */
export function useMarksOnCanvas(findings: readonly Finding[], chart: Chart): void {
  useEffect(() => {
    useFindingMarks.setState({ of: marksOf(findings, chart) })
  }, [findings, chart])
  useEffect(() => () => useFindingMarks.setState({ of: new Map() }), [])
}

/** Maximum number of steps of a finding that is marked; findings about most of the chart are not. */
const mostSteps = 6
const gravity = { error: 0, warning: 1, hint: 2 } as const

/** Findings are in the order of the rules; the gravest is shown. */
function marksOf(findings: readonly Finding[], chart: Chart): ReadonlyMap<Id, StepFindings> {
  const byStep = new Map<Id, Finding[]>()
  for (const finding of findings) {
    if (finding.steps.length > mostSteps) continue
    for (const step of finding.steps) byStep.set(step, [...(byStep.get(step) ?? []), finding])
  }
  return new Map(
    [...byStep].map(([step, found]) => {
      const [first] = [...found].sort((a, b) => gravity[a.severity] - gravity[b.severity])
      const title = findingList.marked(found.length, sayFinding(first!, chart))
      return [step, { severity: first!.severity, count: found.length, title }]
    }),
  )
}
