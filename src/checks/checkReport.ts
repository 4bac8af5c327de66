import type { Chart } from '../model/chart.ts'
import { sayFinding } from '../text/messages/findings.ts'
import type { Finding } from './finding.ts'
import type { Checked } from './runChecks.ts'

/**
 * The report of `qingquan check --json` and of the API, a contract with other programs: fields
 * are copied one by one, so that `Checked` may grow without changing it. Names posts and steps
 * by `chart`.
 */
export function checkReport({ findings, waived, time }: Checked, chart: Chart): object {
  return {
    findings: findings.map((finding) => reported(finding, chart)),
    time: { workdays: time.workdays, days: time.days, path: time.path },
    // Only where there is any: programs that know nothing of waivers see what they always saw.
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
