/**
 * What the checks find in a chart as it stands. A waiver is an editor's word and no leave: what is waived
 * stands here too, with the waiver in its sentence, so that a reviewer answers for it.
 */
import { mustBeAnswered } from '../../checks/mustBeAnswered.ts'
import type { Severity } from '../../checks/finding.ts'
import { publicationWords } from '../../text/paper/publicPage.ts'
import type { JobPool } from '../jobs/jobPool.ts'
import type { ChartState } from '../store/tables.ts'

interface OpenFinding {
  readonly rule: string
  readonly severity: Severity
  /** In Chinese. */
  readonly message: string
}

interface Reported {
  readonly findings: readonly OpenFinding[]
  readonly waived?: readonly (OpenFinding & { readonly by: string; readonly reason: string })[]
}

export interface FindingParts {
  readonly jobs: Pick<JobPool, 'run'>
  /** A chart as Yjs encodes it. */
  readonly state: (chart: string) => Promise<ChartState>
}

/** Rejects where the job does. */
export async function openFindings(
  { jobs, state }: FindingParts,
  chart: string,
): Promise<readonly OpenFinding[]> {
  const report = await jobs.run('checks', { state: await state(chart) })
  const { findings, waived = [] } = report as Reported
  const answered = waived.map(({ rule, severity, message, by, reason }) => ({
    rule,
    severity,
    message: publicationWords.waived(message, by, reason),
  }))
  return [...findings, ...answered]
}

/** What wants a written reason before the chart is published, as sentences: findings and unsettled opinions. */
export function mattersToAnswer(findings: readonly OpenFinding[], unsettled: number): readonly string[] {
  const said = findings.filter((finding) => mustBeAnswered(finding)).map(({ message }) => message)
  return unsettled > 0 ? [...said, publicationWords.unsettled(unsettled)] : said
}
