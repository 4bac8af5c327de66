import type { Chart } from '../model/chart.ts'
import { sayFinding } from '../text/messages/findings.ts'
import type { Finding } from './finding.ts'
import type { Checked } from './runChecks.ts'

/**
 * The report of `qingquan check --json` and of the API, a contract with other programs: fields are
 * copied individually, so that `Checked` can gain fields without changing it. `chart` supplies the
 * names of posts and steps.
 */
export function checkReport({ findings, waived, time }: Checked, chart: Chart): object {
  return {
    findings: findings.map((finding) => reported(finding, chart)),
    time: { workdays: time.workdays, days: time.days, path: time.path },
    // Left out if empty, so that older programs see an unchanged report.
    ...(waived.length === 0
      ? {}
      : {
          waived: waived.map((finding) => ({
            ...reported(finding, chart),
            reason: finding.waiver.reason,
            by: finding.waiver.by,
            on: finding.waiver.on,
          })),
        }),
  }
}

function reported(finding: Finding, chart: Chart) {
  const { rule, severity, steps } = finding
  return { rule, severity, steps, message: sayFinding(finding, chart) }
}
