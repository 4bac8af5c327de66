/**
 * `qingquan check`: prints the findings of the rules. Exit code 0 even with findings: the
 * input was valid.
 */
import { parseArgs } from 'node:util'
import type { Finding, Severity } from '../../checks/finding.ts'
import { checkReport } from '../../checks/checkReport.ts'
import { runChecks, type Checked } from '../../checks/runChecks.ts'
import type { Chart } from '../../model/chart.ts'
import {
  checkWords,
  findingSeverityWord,
  sayFinding,
  sayLength,
  sayWaiver,
} from '../../text/messages/findings.ts'
import { readChart, type ChartInput } from '../chartInput.ts'
import type { CliCommand } from '../cliCommand.ts'
import { oneFile } from '../options.ts'

export const check: CliCommand = {
  name: 'check',
  usage: checkWords.usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, output: { type: 'string', short: 'o' } },
    })
    const path = oneFile(positionals, { none: checkWords.noChart, several: checkWords.oneChart })
    const chart = asWritten(await readChart(path, io))
    const checked = runChecks(chart)
    const content = values.json
      ? `${JSON.stringify(checkReport(checked, chart), null, 2)}\n`
      : list(checked, chart)
    if (values.output === undefined || values.output === '-') io.stdout.write(content)
    else await io.writeFile(values.output, content)
    return 0
  },
}

/**
 * A file of an external edition is checked as a chart with an external edition, whatever its
 * kind of power.
 */
function asWritten({ chart, edition }: ChartInput): Chart {
  return edition === 'external' ? { ...chart, header: { ...chart.header, hasExternal: true } } : chart
}

/** Sorted by severity, then in the order of the rules. */
function list({ findings, waived, time }: Checked, chart: Chart): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity)
  const [errors, warnings, hints] = [of('error'), of('warning'), of('hint')]
  const names = time.path.flatMap((id) => chart.steps.find((step) => step.id === id)?.name ?? [])
  return [
    ...[...errors, ...warnings, ...hints].map((finding) => line(finding, chart)),
    findings.length > 0
      ? checkWords.counts(errors.length, warnings.length, hints.length)
      : checkWords.nothing,
    ...waived.map(
      (finding) =>
        `${checkWords.waived}：${sayFinding(finding, chart)} [${finding.rule}] ${sayWaiver(finding.waiver)}`,
    ),
    checkWords.time(sayLength(time), names),
    '',
  ].join('\n')
}

function line(finding: Finding, chart: Chart): string {
  return `${findingSeverityWord[finding.severity]}：${sayFinding(finding, chart)} [${finding.rule}]`
}
